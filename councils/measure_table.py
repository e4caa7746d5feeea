"""The measures of a plan as a table: what each column is called, what stands in it, and what is made of it.

Used in both directions, so that what is exported here can be pasted here again. Whoever keeps a plan in a spreadsheet
has their own order and their own words: a heading is known in every language of the site, and by what people use to
call it.
"""

import datetime
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from contacts.exchange import cells
from contacts.exchange.columns import folded, in_every_language
from contacts.exchange.reading import FileProblem, read_csv
from councils.choices import Theme
from councils.models import Measure

MOST_CHARACTERS = 300_000
Status = Measure.Status
# 31/12/26, 31.12.26 and 31/12/2026, which `cells.day` leaves alone.
_DAY = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{2}|\d{4})", re.ASCII)
OTHER_WORDS = {
    Status.PLANNED: ("planlagt", "planlagd", "ikke startet", "ikke begynt", "ikkje starta", "ikkje byrja", "ny"),
    Status.ONGOING: ("pågår", "i gang", "under arbeid", "påbegynt", "påbyrja", "startet", "starta"),
    Status.DONE: ("ferdig", "gjennomført", "utført", "fullført", "ok"),
    Status.STOPPED: ("stoppet", "stoppa", "avsluttet", "avslutta", "utgår", "droppet", "droppa"),
}


def one_line(text):
    return " ".join(cells.read_text(text).split())


def several_lines(text):
    return cells.read_text(text.replace("\r\n", "\n"))


def day(text):
    """As Norwegians write it. "Autumn 2026" is no day: the plan must say when somebody looks whether it is done."""
    text = one_line(text)
    with suppress(ValidationError):
        return cells.day(text)
    if match := _DAY.fullmatch(text):
        year = int(match["year"])
        with suppress(ValueError):
            return datetime.date(year if year > 99 else 2000 + year, int(match["month"]), int(match["day"]))
    message = _("“%(text)s” is not a day. Write the last day it may take, like 31.12.2026.")
    raise ValidationError(message % {"text": text[:50]})


def status(text):
    return _chosen(text, Status, otherwise=Status.PLANNED)


def theme(text):
    return _chosen(text, Theme, otherwise=Theme.OTHER)


def _chosen(text, choices, otherwise):
    text = one_line(text)
    if not text:
        return otherwise
    if folded(text) in _known(choices):
        return _known(choices)[folded(text)]
    words = {"text": text[:50], "known": ", ".join(str(choice.label) for choice in choices)}
    raise ValidationError(_("“%(text)s” is not known. Write one of: %(known)s.") % words)


@cache
def _known(choices):
    """{what people may write: the choice}."""
    return {
        name: choice.value
        for choice in choices
        for name in {choice.value, *in_every_language(choice.label), *OTHER_WORDS.get(choice, ())}
    }


@dataclass(frozen=True)
class Column:
    """`read` makes a value of a text, or says what is wrong; `also` is what people call the column elsewhere."""

    name: str
    read: Callable = one_line
    also: tuple = ()
    is_needed: bool = False

    @property
    def heading(self):
        return str(capfirst(Measure._meta.get_field(self.name).verbose_name))

    @property
    def names(self):
        return {self.name, *in_every_language(Measure._meta.get_field(self.name).verbose_name), *self.also}

    def text(self, measure):
        value = getattr(measure, self.name)
        if value is None:
            return ""
        if isinstance(value, datetime.date):
            return f"{value:%d.%m.%Y}"
        return str(dict(Measure._meta.get_field(self.name).flatchoices).get(value, value))


COLUMNS = (
    Column(
        "focus_area",
        also=("innsatsområde", "satsingsområde", "satsningsområde", "fokusområde", "område"),
        is_needed=True,
    ),
    Column("objective", also=("mål", "delmål", "målsetting", "målsetjing"), is_needed=True),
    Column("text", also=("tiltak", "aktivitet"), is_needed=True),
    Column("responsible", also=("ansvarlig", "ansvarleg", "ansvar", "hvem", "kven"), is_needed=True),
    Column("deadline", day, also=("frist", "tidsfrist", "når", "dato")),
    Column("status", status, also=("framdrift", "fremdrift")),
    Column("evaluation", several_lines, also=("evaluering", "vurdering", "resultat")),
    Column("theme", theme, also=("tema",)),
)
BY_NAME = {column.name: column for column in COLUMNS}
# Merged cells in a spreadsheet: only the first row of a group has the text.
GROUPS = ("focus_area", "objective")


def as_rows(measures):
    """For a file: the headings, then a row of text for each measure."""
    return [[column.heading for column in COLUMNS], *([column.text(row) for column in COLUMNS] for row in measures)]


@dataclass(frozen=True)
class Table:
    """What was pasted. `columns` are names of COLUMNS, "" for those that are not read; `unread` their headings."""

    columns: tuple
    lines: tuple
    unread: tuple = field(default=())


def table_of(text):
    """The lines of what was pasted, and which column is which. Raises FileProblem, which says what to do."""
    lines = list(read_csv(text.encode(), _delimiter_of(text)))
    if not lines:
        raise FileProblem(_("There is nothing to read. Copy the rows in your spreadsheet, and paste them here."))
    names = [_column_called(heading) for heading in lines[0].cells]
    if sum(map(bool, names)) < 2:
        return Table(tuple(BY_NAME), tuple(lines))
    _refuse_headings(names)
    unread = tuple(cell[:50] for cell, name in zip(lines[0].cells, names, strict=True) if cell and not name)
    return Table(tuple(names), tuple(lines[1:]), unread)


def _delimiter_of(text):
    """Between as many cells as a measure needs, since commas stand in sentences, too."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    least = sum(column.is_needed for column in COLUMNS) - 1
    return next((delimiter for delimiter in "\t;," if first.count(delimiter) >= least), "\t")


def _column_called(heading):
    wanted = folded(heading).strip(" :*.")
    return next((column.name for column in COLUMNS if wanted in column.names), "")


def _refuse_headings(names):
    twice = [column.heading for column in COLUMNS if names.count(column.name) > 1]
    missing = [column.heading for column in COLUMNS if column.is_needed and column.name not in names]
    faults = [
        (twice, _("Columns that stand twice: %(columns)s.")),
        (missing, _("Columns that are missing: %(columns)s.")),
    ]
    if found := [text % {"columns": ", ".join(columns)} for columns, text in faults if columns]:
        known = ", ".join(column.heading for column in COLUMNS)
        raise FileProblem(" ".join([*found, _("The columns are: %(columns)s.") % {"columns": known}]))


def texts_of(table):
    """(line, {column: text}, texts beyond the last column) of each line, with the merged cells filled in."""
    above = {}
    for line in table.lines:
        found = dict(zip(table.columns, [*line.cells, *[""] * len(table.columns)], strict=False))
        texts = {column.name: found.get(column.name, "") for column in COLUMNS}
        for name in GROUPS:
            texts[name] = texts[name] or above.get(name, "")
        # A new focus area begins its objectives anew.
        if above.get("focus_area") != texts["focus_area"]:
            texts["objective"] = found.get("objective", "")
        above = texts
        yield line.number, texts, [cell for cell in line.cells[len(table.columns) :] if cell]
