"""The yearly report: what the records of a year say, as a draft in bokmål and in nynorsk, and what becomes of it.

A draft names only what everyone may read: public meetings, public items with published minutes, adopted strategies.
What is internal or exempt is counted. The two drafts are texts of their own, filled from the same facts.
"""

import datetime
import re
from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from contacts.recording import recording
from councils import texts
from councils.choices import Agency, Visibility, WrittenLanguage
from councils.lifecycle import HELD
from councils.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Measure,
    Meeting,
    MinutesText,
    Plan,
    Strategy,
    YearlyReport,
)

HEADING = re.compile(r"^# *(?=[^#\s])", re.MULTILINE)


@dataclass(frozen=True)
class Meetings:
    count: int
    internal: int
    public: tuple


@dataclass(frozen=True)
class Items:
    count: int
    internal: int
    exempt: int


@dataclass(frozen=True)
class Share:
    """How often members on behalf of somebody took part, themselves or by a deputy, of how often they could have."""

    present: int
    expected: int
    agency: str = ""

    @property
    def label(self):
        return Agency(self.agency).label

    @property
    def percent(self):
        return round(100 * self.present / self.expected)


@dataclass(frozen=True)
class AttendanceOfYear:
    present: int
    expected: int
    agencies: tuple

    @property
    def percent(self):
        return round(100 * self.present / self.expected)


@dataclass(frozen=True)
class Decision:
    number: str
    title: str
    date: datetime.date


def draft(body, year, today):
    """{language: the report of a year as the records have it today}"""
    facts = facts_of(body, year, today)
    return {language: _written(language, facts) for language in WrittenLanguage.values}


def _written(language, facts):
    with translation.override(language):
        return texts.normalise(render_to_string(f"councils/reports/draft_{language}.txt", facts))


def facts_of(body, year, today):
    """So many queries, however much happened."""
    held = Meeting.objects.filter(body=body, date__year=year, status__in=HELD)
    return {
        "body": body,
        "year": year,
        "meetings": _meetings(held),
        "items": _items(held),
        "attendance": _attendance(held),
        "decisions": _decisions(held),
        "actions": _actions(body, year),
        "strategies": Strategy.objects.filter(body=body).public().in_force(_last_day(year, today)),
        "measures": _measures(body, year),
    }


def _last_day(year, today):
    return min(datetime.date(year, 12, 31), today)


def _meetings(held):
    rows = list(held.order_by("date"))
    public = tuple(meeting for meeting in rows if meeting.visibility == Visibility.PUBLIC)
    return Meetings(len(rows), len(rows) - len(public), public)


def _items(held):
    """An item of a meeting that is not public is not either."""
    rows = AgendaItem.objects.filter(meeting__in=held, is_withdrawn=False)
    kinds = Counter(rows.values_list("visibility", "meeting__visibility"))
    exempt = sum(count for (own, _meeting), count in kinds.items() if own == Visibility.EXEMPT)
    public = kinds[(Visibility.PUBLIC, Visibility.PUBLIC)]
    count = kinds.total()
    return Items(count, count - exempt - public, exempt)


def _attendance(held):
    rows = Attendance.objects.filter(meeting__in=held, member__isnull=False)
    expected, present = Counter(), Counter()
    for agency, presence in rows.values_list("member__agency", "presence"):
        expected[agency] += 1
        present[agency] += presence != Attendance.Presence.ABSENT
    agencies = tuple(Share(present[agency], expected[agency], agency) for agency in Agency.values if expected[agency])
    return AttendanceOfYear(present.total(), expected.total(), agencies)


def _decisions(held):
    """As they were published last, in the order of their numbers."""
    decided = (
        AgendaItem.objects.public()
        .numbered()
        .filter(meeting__in=held, kind=AgendaItem.Kind.DECISION, is_withdrawn=False)
    )
    published = MinutesText.objects.filter(item__in=decided).select_related("item__meeting").order_by("version__number")
    newest = {text.item_id: text for text in published}.values()
    in_order = sorted(newest, key=lambda text: (text.item.case_year, text.item.case_number))
    return [Decision(text.item.number, text.title, text.item.meeting.date) for text in in_order]


def _actions(body, year):
    every = ActionItem.objects.filter(body=body)
    return {"done": every.filter(status="done", done_on__year=year).count(), "open": every.open().count()}


def _measures(body, year):
    """Of the plans that everyone may read."""
    plans = (
        Plan.objects.filter(body=body)
        .public()
        .overlapping(Plan(valid_from=datetime.date(year, 1, 1), valid_to=datetime.date(year, 12, 31)))
    )
    counts = Counter(Measure.objects.filter(plan__in=plans).values_list("status", flat=True))
    return {"count": counts.total()} | {status: counts[status] for status in Measure.Status.values}


# A report is read and edited by its sections. A line that begins with "#" is a heading.


@dataclass(frozen=True)
class Section:
    heading: str
    text: str

    def __str__(self):
        return f"# {self.heading}\n\n{self.text}".strip() if self.heading else self.text


def sections(text):
    """What stands before the first heading is a section without one."""
    before, *rest = HEADING.split(texts.normalise(text))
    parts = [part.partition("\n") for part in rest]
    found = [Section(heading.strip(), body.strip("\n")) for heading, _line, body in parts]
    return [Section("", before.strip("\n")), *found] if before.strip() else found


@dataclass(frozen=True)
class Difference:
    """A section that the records would write otherwise than it stands. One of the two may be empty."""

    position: int
    heading: str
    mine: str
    new: str


def differences(mine, new):
    """Between a report as it stands and its new draft, in the order of the draft. What only stands in the report
    is nobody's draft, so it is kept and not asked about."""
    written = {section.heading: section.text for section in sections(mine)}
    return [
        Difference(position, section.heading, written.get(section.heading, ""), section.text)
        for position, section in enumerate(sections(new))
        if written.get(section.heading) != section.text
    ]


def merged(mine, new, taken):
    """The report with the new text of the sections `taken`, by heading; every other one as it stands."""
    fresh = {section.heading: section for section in sections(new) if section.heading in taken}
    kept = [fresh.pop(section.heading, section) for section in sections(mine)]
    return "\n\n".join(str(section) for section in [*kept, *fresh.values()])


@transaction.atomic
def rename_item(*, item, titles):
    """For `visibility.make_exempt`: where a report names the item with one of these titles, it has its neutral one, in
    the history as well. Before it has a number, none names it."""
    if not item.number:
        return
    for report in [*YearlyReport.objects.filter(body=item.body_id), *YearlyReport.history.filter(body=item.body_id)]:
        texts_before = report.text_nb, report.text_nn
        report.text_nb, report.text_nn = (_renamed(text, item, titles) for text in texts_before)
        if (report.text_nb, report.text_nn) != texts_before:
            report.save()


def _renamed(text, item, titles):
    """In the lines that have its number: a title may be a word that stands elsewhere for something else."""
    number = re.compile(rf"(?<!\d){re.escape(item.number)}(?!\d)")
    return "\n".join(
        _with_title(line, item.title, titles) if number.search(line) else line for line in text.split("\n")
    )


def _with_title(line, title, titles):
    """The longest first: one may be the beginning of another."""
    for before in sorted(titles, key=len, reverse=True):
        line = line.replace(before, title)
    return line


@transaction.atomic
def publish(*, report):
    if not report.text_nb.strip() or not report.text_nn.strip():
        raise ValidationError(_("Both texts are published. One of them is empty."))
    report.status = YearlyReport.Status.PUBLISHED
    report.save()


@transaction.atomic
def take_back(*, report, reason):
    """Nobody outside sees it any more, and it can be edited."""
    report.status = YearlyReport.Status.DRAFT
    with recording(reason=reason):
        report.save()
