"""The year wheel (årshjul): what a body does in which month, and which of its meetings are there already."""

import calendar
import datetime
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from councils.models import Body, Meeting, YearWheelTask

LEAST_NOTICE = datetime.timedelta(days=14)
WEDNESDAY, SECOND = 2, 2


@dataclass(frozen=True)
class Entry:
    """A task in a year, with the meeting that it has become; or a meeting that is of no task."""

    task: YearWheelTask | None = None
    meeting: Meeting | None = None
    waits: bool = False


@dataclass(frozen=True)
class Month:
    number: int
    entries: list = field(default_factory=list)

    @property
    def name(self):
        return MONTHS[self.number]


def year_of(body, year, today):
    """The twelve months of a year, in two queries. A meeting waits to be planned until its month is over."""
    meetings = list(_meetings_in(body, year))
    of_tasks = {meeting.year_wheel_task_id: meeting for meeting in meetings if meeting.year_wheel_task_id}
    months = [Month(number) for number in range(1, 13)]
    for task in body.year_wheel.all():
        meeting = of_tasks.get(task.pk)
        waits = task.is_meeting and not meeting and (year, task.month) >= (today.year, today.month)
        months[task.month - 1].entries.append(Entry(task, meeting, waits))
    shown = {entry.meeting for month in months for entry in month.entries}
    for meeting in meetings:
        if meeting not in shown:
            months[meeting.date.month - 1].entries.append(Entry(meeting=meeting))
    return months


def _meetings_in(body, year):
    return body.meetings.filter(date__year=year).exclude(status=Meeting.Status.CANCELLED).order_by("date")


def waiting_tasks(body, year, today):
    """Those that are meetings and have none in that year; of this year those whose month is not over."""
    there = _meetings_in(body, year).filter(year_wheel_task__isnull=False).values("year_wheel_task")
    first = today.month if year == today.year else 1
    return body.year_wheel.filter(is_meeting=True, month__gte=first).exclude(pk__in=there)


def next_task(body, today):
    """The next meeting of the wheel that is not planned, of this year or of the next."""
    years = years_that_can_be_planned(today)
    return next((task for year in years for task in waiting_tasks(body, year, today)[:1]), None)


def proposal(body, task, today):
    """What the form of a new meeting begins with: the day from the wheel, time and place as the last time."""
    return {"date": proposed_day(task, _next_year_of(task, today), today) if task else None} | when_and_where(body)


def when_and_where(body):
    last = body.meetings.exclude(starts_at__isnull=True).first()
    return {"starts_at": last.starts_at, "ends_at": last.ends_at, "place": last.place} if last else {}


def _next_year_of(task, today):
    return today.year if task.month >= today.month else today.year + 1


def proposed_day(task, year, today):
    """The second Wednesday of the month, unless there would be no time left for a notice; then as soon as there is."""
    weeks = calendar.Calendar().monthdatescalendar(year, task.month)
    days = [week[WEDNESDAY] for week in weeks if week[WEDNESDAY].month == task.month]
    return max(days[SECOND - 1], today + LEAST_NOTICE)


def years_that_can_be_planned(today):
    return (today.year, today.year + 1)


STANDARD = {
    Body.Kind.COUNCIL: [
        (1, _("Draft the yearly report"), False, []),
        (
            2,
            _("Meeting: how things stand, and the plan of the year"),
            True,
            [
                _("How things stand: the police and the municipality"),
                _("The yearly report to the municipal council"),
                _("Priorities and plan of the year"),
            ],
        ),
        (3, _("Send the yearly report to the municipal council"), False, []),
        (
            5,
            _("Meeting: before the summer"),
            True,
            [
                _("Children and young people in the summer"),
                _("Nightlife, festivals and events"),
                _("The plan: what is done, and what is late"),
            ],
        ),
        (8, _("Bring the knowledge base up to date with new figures"), False, []),
        (
            9,
            _("Meeting: the strategy, and how we handle concern"),
            True,
            [
                _("Radicalisation and violent extremism: do our routines for concern work?"),
                _("The strategy: does it still hold?"),
                _("What we want in the municipality's budget and action plan"),
            ],
        ),
        (10, _("Go through the members and the cooperation agreement"), False, []),
        (
            11,
            _("Meeting: looking back, and the next year"),
            True,
            [
                _("Our self-evaluation of the year"),
                _("The plan: what was achieved"),
                _("Year wheel and meeting days of the next year"),
            ],
        ),
        (12, _("Plan the meetings of the next year"), False, []),
    ],
    Body.Kind.GROUP: [
        (1, _("Ask the services what they see, and collect new figures"), False, []),
        (
            2,
            _("Meeting: what we see, and what to work on this year"),
            True,
            [
                _("How things stand: what each service sees"),
                _("What matters most, and what we put to the steering group"),
                _("Measures of the year: who does what by when"),
            ],
        ),
        (
            5,
            _("Meeting: before the summer"),
            True,
            [_("Children and young people in the summer"), _("The measures: what is done, and what is late")],
        ),
        (
            9,
            _("Meeting: how the autumn begins"),
            True,
            [
                _("How things stand: what each service sees"),
                _("The measures: what is done, and what is late"),
                _("Radicalisation and violent extremism: do our routines for concern work?"),
            ],
        ),
        (
            11,
            _("Meeting: looking back, and the next year"),
            True,
            [
                _("What worked this year, and what did not"),
                _("What we tell the steering group"),
                _("Year wheel and meeting days of the next year"),
            ],
        ),
        (12, _("Plan the meetings of the next year"), False, []),
    ],
}


def standard_tasks(body):
    """A sensible year wheel to begin with, in the language of the body's records. Not saved."""
    with translation.override(body.language):
        return [
            YearWheelTask(
                body=body, month=month, title=str(title), is_meeting=is_meeting, items="\n".join(map(str, items))
            )
            for month, title, is_meeting, items in STANDARD.get(body.kind, [])
        ]
