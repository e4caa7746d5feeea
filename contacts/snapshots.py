"""Dated files of facts: file -> rows, every bad row named with its line. Pure: no database, no Django.

`read(folder)` reads and checks all files, each by itself and against the others; `identities.py` then finds out which
municipality is which.
"""

import csv
import datetime
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parent / "data"

LANGUAGES = ("nb", "nn", "se", "smj", "sma", "fkv")
KINDS = ("merged", "split", "renamed", "renumbered", "transferred")
# The first two digits that municipality numbers have had until 2024; those of counties.csv come on top.
COUNTY_NUMBERS = frozenset(
    [f"{number:02}" for number in range(1, 21) if number != 13]
    + ["30", "31", "32", "33", "34", "38", "39", "40", "42", "46", "50", "54", "55", "56"]
)
COUNT_WORDS = dict(enumerate(["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]))


class Problem(NamedTuple):
    """What is wrong with a line of a file, for the person who has to correct it. Line 0: the file as a whole."""

    file: str
    line: int
    reason: str

    def __str__(self):
        return f"{self.file} line {self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


class SourceRow(NamedTuple):
    line: int
    file: str
    source: str
    licence: str
    as_of: datetime.date
    note: str


class CountyRow(NamedTuple):
    line: int
    number: str
    name: str


class MunicipalityRow(NamedTuple):
    line: int
    number: str
    name: str
    county_number: str
    police_district: str
    latitude: Decimal
    longitude: Decimal
    organisation_number: str


class NameRow(NamedTuple):
    line: int
    municipality_number: str
    language: str
    name: str


class ChangeRow(NamedTuple):
    line: int
    old_number: str
    old_name: str
    new_number: str
    new_name: str
    change_date: datetime.date
    kind: str


class DistrictRow(NamedTuple):
    line: int
    code: str
    name: str
    slug: str
    headquarters: str
    name_nn: str


class NameChangeRow(NamedTuple):
    line: int
    old_name: str
    new_name: str
    change_date: datetime.date


class PostalCodeRow(NamedTuple):
    line: int
    code: str
    place: str
    municipality_number: str


_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


def slug(name):
    """A name as it stands in an address: "Bærum" -> "baerum", "Unjárga - Nesseby" -> "unjarga-nesseby"."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[^\x00-\x7f]", "", letters)).strip("-")


def _digits(length, singular, plural):
    def parse(text):
        if not re.fullmatch(r"[0-9]+", text):
            raise ValueError(f"“{text}” is not a {singular}: that is {COUNT_WORDS[length]} digits")
        if len(text) != length:
            has = f"{COUNT_WORDS.get(len(text), len(text))} digit{'s' * (len(text) > 1)}"
            raise ValueError(f"“{text}” has {has}; {plural} have {COUNT_WORDS[length]}, with the leading zero")
        return text

    return parse


def _text(length, *, required=True, letters=False):
    def parse(text):
        if required and not text.strip():
            raise ValueError("it is empty")
        if text != text.strip() or not text.isprintable() or not unicodedata.is_normalized("NFC", text):
            raise ValueError(f"{text!a} has a space at an end, an invisible character or a letter in two pieces")
        if len(text) > length:
            raise ValueError(f"“{text[:20]}…” has {len(text)} characters; there is room for {length}")
        if letters and text and not slug(text):
            raise ValueError(f"“{text}” is not a name")
        return text

    return parse


def _pattern(pattern, example, *, required=True):
    def parse(text):
        if (text or required) and not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError(f"“{text}” is not understood; write it like {example}")
        return text

    return parse


def _choice(choices, what):
    def parse(text):
        if text not in choices:
            raise ValueError(f"“{text}” is not a {what}; known are {', '.join(choices)}")
        return text

    return parse


def _date(text):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            if (date := datetime.date.fromisoformat(text)).year >= 1838:  # the first municipalities
                return date
        except ValueError:
            pass
    raise ValueError(f"“{text}” is not a date; write it like 2020-01-31")


def _degrees(lowest, highest, what):
    def parse(text):
        if not re.fullmatch(r"\d{1,2}\.\d{1,4}", text, re.ASCII):
            raise ValueError(f"“{text}” is not a {what}; write it like {lowest}.1234")
        if not lowest <= (degrees := Decimal(text)) <= highest:
            raise ValueError(f"the {what} “{text}” is outside Norway ({lowest} to {highest})")
        return degrees

    return parse


def _organisation_number(text):
    """Empty, or nine digits of which the last is a check digit (modulus 11)."""
    if text:
        digits = [int(digit) for digit in _digits(9, "organisation number", "organisation numbers")(text)]
        weighed = sum(digit * weight for digit, weight in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
        if weighed % 11:
            raise ValueError(f"“{text}” is not an organisation number: its check digit is wrong")
    return text


_county_number = _digits(2, "county number", "county numbers")
_municipality_number = _digits(4, "municipality number", "municipality numbers")
_name = _text(60, letters=True)


class Table(NamedTuple):
    """How a file is read: the row it becomes, a parser a column, and the columns that name a row once."""

    row: type
    key: tuple[str, ...]
    columns: dict[str, Callable]


TABLES = {
    "sources.csv": Table(
        SourceRow,
        ("file",),
        {
            "file": _pattern(r"[a-z_]+\.(csv|json)", "counties.csv"),
            "source": _text(300),
            "licence": _text(100),
            "as_of": _date,
            "note": _text(300, required=False),
        },
    ),
    "counties.csv": Table(CountyRow, ("number",), {"number": _county_number, "name": _name}),
    "municipalities.csv": Table(
        MunicipalityRow,
        ("number",),
        {
            "number": _municipality_number,
            "name": _name,
            "county_number": _county_number,
            "police_district": _pattern(r"p\d\d", "p01"),
            "latitude": _degrees(57, 72, "latitude"),
            "longitude": _degrees(4, 32, "longitude"),
            "organisation_number": _organisation_number,
        },
    ),
    "municipality_names.csv": Table(
        NameRow,
        ("municipality_number", "language", "name"),
        {"municipality_number": _municipality_number, "language": _choice(LANGUAGES, "language"), "name": _name},
    ),
    "municipality_history.csv": Table(
        ChangeRow,
        ("old_number", "new_number", "change_date", "kind"),
        {
            "old_number": _municipality_number,
            "old_name": _name,
            "new_number": _municipality_number,
            "new_name": _name,
            "change_date": _date,
            "kind": _choice(KINDS, "kind of succession"),
        },
    ),
    "police_districts.csv": Table(
        DistrictRow,
        ("code",),
        {
            "code": _pattern(r"p\d\d", "p01"),
            "name": _name,
            "slug": _pattern(r"[a-z]+(-[a-z]+)*", "sor-ost"),
            "headquarters": _name,
            "name_nn": _text(60, required=False, letters=True),
        },
    ),
    "police_district_history.csv": Table(
        NameChangeRow, ("old_name",), {"old_name": _name, "new_name": _name, "change_date": _date}
    ),
    "county_history.csv": Table(
        NameChangeRow,
        ("old_name", "new_name", "change_date"),
        {"old_name": _name, "new_name": _name, "change_date": _date},
    ),
    "postal_codes.csv": Table(
        PostalCodeRow,
        ("code",),
        {
            "code": _digits(4, "postal code", "postal codes"),
            "place": _name,
            "municipality_number": _municipality_number,
        },
    ),
}


class File(NamedTuple):
    """A file as it was read: its rows, exactly which file it was, and what is wrong with it."""

    rows: list
    sha256: str
    size: int
    problems: list[Problem]


def read_table(name, folder=DATA):
    """One of the tables, checked by itself."""
    content, problems = _content(name, folder)
    if problems:
        return File([], "", 0, problems)
    rows, problems = _rows(name, content)
    return File(rows, hashlib.sha256(content).hexdigest(), len(rows), problems)


def read_map(name, folder=DATA):
    """An outline file, of which only the number of outlines matters here."""
    content, problems = _content(name, folder)
    if problems:
        return File([], "", 0, problems)
    try:
        size = sum(len(part) for part in json.loads(content).values() if isinstance(part, dict))
    except (ValueError, AttributeError):
        return File([], "", 0, [Problem(name, 0, "the file is not a JSON object")])
    return File([], hashlib.sha256(content).hexdigest(), size, [])


def former_counties(folder=DATA):
    """What became of which county: read where it is needed, not stored in a table."""
    return read_table("county_history.csv", folder).rows


def _content(name, folder):
    try:
        content = (Path(folder) / name).read_bytes()
    except OSError as error:
        return b"", [Problem(name, 0, f"the file cannot be read: {error.strerror}")]
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return b"", [Problem(name, line, f"the byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8")]
    return content, []


def _rows(name, content):
    table, rows, problems, seen = TABLES[name], [], [], {}
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    try:
        if (header := next(reader, [])) != [*table.columns]:
            return [], [Problem(name, 1, f"the columns are {','.join(header)}; expected are {','.join(table.columns)}")]
        for values in filter(None, reader):
            row, reasons = _row(table, reader.line_num, values)
            if row and (first := seen.setdefault(key := _key(table, row), row.line)) != row.line:
                reasons = [f"“{' '.join(map(str, key))}” is already in line {first}"]
            rows += [] if reasons else [row]
            problems += [Problem(name, reader.line_num, reason) for reason in reasons]
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, f"the line is not CSV: {error}"))
    if not rows and not problems:
        problems.append(Problem(name, 0, "the file has no rows"))
    return rows, problems


def _row(table, line, values):
    """The row, or why it is none."""
    if len(values) != len(table.columns):
        return None, [f"{len(values)} values; expected are {len(table.columns)}: {','.join(table.columns)}"]
    parsed, reasons = [], []
    for (column, parse), value in zip(table.columns.items(), values, strict=True):
        try:
            parsed.append(parse(value))
        except ValueError as error:
            reasons.append(f"{column}: {error}")
    return (None, reasons) if reasons else (table.row(line, *parsed), [])


def _key(table, row):
    return tuple(getattr(row, column) for column in table.key)


class Snapshots(NamedTuple):
    """All files of a folder, with everything that is wrong with them."""

    files: dict[str, File]
    problems: list[Problem]

    def rows(self, name):
        return self.files[name].rows

    def is_sound(self, *names):
        return not {problem.file for problem in self.problems} & {*names}


def read(folder=DATA):
    """Every file, checked by itself and against the others."""
    files = {name: read_table(name, folder) for name in TABLES}
    maps = [row.file for row in files["sources.csv"].rows if row.file not in TABLES]
    files |= {name: read_map(name, folder) for name in maps}
    problems = [problem for file in files.values() for problem in file.problems]
    return Snapshots(files, problems + _cross_check(Snapshots(files, problems)))


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
    Reference("police_district_history.csv", "new_name", "police_districts.csv", "name"),
]


def _cross_check(snapshots):
    problems = []
    for reference in REFERENCES:
        # One bad municipality must not turn all its postal codes into bad rows.
        if snapshots.is_sound(reference.target):
            problems += _unknown(snapshots, reference)
    if snapshots.is_sound("counties.csv"):
        problems += [*_county_chains(snapshots), *_old_numbers(snapshots)]
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


def _without_source(snapshots):
    if snapshots.is_sound("sources.csv"):
        for name in TABLES.keys() - {"sources.csv"} - {row.file for row in snapshots.rows("sources.csv")}:
            yield Problem("sources.csv", 0, f"{name} has no line that says where it comes from")
