"""Which municipality is which, found out from the history of their numbers. Pure: no database, no Django.

A renamed or renumbered municipality is still itself; a merger or a split ends it, even where the new one has the same
name: Asker 0220 ended with 2019, Asker 3025 (today 3203) is another municipality. So 492 lines of history and 357
municipalities of today become 476 identities, each with its dated numbers, its names and its address.
"""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from contacts.snapshot_tables import ChangeRow, CountyRow, DistrictRow, MunicipalityRow, PostalCodeRow, Problem, slug

HISTORY = "municipality_history.csv"
SAME_UNIT = ("renamed", "renumbered", "transferred")

# Others merged into it, it kept number and name, and no line says so. Nothing else in the history tells Stavanger from
# Indre Østfold, which began with its merger. (Trondheim 5001 did the same, but is known by its line of 2018.)
KEPT_ITS_NUMBER = ("1103",)
# Names in two languages of municipalities that ended, where no name of today says which part is which.
NORWEGIAN_NAMES = frozenset(["Tysfjord"])
LANGUAGE_OF_NAMES = {"Divtasvuodna": "smj"}

SLUG_LENGTH = 50
ONE_DAY = datetime.timedelta(days=1)


@dataclass
class Era:
    """A number from a day to a day; an empty end is open."""

    number: str
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(eq=False)
class Unit:
    """A municipality of today or of before, with everything the files know about it."""

    eras: list[Era]
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    name: str = ""
    slug: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)  # (language, name), beside the main name
    old_names: list[tuple[str, datetime.date]] = field(default_factory=list)  # (Norwegian name, its last day)
    facts: MunicipalityRow | None = None  # of a municipality of today
    spelling: str = ""  # as the history writes the name: "Hábmer - Hamarøy"
    left_spellings: list[tuple[str, datetime.date]] = field(default_factory=list)  # those it had before, until when
    line: int = 0  # the last line of the history about it

    @property
    def number(self):
        return self.eras[-1].number


class Edge(NamedTuple):
    predecessor: Unit
    successor: Unit
    kind: str
    date: datetime.date


@dataclass
class District:
    """A police district of today or of before 2016."""

    name: str
    slug: str
    code: str = ""
    headquarters: str = ""
    name_nn: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


class DistrictEdge(NamedTuple):
    predecessor: District
    successor: District
    date: datetime.date


class Places(NamedTuple):
    """All that the files say about places, ready to be stored."""

    counties: list[CountyRow]
    districts: list[District]
    district_edges: list[DistrictEdge]
    municipalities: list[Unit]
    edges: list[Edge]
    postal_codes: list[PostalCodeRow]


def derive(snapshots):
    """The places and what is wrong with them; no places while a file they rest on is wrong."""
    if snapshots.problems:
        return None, []
    chronicle = Chronicle(snapshots.rows(HISTORY), snapshots.rows("municipalities.csv"))
    counties = snapshots.rows("counties.csv")
    problems = chronicle.problems or [
        *_give_names(chronicle.units, snapshots.rows("municipality_names.csv")),
        *_give_slugs(chronicle.units, {row.number: row.name for row in counties}),
    ]
    districts, district_edges = _districts(snapshots)
    postal_codes = snapshots.rows("postal_codes.csv")
    places = Places(counties, districts, district_edges, chronicle.units, chronicle.edges, postal_codes)
    return (None, problems) if problems else (places, [])


class Chronicle:
    """Reads the history day by day and keeps who has which number; afterwards the numbers are those of today."""

    def __init__(self, history: list[ChangeRow], today: list[MunicipalityRow]):
        self.units, self.edges, self.problems = [], [], []
        self.holders = {}  # number -> the unit that has it
        self.left = {}  # number -> the line that took it out of use
        for number in KEPT_ITS_NUMBER:
            self._begin(number)
        for date, rows in groupby(sorted(history, key=lambda row: row.change_date), key=lambda row: row.change_date):
            self._live_through(date, list(rows))
        self._arrive(today)

    def _begin(self, number, date=None):
        unit = Unit([Era(number, date)], valid_from=date)
        self.units.append(unit)
        self.holders[number] = unit
        return unit

    def _complain(self, row, reason):
        self.problems.append(Problem(HISTORY, row.line, reason))

    def _live_through(self, date, rows):
        before = {row.old_number: self._holder(row) for row in rows}
        self._check_together(rows)
        for row in rows:
            if row.old_number != row.new_number and self.holders.pop(row.old_number, None):
                self.left[row.old_number] = row.line
        # First those that go on: a unit may take over a number and be joined by others on the same day.
        for row in sorted(rows, key=lambda row: row.kind not in SAME_UNIT):
            unit = before[row.old_number]
            unit.line, unit.spelling = row.line, row.old_name
            successor = self._go_on(unit, row) if row.kind in SAME_UNIT else self._end(unit, row)
            self.edges.append(Edge(unit, successor, row.kind, date))

    def _holder(self, row):
        number = row.old_number
        if number in self.left and number not in self.holders:
            self._complain(row, f"“{number}” went out of use before, in line {self.left[number]}")
        unit = self.holders.get(number) or self._begin(number)
        self._check_name(unit, row, number, row.old_name)
        return unit

    def _check_name(self, unit, row, number, name):
        """Another name than the lines before gave it is a sign that the number is wrong."""
        if unit.spelling not in ("", name):
            self._complain(row, f"“{number}” is called {name}, but {unit.spelling} in line {unit.line}")

    def _check_together(self, rows):
        by_number = {}
        for row in rows:
            by_number.setdefault(row.old_number, []).append(row)
        for number, group in by_number.items():
            kinds = {row.kind for row in group}
            if len(group) > 1 and kinds != {"split"}:
                self._complain(group[1], f"“{number}” is already changed on that day, in line {group[0].line}")
            if kinds == {"split"} and len(group) == 1:
                self._complain(group[0], f"“{number}” is split, but has one successor only")

    def _go_on(self, unit, row):
        unit.left_spellings.append((row.old_name, row.change_date - ONE_DAY))
        unit.spelling = row.new_name
        if row.new_number == row.old_number:
            if row.kind == "renumbered":
                self._complain(row, f"“{row.old_number}” is renumbered to the number it has")
            return unit
        if row.new_number in self.holders:
            self._complain(row, f"“{row.new_number}” is the number of another municipality on that day")
        unit.eras[-1].valid_to = row.change_date - ONE_DAY
        unit.eras.append(Era(row.new_number, row.change_date))
        self.holders[row.new_number] = unit
        return unit

    def _end(self, unit, row):
        if row.new_number == row.old_number:
            self._complain(row, f"“{row.old_number}” is {row.kind} into itself; one that keeps its number has no line")
        unit.valid_to = unit.eras[-1].valid_to = row.change_date - ONE_DAY
        successor = self.holders.get(row.new_number) or self._begin(row.new_number, row.change_date)
        self._check_name(successor, row, row.new_number, row.new_name)
        successor.line, successor.spelling = row.line, row.new_name
        return successor

    def _arrive(self, today):
        facts = {row.number: row for row in today}
        for number, unit in self.holders.items():
            unit.facts = facts.get(number)
            if not unit.facts:
                reason = f"the history of “{number}” {unit.spelling} ends in nothing: it is not in municipalities.csv"
                self.problems.append(Problem(HISTORY, unit.line, reason))
        for number in facts.keys() - self.holders.keys():
            if number in self.left:
                reason = f"“{number}” went out of use, says {HISTORY} line {self.left[number]}"
                self.problems.append(Problem("municipalities.csv", facts[number].line, reason))
        for number in sorted(facts.keys() - self.holders.keys()):
            self._begin(number).facts = facts[number]


def _give_names(units, rows):
    """The main name is the Norwegian one; the others stand beside it, each with its language."""
    current = {unit.number: unit for unit in units if unit.facts}
    for row in rows:
        current[row.municipality_number].names.append((row.language, row.name))
    languages = LANGUAGE_OF_NAMES | {row.name: row.language for row in rows}
    norwegian = {unit.facts.name for unit in current.values()} | NORWEGIAN_NAMES
    for unit in units:
        parts = unit.spelling.split(" - ")
        if unit.facts:
            unit.name = unit.facts.name
            unit.old_names = _left_names(unit, languages)
            continue
        unit.name = parts[0] if len(parts) == 1 else next((part for part in parts if part in norwegian), "")
        others = [part for part in parts if part != unit.name]
        if not unit.name or any(part not in languages for part in others):
            yield Problem(HISTORY, unit.line, f"it is not known which part of “{unit.spelling}” is in which language")
        else:
            unit.names = [(languages[part], part) for part in others]


def _left_names(unit, languages):
    """Norwegian names that a municipality of today had before, such as Nes for Nesbyen, each with its last day."""
    left = {
        part: last_day
        for spelling, last_day in unit.left_spellings
        for part in spelling.split(" - ")
        if part != unit.name and part not in languages
    }
    return [*left.items()]


def _give_slugs(units, county_names):
    """Those of today first: whoever ended gets an address that nobody of today has."""
    today = Counter(slug(unit.name) for unit in units if unit.facts)
    before = Counter(slug(unit.name) for unit in units if not unit.facts)
    seen = set()
    for unit in sorted(units, key=lambda unit: unit.facts is None):
        unit.slug = slug(unit.name)
        if unit.facts and today[unit.slug] > 1:
            unit.slug += f"-{slug(county_names[unit.facts.county_number])}"
        elif not unit.facts and (unit.slug in today or before[unit.slug] > 1):
            unit.slug += f"-{unit.number}"
        if unit.slug in seen or len(unit.slug) > SLUG_LENGTH:
            file, line = ("municipalities.csv", unit.facts.line) if unit.facts else (HISTORY, unit.line)
            yield Problem(file, line, f"“{unit.name}” cannot have the address {unit.slug}: it is taken or too long")
        seen.add(unit.slug)


def _districts(snapshots):
    current = {row.name: _district_of_today(row) for row in snapshots.rows("police_districts.csv")}
    slugs = {district.slug for district in current.values()}
    edges = []
    for row in snapshots.rows("police_district_history.csv"):
        last_day = row.change_date - ONE_DAY
        address = slug(row.old_name)
        address += f"-{last_day.year}" if address in slugs else ""
        former = District(row.old_name, address, valid_to=last_day)
        edges.append(DistrictEdge(former, current[row.new_name], row.change_date))
    first_days = {edge.successor.slug: edge.date for edge in edges}
    for district in current.values():
        district.valid_from = first_days.get(district.slug)
    return [*current.values(), *(edge.predecessor for edge in edges)], edges


def _district_of_today(row: DistrictRow):
    return District(row.name, row.slug, row.code, row.headquarters, row.name_nn)
