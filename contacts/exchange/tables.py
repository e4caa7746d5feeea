"""A file of contact points as a table: its lines, under the machine names of the columns."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from contacts.exchange.cells import restore
from contacts.exchange.columns import folded
from contacts.exchange.reading import FileProblem, Line
from contacts.exchange.resource import BEYOND, ContactPointResource

NEEDED = ("key", "version")


@dataclass(frozen=True)
class Table:
    """`columns` are machine names, the last one BEYOND; `unread` the headings of known columns that are not read."""

    columns: tuple
    lines: tuple
    unread: tuple = ()

    def as_json(self):
        return {"columns": self.columns, "lines": self.lines, "unread": self.unread}

    @classmethod
    def from_json(cls, data):
        return cls(tuple(data["columns"]), tuple(Line(*line) for line in data["lines"]), tuple(data["unread"]))


def table_of(lines):
    """The first line is the headings. Raises FileProblem, which names every column at fault."""
    headings, *rows = lines
    names = [_column_called(heading) for heading in headings.cells]
    _refuse_headings(headings.cells, names)
    if not rows:
        raise FileProblem(_("The file has headings, but no lines below them."))
    read = [place for place, name in enumerate(names) if _fields()[name].is_imported]
    columns = (*(names[place] for place in read), BEYOND)
    return Table(
        columns=columns,
        lines=tuple(Line(row.number, _restore_key(_cells(row.cells, read, len(names)), columns)) for row in rows),
        unread=tuple(heading for place, heading in enumerate(headings.cells) if place not in read),
    )


def _fields():
    return ContactPointResource.fields


def _cells(cells, read, width):
    padded = [*cells, *[""] * (width - len(cells))]
    return [*(padded[place] for place in read), " ".join(padded[width:])]


def _restore_key(cells, columns):
    """A key may begin with a hyphen, which is neutralised as every cell; the rest is restored when it is read."""
    place = columns.index("key")
    return [*cells[:place], restore(cells[place]), *cells[place + 1 :]]


def _column_called(heading):
    return next((name for name, column in _fields().items() if folded(heading) in column.names), "")


def _refuse_headings(headings, names):
    unknown = [heading[:50] or "–" for heading, name in zip(headings, names, strict=True) if not name]
    twice = [column.heading for name, column in _fields().items() if names.count(name) > 1]
    missing = [_fields()[name].heading for name in NEEDED if name not in names]
    faults = [
        (unknown, _("Columns that are not known: %(columns)s.")),
        (twice, _("Columns that stand twice: %(columns)s.")),
        (missing, _("Columns that are missing: %(columns)s.")),
    ]
    if found := [text % {"columns": ", ".join(columns)} for columns, text in faults if columns]:
        known = ", ".join(column.heading for column in _fields().values() if column.is_imported)
        raise FileProblem(" ".join([*found, _("The columns are: %(columns)s.") % {"columns": known}]))
