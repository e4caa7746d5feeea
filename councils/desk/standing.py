"""How things stand in a body today: its meetings, what is left to do, and which tasks whoever keeps it comes for.

Read for many bodies in as many queries as for one.
"""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.desk.entries import Task, Todo
from councils import elections, kinds
from councils.lifecycle import HELD
from councils.models import ActionItem, Body, Meeting, Member, SelfEvaluation, Strategy, YearlyReport

Status = Meeting.Status
# Members should have the notice in good time.
CALLED_BEFORE, LATE_BEFORE = datetime.timedelta(days=21), datetime.timedelta(days=7)
# Early enough in the year to still meet; late enough to look back on it.
COUNTED_FROM, EVALUATED_FROM = 9, 11
# Of a meeting that has been: somebody has yet to finish its minutes.
UNFINISHED = {Status.CALLED, Status.HELD, Status.DRAFT, Status.CHECKED, Status.APPROVED, Status.CORRECTING}


@dataclass(frozen=True)
class Standing:
    body: Body
    today: datetime.date
    is_active: bool
    meetings: tuple
    to_confirm: int
    overdue: int
    to_review: int
    reported: frozenset
    evaluated: frozenset

    @cached_property
    def ahead(self):
        """Planned or called, the next one first."""
        coming = {Status.PLANNED, Status.CALLED}
        return [meeting for meeting in self.meetings if meeting.date >= self.today and meeting.status in coming]

    @cached_property
    def to_call(self):
        return [meeting for meeting in self.ahead if meeting.status == Status.PLANNED]

    @cached_property
    def missed(self):
        """Planned for a day that has passed, and never called."""
        return [row for row in self.meetings if row.date < self.today and row.status == Status.PLANNED]

    @cached_property
    def unfinished(self):
        """Those with minutes to write, the oldest first."""
        return [row for row in self.meetings if row.date < self.today and row.status in UNFINISHED]

    @cached_property
    def to_write(self):
        """The same, from the day of the meeting on."""
        return [row for row in self.meetings if row.date <= self.today and row.status in UNFINISHED]

    @cached_property
    def held(self):
        return [row for row in self.meetings if row.date <= self.today and row.status in HELD]

    @property
    def next_meeting(self):
        return next(iter(self.ahead), None)

    @property
    def last_meeting(self):
        return next(reversed(self.held), None)

    @property
    def missing_meetings(self):
        """How many fewer than it should have the body holds this year, as things stand."""
        this_year = [row for row in [*self.held, *self.ahead] if row.date.year == self.today.year]
        return max(self.body.minimum_meetings - len(set(this_year)), 0)

    def address(self, route, *args):
        return reverse(route, args=[self.body.slug, *args])

    @property
    def todos(self):
        """What needs doing, the most urgent first. Where nobody meets, only what is left of former meetings."""
        every = [*self._of_meetings_held(), *(self._of_what_comes() if self.is_active else ())]
        return [todo for todo in every if todo.count]

    def _of_meetings_held(self):
        oldest = next(iter(self.unfinished), None)
        yield Todo(len(self.unfinished), _minutes(len(self.unfinished)), self._minutes_of(oldest), "danger")
        first = next(iter(self.missed), None)
        yield Todo(len(self.missed), _missed(len(self.missed)), self._desk_of(first), "danger")

    def _of_what_comes(self):
        soon = [row for row in self.to_call if row.date - CALLED_BEFORE <= self.today]
        late = any(row.date - LATE_BEFORE <= self.today for row in soon)
        first = next(iter(soon), None)
        yield Todo(len(soon), _to_call(len(soon)), self._desk_of(first), "danger" if late else "warning")
        yield Todo(self.to_confirm, _to_confirm(self.to_confirm), self.address("confirm_members"))
        yield Todo(self.overdue, _overdue(self.overdue), f"{self.address('follow_up')}?vis=forfalt", "danger")
        yield Todo(self.to_review, _to_review(self.to_review), self.address("body_strategies"))
        if self.today.month >= COUNTED_FROM:
            missing = self.missing_meetings
            yield Todo(missing, _too_few(missing), self.address("plan_meeting"))
        if self.body.is_council:
            yield from self._of_the_year()

    def _of_the_year(self):
        last_year, this_year = self.today.year - 1, self.today.year
        met = any(row.date.year == last_year for row in self.held)
        if met and last_year not in self.reported:
            text = _("yearly report to publish, of %(year)s") % {"year": last_year}
            yield Todo(1, text, self.address("yearly_report", last_year), "info")
        if self.today.month >= EVALUATED_FROM and this_year not in self.evaluated:
            text = _("self-evaluation to make, of %(year)s") % {"year": this_year}
            yield Todo(1, text, self.address("edit_evaluation", this_year), "info")

    @property
    def tasks(self):
        """What a secretary comes for, a few times a year. Each leads to where it is done."""
        follow_up = Task(_("Follow up"), _("What was agreed: who does what by when."), self.address("follow_up"))
        if not self.body.is_council:
            members = Task(_("Members"), _("Leader, secretary and who else takes part."), self.address("members"))
            return [*([self._calling()] if self.is_active else ()), self._writing(), follow_up, members]
        return [self._calling(), self._writing(), self._strategy(), follow_up, self._reporting()]

    def _strategy(self):
        return Task(
            _("Strategy and plan"),
            _("Write them, and link them to the meeting that adopted them."),
            self.address("body_strategies"),
        )

    def _calling(self):
        if self.to_call:
            return Task(
                _("Call the meeting"),
                _("On %(date)s: look at the agenda and send the notice.") % {"date": _day(self.to_call[0])},
                self._desk_of(self.to_call[0]),
            )
        return Task(
            _("Plan a meeting"), _("With standing items and what is carried over."), self.address("plan_meeting")
        )

    def _writing(self):
        meeting = next(iter(self.to_write), self.last_meeting)
        if meeting is None:
            return Task(_("Minutes"), _("All meetings, with agenda and minutes."), self.address("body_meetings"))
        return Task(
            _("Minutes"),
            _("Of the meeting on %(date)s: attendance, items, publishing.") % {"date": _day(meeting)},
            self._minutes_of(meeting),
        )

    def _reporting(self):
        if self.to_confirm:
            return Task(
                _("Confirm the members"),
                _("After the election: who goes on, and who is new."),
                self.address("confirm_members"),
            )
        year = self.today.year - 1
        return Task(
            _("Yearly report"),
            _("Of %(year)s, drafted from meetings, attendance and measures.") % {"year": year},
            self.address("yearly_report", year),
        )

    def _desk_of(self, meeting):
        return self.address("meeting_desk", meeting.date) if meeting else ""

    def _minutes_of(self, meeting):
        return self.address("minutes", meeting.date) if meeting else ""


def _day(meeting):
    return date_format(meeting.date, "j. F")


def standing_of(body, today):
    return standings_of([body], today)[0]


def standings_of(bodies, today):
    """Of each of these bodies, in their order."""
    councils = [body for body in bodies if body.is_council]
    earliest = datetime.date(today.year - 1, 1, 1)
    meetings = Meeting.objects.filter(body__in=bodies).exclude(
        date__lt=earliest, status__in=[Status.PLANNED, Status.PUBLISHED, Status.CANCELLED]
    )
    grouped = {
        "meetings": _by_body(meetings.only("body", "date", "status", "visibility").order_by("date")),
        "to_confirm": _by_body(
            Member.objects.filter(body__in=councils).to_confirm(elections.latest_before(today), today).only("body")
        ),
        "overdue": _by_body(ActionItem.objects.filter(body__in=bodies).overdue(today).only("body")),
        "to_review": _by_body(Strategy.objects.filter(body__in=councils).to_be_reviewed(today).only("body")),
        "reported": _by_body(YearlyReport.objects.filter(body__in=councils).public().only("body", "year")),
        "evaluated": _by_body(SelfEvaluation.objects.filter(body__in=councils).only("body", "year")),
    }
    active = kinds.active(bodies)
    return [
        _standing(body, today, body.pk in active, {name: rows.get(body.pk, []) for name, rows in grouped.items()})
        for body in bodies
    ]


def _by_body(rows):
    grouped = {}
    for row in rows:
        grouped.setdefault(row.body_id, []).append(row)
    return grouped


def _standing(body, today, is_active, rows):
    return Standing(
        body=body,
        today=today,
        is_active=is_active,
        meetings=tuple(rows["meetings"]),
        to_confirm=len(rows["to_confirm"]),
        overdue=len(rows["overdue"]),
        to_review=len(rows["to_review"]),
        reported=frozenset(row.year for row in rows["reported"]),
        evaluated=frozenset(row.year for row in rows["evaluated"]),
    )


def _minutes(count):
    return ngettext("meeting has minutes to finish", "meetings have minutes to finish", count)


def _missed(count):
    return ngettext(
        "planned meeting was not called in time: move it or cancel it",
        "planned meetings were not called in time: move or cancel them",
        count,
    )


def _to_call(count):
    return ngettext("meeting is to be called", "meetings are to be called", count)


def _to_confirm(count):
    return ngettext(
        "elected member to confirm after the election", "elected members to confirm after the election", count
    )


def _overdue(count):
    return ngettext("action item is overdue", "action items are overdue", count)


def _to_review(count):
    return ngettext("strategy is to be reviewed", "strategies are to be reviewed", count)


def _too_few(count):
    return ngettext(
        "meeting is missing to reach the least number of the year",
        "meetings are missing to reach the least number of the year",
        count,
    )


def my_action_items(access):
    """What is open in the bodies that somebody keeps or is a member of, the most urgent first."""
    return ActionItem.objects.readable_by(access).open().for_list()
