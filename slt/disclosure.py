"""What everyone may see of a working year: decision 0041 in one place.

The page and the file show these, never the rows. There is no internal text in them at all, so a template cannot show
too much. Three rules:
 - How far each step has come, and how many rows there are, is public. What a row says is public if the row is.
 - What the year came to, and how it was evaluated, is public from the day it is documented.
 - A case of the steering group is named where everyone may read it. While it is internal, so is the reason that was
   given for it; of an exempt one nothing is told (`PriorityQuerySet.public`).
"""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.shortcuts import get_object_or_404

from councils.choices import Visibility
from councils.disclosure.meetings import SeenItem
from councils.models import AgendaItem, Meeting
from slt.choices import Level
from slt.cycle import rows_of, steps_of_rows
from slt.cycle_months import happenings_of, months_of
from slt.cycle_picture import Picture, picture_of
from slt.models import CycleYear, DialogueEvent, Finding, Measure, Priority


@dataclass(frozen=True)
class SeenFinding:
    text: str
    source: str
    found_on: datetime.date
    theme: str
    place: str


@dataclass(frozen=True)
class SeenMeasure:
    text: str
    theme: str
    agency: str
    responsible: str
    group: str
    due: datetime.date | None
    done_on: datetime.date | None
    state: str
    status: str
    effect: str
    evaluation: str
    is_open: bool
    is_late: bool


@dataclass(frozen=True)
class Case:
    """A public case of the steering group."""

    number: str
    date: datetime.date
    url: str


@dataclass(frozen=True)
class SeenPriority:
    """`year`: that in which it was chosen, where that is not the one that is shown."""

    title: str
    reason: str
    theme: str
    state: str
    outcome: str
    decided_on: datetime.date | None
    case: Case | None
    year: int | None
    measures: tuple


@dataclass(frozen=True)
class SeenYear:
    """`kept_back`: how many findings, priorities and measures are internal. `measures`: those of no public priority."""

    scheme: str
    scheme_url: str
    year: int
    url: str
    language: str
    is_example: bool
    picture: Picture
    months: tuple
    findings: tuple
    priorities: tuple
    measures: tuple
    kept_back: dict
    documented_on: datetime.date | None
    summary: str
    evaluation: str
    other_years: tuple

    @property
    def happens(self):
        return any(month.lines for month in self.months)


def year_or_404(slug, year, today):
    """In a number of queries that stays the same, however much is in the year."""
    cycle = get_object_or_404(CycleYear.objects.select_related("scheme"), scheme__slug=slug, year=year)
    return disclose_year(cycle, today)


def disclose_year(cycle, today):
    scheme, rows, shown = cycle.scheme, rows_of(cycle, today), _Shown(cycle, today)
    is_documented = cycle.documented_on is not None
    return SeenYear(
        scheme=scheme.name,
        scheme_url=scheme.get_absolute_url(),
        year=cycle.year,
        url=cycle.get_absolute_url(),
        language=scheme.language,
        is_example=scheme.is_example,
        picture=picture_of(cycle.year, steps_of_rows(rows)),
        months=tuple(shown.months()),
        findings=tuple(map(_finding, shown.findings)),
        priorities=tuple(shown.of_priority(row) for row in shown.priorities),
        measures=tuple(shown.of_no_priority()),
        kept_back=shown.kept_back(rows),
        documented_on=cycle.documented_on,
        summary=cycle.summary if is_documented else "",
        evaluation=cycle.evaluation if is_documented else "",
        other_years=tuple(_other_years(cycle)),
    )


class _Shown:
    """The public rows of one year, each kind fetched once."""

    def __init__(self, cycle, today):
        self.cycle, self.today = cycle, today
        self.findings = list(Finding.objects.public().filter(cycle=cycle).select_related("municipality"))
        self.measures = list(Measure.objects.public().filter(cycle=cycle).select_related("group"))
        self.priorities = self._priorities()
        self.items = (
            AgendaItem.objects.public()
            .numbered()
            .select_related("meeting__body")
            .in_bulk([row.item_id for row in self.priorities if row.item_id])
        )

    def _priorities(self):
        """Those of the year, and earlier ones that its measures still carry out."""
        carried = Q(pk__in=[row.priority_id for row in self.measures if row.priority_id])
        rows = Priority.objects.public().filter(Q(cycle=self.cycle) | carried)
        return list(rows.select_related("cycle", "item__meeting").order_by("-cycle__year", "position", "pk"))

    def of_priority(self, row):
        return SeenPriority(
            title=row.title,
            reason="" if _is_internal(row.item) else row.reason,
            theme=row.get_theme_display(),
            state=row.outcome,
            outcome=row.get_outcome_display(),
            decided_on=row.decided_on,
            case=_case(self.items.get(row.item_id)),
            year=row.cycle.year if row.cycle_id != self.cycle.pk else None,
            measures=tuple(_measure(measure, self.today) for measure in self.measures if measure.priority_id == row.pk),
        )

    def of_no_priority(self):
        """Or of one that is internal, which is not named."""
        public = {row.pk for row in self.priorities}
        return [_measure(row, self.today) for row in self.measures if row.priority_id not in public]

    def kept_back(self, rows):
        mine = sum(row.cycle_id == self.cycle.pk for row in self.priorities)
        return {
            "findings": rows.findings - len(self.findings),
            "priorities": len(rows.priorities) - mine,
            "measures": len(rows.measures) - len(self.measures),
        }

    def months(self):
        happenings = happenings_of(
            findings=self.findings,
            measures=self.measures,
            meetings=_steering_meetings(self.cycle),
            events=_events(self.cycle),
            today=self.today,
        )
        return months_of(self.cycle.year, happenings, self.today)


def _finding(row):
    place = row.municipality.name if row.municipality else ""
    return SeenFinding(row.text, row.source, row.found_on, row.get_theme_display(), place)


def _measure(row, today):
    return SeenMeasure(
        text=row.text,
        theme=row.get_theme_display(),
        agency=row.get_agency_display(),
        responsible=row.responsible,
        group=row.group.name if row.group else "",
        due=row.due,
        done_on=row.done_on,
        state=row.status,
        status=row.get_status_display(),
        effect=row.get_effect_display(),
        evaluation=row.evaluation,
        is_open=row.is_open,
        is_late=row.is_overdue(today),
    )


def _case(item):
    if item is None:
        return None
    return Case(item.number, item.meeting.date, f"{item.meeting.get_absolute_url()}#{SeenItem(item.number, '').anchor}")


def _is_internal(item):
    internal = Visibility.INTERNAL
    return item is not None and internal in (item.visibility, item.meeting.visibility)


def _steering_meetings(cycle):
    """The public ones, of the council or of the scheme's own group that steers it, also one that steered it before."""
    steering = Q(body__group__scheme=cycle.scheme_id, body__group__level=Level.STEERING)
    if council := cycle.scheme.steering_council_id:
        steering |= Q(body=council)
    meetings = Meeting.objects.public().filter(steering, date__year=cycle.year)
    return meetings.exclude(status=Meeting.Status.CANCELLED).values_list("date", flat=True)


def _events(cycle):
    events = DialogueEvent.objects.public().filter(process__scheme=cycle.scheme_id, date__year=cycle.year)
    return events.exclude(status=DialogueEvent.Status.CANCELLED).values_list("date", flat=True)


def _other_years(cycle):
    others = CycleYear.objects.filter(scheme=cycle.scheme_id).exclude(pk=cycle.pk)
    return others.order_by("-year").values_list("year", flat=True)
