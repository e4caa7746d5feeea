"""Outlines for the maps: the districts of the country, and the municipalities of one district close up.

The files are made by `manage.py make_maps` and read once a process. Draw every path with `fill-rule: evenodd`. View
boxes differ in scale, so give strokes `vector-effect: non-scaling-stroke`, in the colour of the page behind: where
neighbours meet it is the border, and at the coast nobody sees it.
"""

import json
from functools import cache
from typing import NamedTuple

from contacts.snapshots import DATA
from portal import maps_geometry as geometry

ATTRIBUTION = "Kart: Kartverket, CC BY 4.0 (bearbeidet)"
MUNICIPALITIES = "municipalities_map.json"
DISTRICTS = "districts_map.json"
# The air around a close-up: this part of its longer side.
AIR = 1 / 40


class DistrictOutline(NamedTuple):
    code: str
    tone: int
    path: str


class MunicipalityOutline(NamedTuple):
    number: str
    path: str


class MunicipalityMap(NamedTuple):
    view_box: str
    outlines: list[MunicipalityOutline]


@cache
def _read(name):
    return json.loads((DATA / name).read_text())


def district_view_box():
    """The viewBox that `district_outlines` are drawn in."""
    return _read(DISTRICTS)["viewBox"]


def district_outlines():
    """Every district in the order of the codes; neighbours never have the same tone (0, 1, 2 or 3)."""
    return [DistrictOutline(code, **shape) for code, shape in _read(DISTRICTS)["districts"].items()]


def has_outline(number):
    return number in _read(MUNICIPALITIES)["municipalities"]


def municipality_outlines(numbers):
    """The municipalities in the order given, in a viewBox that fits them. Numbers that are not on the map are left out.

    Nothing on the map gives an empty list, and a viewBox in which nothing is drawn.
    """
    paths = _read(MUNICIPALITIES)["municipalities"]
    outlines = [MunicipalityOutline(number, paths[number]) for number in numbers if number in paths]
    return MunicipalityMap(_fitted(outlines), outlines)


def _fitted(outlines):
    if not outlines:
        return "0 0 0 0"
    boxes = [_box(outline.path) for outline in outlines]
    left, top, right, bottom = geometry.union(boxes)
    return geometry.view_box(boxes, margin=1 + round(max(right - left, bottom - top) * AIR))


@cache
def _box(path):
    return geometry.box(geometry.read_path(path))
