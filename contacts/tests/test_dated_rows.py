"""Rows that hold from a day to a day: two of the same never share one."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from contacts import gazetteer
from contacts.gazetteer import Gazetteer
from contacts.models import ContactPoint, DistrictMembership, Municipality, MunicipalityNumber, PoliceDistrict

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 23)
NEXT_YEAR = datetime.date(2027, 12, 31)


def bokn():
    return Municipality.objects.get(slug="bokn")


def test_a_second_district_on_the_same_days_is_refused_even_when_the_first_is_to_end():
    DistrictMembership.objects.filter(municipality=bokn()).update(valid_to=NEXT_YEAR)
    second = DistrictMembership(municipality=bokn(), district=PoliceDistrict.objects.get(slug="vest"), valid_from=TODAY)
    with pytest.raises(ValidationError, match="overlapp"):
        second.full_clean()


def test_a_district_that_begins_when_the_other_has_ended_is_accepted():
    DistrictMembership.objects.filter(municipality=bokn()).update(valid_to=NEXT_YEAR)
    vest = PoliceDistrict.objects.get(slug="vest")
    after = NEXT_YEAR + datetime.timedelta(days=1)
    DistrictMembership(municipality=bokn(), district=vest, valid_from=after).full_clean()


def test_a_number_that_another_municipality_has_is_refused():
    with pytest.raises(ValidationError, match="overlapp"):
        MunicipalityNumber(municipality=bokn(), number="0301", valid_from=TODAY, valid_to=NEXT_YEAR).full_clean()


def test_the_number_that_is_shown_is_the_same_on_either_database():
    MunicipalityNumber.objects.create(municipality=bokn(), number="9998", valid_from=TODAY, valid_to=NEXT_YEAR)
    assert Gazetteer(TODAY).municipality_by_slug["bokn"].number == "9998"


def test_a_municipality_that_is_to_end_and_has_no_county_takes_no_page_down(client):
    Municipality.objects.create(name="Prøveby", slug="proveby", valid_to=NEXT_YEAR)
    gazetteer.check_again()
    assert client.get("/").status_code == 200
    assert client.get("/kommuner/proveby/").status_code == 404


@pytest.mark.parametrize("hours", ["8-16", "Mo-Fr 08:00-15:30\n", "ring først", "Mo-Fr 08:00-25:00"])
def test_the_database_refuses_hours_that_no_page_can_show(hours):
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactPoint.objects.filter(key="eksempel-politikontakt-setesdal").update(opening_hours=hours)


def test_the_database_takes_hours_in_their_notation():
    several = "Mo-We 08:00-15:30; Th 08:00-18:00; Fr 08:00-15:00"
    assert ContactPoint.objects.filter(key="eksempel-politikontakt-setesdal").update(opening_hours=several) == 1
