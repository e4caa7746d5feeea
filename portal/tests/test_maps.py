import csv
import json
import re
import shutil

import pytest
from django.core.management import CommandError, call_command

from portal import maps
from portal import maps_geometry as geometry

VALID_PATH = re.compile(r"(m-?\d+[ -]\d+( \d+|-\d+){4,}z)+")


@pytest.fixture(scope="module")
def district_of():
    with (maps.DATA / "municipalities.csv").open(newline="", encoding="utf-8") as file:
        return {row["number"]: row["police_district"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def every_municipality(district_of):
    return maps.municipality_outlines(sorted(district_of)).outlines


def members(district_of, code):
    return [number for number, district in district_of.items() if district == code]


def test_every_municipality_of_today_is_on_the_map_and_no_other(district_of):
    assert maps._read(maps.MUNICIPALITIES)["municipalities"].keys() == district_of.keys()


def test_every_district_is_on_the_map_and_no_other(district_of):
    assert [outline.code for outline in maps.district_outlines()] == sorted(set(district_of.values()))


def test_neighbouring_districts_never_share_a_tone(every_municipality, district_of):
    units = {outline.number: geometry.read_path(outline.path) for outline in every_municipality}
    pairs = geometry.neighbours(geometry.dissolve(units, district_of))
    tone = {outline.code: outline.tone for outline in maps.district_outlines()}
    assert {("p01", "p02"), ("p11", "p12")} <= pairs
    assert not [pair for pair in pairs if tone[pair[0]] == tone[pair[1]]]


def test_a_handful_of_tones_is_enough():
    assert {outline.tone for outline in maps.district_outlines()} <= set(range(6))


@pytest.mark.parametrize(("name", "budget"), [(maps.DISTRICTS, 14_000), (maps.MUNICIPALITIES, 90_000)])
def test_a_map_stays_light(name, budget):
    assert (maps.DATA / name).stat().st_size <= budget


@pytest.mark.parametrize("name", [maps.DISTRICTS, maps.MUNICIPALITIES])
def test_a_map_says_where_it_comes_from(name):
    assert maps._read(name)["source"].startswith(maps.ATTRIBUTION)


@pytest.mark.parametrize("code", [f"p{number:02}" for number in range(1, 13)])
def test_a_district_fills_its_view_box_and_stays_inside(code, district_of):
    view_box, outlines = maps.municipality_outlines(members(district_of, code))
    left, top, width, height = map(int, view_box.split())
    boxes = [geometry.box(geometry.read_path(outline.path)) for outline in outlines]
    assert all(left < x1 and top < y1 and x2 < left + width and y2 < top + height for x1, y1, x2, y2 in boxes)
    x1, y1, x2, y2 = geometry.union(boxes)
    assert max(x2 - x1, y2 - y1) > 0.9 * max(width, height)


def test_the_country_fits_its_view_box():
    left, top, width, height = map(int, maps.district_view_box().split())
    x1, y1, x2, y2 = geometry.union(geometry.box(geometry.read_path(o.path)) for o in maps.district_outlines())
    assert left < x1 < x2 < left + width
    assert top < y1 < y2 < top + height


def test_outlines_are_closed_paths_of_relative_lines(every_municipality):
    paths = [outline.path for outline in [*every_municipality, *maps.district_outlines()]]
    assert not [path for path in paths if not VALID_PATH.fullmatch(path)]


def test_every_outline_covers_some_land(every_municipality):
    for outline in [*every_municipality, *maps.district_outlines()]:
        assert all(geometry.area(ring) for ring in geometry.read_path(outline.path))


def test_small_islands_far_out_are_not_lost(every_municipality):
    """Utsira, Røst, Træna, Værøy, Kvitsøy: a municipality each, smaller than a pixel or two on the home page."""
    west = min(x for x, _, _, _ in (geometry.box(geometry.read_path(o.path)) for o in maps.district_outlines()))
    utsira = next(geometry.read_path(o.path) for o in every_municipality if o.number == "1151")
    assert abs(west - geometry.box(utsira)[0] / 4) <= 1


def test_a_number_that_is_not_on_the_map_is_left_out():
    assert [outline.number for outline in maps.municipality_outlines(["9999", "0301"]).outlines] == ["0301"]
    assert maps.municipality_outlines(["9999"]) == ("0 0 0 0", [])


def test_the_district_map_is_the_one_made_from_todays_municipalities(tmp_path, capsys):
    """Fails when a municipality changed district: run manage.py make_maps and commit the new map."""
    shutil.copy(maps.DATA / maps.MUNICIPALITIES, tmp_path)
    call_command("make_maps", to=tmp_path)
    assert (tmp_path / maps.DISTRICTS).read_text() == (maps.DATA / maps.DISTRICTS).read_text()


@pytest.fixture
def two_squares(tmp_path):
    (tmp_path / "list.csv").write_text("number,police_district\n1001,p01\n1002,p02\n")
    (tmp_path / "source.json").write_text('{"1001": "M0 0l900 0 0 900-900 0z", "1002": "M900 0l900 0 0 900-900 0z"}')
    return tmp_path


def test_a_source_gives_both_maps(two_squares, capsys):
    source, municipalities = two_squares / "source.json", two_squares / "list.csv"
    call_command("make_maps", source, municipalities=municipalities, to=two_squares)
    made = json.loads((two_squares / maps.MUNICIPALITIES).read_text())["municipalities"]
    assert [geometry.area(geometry.read_path(path)[0]) for path in made.values()] == [810_000, 810_000]
    assert list(json.loads((two_squares / maps.DISTRICTS).read_text())["districts"]) == ["p01", "p02"]


def test_a_source_without_some_municipality_is_refused(two_squares):
    with pytest.raises(CommandError, match="0301"):
        call_command("make_maps", two_squares / "source.json", to=two_squares)
