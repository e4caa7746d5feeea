"""The twelve months of a working year: how much of each kind happened in which, and what is still ahead."""

from collections import Counter
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.translation import ngettext

FINDING, MEETING, DONE, DUE, LATE, EVENT = KINDS = "finding", "meeting", "done", "due", "late", "event"


@dataclass(frozen=True)
class Line:
    """So many of a kind in a month. `is_ahead`: they are to come; a month can have both."""

    kind: str
    number: int
    is_ahead: bool

    @property
    def text(self):
        return _in_words(self.kind, self.number) % {"number": self.number}


@dataclass(frozen=True)
class Month:
    number: int
    lines: tuple
    is_now: bool

    @property
    def name(self):
        return MONTHS[self.number]


def months_of(year, happenings, today):
    """`happenings`: (kind, date) of whatever may be shown; those of other years are left out."""
    counts = Counter((date.month, kind, date > today) for kind, date in happenings if date.year == year)
    return [
        Month(number, tuple(_lines(counts, number)), (today.year, today.month) == (year, number))
        for number in range(1, 13)
    ]


def _lines(counts, month):
    for kind in KINDS:
        for is_ahead in (False, True):
            if number := counts[month, kind, is_ahead]:
                yield Line(kind, number, is_ahead)


def happenings_of(*, findings, measures, meetings, events, today):
    """What happened or will, on which day, from rows or from what is shown of them."""
    yield from ((FINDING, finding.found_on) for finding in findings)
    yield from ((MEETING, date) for date in meetings)
    yield from ((EVENT, date) for date in events)
    yield from filter(None, (_of_measure(measure, today) for measure in measures))


def _of_measure(measure, today):
    """The day it was done; while it is open, its deadline. One that was stopped has neither."""
    if measure.done_on:
        return DONE, measure.done_on
    if measure.is_open and measure.due:
        return LATE if measure.is_overdue(today) else DUE, measure.due
    return None


def _in_words(kind, number):
    match kind:
        case "finding":
            return ngettext("%(number)s finding", "%(number)s findings", number)
        case "meeting":
            return ngettext("%(number)s steering meeting", "%(number)s steering meetings", number)
        case "done":
            return ngettext("%(number)s measure done", "%(number)s measures done", number)
        case "due":
            return ngettext("%(number)s deadline", "%(number)s deadlines", number)
        case "late":
            return ngettext("%(number)s deadline passed", "%(number)s deadlines passed", number)
        case _:
            return ngettext("%(number)s dialogue event", "%(number)s dialogue events", number)
