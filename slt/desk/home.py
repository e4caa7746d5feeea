"""The first page of a scheme for whoever coordinates it: what needs doing, and everything of theirs, a press away."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from contacts.desk.doors import READ
from councils.desk.standing import Standing, standings_of
from councils.models import Body
from councils.permissions import keeps as keeps_records
from slt.cycle import steps_of
from slt.cycle_picture import picture_of
from slt.desk.doors import keeper_page
from slt.desk.standing import standing_of
from slt.models import Group
from slt.services.cycle import left_of
from slt.steering import planned_meetings, steering_body

MOST_ROWS = 8


@dataclass(frozen=True)
class MyGroup:
    group: Group
    standing: Standing

    @property
    def next_meeting(self):
        return self.standing.next_meeting


@keeper_page(READ)
def scheme_desk(request, scheme):
    today = timezone.localdate()
    standing = standing_of(scheme, today)
    begins = reverse("new_cycle_year", args=[scheme.slug])
    context = {
        "scheme": scheme,
        "today": today,
        "standing": standing,
        "todos": [todo for todo in standing.todos if todo.url != begins],
        "left": None if standing.year else _left(scheme, today.year),
        "picture": _picture(standing, today),
        "groups": _groups(standing, today),
        "council": _council(request, scheme, today),
        "measures": standing.measures[:MOST_ROWS],
        "more_measures": len(standing.measures) > MOST_ROWS,
        "priorities": standing.to_put[:MOST_ROWS],
        "events": standing.to_come[:MOST_ROWS],
    }
    return render(request, "slt/desk/home.html", context)


def _left(scheme, year):
    """What comes along into the year that has not begun."""
    measures, priorities = left_of(scheme, year)
    return {"measures": measures.count(), "priorities": priorities.count()}


def _picture(standing, today):
    year = standing.year or standing.newest
    return picture_of(year.year, steps_of(year, today), tells_next=True) if year else None


def _groups(standing, today):
    """By level, from the top; each with its next meeting."""
    levels = list(standing.scheme.levels)
    groups = sorted(standing.groups, key=lambda group: (levels.index(group.level), group.name))
    bodies = Body.objects.select_related("council").in_bulk([group.pk for group in groups])
    found = standings_of([bodies[group.pk] for group in groups], today)
    return [MyGroup(group, one) for group, one in zip(groups, found, strict=True)]


def _council(request, scheme, today):
    """The council that is the steering group; of its meetings only the next day that is planned."""
    body = steering_body(scheme) if scheme.steering_council_id else None
    if body is None:
        return None
    planned = planned_meetings(body, today).first()
    return {"body": body, "planned": planned, "keeps": keeps_records(request.access, body)}
