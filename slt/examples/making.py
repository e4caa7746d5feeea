"""From an example to its rows, and away again."""

import datetime

from contacts.models import ContactPoint, Municipality
from councils.choices import Visibility
from councils.examples import making
from councils.examples.making import MAILBOX, day
from councils.models import AgendaItem, Council
from councils.models import Measure as PlanMeasure
from slt.choices import Outcome
from slt.models import (
    Coordinator,
    CycleYear,
    DialogueEvent,
    DialogueProcess,
    Finding,
    Group,
    Measure,
    Office,
    Party,
    Priority,
    Representation,
    Scheme,
    SchemeMunicipality,
)
from slt.services.schemes import take_groups_along


def make(example, today):
    scheme = _scheme(example, today)
    for coordinator in example.coordinators:
        _coordinator(scheme, coordinator)
    groups = {group.slug: _group(scheme, group, today) for group in example.groups}
    take_groups_along(scheme)
    for group in example.groups:
        making.fill(groups[group.slug], group, today)
    for year in example.years:
        _Cycle(scheme, year, groups, today).make()
    for dialogue in example.dialogues:
        _dialogue(scheme, dialogue, today)


def unmake(schemes):
    DialogueProcess.objects.filter(scheme__in=schemes).delete()
    CycleYear.objects.filter(scheme__in=schemes).delete()
    making.unmake(Group.objects.filter(scheme__in=schemes))
    for scheme in schemes:
        scheme.delete()


def when(on, year, today):
    """See shapes.py: so many days from today, or a month and a day of this year."""
    if on is None:
        return None
    return datetime.date(year, *on) if isinstance(on, tuple) else day(today, on)


def _scheme(example, today):
    scheme = Scheme.objects.create(
        slug=example.slug,
        name=example.name,
        status=example.status,
        status_since=day(today, example.since),
        language=example.language,
        steering_council=Council.objects.filter(slug=example.council, is_example=True).first(),
        is_example=True,
        **example.fields,
    )
    for municipality in Municipality.objects.filter(slug__in=example.municipalities):
        SchemeMunicipality.objects.create(scheme=scheme, municipality=municipality)
    return scheme


def _coordinator(scheme, example):
    point = ContactPoint.objects.filter(key=example.key).first()
    if point is None:
        return
    coordinator = Coordinator.objects.create(scheme=scheme, contact_point=point)
    for office in example.offices:
        place = Municipality.objects.get(slug=office.municipality)
        Office.objects.create(coordinator=coordinator, municipality=place, place=office.place, days=office.days)


def _group(scheme, example, today):
    group = Group.objects.create(
        scheme=scheme,
        slug=example.slug,
        name=example.name,
        level=example.level,
        language=scheme.language,
        target_group=example.target_group,
        task=example.task,
        minimum_meetings=example.minimum,
        meetings_visibility=Visibility.INTERNAL,
        items_visibility=Visibility.INTERNAL,
        access_contact=MAILBOX.format("arkiv"),
        ended_on=day(today, example.ended) if example.ended else None,
        is_example=True,
    )
    for agency, count, what in example.represented:
        Representation.objects.create(group=group, agency=agency, count=count, what=what)
    return group


class _Cycle:
    """One year of a scheme, in the order in which it is worked through."""

    def __init__(self, scheme, example, groups, today):
        self.scheme, self.example, self.groups, self.today = scheme, example, groups, today
        self.number = today.year - example.back

    def make(self):
        example = self.example
        self.cycle = CycleYear.objects.create(
            scheme=self.scheme,
            year=self.number,
            evaluation=example.evaluation,
            evaluated_on=self._on(example.evaluated),
            summary=example.summary,
            documented_on=self._on(example.documented),
        )
        findings = {finding.key: self._finding(finding) for finding in example.findings}
        priorities = {}
        for position, priority in enumerate(example.priorities, start=1):
            priorities[priority.title] = self._priority(position, priority, findings)
        for measure in example.measures:
            self._measure(measure, priorities)

    def _on(self, on):
        return when(on, self.number, self.today)

    def _finding(self, finding):
        return Finding.objects.create(
            cycle=self.cycle,
            text=finding.text,
            source=finding.source.format(year=self.number),
            found_on=self._on(finding.on),
            theme=finding.theme,
            municipality=Municipality.objects.filter(slug=finding.municipality).first(),
            visibility=finding.visibility,
        )

    def _priority(self, position, example, findings):
        item = self._item(example.item)
        is_decided = item and example.outcome != Outcome.WAITING
        priority = Priority.objects.create(
            cycle=self.cycle,
            position=position,
            title=example.title,
            reason=example.reason,
            theme=example.theme,
            item=item,
            outcome=example.outcome if is_decided else Outcome.WAITING,
            decided_on=item.meeting.date if is_decided else None,
            visibility=example.visibility,
        )
        priority.findings.set(findings[key] for key in example.findings)
        return priority

    def _item(self, title):
        """Of the council that steers the scheme, or of its own group. There is none where the council is not there."""
        bodies = [self.scheme.steering_council_id, *(group.pk for group in self.groups.values())]
        return AgendaItem.objects.filter(body__in=bodies, title=title).select_related("meeting").first()

    def _measure(self, example, priorities):
        return Measure.objects.create(
            cycle=self.cycle,
            priority=priorities.get(example.priority),
            text=example.text,
            agency=example.agency,
            responsible=example.responsible,
            group=self.groups.get(example.group),
            theme=example.theme,
            due=self._on(example.due),
            status=example.status,
            done_on=self._on(example.done),
            effect=example.effect,
            evaluation=example.evaluation,
            visibility=example.visibility,
        )


def _dialogue(scheme, example, today):
    process = DialogueProcess.objects.create(
        scheme=scheme,
        slug=example.slug,
        title=example.title,
        aim=example.aim,
        theme=example.theme,
        status=example.status,
        valid_from=day(today, example.since),
        valid_to=day(today, example.until) if example.until else None,
        is_open=example.is_open,
        outcome=example.outcome,
        visibility=example.visibility,
        **_origin(scheme, example.came_from),
    )
    for sector, name, part in example.parties:
        Party.objects.create(process=process, sector=sector, name=name, part=part)
    for event in example.events:
        DialogueEvent.objects.create(
            process=process,
            title=event.title,
            date=day(today, event.on),
            starts_at=datetime.time(event.at),
            place=event.place,
            is_open=event.is_open,
            status=event.status,
            people=event.people,
            outcome=event.outcome,
        )


def _origin(scheme, came_from):
    """Nothing where the invented council that it came from is not there."""
    if came_from is None:
        return {}
    field, title = came_from
    councils = Council.objects.filter(municipalities__in=scheme.municipalities.all(), is_example=True)
    rows = {
        "item": AgendaItem.objects.filter(body__in=councils, title=title),
        "plan_measure": PlanMeasure.objects.filter(plan__body__in=councils, text=title),
        "measure": Measure.objects.filter(cycle__scheme=scheme, text=title),
    }
    return {field: rows[field].order_by("-pk").first()}
