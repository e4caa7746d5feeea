"""What each of the dated files holds: its columns, how a value is read, and the row that a line becomes.

Pure: no database, no Django. `snapshots.py` reads the files by these tables.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from contacts.folding import LETTERS

LANGUAGES = ("nb", "nn", "se", "smj", "sma", "fkv")
KINDS = ("merged", "split", "renamed", "renumbered", "transferred")
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


class CityDistrictRow(NamedTuple):
    line: int
    municipality_number: str
    name: str


class PostalCodeRow(NamedTuple):
    line: int
    code: str
    place: str
    municipality_number: str


def slug(name):
    """A name as it stands in an address: "Bærum" -> "baerum", "Unjárga - Nesseby" -> "unjarga-nesseby"."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).casefold().translate(LETTERS))
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
    "city_districts.csv": Table(
        CityDistrictRow,
        ("municipality_number", "name"),
        {"municipality_number": _municipality_number, "name": _name},
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
