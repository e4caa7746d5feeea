"""What becomes of the places themselves when an organisational change is carried out."""

import datetime

import pytest

from contacts.gazetteer import Gazetteer
from contacts.models import (
    ChangeKind,
    County,
    DistrictMembership,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    PlaceName,
    PoliceDistrict,
)
from contacts.organisational_changes.transition import CannotCarryOut
from contacts.tests.changes import DAY, DAY_BEFORE, carry_out, divide, goes_on, merge, new, plan, split
from contacts.tests.factories import make_district, make_municipality

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


def place_on(day, slug):
    return Gazetteer(day).municipality_by_slug[slug]


def last_days(municipality):
    municipality.refresh_from_db()
    rows = [municipality, municipality.numbers.get(), municipality.district_memberships.get()]
    return {row.valid_to for row in rows}


def test_merged_municipalities_end_and_a_new_one_begins(bokn, utsira, district):
    carry_out(merge(bokn, utsira, into=new("Prøvekarmøy", names={"se": "Geahččan"}, organisation_number="964965226")))
    assert last_days(bokn) == last_days(utsira) == {DAY_BEFORE}
    karmoy = Municipality.objects.get(slug="provekarmoy")
    assert (karmoy.name, karmoy.valid_from, karmoy.valid_to, karmoy.county) == ("Prøvekarmøy", DAY, None, bokn.county)
    assert (karmoy.latitude, karmoy.organisation_number) == (bokn.latitude, "964965226")
    assert list(karmoy.numbers.values_list("number", "valid_from", "valid_to")) == [("9901", DAY, None)]
    assert [name.name for name in karmoy.names.all()] == ["Geahččan"]
    assert karmoy.district_memberships.get().district == district


def test_everything_is_dated_by_the_day_of_the_change_however_late_the_job_runs(bokn, utsira):
    carry_out(merge(bokn, utsira, into=new("Prøvekarmøy")), today=DAY + datetime.timedelta(days=9))
    assert last_days(bokn) == {DAY_BEFORE}
    assert Municipality.objects.get(slug="provekarmoy").valid_from == DAY


def test_the_addresses_of_before_lead_to_the_new_one(bokn, utsira):
    carry_out(merge(bokn, utsira, into=new("Prøvekarmøy")))
    for slug in ("provebokn", "provesira"):
        place = place_on(DAY, slug)
        assert not place.is_current
        assert [edge.successor.slug for edge in place.successions] == ["provekarmoy"]
    assert {edge.kind for edge in MunicipalitySuccession.objects.filter(successor__slug="provekarmoy")} == {"merged"}


def test_one_that_takes_in_others_goes_on(bokn, utsira):
    number = utsira.numbers.get().number
    carry_out(merge(bokn, into=goes_on(utsira)))
    assert last_days(bokn) == {DAY_BEFORE}
    assert last_days(utsira) == {None}
    assert utsira.numbers.get().number == number
    assert utsira.origins.get().predecessor == bokn


def test_a_merged_municipality_under_an_old_name_is_a_new_one_at_another_address(bokn, utsira):
    number = bokn.numbers.get().number
    carry_out(merge(bokn, utsira, into=new("Prøvebokn")))
    merged = Municipality.objects.get(name="Prøvebokn", valid_to=None)
    assert merged != bokn
    assert merged.slug == "provebokn-provefylke"
    assert place_on(DAY, "provebokn").old_numbers[0].number == number


def test_the_number_of_one_of_them_can_be_taken_over(bokn, utsira):
    County.objects.filter(number="99").update(number=bokn.numbers.get().number[:2])
    bokn.county.refresh_from_db()
    number = bokn.numbers.get().number
    carry_out(merge(bokn, utsira, into=new("Prøvekarmøy", number)))
    assert MunicipalityNumber.objects.get(number=number, valid_to=None).municipality.slug == "provekarmoy"


def test_a_divided_municipality_ends_and_its_parts_begin(bokn):
    carry_out(split(bokn, new("Prøvenes", "9902"), new("Prøvebokn", "9903")))
    assert last_days(bokn) == {DAY_BEFORE}
    assert [edge.successor.slug for edge in place_on(DAY, "provebokn").successions] == [
        "provenes",
        "provebokn-provefylke",
    ]
    assert set(bokn.successions.values_list("kind", flat=True)) == {"split"}


def test_a_part_can_go_to_a_neighbour(bokn, utsira):
    carry_out(split(bokn, new("Prøvenes", "9902"), goes_on(utsira)))
    assert {edge.successor.name for edge in bokn.successions.all()} == {"Prøvenes", "Prøvesira"}
    assert last_days(utsira) == {None}


def test_a_renamed_municipality_keeps_its_address_and_its_old_name_is_found(bokn):
    carry_out(plan(ChangeKind.RENAME, [bokn], goes_on(bokn, name="Prøvebukn", names={"smj": "Bukna"})))
    renamed = place_on(DAY, "provebokn")
    assert (renamed.name, renamed.is_current) == ("Prøvebukn", True)
    assert [(old.name, old.last_day) for old in renamed.old_names] == [("Prøvebokn", DAY_BEFORE)]
    assert [name.name for name in renamed.names] == ["Bukna"]


def test_a_corrected_name_in_another_language_takes_the_place_of_the_one_before(bokn):
    PlaceName.objects.create(municipality=bokn, language="se", name="Buonjik")
    carry_out(plan(ChangeKind.RENAME, [bokn], goes_on(bokn, names={"se": "Buodnjik"})))
    renamed = place_on(DAY, "provebokn")
    assert [name.name for name in renamed.names] == ["Buodnjik"]
    assert [old.name for old in renamed.old_names] == ["Buonjik"]


def test_a_name_can_be_taken_back(bokn):
    carry_out(plan(ChangeKind.RENAME, [bokn], goes_on(bokn, name="Prøvebukn")))
    bokn.refresh_from_db()
    later = DAY.replace(year=2028)
    carry_out(plan(ChangeKind.RENAME, [bokn], goes_on(bokn, name="Prøvebokn"), date=later), today=later)
    assert place_on(later, "provebokn").name == "Prøvebokn"
    assert [old.name for old in place_on(later, "provebokn").old_names] == ["Prøvebukn"]


def test_a_renumbered_municipality_keeps_its_number_of_before_as_history(bokn):
    number = bokn.numbers.get().number
    carry_out(plan(ChangeKind.RENUMBER, [bokn], goes_on(bokn, number="9904")))
    place = place_on(DAY, "provebokn")
    assert place.number == "9904"
    assert [(old.number, old.last_day) for old in place.old_numbers] == [(number, DAY_BEFORE)]


def test_a_municipality_comes_to_another_district_and_another_county(bokn, district):
    other, county = make_district("Annet"), County.objects.create(number="98", name="Annetfylke", slug="annetfylke")
    carry_out(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=other, county=county, number="9801")))
    memberships = DistrictMembership.objects.filter(municipality=bokn).order_by("pk")
    assert list(memberships.values_list("district", "valid_from", "valid_to")) == [
        (district.pk, None, DAY_BEFORE),
        (other.pk, DAY, None),
    ]
    place = place_on(DAY, "provebokn")
    assert (place.number, place.county.name, place.district.main_name) == ("9801", "Annetfylke", "Annet")


def test_merged_districts_hand_their_municipalities_to_the_new_one(bokn, district):
    other = make_district()
    utsira = make_municipality(district=other)
    carry_out(merge(district, other, into=new("Samlet", "", headquarters="Prøveby", names={"nn": "Samla"})))
    samlet = PoliceDistrict.objects.get(slug="samlet")
    assert {row.municipality for row in samlet.memberships.filter(valid_to=None)} == {bokn, utsira}
    assert {row.valid_to for row in district.memberships.all()} == {DAY_BEFORE}
    place = Gazetteer(DAY).district_by_slug["samlet"]
    assert (place.headquarters, place.names, len(place.origins)) == ("Prøveby", {"nn": "Samla"}, 2)
    assert not Gazetteer(DAY).district_by_slug[district.slug].is_current


def test_a_divided_district_gives_each_municipality_to_the_one_that_was_chosen(bokn, utsira, district):
    change = split(district, new("Nord", ""), new("Sør", ""))
    carry_out(divide(change, {bokn: [0], utsira: [1]}))
    districts = DistrictMembership.objects.filter(municipality__in=[bokn, utsira], valid_to=None)
    assert set(districts.values_list("municipality__name", "district__name")) == {
        ("Prøvebokn", "Nord"),
        ("Prøvesira", "Sør"),
    }


def test_a_renamed_district_keeps_its_address_and_its_old_name_is_remembered(district):
    before = district.name
    carry_out(plan(ChangeKind.RENAME, [district], goes_on(district, name="Nytt navn", names={"nn": "Nytt namn"})))
    place = Gazetteer(DAY).district_by_slug[district.slug]
    assert (place.main_name, place.names["nn"]) == ("Nytt navn", "Nytt namn")
    assert [(old.name, old.last_day) for old in place.old_names] == [(before, DAY_BEFORE)]


def test_something_that_begins_after_the_change_is_in_the_way(bokn, utsira):
    bokn.numbers.update(valid_from=DAY)
    with pytest.raises(AssertionError, match="9"):
        carry_out(merge(bokn, utsira, into=new("Prøvekarmøy")))
    bokn.refresh_from_db()
    assert bokn.valid_to is None


def test_what_is_wrong_is_said_at_once(bokn):
    with pytest.raises(CannotCarryOut, match=r"two|minst to"):
        merge(bokn, into=new("Prøvekarmøy"))
