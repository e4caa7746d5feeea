"""Somebody is away from a day to a day: a deputy stands in, the card says so, and they come back by themselves."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from contacts.disclosure import disclose
from contacts.models import Absence, Assignment, ContactPoint, Function, Overtaken, Publication
from contacts.services.absence import change_absence, end_absence, register_absence, withdraw_absence
from contacts.services.terms import Terms
from contacts.tests.factories import make_assignment, make_contact_point, make_person

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
FIRST, LAST = TODAY + 10 * DAY, TODAY + 20 * DAY
NAMED = {"publication": Publication.NAME_AND_DIRECT, "publication_decided_on": TODAY, "publication_decided_by": "HR"}
TERMS = Terms(**NAMED)


@pytest.fixture
def held(district):
    """Somebody whose name and direct number are public holds the function."""
    point = make_contact_point(Function.POLICE_CONTACT, owner=district, phone="12349901")
    person = make_person("Prøve Holder", owner=district, direct_phone="12349902")
    return make_assignment(point, person, **NAMED)


@pytest.fixture
def deputy(district):
    return make_person("Prøve Vikar", owner=district, direct_phone="12349903")


@pytest.fixture
def away(held, deputy):
    return register_absence(assignment=held, first=FIRST, last=LAST, deputy=deputy, terms=TERMS)


def card(held, on):
    return disclose(ContactPoint.objects.for_card(on).get(pk=held.contact_point_id), on)


def names(contact):
    return [person.name for person in contact.named]


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        pytest.param(FIRST - DAY, "Prøve Holder", id="the day before"),
        pytest.param(FIRST, "Prøve Vikar", id="the first day"),
        pytest.param(LAST, "Prøve Vikar", id="the last day"),
        pytest.param(LAST + DAY, "Prøve Holder", id="the day after"),
    ],
)
def test_the_deputy_is_on_the_card_while_it_lasts_and_the_holder_before_and_after(held, away, on, shown):
    contact = card(held, on)
    assert (contact.state, names(contact)) == ("held", [shown])


def test_nothing_of_whoever_is_away_is_shown(held, away):
    shown = repr(card(held, FIRST))
    assert "Prøve Holder" not in shown
    assert "12349902" not in shown
    assert "12349903" in shown


def test_without_a_deputy_the_card_says_until_when_and_02800(held):
    register_absence(assignment=held, first=FIRST, last=LAST)
    contact = card(held, FIRST)
    assert (contact.state, contact.away_until, contact.named, contact.needs_fallback) == ("away", LAST, (), True)
    assert contact.phone == "12349901"


def test_a_deputy_who_is_not_named_still_holds_the_function(held, deputy):
    register_absence(assignment=held, first=FIRST, last=LAST, deputy=deputy)
    contact = card(held, FIRST)
    assert (contact.state, contact.named) == ("held", ())


def test_a_permanent_deputy_stands_in(held, deputy):
    make_assignment(held.contact_point, deputy, role=Assignment.Role.DEPUTY, **NAMED)
    register_absence(assignment=held, first=FIRST, last=LAST)
    assert names(card(held, FIRST)) == ["Prøve Vikar"]


def test_a_deputy_who_is_away_too_is_not_shown(held, away):
    register_absence(assignment=away.deputy, first=FIRST, last=FIRST)
    assert card(held, FIRST).state == "away"
    assert names(card(held, FIRST + DAY)) == ["Prøve Vikar"]


def test_of_two_who_share_the_other_stays_and_the_deputy_comes_beside(held, district, away):
    make_assignment(held.contact_point, make_person("Prøve Andre", owner=district), **NAMED)
    assert names(card(held, FIRST)) == ["Prøve Andre", "Prøve Vikar"]
    assert sorted(names(card(held, FIRST - DAY))) == ["Prøve Andre", "Prøve Holder"]


def test_a_stale_contact_point_says_that_it_is_stale(held):
    register_absence(assignment=held, first=TODAY, last=TODAY + 400 * DAY)
    assert card(held, TODAY + 300 * DAY).state == "stale"


def test_days_that_overlap_another_absence_are_refused_and_nobody_is_made_deputy(held, away, deputy):
    with pytest.raises(ValidationError):
        register_absence(assignment=held, first=LAST, last=LAST + DAY, deputy=deputy)
    assert (Absence.objects.count(), deputy.assignments.count()) == (1, 1)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(LAST, FIRST, id="an end before the start"),
        pytest.param(TODAY - DAY, LAST, id="before the assignment begins"),
    ],
)
def test_days_that_cannot_be_are_refused(held, first, last):
    with pytest.raises(ValidationError):
        register_absence(assignment=held, first=first, last=last)


def test_days_after_the_assignment_ends_are_refused(held):
    held.valid_to = LAST - DAY
    held.save()
    with pytest.raises(ValidationError):
        register_absence(assignment=held, first=FIRST, last=LAST)


def test_nobody_is_their_own_deputy(held):
    with pytest.raises(ValidationError):
        register_absence(assignment=held, first=FIRST, last=LAST, deputy=held.person)


def test_a_deputy_of_another_unit_is_refused(held):
    with pytest.raises(ValidationError):
        register_absence(assignment=held, first=FIRST, last=LAST, deputy=make_person())
    assert not Absence.objects.exists()


def test_other_days_are_other_days_for_the_deputy_too(held, away):
    change_absence(absence=away, first=FIRST + DAY, last=LAST + DAY)
    away.deputy.refresh_from_db()
    assert (away.deputy.valid_from, away.deputy.valid_to) == (FIRST + DAY, LAST + DAY)
    assert names(card(held, FIRST)) == ["Prøve Holder"]


def test_back_early_the_holder_is_on_the_card_that_very_day(held, away):
    end_absence(absence=away, on=FIRST + DAY)
    assert names(card(held, FIRST)) == ["Prøve Vikar"]
    assert names(card(held, FIRST + DAY)) == ["Prøve Holder"]


@pytest.mark.parametrize("on", [FIRST, FIRST - DAY], ids=["on the first day", "before"])
def test_what_had_not_begun_never_happens_and_history_remembers(away, on):
    deputy_id = away.deputy_id
    end_absence(absence=away, on=on)
    assert not Absence.objects.exists()
    assert not Assignment.objects.filter(pk=deputy_id).exists()
    assert Assignment.history.filter(id=deputy_id).count() == 2


def test_what_is_over_is_not_ended_again(away):
    end_absence(absence=away, on=LAST + DAY)
    assert Absence.objects.get().valid_to == LAST


def test_of_two_who_change_the_same_absence_the_second_is_told(away):
    seen = Absence.objects.get()
    withdraw_absence(absence=away)
    with pytest.raises(Overtaken):
        end_absence(absence=seen, on=FIRST + DAY)
