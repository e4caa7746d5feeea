"""What a page asks of the database stays the same however much there is in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import gazetteer
from contacts.models import Function, Municipality
from contacts.tests.factories import make_assignment, make_contact_point, make_district, make_municipality
from portal.tests.pages import KINDS, OTHERS, Page, each

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]

EMPTY, CARD = "bokn", "/kommuner/bokn/"
MOST_FOR_A_CARD = 4
LISTS = ["/", "/kommuner/", "/kommuner/kart/", "/politidistrikter/", "/sok/?q=prove", "/sitemap.xml"]


def queries(client, url):
    """Those of a process that knows the places and asks whether they are still the same."""
    gazetteer.check_again()
    client.get(url)
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


@each([Page(kind, "nb") for kind in KINDS + OTHERS])
def test_a_page_asks_no_more_than_its_row_in_the_table_says(client, target):
    assert queries(client, target.url) <= target.kind.queries


@pytest.fixture
def contacts_for():
    def make(count):
        municipality = Municipality.objects.get(slug=EMPTY)
        for _number in range(count):
            make_assignment(make_contact_point(Function.MUNICIPAL_CONTACT, owner=municipality, phone="12349999"))

    return make


@pytest.mark.parametrize("count", [1, 12, 100], ids="{} contacts".format)
@pytest.mark.parametrize("page", [CARD, f"{CARD}tiltakskort/", f"{CARD}kontakter.vcf"])
def test_a_card_costs_four_queries_however_many_contacts_it_shows(client, contacts_for, page, count):
    contacts_for(count)
    assert client.get(page).content.decode().count("+4712349999") >= count
    assert queries(client, page) == MOST_FOR_A_CARD


def test_no_relation_is_followed_row_by_row(client, contacts_for, no_queries_in_loops):
    contacts_for(12)
    assert client.get(CARD).status_code == 200


@pytest.mark.parametrize("url", LISTS)
def test_a_list_costs_the_same_when_the_country_has_grown(client, url):
    before = queries(client, url)
    for _number in range(3):
        district = make_district()
        for _member in range(10):
            make_municipality(district=district)
    assert queries(client, url) <= before
