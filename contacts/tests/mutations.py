"""One thing that can happen to one row of one file, as Hypothesis chooses it."""

from contextlib import contextmanager

from hypothesis import strategies as st

from contacts.snapshot_tables import TABLES

STRANGE_VALUES = [
    "",
    " ",
    "0",
    "9999",
    "0301",
    "p99",
    "1999-12-31",
    "Ålesund",
    "=1+1",
    '"',
    "\x00",
    "\ufeff",
    "x" * 400,
]


@st.composite
def mutations(draw, folder):
    """A context in which one row of the folder's files is changed; leaving it puts the file back."""
    file = draw(st.sampled_from(sorted(TABLES)))
    lines = folder.lines(file)
    at = draw(st.integers(0, len(lines) - 1))
    happened = draw(st.sampled_from([drop_a_character, double_the_row, drop_the_row, replace_a_value, take_a_value]))
    return changed(folder, file, lines, [*lines[:at], *happened(draw, lines, at), *lines[at + 1 :]])


@contextmanager
def changed(folder, file, before, after):
    folder.write(file, after)
    try:
        yield f"{file}: {set(before) ^ set(after)}"
    finally:
        folder.write(file, before)


def drop_a_character(draw, lines, at):
    place = draw(st.integers(0, len(lines[at]) - 1))
    return [lines[at][:place] + lines[at][place + 1 :]]


def double_the_row(draw, lines, at):
    return [lines[at], lines[at]]


def drop_the_row(draw, lines, at):
    return []


def replace_a_value(draw, lines, at):
    return [_with(lines[at], draw(st.integers(0, 6)), draw(st.sampled_from(STRANGE_VALUES)))]


def take_a_value(draw, lines, at):
    """The same column of another row: a number, name or date that is right elsewhere."""
    column, other = draw(st.integers(0, 6)), lines[draw(st.integers(1, len(lines) - 1))].split(",")
    return [_with(lines[at], column, other[column % len(other)])]


def _with(line, column, value):
    values = line.split(",")
    values[column % len(values)] = value
    return ",".join(values)
