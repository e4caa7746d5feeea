import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts import identities, models, snapshots
from contacts.folding import fold
from contacts.snapshot_tables import KINDS, LANGUAGES, TABLES, Problem, slug
from contacts.tests.folders import Folder
from contacts.tests.mutations import mutations

HISTORY = "municipality_history.csv"
OSLO = "0301,Oslo,03,p01,59.9724,10.7757,958935420"


@pytest.fixture(scope="module")
def places():
    found, problems = identities.derive(snapshots.read())
    assert problems == []
    return found


@pytest.fixture(scope="module")
def by_slug(places):
    return {unit.slug: unit for unit in places.municipalities}


def eras(unit):
    return [(era.number, str(era.valid_from), str(era.valid_to)) for era in unit.eras]


# The facts of today


def test_every_file_is_read_without_a_problem_and_says_where_it_comes_from():
    read = snapshots.read()
    assert read.problems == []
    assert {row.file for row in read.rows("sources.csv")} == read.files.keys() - {"sources.csv"}


def test_the_files_hold_as_many_rows_as_the_registers():
    sizes = {name: file.size for name, file in snapshots.read().files.items()}
    assert (sizes["counties.csv"], sizes["municipalities.csv"], sizes["police_districts.csv"]) == (15, 357, 12)
    assert (sizes[HISTORY], sizes["police_district_history.csv"], sizes["postal_codes.csv"]) == (492, 27, 5114)


def test_the_files_speak_of_the_same_languages_and_kinds_as_the_database():
    assert list(LANGUAGES) == models.places.Language.values
    assert set(KINDS) == set(models.places.SuccessionKind.values)
    assert set(identities.SAME_UNIT) == {str(kind) for kind in models.places.SAME_UNIT_KINDS}


def test_what_became_of_a_county_leads_to_counties_of_today():
    became = {(row.old_name, row.new_name, row.change_date.year) for row in snapshots.former_counties()}
    assert {("Hordaland", "Vestland", 2020), ("Viken", "Akershus", 2024)} <= became


# Which municipality is which


def test_a_municipality_that_was_renumbered_is_still_itself(by_slug):
    assert eras(by_slug["valer-ostfold"]) == [
        ("0137", "None", "2019-12-31"),
        ("3018", "2020-01-01", "2023-12-31"),
        ("3114", "2024-01-01", "None"),
    ]


def test_a_merged_municipality_ended_even_where_the_new_one_has_its_name(by_slug):
    old, new = by_slug["asker-0220"], by_slug["asker"]
    assert (old.name, old.valid_to, old.facts) == ("Asker", datetime.date(2019, 12, 31), None)
    assert (new.name, new.valid_from, new.number) == ("Asker", datetime.date(2020, 1, 1), "3203")


@pytest.mark.parametrize(
    ("address", "numbers"), [("stavanger", ["1103"]), ("trondheim", ["1601", "5001"])], ids=["Stavanger", "Trondheim"]
)
def test_a_municipality_that_others_joined_kept_its_number_and_itself(by_slug, address, numbers):
    assert [era.number for era in by_slug[address].eras] == numbers
    assert by_slug[address].valid_from is None


def test_a_divided_municipality_leads_to_each_of_its_parts(places):
    parts = {edge.successor.slug for edge in places.edges if edge.predecessor.slug == "alesund-1507"}
    assert parts == {"alesund", "haram"}


@pytest.mark.parametrize(
    ("address", "name", "others"),
    [
        ("tysfjord", "Tysfjord", [("smj", "Divtasvuodna")]),
        ("hamaroy-1849", "Hamarøy", [("smj", "Hábmer")]),
        ("tjeldsund-1852", "Tjeldsund", [("se", "Dielddanuorri")]),
        ("namsos-5005", "Namsos", [("sma", "Nåavmesjenjaelmie")]),
        ("kafjord", "Kåfjord", [("se", "Gáivuotna"), ("fkv", "Kaivuono")]),
        ("royken", "Røyken", []),
    ],
)
def test_the_norwegian_name_is_the_main_one_and_the_others_keep_their_language(by_slug, address, name, others):
    assert (by_slug[address].name, by_slug[address].names) == (name, others)


def test_a_name_that_a_municipality_left_is_kept_with_its_last_day(by_slug):
    assert by_slug["nesbyen"].old_names == [("Nes", datetime.date(2019, 12, 31))]
    assert [unit.slug for unit in by_slug.values() if unit.old_names] == ["nesbyen"]


@pytest.mark.parametrize(
    "address",
    ["baerum", "tromso", "heroy-nordland", "heroy-more-og-romsdal", "valer-ostfold", "valer-innlandet", "royken", "os"],
)
def test_links_to_a_municipality_are_made_of_its_name(by_slug, address):
    assert address in by_slug


def test_the_successor_of_every_former_municipality_exists_today(places):
    ended = {id(edge.predecessor) for edge in places.edges if edge.predecessor is not edge.successor}
    assert ended == {id(unit) for unit in places.municipalities if not unit.facts}
    assert len(ended) == 119


def test_the_27_districts_ended_with_2015_and_have_their_own_address_where_a_new_one_took_the_name(places):
    former = {district.slug for district in places.districts if str(district.valid_to) == "2015-12-31"}
    assert len(former) == 27
    assert {"romerike", "oslo-2015", "agder-2015", "troms-2015", "asker-og-baerum"} <= former


@pytest.mark.parametrize(
    ("name", "address"),
    [("Bærum", "baerum"), ("Sør-Øst", "sor-ost"), ("Porsáŋgu", "porsangu"), ("Unjárga - Nesseby", "unjarga-nesseby")],
)
def test_an_address_is_plain_ascii(name, address):
    assert slug(name) == address


def test_an_address_is_written_with_the_letters_of_the_search(places):
    """The search also folds ä, ö, ð and ł; no name of which an address is made has them, so no address changes."""
    units = [*places.municipalities, *places.districts, *places.counties]
    assert not [unit.name for unit in units if set("äöðł") & set(unit.name.casefold())]
    assert [fold(slug(unit.name)) for unit in units] == [fold(unit.name) for unit in units]


# What is wrong with a file. Each case: file, a line of it, what someone wrote there, what they are told

BAD_ROWS = {
    "a lost leading zero": (
        "municipalities.csv",
        OSLO,
        OSLO[1:],
        "number: “301” has three digits; municipality numbers have four, with the leading zero",
    ),
    "a lost leading zero in the register": (
        "postal_codes.csv",
        "0010,OSLO,0301",
        "10,OSLO,0301",
        "code: “10” has two digits; postal codes have four, with the leading zero",
    ),
    "a number with a letter": (
        "counties.csv",
        "03,Oslo",
        "O3,Oslo",
        "number: “O3” is not a county number: that is two digits",
    ),
    "an unknown county": (
        "municipalities.csv",
        OSLO,
        OSLO.replace(",03,", ",13,"),
        "county_number: “13” is not in counties.csv",
    ),
    "another county than the number says": (
        "municipalities.csv",
        OSLO,
        OSLO.replace(",03,", ",32,"),
        "“0301” begins with the county's number, but the county is “32”",
    ),
    "an unknown district": (
        "municipalities.csv",
        OSLO,
        OSLO.replace("p01", "p13"),
        "police_district: “p13” is not in police_districts.csv",
    ),
    "a district by name": (
        "municipalities.csv",
        OSLO,
        OSLO.replace("p01", "Oslo"),
        "police_district: “Oslo” is not understood",
    ),
    "an unknown municipality": (
        "postal_codes.csv",
        "0010,OSLO,0301",
        "0010,OSLO,0302",
        "municipality_number: “0302” is not in municipalities.csv",
    ),
    "an empty name": ("municipalities.csv", OSLO, OSLO.replace("Oslo", ""), "name: it is empty"),
    "a name without a letter": ("municipalities.csv", OSLO, OSLO.replace("Oslo", "?"), "name: “?” is not a name"),
    "a space after the name": ("counties.csv", "03,Oslo", "03,Oslo ", "'Oslo ' has a space at an end"),
    "a name that is too long": ("counties.csv", "03,Oslo", f"03,{'O' * 61}", "has 61 characters; there is room for 60"),
    "a place outside Norway": (
        "municipalities.csv",
        OSLO,
        OSLO.replace("59.9724", "55.6761"),
        "latitude: the latitude “55.6761” is outside Norway (57 to 72)",
    ),
    "latitude and longitude swapped": (
        "municipalities.csv",
        OSLO,
        OSLO.replace("59.9724,10.7757", "10.7757,59.9724"),
        "longitude: the longitude “59.9724” is outside Norway (4 to 32)",
    ),
    "a point that is not a number": (
        "municipalities.csv",
        OSLO,
        OSLO.replace("59.9724", "nan"),
        "“nan” is not a latitude",
    ),
    "a wrong organisation number": (
        "municipalities.csv",
        OSLO,
        OSLO.replace("958935420", "958935421"),
        "“958935421” is not an organisation number: its check digit is wrong",
    ),
    "a value too few": ("counties.csv", "03,Oslo", "03", "1 values; expected are 2: number,name"),
    "a value too many": ("counties.csv", "03,Oslo", "03,Oslo,Oslo", "3 values; expected are 2: number,name"),
    "other columns": ("counties.csv", "number,name", "nr,navn", "the columns are nr,navn; expected are number,name"),
    "an unknown language": (
        "municipality_names.csv",
        "1870,se,Suortá",
        "1870,sme,Suortá",
        "language: “sme” is not a language",
    ),
    "a date that does not exist": (
        HISTORY,
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,merged",
        "0706,Sandefjord,0710,Sandefjord,2017-02-29,merged",
        "change_date: “2017-02-29” is not a date; write it like 2020-01-31",
    ),
    "a date in another order": (
        "police_district_history.csv",
        "Follo,Øst,2016-01-01",
        "Follo,Øst,01.01.2016",
        "change_date: “01.01.2016” is not a date",
    ),
    "a succession of an unknown kind": (
        HISTORY,
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,merged",
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,swallowed",
        "kind: “swallowed” is not a kind of succession",
    ),
    "a number that no county ever had": (
        HISTORY,
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,merged",
        "9906,Sandefjord,0710,Sandefjord,2017-01-01,merged",
        "“9906” is not the number of a municipality: no county has had 99",
    ),
    "a district that became an unknown one": (
        "police_district_history.csv",
        "Follo,Øst,2016-01-01",
        "Follo,Aust,2016-01-01",
        "new_name: “Aust” is not in police_districts.csv",
    ),
    "a county that became an unknown one": (
        "county_history.csv",
        "Viken,Akershus,2024-01-01",
        "Viken,Akerhus,2024-01-01",
        "the history of “Akerhus” ends in nothing",
    ),
    "a file without a source": ("sources.csv", None, None, "counties.csv has no line that says where it comes from"),
    # These are found when the history is followed.
    "a succession that ends in nothing": (
        HISTORY,
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,merged",
        "0706,Sandefjord,0717,Sandefjord,2017-01-01,merged",
        "the history of “0717” Sandefjord ends in nothing: it is not in municipalities.csv",
    ),
    "a split with one part": (
        HISTORY,
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,merged",
        "0706,Sandefjord,0710,Sandefjord,2017-01-01,split",
        "“0706” is split, but has one successor only",
    ),
    "a merger into itself": (
        HISTORY,
        "5030,Klæbu,5001,Trondheim,2020-01-01,merged",
        "5030,Klæbu,5030,Trondheim,2020-01-01,merged",
        "“5030” is merged into itself; one that keeps its number has no line",
    ),
    "a number given to two": (
        HISTORY,
        "1703,Namsos,5005,Namsos,2018-01-01,renumbered",
        "1703,Namsos,5004,Namsos,2018-01-01,renumbered",
        "“5004” is the number of another municipality on that day",
    ),
    "a number under another name": (
        HISTORY,
        "5030,Klæbu,5001,Trondheim,2020-01-01,merged",
        "5030,Klæbu,5001,Trondhjem,2020-01-01,merged",
        "“5001” is called Trondhjem, but Trondheim in line",
    ),
    "a change after the end": (
        HISTORY,
        "0709,Larvik,0712,Larvik,2018-01-01,merged",
        "0706,Larvik,0712,Larvik,2018-01-01,merged",
        "“0706” went out of use before, in line 2",
    ),
    "a renumbering that changes nothing": (
        HISTORY,
        "1702,Steinkjer,5004,Steinkjer,2018-01-01,renumbered",
        "1702,Steinkjer,1702,Steinkjer,2018-01-01,renumbered",
        "“1702” is renumbered to the number it has",
    ),
    "a name in languages nobody knows": (
        HISTORY,
        "1927,Tranøy,5421,Senja,2020-01-01,merged",
        "1927,Tranøy - Rátnu,5421,Senja,2020-01-01,merged",
        "it is not known which part of “Tranøy - Rátnu” is in which language",
    ),
}


def problems_in(folder):
    read = snapshots.read(folder.path)
    return [*read.problems, *identities.derive(read)[1]]


@pytest.mark.parametrize(("file", "line", "written", "told"), BAD_ROWS.values(), ids=BAD_ROWS.keys())
def test_a_bad_row_is_named_with_its_line_and_its_reason(folder, file, line, written, told):
    line = line or next(line for line in folder.lines(file) if line.startswith("counties.csv"))
    at = folder.replace(file, line, written)
    expected_line = 0 if written is None else at
    assert any(
        (problem.file, problem.line) == (file, expected_line) and told in problem.reason
        for problem in problems_in(folder)
    ), problems_in(folder)


@pytest.mark.parametrize("file", TABLES)
def test_a_row_that_is_there_twice_is_named_in_every_file(folder, file):
    again = folder.add(file, folder.lines(file)[1])
    assert [(problem.line, problem.reason[-20:]) for problem in problems_in(folder)] == [
        (again, "is already in line 2")
    ]


@pytest.mark.parametrize("file", TABLES)
def test_a_file_in_another_encoding_is_named_with_the_line(folder, file):
    lines = folder.lines(file)
    content = "\n".join([lines[0], "0301,Tromsø", *lines[1:]])
    (folder.path / file).write_bytes(content.encode("latin-1", errors="replace"))
    problem = next(problem for problem in problems_in(folder) if problem.file == file)
    assert str(problem) == f"{file} line 2: the byte 0xF8 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize("file", [*TABLES, "municipalities_map.json"])
def test_a_missing_file_is_named(folder, file):
    (folder.path / file).unlink()
    assert Problem(file, 0, "the file cannot be read: No such file or directory") in problems_in(folder)


@pytest.mark.parametrize("file", TABLES)
def test_a_file_with_a_header_only_is_named(folder, file):
    folder.write(file, folder.lines(file)[:1])
    assert str(Problem(file, 0, "the file has no rows")) in map(str, problems_in(folder))


def test_a_broken_map_is_named(folder):
    (folder.path / "districts_map.json").write_text("[]")
    assert problems_in(folder) == [Problem("districts_map.json", 0, "the file is not a JSON object")]


def test_a_municipality_without_an_outline_is_named(folder):
    folder.add("municipalities.csv", "1198,Nyvåg,11,p06,59.3069,4.8868,")
    reason = "“1198” of municipalities.csv has no outline; make the map anew (manage.py make_maps)"
    assert problems_in(folder) == [Problem("municipalities_map.json", 0, reason)]


@pytest.mark.parametrize(
    ("file", "part", "key", "listed_in"),
    [
        ("municipalities_map.json", "municipalities", "9999", "municipalities.csv"),
        ("districts_map.json", "districts", "p13", "police_districts.csv"),
    ],
)
def test_an_outline_of_nothing_is_named(folder, file, part, key, listed_in):
    drawn = json.loads((folder.path / file).read_text())
    drawn[part][key] = next(iter(drawn[part].values()))
    (folder.path / file).write_text(json.dumps(drawn))
    reason = f"the outline “{key}” is not in {listed_in}; make the map anew (manage.py make_maps)"
    assert problems_in(folder) == [Problem(file, 0, reason)]


def test_a_quotation_mark_that_is_never_closed_is_named(folder):
    folder.replace("counties.csv", "03,Oslo", '03,"Oslo')
    assert any(problem.file == "counties.csv" and "not CSV" in problem.reason for problem in problems_in(folder))


def test_several_bad_rows_are_all_named(folder):
    folder.replace("counties.csv", "03,Oslo", "3,Oslo")
    folder.replace("postal_codes.csv", "0010,OSLO,0301", "0010,,301")
    assert sorted(map(str, problems_in(folder))) == [
        "counties.csv line 2: number: “3” has one digit; county numbers have two, with the leading zero",
        "postal_codes.csv line 3: municipality_number: “301” has three digits; "
        "municipality numbers have four, with the leading zero",
        "postal_codes.csv line 3: place: it is empty",
    ]


def test_one_bad_municipality_does_not_make_its_postal_codes_bad_rows(folder):
    folder.replace("municipalities.csv", OSLO, OSLO[1:])
    assert len(problems_in(folder)) == 1


def test_a_number_that_its_own_history_took_out_of_use_is_named(folder):
    at = folder.add("municipalities.csv", "5030,Klæbu,50,p09,63.2950,10.4820,")
    folder.draw_all()
    reason = f"“5030” went out of use, says {HISTORY} line "
    assert [(p.file, p.line) for p in problems_in(folder) if p.reason.startswith(reason)] == [
        ("municipalities.csv", at)
    ]


def test_two_changes_of_one_municipality_on_one_day_are_named(folder):
    at = folder.add(HISTORY, "0706,Sandefjord,0720,Stokke,2017-01-01,renumbered")
    assert Problem(HISTORY, at, "“0706” is already changed on that day, in line 2") in problems_in(folder)


def test_two_municipalities_with_one_name_in_one_county_are_named(folder):
    at = folder.add("municipalities.csv", "3299,Bærum,32,p01,59.9290,10.4997,")
    folder.draw_all()
    assert [(p.file, p.line) for p in problems_in(folder)] == [("municipalities.csv", at)]


def test_a_municipality_without_a_postal_code_is_no_problem(folder):
    lines = folder.lines("postal_codes.csv")
    folder.write("postal_codes.csv", [line for line in lines if not line.endswith(",1151")])
    assert len(lines) > len(folder.lines("postal_codes.csv"))
    assert problems_in(folder) == []


def test_files_saved_by_a_spreadsheet_are_read(folder):
    """With a byte order mark, Windows line ends and every value quoted."""
    lines = ['"' + line.replace(",", '","') + '"' for line in folder.lines("counties.csv")]
    (folder.path / "counties.csv").write_bytes("\ufeff".encode() + "\r\n".join(lines).encode())
    assert problems_in(folder) == []


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return Folder(tmp_path_factory.mktemp("scratch"))


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_whatever_happens_to_one_row_it_is_named_or_does_no_harm(scratch, data):
    with data.draw(mutations(scratch)) as mutation:
        read = snapshots.read(scratch.path)
        places, problems = identities.derive(read)
        problems = [*read.problems, *problems]
        assert (places is None) == bool(problems)
        for problem in problems:
            assert problem.file in read.files
            assert problem.line == 0 or problem.line <= len(scratch.lines(problem.file)), mutation
        if places:
            assert_whole(places)


def assert_whole(places):
    """What everything else relies on: nobody of today is missing, and no address is given twice."""
    addresses = [unit.slug for unit in places.municipalities]
    assert len(addresses) == len(set(addresses))
    assert {edge.successor.number for edge in places.edges} <= {unit.number for unit in places.municipalities}
    for unit in places.municipalities:
        assert unit.name
        assert (unit.facts is None) == (unit.valid_to is not None)
        assert len([era for era in unit.eras if era.valid_to is None]) == (unit.facts is not None)
