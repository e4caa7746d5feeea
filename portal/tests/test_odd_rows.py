"""Rows that are allowed but odd never take a page down, and a changed record shows everywhere."""

import pytest

from contacts import gazetteer
from contacts.models import DistrictMembership, NationalNumber
from portal.templatetags.portal_tags import hours

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _see_changes_at_once():
    gazetteer.check_again()
    yield
    gazetteer.check_again()


def correct_the_number_of_the_police():
    number = NationalNumber.objects.get(key="police")
    number.phone = "02801"
    number.save()
    gazetteer.check_again()


@pytest.fixture
def bokn_without_district():
    DistrictMembership.objects.filter(municipality__slug="bokn").delete()
    gazetteer.check_again()


@pytest.mark.parametrize("page", ["/kommuner/bokn/", "/kommuner/bokn/tiltakskort/", "/kommuner/kart/", "/kommuner/"])
def test_a_municipality_without_a_district_still_has_its_pages(client, bokn_without_district, page):
    html = client.get(page).content.decode()
    assert "Bokn" in html


def test_a_municipality_without_a_district_is_still_in_the_list_by_district(client, bokn_without_district):
    html = client.get("/kommuner/?vis=politidistrikt").content.decode()
    assert "Uten politidistrikt" in html
    assert 'href="/kommuner/bokn/"' in html


def test_hours_that_cannot_be_read_are_shown_as_they_stand():
    assert hours("8-16") == "8-16"


@pytest.mark.parametrize("page", ["/", "/sok/?q=qqqq", "/kommuner/bokn/", "/politidistrikter/ost/", "/finnes-ikke/"])
def test_a_corrected_national_number_shows_on_every_page(client, page):
    correct_the_number_of_the_police()
    client.get("/")
    html = client.get(page).content.decode()
    assert "tel:02801" in html
    assert "tel:02800" not in html


def test_a_corrected_number_is_in_the_words_as_well(client):
    correct_the_number_of_the_police()
    html = client.get("/kommuner/bokn/").content.decode()
    assert "Ring 02801 og spør etter politikontakten" in html
