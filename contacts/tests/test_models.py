"""The rules of the domain (R1 to R7), as the database itself holds them when nothing else looks."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError, Value
from django.utils import timezone

from contacts.models import (
    Assignment,
    ContactPoint,
    ContentVersion,
    County,
    Coverage,
    DistrictMembership,
    Freshness,
    Function,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    NationalNumber,
    Person,
    PlaceName,
    PoliceDistrict,
    PoliceDistrictSuccession,
    PostalCode,
    Publication,
    User,
)
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
)

DAY = datetime.date(2026, 6, 15)
DAY_BEFORE = DAY - datetime.timedelta(days=1)


@pytest.fixture
def make(db):
    """What a row needs, by the name of its field."""
    municipality, district, point = make_municipality(), make_district(), make_contact_point()
    person = make_person(owner=point.owner)
    return {
        "municipality": municipality,
        "other": make_municipality(),
        "district": district,
        "district_2": make_district(),
        "county": municipality.county,
        "point": point,
        "person": person,
    }


def accepted(model, **fields):
    """Whether the database takes the row, past every form and every clean()."""
    try:
        with transaction.atomic():
            model.objects.bulk_create([model(**fields)])
            transaction.set_rollback(True)
    except IntegrityError:
        return False
    return True


# What makes a row good, and what spoils it. Values in braces are looked up in `make`; a `Value` goes to the database
# as it stands, past PhoneField.
OWNED_BY_DISTRICT = {"key": "x", "function": Function.POLICE_CONTACT, "owner_district": "{district}"}
OWNED_BY_MUNICIPALITY = {"key": "x", "function": Function.SLT_COORDINATOR, "owner_municipality": "{municipality}"}
PREVENTION = OWNED_BY_DISTRICT | {"function": Function.PREVENTION_CONTACT, "covers_whole_district": True}
ASSIGNMENT = {"contact_point": "{point}", "person": "{person}", "valid_from": DAY}
DECIDED = {"publication": Publication.NAME, "publication_decided_on": DAY, "publication_decided_by": "HR"}
MUNICIPALITY = {"name": "X", "slug": "x", "county": "{county}"}
DISTRICT = {"name": "X", "slug": "x"}
NUMBER = {"municipality": "{municipality}", "number": "9999", "valid_to": DAY}
MEMBERSHIP = {"municipality": "{municipality}", "district": "{district}"}
SUCCESSION = {"predecessor": "{municipality}", "successor": "{other}", "kind": "merged", "date": DAY}
SAME = {"successor": "{municipality}"}

CASES = {
    "R1 an assignment that ends before it starts": (
        Assignment,
        ASSIGNMENT | {"valid_to": DAY},
        {"valid_to": DAY_BEFORE},
    ),
    "R1 an assignment without a first day": (Assignment, ASSIGNMENT, {"valid_from": None}),
    "R1 a position share of nothing": (Assignment, ASSIGNMENT | {"share": 1}, {"share": 0}),
    "R1 a position share above full": (Assignment, ASSIGNMENT | {"share": 100}, {"share": 101}),
    "R2 a district without a way in": (PoliceDistrict, DISTRICT, {"way_in_id": None}),
    "R3 an interval of no months": (
        ContactPoint,
        OWNED_BY_DISTRICT | {"verification_interval": 1},
        {"verification_interval": 0},
    ),
    "R3 an interval of 25 months": (
        ContactPoint,
        OWNED_BY_DISTRICT | {"verification_interval": 24},
        {"verification_interval": 25},
    ),
    "R4 a name published without a date": (Assignment, ASSIGNMENT | DECIDED, {"publication_decided_on": None}),
    "R4 a name published by nobody": (Assignment, ASSIGNMENT | DECIDED, {"publication_decided_by": ""}),
    "R4 a direct number published by nobody": (
        Assignment,
        ASSIGNMENT | DECIDED | {"publication": Publication.NAME_AND_DIRECT},
        {"publication_decided_by": ""},
    ),
    "R5 a function number with spaces": (
        ContactPoint,
        OWNED_BY_DISTRICT | {"phone": "12345678"},
        {"phone": Value("12 34 56 78")},
    ),
    "R5 a function number of seven digits": (
        ContactPoint,
        OWNED_BY_DISTRICT | {"phone": ""},
        {"phone": Value("1234567")},
    ),
    "R5 a direct number that is text": (
        Person,
        {"name": "X", "direct_phone": "12345678"},
        {"direct_phone": Value("se nettsiden")},
    ),
    "R7 a police function owned by a municipality": (
        ContactPoint,
        OWNED_BY_DISTRICT,
        {"owner_district": None, "owner_municipality": "{municipality}"},
    ),
    "R7 a police function with two owners": (ContactPoint, OWNED_BY_DISTRICT, {"owner_municipality": "{municipality}"}),
    "R7 a municipal function owned by a district": (
        ContactPoint,
        OWNED_BY_MUNICIPALITY,
        {"owner_municipality": None, "owner_district": "{district}"},
    ),
    "R7 a function that nobody owns": (ContactPoint, OWNED_BY_MUNICIPALITY, {"owner_municipality": None}),
    "R7 a function that does not exist": (ContactPoint, OWNED_BY_MUNICIPALITY, {"function": "press"}),
    "a prevention contact for single municipalities": (ContactPoint, PREVENTION, {"covers_whole_district": False}),
    "a police contact for a whole district": (ContactPoint, OWNED_BY_DISTRICT, {"covers_whole_district": True}),
    "a municipality of today without a county": (Municipality, MUNICIPALITY | {"valid_to": None}, {"county": None}),
    "a municipality that ends before it starts": (
        Municipality,
        MUNICIPALITY | {"valid_from": DAY, "valid_to": DAY},
        {"valid_to": DAY_BEFORE},
    ),
    "a district that ends before it starts": (
        PoliceDistrict,
        DISTRICT | {"valid_from": DAY, "valid_to": DAY},
        {"valid_to": DAY_BEFORE},
    ),
    "a second district of the same name": (PoliceDistrict, DISTRICT, {"name": "Agder"}),
    "a number that lost its zero": (MunicipalityNumber, NUMBER, {"number": "999"}),
    "a number that ends before it starts": (MunicipalityNumber, NUMBER | {"valid_from": DAY}, {"valid_to": DAY_BEFORE}),
    "a second current number": (MunicipalityNumber, NUMBER, {"valid_to": None}),
    "a county number of one digit": (County, {"number": "98", "name": "X", "slug": "x"}, {"number": "3"}),
    "a membership of two districts at once": (DistrictMembership, MEMBERSHIP | {"valid_to": DAY}, {"valid_to": None}),
    "a membership that ends before it starts": (
        DistrictMembership,
        MEMBERSHIP | {"valid_from": DAY, "valid_to": DAY},
        {"valid_to": DAY_BEFORE},
    ),
    "a merger into itself": (MunicipalitySuccession, SUCCESSION, SAME),
    "a split into itself": (MunicipalitySuccession, SUCCESSION | {"kind": "split"}, SAME),
    "a renaming into another": (
        MunicipalitySuccession,
        SUCCESSION | SAME | {"kind": "renamed"},
        {"successor": "{other}"},
    ),
    "a renumbering into another": (
        MunicipalitySuccession,
        SUCCESSION | SAME | {"kind": "renumbered"},
        {"successor": "{other}"},
    ),
    "a succession of an unknown kind": (MunicipalitySuccession, SUCCESSION, {"kind": "vanished"}),
    "a name of no place": (
        PlaceName,
        {"municipality": "{other}", "language": "se", "name": "X"},
        {"municipality": None},
    ),
    "a name of two places": (
        PlaceName,
        {"district": "{district}", "language": "se", "name": "X"},
        {"municipality": "{other}"},
    ),
    "a postal code of three digits": (
        PostalCode,
        {"code": "9999", "place": "X", "municipality": "{other}"},
        {"code": "999"},
    ),
}


@pytest.mark.parametrize(("model", "good", "bad"), CASES.values(), ids=CASES.keys())
def test_the_database_refuses(model, good, bad, make):
    """Nothing but the spoilt value: the same row without it is taken."""
    if model is DistrictMembership:
        DistrictMembership.objects.create(municipality=make["municipality"], district=make["district_2"])
    found = {f"{{{name}}}": value for name, value in make.items()}
    assert accepted(model, **{name: found.get(value, value) for name, value in good.items()})
    assert not accepted(model, **{name: found.get(value, value) for name, value in (good | bad).items()})


def refused_twice(model, **fields):
    with transaction.atomic():
        model.objects.bulk_create([model(**fields)])
    return not accepted(model, **fields)


def test_a_person_cannot_hold_the_same_function_twice_at_once(make):
    assert refused_twice(Assignment, contact_point=make["point"], person=make["person"], valid_from=DAY)


def test_a_person_who_left_a_function_can_come_back(make):
    make_assignment(make["point"], make["person"], valid_from=DAY_BEFORE, valid_to=DAY_BEFORE)
    assert accepted(Assignment, contact_point=make["point"], person=make["person"], valid_from=DAY)


def test_one_contact_point_serves_several_municipalities_each_once(make):
    assert accepted(Coverage, contact_point=make["point"], municipality=make["other"])
    assert refused_twice(Coverage, contact_point=make["point"], municipality=make["other"])


def test_a_current_number_belongs_to_one_municipality(make):
    taken = make["other"].numbers.get()
    new = Municipality.objects.create(name="X", slug="x", county=make["county"])
    assert accepted(MunicipalityNumber, municipality=new, number="9998")
    assert not accepted(MunicipalityNumber, municipality=new, number=taken.number)


@pytest.mark.parametrize(
    ("model", "first", "second", "place"),
    [
        (MunicipalitySuccession, "municipality", "other", {"kind": "merged", "date": DAY}),
        (PoliceDistrictSuccession, "district", "district_2", {"kind": "merged", "date": DAY}),
    ],
    ids=["municipality", "district"],
)
def test_a_succession_is_recorded_once(model, first, second, place, make):
    assert refused_twice(model, predecessor=make[first], successor=make[second], **place)


@pytest.mark.parametrize("place", ["municipality", "district"])
def test_a_name_is_given_once_in_each_language(place, make):
    assert refused_twice(PlaceName, **{place: make[place]}, language="se", name="X")
    assert accepted(PlaceName, **{place: make[place]}, language="sma", name="X")


def test_a_change_in_bulk_is_held_to_the_same_rules(make):
    point = make["point"]
    point.phone = Value("ring sentralbordet")
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactPoint.objects.bulk_update([point], ["phone"])
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactPoint.objects.filter(pk=point.pk).update(verification_interval=0)


@pytest.mark.parametrize("fields", [{"phone": Value("2800")}, {"key": "switchboard", "phone": "12345678"}])
def test_only_the_four_national_numbers_exist_and_they_are_numbers(fields, db):
    NationalNumber.objects.filter(key="pst")._raw_delete(using="default")
    good = {"key": "pst", "phone": "23305000", "verified_on": DAY}
    assert accepted(NationalNumber, **good)
    assert not accepted(NationalNumber, **good | fields)


@pytest.mark.parametrize("key", ["emergency", "police", "pst", "child_helpline"])
def test_a_national_number_cannot_be_deleted(key, db):
    with pytest.raises(ProtectedError), transaction.atomic():
        NationalNumber.objects.get(key=key).delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        NationalNumber.objects.filter(key=key).delete()


def test_02800_cannot_be_deleted_even_by_raw_sql(django_db_setup, django_db_blocker):
    """Outside a test's transaction, since the database refuses at the commit: every district refers to the number."""
    with django_db_blocker.unblock(), pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("DELETE FROM contacts_nationalnumber WHERE key = 'police'")


def test_there_is_one_content_version(db):
    assert not accepted(ContentVersion, pk=2)


@pytest.mark.parametrize(
    ("on", "freshness"),
    [
        pytest.param(datetime.date(2026, 11, 14), Freshness.FRESH, id="31 days before"),
        pytest.param(datetime.date(2026, 11, 15), Freshness.DUE, id="30 days before"),
        pytest.param(datetime.date(2026, 12, 14), Freshness.DUE, id="the last day"),
        pytest.param(datetime.date(2026, 12, 15), Freshness.STALE, id="six months after"),
    ],
)
def test_a_contact_point_is_fresh_then_due_then_stale(on, freshness):
    assert ContactPoint(verified_on=DAY).freshness(on) == freshness


def test_a_contact_point_that_was_never_verified_is_stale():
    assert ContactPoint().freshness(DAY) == Freshness.STALE


def test_a_verification_cannot_lie_in_the_future():
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(ValidationError):
        ContactPoint(verified_on=tomorrow).clean()


def test_a_municipality_that_is_to_end_still_needs_a_county(db):
    """The database cannot know the day; whoever edits the row is told."""
    today = timezone.localdate()
    with pytest.raises(ValidationError) as refusal:
        Municipality(name="X", slug="x", valid_to=today).full_clean()
    assert [*refusal.value.message_dict] == ["county"]
    Municipality(name="X", slug="x", valid_to=today - datetime.timedelta(days=1)).full_clean()


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Assignment, {"contact_point": "point", "person": "person"}),
        (DistrictMembership, {"municipality": "municipality", "district": "district"}),
    ],
)
def test_two_rows_that_share_a_day_are_refused_with_the_name_of_the_first(model, fields, make):
    fields = {name: make[row] for name, row in fields.items()}
    first = model.objects.create(**fields, valid_from=DAY_BEFORE, valid_to=DAY)
    with pytest.raises(ValidationError, match=f"«{re.escape(str(first))}»"):
        model(**fields, valid_from=DAY).full_clean()
    model(**fields, valid_from=DAY + datetime.timedelta(days=1)).full_clean()
    first.full_clean()


@pytest.mark.parametrize("model", [Assignment, Coverage, DistrictMembership, MunicipalityNumber])
def test_an_empty_form_is_refused_field_by_field(model, db):
    """`clean` runs also when a row that it looks at is missing."""
    with pytest.raises(ValidationError) as refusal:
        model().full_clean()
    assert {"contact_point", "municipality"} & {*refusal.value.message_dict}


def test_a_user_is_found_however_the_address_is_typed(db):
    user = User.objects.create_user("Prove.Bruker@Eksempel.EXAMPLE")
    assert user.email == "prove.bruker@eksempel.example"
    assert User.objects.get_by_natural_key("PROVE.bruker@eksempel.example") == user


@pytest.mark.parametrize("make_row", [make_municipality, make_district], ids=["municipality", "district"])
def test_a_place_that_contacts_refer_to_cannot_be_deleted(make_row, db):
    place = make_row()
    function = Function.POLICE_CONTACT if isinstance(place, PoliceDistrict) else Function.MUNICIPAL_CONTACT
    make_contact_point(function, owner=place)
    with pytest.raises(ProtectedError):
        place.delete()
