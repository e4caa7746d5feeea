"""What is of a municipality or district that came a moment ago, before a process has read the places again."""

import pytest
from django.urls import reverse

from contacts import gazetteer
from contacts.models import Role
from contacts.tests.factories import make_district, make_municipality, make_user
from councils.tests.factories import make_council
from guidance.tests.factories import make_draft, make_published, make_resource
from slt.tests.factories import make_group, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


@pytest.fixture(autouse=True)
def places_of_a_moment_ago(places_read_anew, monkeypatch):
    """Something else was published just before: what is kept in memory is to be made again at the next page."""
    monkeypatch.setattr(gazetteer, "SECONDS_BETWEEN_CHECKS", 30)
    make_scheme()
    gazetteer.check_again()
    gazetteer.current()


@pytest.fixture
def newcomer():
    return make_municipality("Prøvenykommune", district=make_district())


@pytest.mark.parametrize(
    "make",
    [make_council, make_scheme, lambda place: make_group(make_scheme(place))],
    ids=["council", "scheme", "group"],
)
def test_its_council_scheme_and_group_have_pages_that_name_it(client, newcomer, make):
    answer = client.get(make(newcomer).get_absolute_url())
    assert answer.status_code == 200
    assert newcomer.name in answer.content.decode()


@pytest.mark.parametrize("of", ["municipality", "district"])
def test_what_applies_in_it_is_in_the_library(client, newcomer, of):
    place = newcomer if of == "municipality" else make_district("Prøvenydistrikt")
    text = make_published(make_resource(**{of: place})).texts.get(language="nb")
    assert place.name in client.get(reverse("resource", args=[text.slug])).content.decode()


@pytest.mark.parametrize("page", ["/veiledning/", "/slt/", "/politirad/"])
def test_lists_are_shown(client, newcomer, page):
    for make in (make_scheme, make_council):
        make(newcomer)
    make_published(make_resource(municipality=newcomer))
    assert client.get(page, follow=True).status_code == 200


def test_whoever_keeps_what_applies_in_it_sees_a_draft_as_it_will_be(client, newcomer):
    client.get("/veiledning/")
    town = make_municipality("Prøvesistekommune", district=make_district())
    draft = make_draft(make_resource(municipality=town))
    client.force_login(make_user((Role.MUNICIPAL_EDITOR, town)))
    answer = client.get(reverse("preview_edition", args=[draft.resource_id, "nb"]))
    assert town.name in answer.content.decode()
