"""What no file can show by itself: that the files agree with each other."""

import datetime
from typing import NamedTuple

from contacts.snapshot_tables import TABLES, Problem, slug

# The first two digits that municipality numbers have had until 2024; those of counties.csv come on top.
COUNTY_NUMBERS = frozenset(
    [f"{number:02}" for number in range(1, 21) if number != 13]
    + ["30", "31", "32", "33", "34", "38", "39", "40", "42", "46", "50", "54", "55", "56"]
)


class Reference(NamedTuple):
    """A column whose values must be found in a column of another file."""

    file: str
    column: str
    target: str
    target_column: str


REFERENCES = [
    Reference("municipalities.csv", "county_number", "counties.csv", "number"),
    Reference("municipalities.csv", "police_district", "police_districts.csv", "code"),
    Reference("municipality_names.csv", "municipality_number", "municipalities.csv", "number"),
    Reference("postal_codes.csv", "municipality_number", "municipalities.csv", "number"),
    Reference("city_districts.csv", "municipality_number", "municipalities.csv", "number"),
    Reference("police_district_history.csv", "new_name", "police_districts.csv", "name"),
]


def cross_check(snapshots):
    """Everything that is wrong between the files of `snapshots`, as a list of problems."""
    problems = []
    for reference in REFERENCES:
        # One bad municipality must not turn all its postal codes into bad rows.
        if snapshots.is_sound(reference.target):
            problems += _unknown(snapshots, reference)
    if snapshots.is_sound("counties.csv"):
        problems += [*_county_chains(snapshots), *_old_numbers(snapshots)]
    for file, target, column in OUTLINES:
        if file in snapshots.files and snapshots.is_sound(file, target):
            problems += _without_outline(snapshots, file, target, column)
    return [*problems, *_wrong_county(snapshots), *_repeated(snapshots), *_without_source(snapshots)]


def _unknown(snapshots, reference):
    known = {getattr(row, reference.target_column) for row in snapshots.rows(reference.target)}
    for row in snapshots.rows(reference.file):
        if (value := getattr(row, reference.column)) not in known:
            reason = f"{reference.column}: “{value}” is not in {reference.target}"
            yield Problem(reference.file, row.line, reason)


def _county_chains(snapshots):
    """A county's history ends in a county of today."""
    history = snapshots.rows("county_history.csv")
    last_change = {row.old_name: row.change_date for row in sorted(history, key=lambda row: row.change_date)}
    current = {row.name for row in snapshots.rows("counties.csv")}
    for row in history:
        goes_on = last_change.get(row.new_name, datetime.date.min) > row.change_date
        if row.new_name not in current and not goes_on:
            yield Problem("county_history.csv", row.line, f"the history of “{row.new_name}” ends in nothing")


def _old_numbers(snapshots):
    counties = COUNTY_NUMBERS | {row.number for row in snapshots.rows("counties.csv")}
    for row in snapshots.rows("municipality_history.csv"):
        for number in (row.old_number, row.new_number):
            if number[:2] not in counties:
                reason = f"“{number}” is not the number of a municipality: no county has had {number[:2]}"
                yield Problem("municipality_history.csv", row.line, reason)


def _wrong_county(snapshots):
    for row in snapshots.rows("municipalities.csv"):
        if row.number[:2] != row.county_number:
            reason = f"“{row.number}” begins with the county's number, but the county is “{row.county_number}”"
            yield Problem("municipalities.csv", row.line, reason)


# Names of which the address is made, and so must not be the same when written in ASCII.
UNIQUE = [
    ("counties.csv", "name"),
    ("police_districts.csv", "name"),
    ("police_districts.csv", "slug"),
    ("police_district_history.csv", "old_name"),
]


def _repeated(snapshots):
    for file, column in UNIQUE:
        seen = {}
        for row in snapshots.rows(file):
            value = getattr(row, column)
            if (first := seen.setdefault(slug(value), row.line)) != row.line:
                yield Problem(file, row.line, f"{column}: “{value}” is already in line {first}")


# What is on a map must be in the list, and the other way round.
OUTLINES = [
    ("municipalities_map.json", "municipalities.csv", "number"),
    ("districts_map.json", "police_districts.csv", "code"),
]


def _without_outline(snapshots, file, target, column):
    drawn, listed = {*snapshots.rows(file)}, {getattr(row, column) for row in snapshots.rows(target)}
    for value in sorted(listed - drawn):
        yield Problem(file, 0, f"“{value}” of {target} has no outline; make the map anew (manage.py make_maps)")
    for value in sorted(drawn - listed):
        yield Problem(file, 0, f"the outline “{value}” is not in {target}; make the map anew (manage.py make_maps)")


def _without_source(snapshots):
    if snapshots.is_sound("sources.csv"):
        for name in TABLES.keys() - {"sources.csv"} - {row.file for row in snapshots.rows("sources.csv")}:
            yield Problem("sources.csv", 0, f"{name} has no line that says where it comes from")
