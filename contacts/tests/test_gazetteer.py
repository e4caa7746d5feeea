"""The places in memory: as they are on one day, in Norwegian order, and never older than a second."""

import datetime
import threading
from types import SimpleNamespace

import pytest
from django.db import OperationalError, transaction
from django.utils import translation

from contacts import gazetteer
from contacts.gazetteer import SECONDS_BETWEEN_CHECKS, Gazetteer, predecessors, successors
from contacts.lookup import look_up
from contacts.models import (
    ContentVersion,
    DistrictMembership,
    Municipality,
    MunicipalitySuccession,
    NationalNumber,
    PlaceName,
    PoliceDistrict,
)
from contacts.tests.factories import make_assignment, make_contact_point, make_district, make_municipality

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]

DAY = datetime.date(2027, 1, 1)
DAY_BEFORE = DAY - datetime.timedelta(days=1)


@pytest.fixture
def clock(monkeypatch):
    """The seconds that the gazetteer counts, moved by hand."""
    clock = SimpleNamespace(now=1000.0)
    clock.monotonic = lambda: clock.now
    monkeypatch.setattr(gazetteer, "time", clock)
    return clock


@pytest.fixture
def places():
    return gazetteer.current()


def names(places):
    return [place.name for place in places]


# In order


def test_municipalities_are_in_norwegian_order(places):
    assert names(places.municipalities)[:3] == ["Alstahaug", "Alta", "Alvdal"]
    assert names(places.municipalities)[-5:] == ["Åmot", "Årdal", "Ås", "Åseral", "Åsnes"]
    assert len(places.municipalities) == 357


def test_letters_after_z_come_in_their_order(places):
    in_order = names(places.municipalities)
    some = ["Sel", "Sola", "Stord", "Sør-Odal", "Vinje", "Ørsta", "Østre Toten", "Øyer", "Ål", "Ålesund"]
    assert [name for name in in_order if name in some] == some


def test_municipalities_of_a_county_and_of_a_district_are_in_norwegian_order(places):
    akershus, finnmark = places.county_by_name["Akershus"], places.district_by_slug["finnmark"]
    assert names(akershus.municipalities)[0] == "Asker"
    assert names(akershus.municipalities)[-1] == "Ås"
    assert names(finnmark.municipalities)[:2] == ["Alta", "Berlevåg"]


def test_counties_come_by_name_and_districts_by_their_official_code(places):
    assert names(places.counties_in_order)[0] == "Agder"
    assert names(places.counties_in_order)[-1] == "Østfold"
    assert names(places.districts)[:2] == ["Oslo", "Øst"]
    assert names(places.districts)[-1] == "Finnmark"


def test_former_districts_come_by_name(places):
    former = [district.main_name for district in places.former_districts]
    assert former[0] == "Agder"
    assert former[-2:] == ["Østfinnmark", "Østfold"]
    assert len(former) == 27


def test_sami_names_come_before_kven_names(places):
    lyngen = places.municipality_by_slug["lyngen"]
    assert [(name.language, name.name) for name in lyngen.names] == [("se", "Ivgu"), ("fkv", "Yykeä")]


# As it is on a day


def test_only_those_who_share_a_name_today_are_shown_with_their_county(places):
    namesakes = {place.full_name for place in places.municipalities if place.has_namesake}
    assert namesakes == {"Herøy (Møre og Romsdal)", "Herøy (Nordland)", "Våler (Innlandet)", "Våler (Østfold)"}


def test_a_municipality_of_before_is_nobodys_namesake(places):
    assert {place.full_name for place in places.municipalities if place.name in ("Bø", "Os")} == {"Bø", "Os"}


def test_neighbours_are_the_others_in_the_police_district_also_across_the_county(places):
    assert names(places.municipality_by_slug["baerum"].neighbours) == ["Asker", "Oslo"]
    assert places.municipality_by_slug["oslo"].county.name == "Oslo"


def test_a_municipality_without_a_district_has_no_neighbours():
    alone = make_municipality()
    assert Gazetteer(DAY).municipalities_by_id[alone.pk].neighbours == []


def test_every_municipality_of_today_has_a_county_a_district_and_a_number(places):
    assert {bool(place.county and place.district and len(place.number) == 4) for place in places.municipalities} == {
        True
    }
    assert sum(len(district.municipalities) for district in places.districts) == 357
    assert sum(len(county.municipalities) for county in places.counties.values()) == 357


def test_a_district_is_called_as_the_language_of_the_page_calls_it(places):
    with translation.override("nn"):
        assert [places.district_by_slug[slug].name for slug in ("ost", "sor-ost", "oslo")] == [
            "Aust",
            "Sør-Aust",
            "Oslo",
        ]


@pytest.mark.parametrize(
    ("on", "district"),
    [pytest.param(DAY_BEFORE, "now", id="the day before"), pytest.param(DAY, "then", id="from its day")],
)
def test_a_move_to_another_district_counts_only_from_its_day(on, district):
    districts = {"now": make_district(), "then": make_district()}
    moving = make_municipality(district=districts["now"])
    moving.district_memberships.update(valid_to=DAY_BEFORE)
    DistrictMembership.objects.create(municipality=moving, district=districts["then"], valid_from=DAY)
    place = Gazetteer(on).municipalities_by_id[moving.pk]
    assert place.district.id == districts[district].pk
    assert place in place.district.municipalities


@pytest.fixture
def merger():
    """Prøvevik becomes part of Prøvefjord on a day to come, and Prøvefjord gets a new number with it."""
    ending, going_on = make_municipality("Prøvevik", slug="provevik"), make_municipality("Prøvefjord")
    Municipality.objects.filter(pk=ending.pk).update(valid_to=DAY_BEFORE)
    for place, number in ((ending, "9901"), (going_on, "9902")):
        place.numbers.update(number=number, valid_to=DAY_BEFORE)
    going_on.numbers.create(number="9903", valid_from=DAY)
    MunicipalitySuccession.objects.create(predecessor=ending, successor=going_on, kind="merged", date=DAY)
    return ending, going_on


def the_two(merger, on):
    places = Gazetteer(on)
    return [places.municipalities_by_id[place.pk] for place in merger]


def test_a_merger_of_a_day_to_come_is_no_history_yet(merger):
    ending, going_on = the_two(merger, DAY_BEFORE)
    assert (ending.is_current, ending.number, ending.successions) == (True, "9901", [])
    assert (going_on.number, going_on.old_numbers, predecessors(going_on)) == ("9902", [], [])


def test_a_merger_holds_from_its_day(merger):
    ending, going_on = the_two(merger, DAY)
    assert [(target, [edge.date for edge in path]) for target, path in successors(ending)] == [(going_on, [DAY])]
    assert [(old.number, old.last_day) for old in ending.old_numbers] == [("9901", DAY_BEFORE)]
    assert (ending.is_current, going_on.number, going_on.old_numbers[0].number) == (False, "9903", "9902")


def test_a_municipality_of_a_day_to_come_is_not_there_yet():
    coming = make_municipality(valid_from=DAY)
    assert coming.pk not in [place.id for place in Gazetteer(DAY_BEFORE).municipalities]
    assert coming.pk in [place.id for place in Gazetteer(DAY).municipalities]


def test_a_new_name_counts_only_from_its_day():
    municipality = make_municipality()
    PlaceName.objects.create(municipality=municipality, language="se", name="Ovdal", valid_to=DAY_BEFORE)
    PlaceName.objects.create(municipality=municipality, language="se", name="Maŋŋel", valid_from=DAY)
    before, after = (Gazetteer(on).municipalities_by_id[municipality.pk] for on in (DAY_BEFORE, DAY))
    assert (names(before.names), names(before.old_names)) == (["Ovdal"], [])
    assert (names(after.names), names(after.old_names)) == (["Maŋŋel"], ["Ovdal"])


# What became of a place, and what it was made of


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("royken", {"asker": [2020]}),
        ("snillfjord", {"heim": [2020], "hitra": [2020], "orkland": [2020]}),
        ("skodje", {"alesund": [2020, 2024], "haram": [2020, 2024]}),
        ("lardal", {"larvik": [2018]}),
    ],
    ids=["merged", "divided", "merged and then divided", "merged and then renumbered"],
)
def test_a_former_place_knows_what_it_became_and_when(places, former, today):
    found = successors(places.municipality_by_slug[former])
    assert {target.slug: [edge.date.year for edge in path] for target, path in found} == today


def test_a_place_of_today_is_its_own_successor(places):
    oslo = places.municipality_by_slug["oslo"]
    assert successors(oslo) == [(oslo, ())]


def test_every_former_place_became_one_of_today(places):
    former = [*places.former_municipalities, *places.former_districts]
    assert len(former) == 119 + 27
    assert [place.slug for place in former if not successors(place)] == []
    assert {target.is_current for place in former for target, _path in successors(place)} == {True}


def test_a_place_knows_what_it_was_made_of_the_newest_first(places):
    edges = predecessors(places.municipality_by_slug["alesund"])
    made_of = [(edge.predecessor.name, edge.date.year) for edge in edges]
    assert made_of[0] == ("Ålesund", 2024)
    assert sorted(made_of[1:]) == sorted((name, 2020) for name in ("Ålesund", "Ørskog", "Skodje", "Haram", "Sandøy"))


def test_the_newest_merger_into_a_place_is_told_first():
    older, newer, place = (make_municipality(name) for name in ("Eldrevik", "Nyvik", "Prøvefjord"))
    for predecessor, date in ((older, DAY_BEFORE), (newer, DAY)):
        MunicipalitySuccession.objects.create(predecessor=predecessor, successor=place, kind="merged", date=date)
    edges = predecessors(Gazetteer(DAY).municipalities_by_id[place.pk])
    assert [edge.predecessor.name for edge in edges] == ["Nyvik", "Eldrevik"]


def test_the_latest_of_the_old_numbers_of_a_place_comes_first(places):
    assert [old.number for old in places.municipality_by_slug["baerum"].old_numbers] == ["3024", "0219"]


def test_a_district_knows_the_districts_it_was_made_of(places):
    origins = places.district_by_slug["ost"].origins
    assert {edge.predecessor.main_name for edge in origins} == {"Østfold", "Follo", "Romerike"}


# In lists


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"county": "oslo"}, {"Oslo": ["Oslo"]}),
        ({"by_district": True, "district": "oslo"}, {"Oslo": ["Asker", "Bærum", "Oslo"]}),
        ({"name": "baer"}, {"Akershus": ["Bærum"]}),
        ({"name": "TRÅANTE"}, {"Trøndelag": ["Trondheim"]}),
        ({"name": "herøy"}, {"Møre og Romsdal": ["Herøy"], "Nordland": ["Herøy"]}),
        ({"district": "oslo", "county": "akershus"}, {"Akershus": ["Asker", "Bærum"]}),
        ({"name": "qqq"}, {}),
    ],
    ids=["county", "district", "part of a name", "Sámi name", "namesakes", "district and county", "nothing"],
)
def test_a_list_shows_those_that_fit_and_no_empty_group(places, filters, found):
    assert {group.place.name: names(group.members) for group in places.groups(**filters)} == found


# Never older than a second


def test_a_change_of_a_place_is_seen_after_a_second_without_a_restart(clock):
    before = gazetteer.current()
    make_municipality("Prøvevik", slug="provevik")
    assert gazetteer.current() is before
    clock.now += SECONDS_BETWEEN_CHECKS
    assert gazetteer.current().municipality_by_slug["provevik"].name == "Prøvevik"
    assert look_up("Prøvevik").only.target.slug == "provevik"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Municipality.objects.get(slug="valle").save(), id="a municipality"),
        pytest.param(lambda: PoliceDistrict.objects.get(slug="agder").save(), id="a police district"),
        pytest.param(lambda: NationalNumber.objects.get(key="pst").save(), id="a national number"),
        pytest.param(lambda: PlaceName.objects.get(name="Deatnu").delete(), id="a Sámi name that goes"),
        pytest.param(lambda: DistrictMembership.objects.first().save(), id="a membership"),
    ],
)
def test_a_change_of_places_or_national_numbers_makes_the_gazetteer_anew(change):
    before = gazetteer.current()
    change()
    gazetteer.check_again()
    assert gazetteer.current() is not before


@pytest.mark.parametrize("make", [make_contact_point, make_assignment], ids=["a contact point", "an assignment"])
def test_a_change_of_who_is_where_does_not_make_the_gazetteer_anew(make):
    owner = make_municipality()
    gazetteer.check_again()
    before, content = gazetteer.current(), ContentVersion.objects.get().content
    make_contact_point(owner=owner) if make is make_contact_point else make_assignment(make_contact_point(owner=owner))
    gazetteer.check_again()
    assert gazetteer.current() is before
    assert ContentVersion.objects.get().content != content


def test_the_database_is_asked_at_most_once_a_second(clock, django_assert_num_queries):
    gazetteer.current()
    clock.now += SECONDS_BETWEEN_CHECKS - 0.01
    with django_assert_num_queries(0):
        gazetteer.current()
    clock.now += 0.02
    with django_assert_num_queries(1):
        gazetteer.current()
        gazetteer.current()


def test_a_gazetteer_is_made_by_a_dozen_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        Gazetteer(DAY)


def test_a_new_day_begins_at_once(monkeypatch):
    before = gazetteer.current()
    monkeypatch.setattr(gazetteer, "timezone", SimpleNamespace(localdate=lambda: DAY))
    assert gazetteer.current() is not before
    assert gazetteer.current().on == DAY


def test_places_that_change_while_they_are_read_are_read_again(monkeypatch):
    """Which municipality belongs where must not come from before a change, and its number from after it."""
    reads = interrupt_reading(monkeypatch, times=1)
    assert gazetteer.current().municipality_by_slug["bokn"].name == "Bokn 1"
    assert len(reads) == 2


def test_places_that_never_come_to_rest_are_shown_and_read_again_at_the_next_check(monkeypatch, clock):
    reads = interrupt_reading(monkeypatch, times=gazetteer.MOST_READS)
    gazetteer.current()
    assert len(reads) == gazetteer.MOST_READS
    clock.now += SECONDS_BETWEEN_CHECKS
    assert gazetteer.current().municipality_by_slug["bokn"].name == f"Bokn {gazetteer.MOST_READS}"


def interrupt_reading(monkeypatch, *, times):
    """Someone renames Bokn while it is read, so many times. The names that it got by then are returned."""
    bokn, reads = Municipality.objects.get(slug="bokn"), []
    bokn.save()

    def read(on):
        places = Gazetteer(on)
        reads.append(bokn.name)
        if len(reads) <= times:
            bokn.name = f"Bokn {len(reads)}"
            bokn.save()
        return places

    gazetteer.check_again()
    monkeypatch.setattr(gazetteer, "Gazetteer", read)
    return reads


def test_a_thread_that_waited_does_not_ask_the_database_again(monkeypatch):
    """As many threads as a server has; the first asks, and the others take what it found."""
    asked, inside, go_on = [], threading.Event(), threading.Event()

    def renew(today):
        asked.append(today)
        inside.set()
        go_on.wait(5)

    gazetteer.current()
    monkeypatch.setattr(gazetteer, "_renew", renew)
    gazetteer.check_again()
    threads = [threading.Thread(target=gazetteer.current) for _ in range(4)]
    for thread in threads:
        thread.start()
    inside.wait(5)
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert len(asked) == 1


def test_a_change_that_was_rolled_back_is_forgotten():
    with transaction.atomic():
        make_municipality("Prøvevik", slug="provevik")
        gazetteer.check_again()
        assert "provevik" in gazetteer.current().municipality_by_slug
        transaction.set_rollback(True)
    gazetteer.check_again()
    assert "provevik" not in gazetteer.current().municipality_by_slug
    assert look_up("Prøvevik").only is None


def no_answer(self):
    raise OperationalError("no answer")


def test_while_the_database_is_down_the_last_places_are_shown(monkeypatch, caplog):
    before = gazetteer.current()
    gazetteer.check_again()
    monkeypatch.setattr(type(ContentVersion.objects.all()), "current_stamps", no_answer)
    monkeypatch.setattr(type(ContentVersion.objects), "current_stamps", no_answer)
    assert gazetteer.current() is before
    assert "The database does not answer" in caplog.text


def test_a_process_that_never_reached_the_database_says_so(monkeypatch):
    monkeypatch.setattr(gazetteer._Shelf, "gazetteer", None)
    monkeypatch.setattr(type(ContentVersion.objects), "current_stamps", no_answer)
    with pytest.raises(OperationalError):
        gazetteer.current()
