import pytest

from portal import maps_geometry as geometry

WEST = [(0, 0), (20, 0), (21, 10), (20, 20), (0, 20)]
EAST = [(20, 0), (40, 0), (40, 20), (20, 20), (21, 10)]
ISLET = [(50, 0), (52, 0), (52, 2), (50, 2)]


def edges(rings):
    return set(geometry.borders({"": rings}))


@pytest.mark.parametrize(
    "path", ["M5 5l2 0 0-3zM-1 4l1 0 0 1z", "m5 5 2 0 0-3zm-6-1 1 0 0 1z"], ids=["absolute moves", "relative moves"]
)
def test_both_spellings_of_a_path_are_read(path):
    assert geometry.read_path(path) == [[(5, 5), (7, 5), (7, 2)], [(-1, 4), (0, 4), (0, 5)]]


def test_a_path_is_read_back_as_it_was_written():
    assert geometry.read_path(geometry.write_path([WEST, ISLET])) == [WEST, ISLET]


def test_the_border_inside_a_group_vanishes():
    groups = geometry.dissolve({"west": [WEST], "east": [EAST]}, {"west": "both", "east": "both"})
    assert geometry.borders(groups).keys() == edges([WEST]) ^ edges([EAST])


def test_simplifying_keeps_a_shared_border_shared():
    simpler = geometry.simplify({"west": [WEST], "east": [EAST]}, lambda _: 15, lambda _: 0)
    assert edges(simpler["west"]) & edges(simpler["east"]) == {((20, 0), (20, 20))}
    assert sum(geometry.area(rings[0]) for rings in simpler.values()) == 800


def test_an_islet_goes_unless_it_is_to_be_kept():
    units = {"west": [WEST, ISLET]}
    assert len(geometry.simplify(units, lambda _: 0, lambda _: 5)["west"]) == 1
    assert len(geometry.simplify(units, lambda _: 0, lambda _: 5, keep={(50, 2)})["west"]) == 2


def test_an_island_never_shrinks_to_a_line():
    simpler = geometry.simplify({"islet": [ISLET]}, lambda _: 1000, lambda _: 0)
    assert geometry.area(simpler["islet"][0]) == 4


def test_neighbours_are_those_with_a_common_border_or_near_across_water():
    units = {"west": [WEST], "east": [EAST], "islet": [ISLET]}
    assert geometry.neighbours(units) == {("east", "west")}
    assert geometry.neighbours(units, reach=12) == {("east", "west"), ("east", "islet")}


def test_tones_tell_neighbours_apart_with_as_many_as_it_takes():
    triangle = [("a", "b"), ("b", "c"), ("a", "c")]
    assert geometry.tones("abc", triangle, 2) is None
    assert sorted(geometry.tones("abc", triangle, 3).values()) == [0, 1, 2]
