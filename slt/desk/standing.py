"""How things stand in a scheme today, and what whoever coordinates it comes for.

Read for many schemes in as many queries as for one, but for who steers each and which day that body meets next.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.desk.entries import Task, Todo
from slt.choices import Level
from slt.models import Coordinator, CycleYear, DialogueEvent, Finding, Group, Measure, Priority, Scheme

SOON = datetime.timedelta(days=30)
# Late enough in the year to look back on it.
EVALUATED_FROM = 11


@dataclass(frozen=True)
class SchemeStanding:
    """`measures`: those that are open; `to_put`: priorities; `to_decide`: those whose meeting has been; `findings`:
    those from which nothing has been made."""

    scheme: Scheme
    today: datetime.date
    years: tuple
    measures: tuple
    to_put: tuple
    to_decide: tuple
    findings: tuple
    to_evaluate: tuple
    events: tuple
    coordinators: tuple
    groups: tuple

    @property
    def is_at_work(self):
        """Of one that is paused or wound up, only what is left of earlier is asked for."""
        return self.scheme.is_active

    @cached_property
    def year(self):
        """That of today."""
        return next((row for row in self.years if row.year == self.today.year), None)

    @cached_property
    def newest(self):
        return next(iter(self.years), None)

    @cached_property
    def overdue(self):
        return [row for row in self.measures if row.is_overdue(self.today)]

    @cached_property
    def due_soon(self):
        """From today on, so that what is overdue is not said twice."""
        return [row for row in self.measures if row.due and self.today <= row.due <= self.today + SOON]

    @cached_property
    def to_come(self):
        return [row for row in self.events if row.date >= self.today]

    @cached_property
    def passed(self):
        """Planned for a day that has been: nobody has said whether they took place, or what came of it."""
        return [row for row in self.events if row.date < self.today]

    @property
    def needs_steering_group(self):
        if not self.scheme.has_steering or self.scheme.steering_council_id:
            return False
        return not any(group.level == Level.STEERING for group in self.groups)

    @property
    def undocumented(self):
        """The year before, if there was one and nothing was told of it."""
        return [row for row in self.years if row.year == self.today.year - 1 and not row.documented_on]

    def address(self, route, *args):
        return reverse(route, args=[self.scheme.slug, *args])

    @property
    def todos(self):
        """What needs doing, the most urgent first. Each leads to where it is done."""
        every = [*self._late(), *(self._missing() if self.is_at_work else ()), *self._waiting(), *self._looking_back()]
        return [todo for todo in every if todo.count]

    def _late(self):
        yield Todo(len(self.overdue), _overdue(len(self.overdue)), self._of_year("scheme_progress", self.overdue), RED)
        decided = self._of_row("priority_outcome", self.to_decide)
        yield Todo(len(self.to_decide), _to_decide(len(self.to_decide)), decided, RED)
        events = self._of_event("record_dialogue_event", self.passed)
        yield Todo(len(self.passed), _passed(len(self.passed)), events, RED)

    def _missing(self):
        none = int(not self.coordinators)
        yield Todo(none, _("coordinator to name in the scheme"), self.address("scheme_coordinators"), RED)
        lacks = int(self.needs_steering_group)
        yield Todo(lacks, _("steering group to name in the scheme"), self.address("scheme_groups"))
        text = _("working year to begin: %(year)s") % {"year": self.today.year}
        yield Todo(int(self.year is None), text, self.address("new_cycle_year"))

    def _waiting(self):
        to_put, made_of = self._of_row("put_priority", self.to_put), self._of_year("new_priority", self.findings)
        yield Todo(len(self.to_put), _to_put(len(self.to_put)), to_put)
        yield Todo(len(self.findings), _unused(len(self.findings)), made_of, BLUE)
        soon = self._of_year("scheme_progress", self.due_soon)
        yield Todo(len(self.due_soon), _due_soon(len(self.due_soon)), soon, BLUE)

    def _looking_back(self):
        measures = self.to_evaluate
        yield Todo(len(measures), _to_evaluate(len(measures)), self._of_year("scheme_effects", measures), BLUE)
        for year in self.undocumented:
            text = _("working year to document: %(year)s") % {"year": year.year}
            yield Todo(1, text, self.address("document_year", year.year), BLUE)
        if self.year and self.today.month >= EVALUATED_FROM and not self.year.evaluated_on:
            text = _("working year to evaluate: %(year)s") % {"year": self.year.year}
            yield Todo(1, text, self.address("evaluate_year", self.year.year), BLUE)

    def _of_year(self, route, rows):
        """To the page of the year of the first of them, where all of that year are."""
        return self.address(route, rows[0].cycle.year) if rows else ""

    def _of_row(self, route, rows):
        return self.address(route, rows[0].cycle.year, rows[0].pk) if rows else ""

    def _of_event(self, route, rows):
        return self.address(route, rows[0].process.slug, rows[0].pk) if rows else ""

    @property
    def tasks(self):
        """What a coordinator comes for. Each leads to where it is done."""
        if self.newest is None:
            return [
                Task(
                    _("Begin the working year"),
                    _("Map, prioritise, act, evaluate, document: five steps on one page."),
                    self.address("new_cycle_year"),
                )
            ]
        year = (self.year or self.newest).year
        return [
            Task(_("Write down a finding"), _("What you know, and from where."), self.address("new_finding", year)),
            Task(
                _("Say how the measures go"),
                _("All that are open in one table, saved once."),
                self.address("scheme_progress", year),
            ),
            Task(
                _("The working year"),
                _("The five steps of %(year)s on one page.") % {"year": year},
                self.address("cycle_desk", year),
            ),
            Task(_("Dialogues"), _("Gatherings to come, and what came of them."), self.address("dialogue_list")),
        ]


RED, BLUE = "danger", "info"


def standing_of(scheme, today):
    return standings_of([scheme], today)[0]


def standings_of(schemes, today):
    """Of each of these schemes, in their order."""
    grouped = {name: _by_scheme(rows, scheme_of) for name, rows, scheme_of in _rows(schemes, today)}
    return [
        SchemeStanding(scheme, today, **{name: tuple(rows[scheme.pk]) for name, rows in grouped.items()})
        for scheme in schemes
    ]


def _of_cycle(row):
    return row.cycle.scheme_id


def _of_scheme(row):
    return row.scheme_id


def _rows(schemes, today):
    """(name, rows, how to tell their scheme) of everything that is asked for. One query each."""
    mine = {"cycle__scheme__in": schemes}
    measures = Measure.objects.filter(**mine).select_related("cycle")
    priorities = Priority.objects.filter(**mine).select_related("cycle").order_by("cycle__year", "position")
    findings = Finding.objects.filter(**mine, cycle__year=today.year, priorities=None).select_related("cycle")
    events = DialogueEvent.objects.filter(process__scheme__in=schemes, status=DialogueEvent.Status.PLANNED)
    yield "years", CycleYear.objects.filter(scheme__in=schemes).order_by("-year"), _of_scheme
    yield "measures", measures.open().most_urgent(), _of_cycle
    yield "to_evaluate", measures.to_evaluate().most_urgent(), _of_cycle
    yield "to_put", priorities.to_be_put(), _of_cycle
    yield "to_decide", priorities.to_be_decided(today), _of_cycle
    yield "findings", findings, _of_cycle
    yield "events", events.select_related("process").order_by("date", F("starts_at").asc(nulls_last=True)), _of_process
    yield "coordinators", Coordinator.objects.filter(scheme__in=schemes), _of_scheme
    yield "groups", Group.objects.filter(scheme__in=schemes).active(), _of_scheme


def _of_process(event):
    return event.process.scheme_id


def _by_scheme(rows, scheme_of):
    grouped = defaultdict(list)
    for row in rows:
        grouped[scheme_of(row)].append(row)
    return grouped


def _overdue(count):
    return ngettext("measure is overdue", "measures are overdue", count)


def _to_decide(count):
    return ngettext(
        "priority was before the steering group: record what it decided",
        "priorities were before the steering group: record what it decided",
        count,
    )


def _passed(count):
    return ngettext(
        "dialogue event has passed: say what came of it", "dialogue events have passed: say what came of them", count
    )


def _to_put(count):
    return ngettext("priority to put to the steering group", "priorities to put to the steering group", count)


def _unused(count):
    return ngettext("finding to make a priority of", "findings to make priorities of", count)


def _due_soon(count):
    return ngettext("measure is due within 30 days", "measures are due within 30 days", count)


def _to_evaluate(count):
    return ngettext("measure that has ended is to be evaluated", "measures that have ended are to be evaluated", count)
