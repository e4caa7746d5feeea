import datetime
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.models import (
    ContactPoint,
    ContentVersion,
    County,
    DistrictMembership,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    NationalNumber,
    PlaceName,
    PoliceDistrict,
    PoliceDistrictSuccession,
    PostalCode,
    RoleGrant,
    Snapshot,
)
from contacts.tests.factories import make_contact_point, make_municipality
from contacts.tests.folders import Folder
from contacts.tests.mutations import mutations

pytestmark = pytest.mark.django_db

MODELS = [
    PostalCode,
    MunicipalitySuccession,
    PoliceDistrictSuccession,
    DistrictMembership,
    PlaceName,
    MunicipalityNumber,
    Municipality,
    PoliceDistrict,
    County,
    NationalNumber,
    Snapshot,
]
SANDEFJORD = "0706,Sandefjord,0710,Sandefjord,2017-01-01,merged"
OSLO = "2101,Oslo,21,p01,59.9724,10.7757,958935420"
UTSIRA = "1151,Utsira,11,p06,59.3096,4.8954,964979901"


@pytest.fixture
def empty(db):
    """A database into which nothing was loaded yet."""
    call_command("load_examples", "--remove", stdout=StringIO())
    RoleGrant.objects.all().delete()
    for model in MODELS:
        model.objects.all()._raw_delete(using="default")
    ContentVersion.objects.all().delete()


def load(*arguments, folder=None):
    out = StringIO()
    call_command("load_places", *arguments, *(["--data-dir", folder.path] if folder else []), stdout=out, stderr=out)
    return out.getvalue()


def refused(folder):
    """What is said when a folder is refused, line by line."""
    errors = StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("load_places", "--data-dir", folder.path, stdout=StringIO(), stderr=errors)
    assert refusal.value.returncode == 1
    return [*errors.getvalue().splitlines(), str(refusal.value)]


def everything():
    """All that the database holds about places, to the last value."""
    return {model: list(model.objects.order_by("pk").values_list()) for model in [*MODELS, ContentVersion]}


def stamp():
    return ContentVersion.objects.current_places()


def line_of(folder, file, beginning):
    return next(line for line in folder.lines(file) if line.startswith(beginning))


# The first load and the next


def test_a_first_load_reports_every_kind(empty):
    assert load().splitlines()[:-1] == [
        "Places: checked 12 files, no problems.",
        "  national numbers: 4, 4 new",
        "  counties: 15, 15 new",
        "  police districts: 12 and 27 former, 39 new",
        "  police district successions: 27, 27 new",
        "  municipalities: 357 and 119 former, 476 new",
        "  municipality numbers: 357 and 481 former, 838 new",
        "  place names: 35 and 1 former, 36 new",
        "  district memberships: 357, 357 new",
        "  municipality successions: 492, 492 new",
        "  postal codes: 5,114, 5,114 new",
        "  snapshots: 11, 11 new",
    ]


def test_a_second_load_writes_nothing_and_says_so():
    with CaptureQueriesContext(connection) as queries:
        said = load()
    assert "Places: unchanged" in said
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_load_needs_few_queries_however_many_places_there_are(empty, django_assert_max_num_queries):
    with django_assert_max_num_queries(120):
        load()


def test_a_dry_run_says_what_a_load_would_write_and_writes_nothing(empty):
    before = everything()
    said = load("--dry-run")
    assert "postal codes: 5,114, 5,114 new" in said
    assert "rows would be written" in said
    assert everything() == before


def test_a_load_renews_the_stamp_of_the_places_once_and_an_unchanged_one_leaves_it(empty):
    load()
    first = stamp()
    assert first
    load()
    assert stamp() == first


def test_every_current_municipality_has_a_number_a_county_a_district_and_a_point():
    current = Municipality.objects.filter(valid_to=None)
    assert current.count() == 357
    assert not current.filter(county=None).exists()
    assert not current.filter(latitude=None).exists()
    assert current.filter(numbers__valid_to=None, district_memberships__valid_to=None).distinct().count() == 357


@pytest.mark.parametrize(
    ("address", "district"),
    [
        ("asker", "oslo"),
        ("lunner", "innlandet"),
        ("jevnaker", "sor-ost"),
        ("sirdal", "sor-vest"),
        ("bindal", "trondelag"),
        ("gratangen", "nordland"),
    ],
)
def test_the_district_is_not_guessed_from_the_county(address, district):
    assert DistrictMembership.objects.get(municipality__slug=address).district.slug == district


def test_a_number_keeps_its_leading_zero():
    assert MunicipalityNumber.objects.get(municipality__slug="oslo").number == "0301"


def test_every_district_has_02800_as_its_way_in():
    assert set(PoliceDistrict.objects.values_list("way_in__phone", flat=True)) == {"02800"}


def test_the_provenance_of_every_file_is_kept():
    codes = Snapshot.objects.get(file="postal_codes.csv")
    assert (codes.rows, codes.as_of, len(codes.sha256)) == (5114, datetime.date(2026, 1, 27), 64)
    assert "Posten Bring" in codes.source


# What is missing comes back, what was corrected stays


def test_rows_that_went_missing_come_back():
    PostalCode.objects.filter(code__startswith="00").delete()
    PlaceName.objects.filter(name="Kárášjohka").delete()
    MunicipalitySuccession.objects.filter(predecessor__slug="royken").delete()
    load()
    assert PostalCode.objects.count() == 5114
    assert PlaceName.objects.filter(name="Kárášjohka").exists()
    assert MunicipalitySuccession.objects.get(predecessor__slug="royken").successor.slug == "asker"


def test_a_correction_by_hand_survives_the_next_start():
    Municipality.objects.filter(slug="haram").update(organisation_number="123456785", name="Haram kommune")
    NationalNumber.objects.filter(key="pst").update(phone="12345678", verified_on=datetime.date(2027, 1, 1))
    assert "unchanged" in load()
    assert Municipality.objects.get(slug="haram").name == "Haram kommune"
    assert NationalNumber.objects.get(key="pst").phone == "12345678"


def test_a_changed_file_does_not_blank_what_it_does_not_know(folder):
    Municipality.objects.filter(slug="haram").update(organisation_number="123456785")
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("59.3069", "59.3070"))
    load(folder=folder)
    assert Municipality.objects.get(slug="haram").organisation_number == "123456785"


# A snapshot changed


def test_a_new_name_does_not_change_the_address_or_lose_the_contacts(folder):
    utsira = Municipality.objects.get(slug="utsira")
    contact = make_contact_point(owner=utsira)
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("Utsira", "Sirøy"))
    load(folder=folder)
    renamed = Municipality.objects.get(pk=utsira.pk)
    assert (renamed.name, renamed.slug) == ("Sirøy", "utsira")
    assert list(renamed.contact_points.all()) == [contact]


def test_a_new_number_is_dated_and_the_municipality_is_still_itself(folder):
    utsira = Municipality.objects.get(slug="utsira")
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("1151", "1161"))
    folder.replace("postal_codes.csv", "5547,UTSIRA,1151", "5547,UTSIRA,1161")
    folder.add("municipality_history.csv", "1151,Utsira,1161,Utsira,2026-01-01,renumbered")
    before = Municipality.objects.count()
    folder.draw_all()
    load(folder=folder)
    numbers = utsira.numbers.order_by("number").values_list("number", "valid_from", "valid_to")
    first_day, last_day = datetime.date(2026, 1, 1), datetime.date(2025, 12, 31)
    assert list(numbers) == [("1151", None, last_day), ("1161", first_day, None)]
    assert (Municipality.objects.count(), PostalCode.objects.get(code="5547").municipality) == (before, utsira)


def test_a_merger_ends_a_municipality_whose_contacts_follow_and_keeps_its_address(folder):
    utsira = Municipality.objects.get(slug="utsira")
    contact = make_contact_point(owner=utsira)
    folder.replace("municipalities.csv", UTSIRA, None)
    folder.replace("postal_codes.csv", "5547,UTSIRA,1151", "5547,UTSIRA,1149")
    folder.add("municipality_history.csv", "1151,Utsira,1149,Karmøy,2026-01-01,merged")
    folder.add("municipality_history.csv", "1145,Bokn,1149,Karmøy,2026-01-01,merged")
    folder.replace("municipalities.csv", line_of(folder, "municipalities.csv", "1145,"), None)
    for code in [line for line in folder.lines("postal_codes.csv") if line.endswith(",1145")]:
        folder.replace("postal_codes.csv", code, code.replace(",1145", ",1149"))
    folder.draw_all()
    load(folder=folder)
    ended = Municipality.objects.get(pk=utsira.pk)
    last_day = datetime.date(2025, 12, 31)
    assert (ended.slug, ended.valid_to, ended.county.name) == ("utsira", last_day, "Rogaland")
    assert [membership.valid_to for membership in ended.district_memberships.all()] == [last_day]
    karmoy = ended.successions.get().successor
    contact.refresh_from_db()
    assert (karmoy.slug, contact.owner, list(contact.municipalities.all())) == ("karmoy", karmoy, [karmoy])


def test_a_move_to_another_district_is_dated_by_the_files_day(folder):
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("p06", "p07"))
    load(folder=folder)
    memberships = DistrictMembership.objects.filter(municipality__slug="utsira").order_by("pk")
    assert list(memberships.values_list("district__slug", "valid_from", "valid_to")) == [
        ("sor-vest", None, datetime.date(2025, 12, 31)),
        ("vest", datetime.date(2026, 1, 1), None),
    ]


def test_a_postal_code_follows_the_register(folder):
    folder.replace("postal_codes.csv", "0010,OSLO,0301", "0010,SLOTTET,0301")
    folder.replace("postal_codes.csv", "0015,OSLO,0301", None)
    said = load(folder=folder)
    assert "postal codes: 5,113, 1 changed, 1 removed" in said
    assert PostalCode.objects.get(code="0010").place == "SLOTTET"
    assert not PostalCode.objects.filter(code="0015").exists()


def test_a_corrected_sami_name_takes_the_place_of_the_wrong_one(folder):
    folder.replace("municipality_names.csv", "1841,smj,Fuossko", "1841,smj,Fuosko")
    load(folder=folder)
    assert [name.name for name in PlaceName.objects.filter(municipality__slug="fauske")] == ["Fuosko"]


def test_a_county_under_a_new_number_is_still_itself(folder):
    oslo = County.objects.get(slug="oslo")
    folder.replace("counties.csv", "03,Oslo", "21,Oslo")
    folder.replace("municipalities.csv", line_of(folder, "municipalities.csv", "0301,"), OSLO)
    folder.add("municipality_history.csv", "0301,Oslo,2101,Oslo,2026-01-01,renumbered")
    codes, parts = folder.lines("postal_codes.csv"), folder.lines("city_districts.csv")
    folder.write("postal_codes.csv", [re.sub(",0301$", ",2101", line) for line in codes])
    folder.write("city_districts.csv", [re.sub("^0301,", "2101,", line) for line in parts])
    folder.draw_all()
    load(folder=folder)
    assert (County.objects.count(), County.objects.get(pk=oslo.pk).number) == (15, "21")
    assert Municipality.objects.get(slug="oslo").county == oslo


def test_a_merger_recorded_here_survives_a_file_that_does_not_know_it(folder):
    """Recorded for a day after the file's: the file cannot undo it."""
    utsira, karmoy = Municipality.objects.get(slug="utsira"), Municipality.objects.get(slug="karmoy")
    last_day = datetime.date(2026, 12, 31)
    Municipality.objects.filter(pk=utsira.pk).update(valid_to=last_day)
    utsira.numbers.update(valid_to=last_day)
    utsira.district_memberships.update(valid_to=last_day)
    utsira.successions.create(successor=karmoy, kind="merged", date=datetime.date(2027, 1, 1))
    folder.add("municipality_history.csv", "1133,Hjelmeland,1133,Hjelmeland - Jelsa,2024-01-01,renamed")
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("59.3069", "59.3070"))
    load(folder=folder)
    assert Municipality.objects.get(pk=utsira.pk).valid_to == last_day
    assert utsira.numbers.get().valid_to == last_day
    assert utsira.district_memberships.get().valid_to == last_day
    assert utsira.successions.get().successor == karmoy


def test_an_error_in_the_history_can_be_corrected(folder):
    """What was wrongly a new municipality becomes a new number, and its successions go."""
    folder.add("municipality_history.csv", "1151,Utsira,1161,Utsira,2026-01-01,renumbered")
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("1151", "1161"))
    folder.replace("postal_codes.csv", "5547,UTSIRA,1151", "5547,UTSIRA,1161")
    folder.draw_all()
    load(folder=folder)
    load()
    utsira = Municipality.objects.get(slug="utsira")
    assert [(era.number, era.valid_to) for era in utsira.numbers.all()] == [("1151", None)]
    assert not utsira.successions.exists()


def test_a_new_municipality_gets_another_address_when_its_own_is_taken(folder):
    make_municipality("Nyvåg", slug="nyvag")
    folder.add("municipalities.csv", "1198,Nyvåg,11,p06,59.3069,4.8868,")
    folder.draw_all()
    load(folder=folder)
    assert MunicipalityNumber.objects.get(number="1198").municipality.slug == "nyvag-1198"


# Something is wrong


def test_every_bad_row_is_named_and_nothing_is_written(folder):
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("1151", "151"))
    folder.replace("postal_codes.csv", "0010,OSLO,0301", "0010,,0301")
    folder.replace("municipality_history.csv", SANDEFJORD, SANDEFJORD.replace("2017-01-01", "1.1.2017"))
    before = everything()
    assert refused(folder) == [
        "municipalities.csv line 24: number: “151” has three digits; "
        "municipality numbers have four, with the leading zero",
        "municipality_history.csv line 2: change_date: “1.1.2017” is not a date; write it like 2020-01-31",
        "postal_codes.csv line 3: place: it is empty",
        "3 problems in the snapshots; nothing was written.",
    ]
    assert everything() == before


def test_rows_that_the_database_refuses_are_said_so_and_nothing_is_written(folder):
    make_municipality(number="1161")
    folder.replace("municipalities.csv", UTSIRA, UTSIRA.replace("1151", "1161"))
    folder.replace("postal_codes.csv", "5547,UTSIRA,1151", "5547,UTSIRA,1161")
    folder.add("municipality_history.csv", "1151,Utsira,1161,Utsira,2026-01-01,renumbered")
    folder.draw_all()
    before = everything()
    assert refused(folder)[-1].startswith("The database refuses the rows, nothing was written: ")
    assert everything() == before


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return Folder(tmp_path_factory.mktemp("scratch"))


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_happens_to_one_row_it_is_refused_whole_or_loaded_whole(scratch, data):
    before, contacts = everything(), set(ContactPoint.objects.values_list("pk", flat=True))
    with data.draw(mutations(scratch)), transaction.atomic():
        try:
            load(folder=scratch)
        except CommandError:
            assert everything() == before
        else:
            assert "unchanged" in load(folder=scratch)
            assert set(ContactPoint.objects.values_list("pk", flat=True)) == contacts
            assert Municipality.objects.count() >= 476
        transaction.set_rollback(True)
