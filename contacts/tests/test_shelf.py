"""What is kept in memory is made again when it changed, and never of rows that name a place it does not know."""

import pytest

from contacts import gazetteer
from contacts.models import Municipality
from contacts.shelf import Shelf
from contacts.tests.factories import make_contact_point, make_municipality

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


class Names:
    """A shelf of what all municipalities are called. `times`: how often it was made."""

    def __init__(self, meanwhile=lambda: None):
        self.times, self.meanwhile = 0, meanwhile
        self.current = Shelf(self.make).current

    def make(self, places):
        self.times += 1
        self.meanwhile()
        return {pk: places.municipalities_by_id.get(pk) for pk in Municipality.objects.values_list("pk", flat=True)}


def test_it_is_made_once_until_something_changes():
    names = Names()
    assert names.current() is names.current()
    assert names.times == 1
    make_contact_point(owner=Municipality.objects.first())
    gazetteer.check_again()
    names.current()
    assert names.times == 2


def test_a_place_that_comes_after_the_places_were_asked_for_is_in_it():
    names = Names()
    gazetteer.current()
    newcomer = make_municipality()
    assert names.current()[newcomer.pk].name == newcomer.name


def test_a_place_that_comes_while_it_is_made_is_in_it():
    newcomers = []
    names = Names(meanwhile=lambda: newcomers or newcomers.append(make_municipality()))
    assert all(names.current().values())
    assert newcomers[0].pk in names.current()


def test_places_that_never_come_to_rest_do_not_keep_anyone_waiting():
    names = Names(meanwhile=make_municipality)
    names.current()
    assert names.times == gazetteer.MOST_READS


def test_what_is_wrong_with_the_making_itself_is_not_hidden():
    with pytest.raises(KeyError):
        Shelf(lambda places: {}["no such key"]).current()
