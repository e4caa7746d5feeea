"""Dated files of facts: file -> rows, every bad row named with its line. Pure: no database, no Django.

`read(folder)` reads every file by its table (snapshot_tables.py) and checks it against the others
(snapshot_checks.py); `identities.py` then finds out which municipality is which.
"""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import NamedTuple

from contacts.snapshot_checks import cross_check
from contacts.snapshot_tables import TABLES, Problem

DATA = Path(__file__).resolve().parent / "data"


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
    """An outline file, of which only what it has outlines of matters here: the rows are their numbers or codes."""
    content, problems = _content(name, folder)
    if problems:
        return File([], "", 0, problems)
    try:
        rows = [key for part in json.loads(content).values() if isinstance(part, dict) for key in part]
    except (ValueError, AttributeError):
        return File([], "", 0, [Problem(name, 0, "the file is not a JSON object")])
    return File(rows, hashlib.sha256(content).hexdigest(), len(rows), [])


def former_counties(folder=DATA):
    """What became of which county: read where it is needed, not stored in a table."""
    return read_table("county_history.csv", folder).rows


def city_districts(folder=DATA):
    """The parts of a city that have a name of their own: read where they are needed, not stored in a table."""
    return read_table("city_districts.csv", folder).rows


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
    return Snapshots(files, problems + cross_check(Snapshots(files, problems)))
