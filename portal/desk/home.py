"""What the first page of the desk says: who I am, what needs doing, what is mine, and where to do it."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts import permissions
from contacts.bodies import names_of
from contacts.desk.doors import edits_contacts
from contacts.desk.entries import Task, Todo
from contacts.desk.findings import Issue
from contacts.models import AuditEvent, ContactPoint, Role
from contacts.organisational_changes import todos as left_by_changes
from councils.desk.standing import Standing, my_action_items, standings_of
from councils.models import Body, Meeting
from councils.permissions import keeps_any_council, reads_any_records
from guidance.desk import standing as guidance
from guidance.permissions import keeps_any as keeps_any_guidance
from slt.desk.standing import SchemeStanding
from slt.desk.standing import standings_of as scheme_standings_of
from slt.models import Scheme
from slt.permissions import keeps_any_frame, keeps_any_scheme

ENDS_SOON = datetime.timedelta(days=30)
MOST_ACTIONS = 10


@dataclass(frozen=True)
class HeldRole:
    """A role of mine: where, until when, and what I can do with it where that is not plain from the tasks."""

    name: str
    place: str
    url: str
    ends_on: datetime.date
    ends_soon: bool
    explanation: str = ""
    only_for: str = ""


def roles(access, places):
    names = names_of({grant.body for grant in access.grants if grant.body})
    return [_held(grant, places, names.get(grant.body, grant.body)) for grant in access.grants]


def _held(grant, places, only_for):
    place = places.districts_by_id.get(grant.district_id) or places.municipalities_by_id.get(grant.municipality_id)
    return HeldRole(
        name=grant.get_role_display(),
        place=place.full_name if place else _("the whole country"),
        url=place.get_absolute_url() if place else "",
        ends_on=timezone.localtime(grant.ends_at).date(),
        ends_soon=grant.ends_at - timezone.now() < ENDS_SOON,
        explanation=_explanation(grant.role),
        only_for=only_for,
    )


def _explanation(role):
    if role == Role.COUNCIL_SECRETARY:
        return _("You call meetings, write minutes and keep the strategy. You change no contact points.")
    if role == Role.COUNCIL_MEMBER:
        return _("You read what is internal: agendas, approved minutes and action items.")
    if role == Role.GUIDANCE_EDITOR:
        return _("This role changes no contact points. All contacts are open to you, as to everyone.")
    if role == Role.AUDITOR:
        return _("You can read everything in your area, the log as well, and change nothing.")
    if role == Role.USER_ADMINISTRATOR:
        return _("You invite people and give them roles. You change no contact points.")
    return ""


def todos(mine, findings, absences):
    """What needs doing with my contact points and in my area; what is nothing is left out."""
    stale = sum(point.is_stale for point in mine)
    due = sum(point.condition == "due" for point in mine)
    vacant = sum(point.condition == "vacant" for point in mine)
    unregistered = sum(finding.issue == Issue.UNREGISTERED for finding in findings)
    planned = sum(len(point.coming) for point in mine)
    every = [
        Todo(stale, _stale(stale), address("verification"), "danger"),
        Todo(due, _due(due), address("verification")),
        Todo(vacant, _vacant(vacant), address("missing", issue=Issue.VACANT), "danger"),
        Todo(unregistered, _unregistered(unregistered), address("missing", issue=Issue.UNREGISTERED), "danger"),
        Todo(len(absences), _absences(len(absences)), address("absences"), "info"),
        Todo(planned, _planned(planned), "#planned", "info"),
    ]
    return [todo for todo in every if todo.count]


def todos_of_changes(access, today):
    """What organisational changes left to be done."""
    failed = left_by_changes.failed(access).count()
    met = len(left_by_changes.met(access, today))
    every = [
        Todo(failed, _failed(failed), address("organisational_changes"), "danger"),
        Todo(met, _met(met), address("admin:contacts_contactpoint_changelist")),
    ]
    return [todo for todo in every if todo.count]


def todos_of_guidance(access, today):
    return guidance.todos(access, today) if keeps_any_guidance(access) else []


def _failed(count):
    return ngettext(
        "organisational change could not be carried out", "organisational changes could not be carried out", count
    )


def _met(count):
    return ngettext(
        "function has several contact points since a merger: decide which goes on",
        "functions have several contact points since a merger: decide which go on",
        count,
    )


def _stale(count):
    return ngettext(
        "contact point was not verified in time: its name is hidden",
        "contact points were not verified in time: their names are hidden",
        count,
    )


def _due(count):
    return ngettext("contact point is due for verification", "contact points are due for verification", count)


def _vacant(count):
    return ngettext("contact point is vacant", "contact points are vacant", count)


def _unregistered(count):
    return ngettext("contact is not registered in your area", "contacts are not registered in your area", count)


def _absences(count):
    return ngettext("absence, now or planned", "absences, now or planned", count)


def _planned(count):
    return ngettext("change is planned", "changes are planned", count)


@dataclass(frozen=True)
class MyBody:
    """A body whose records I read; `standing` if I keep them. `above`: what it is part of."""

    name: str
    above: str
    url: str
    next_meeting: Meeting | None
    standing: Standing | None

    @property
    def next_meeting_url(self):
        return address_of(self.next_meeting.body, "meeting_desk", self.next_meeting.date)


@dataclass(frozen=True)
class MyScheme:
    """An SLT scheme that I coordinate."""

    name: str
    url: str
    standing: SchemeStanding


def bodies(access, today):
    """Those whose records I keep, or read. As many queries for one as for ten. The emergency account has none: it
    reaches every body, and goes there by the address."""
    if access.is_break_glass or not reads_any_records(access):
        return []
    readable = list(Body.objects.read_by(access))
    kept = set(Body.objects.kept_by(access).values_list("pk", flat=True))
    found = standings_of([body for body in readable if body.pk in kept], today)
    standings = {standing.body.pk: standing for standing in found}
    names = names_of({body.part_of for body in readable if body.part_of})
    meetings = next_meetings(access, today)
    return [
        MyBody(body.name, names.get(body.part_of, ""), address_of(body), meetings.get(body.pk), standings.get(body.pk))
        for body in readable
    ]


def next_meetings(access, today):
    """{body: the next of its meetings that I may read}."""
    coming = Meeting.objects.readable_by(access).filter(
        date__gte=today, status__in=[Meeting.Status.PLANNED, Meeting.Status.CALLED]
    )
    return {meeting.body_id: meeting for meeting in coming.select_related("body").order_by("-date")}


def schemes(access, today):
    """Those that I coordinate; not the emergency account, as above."""
    if access.is_break_glass or not keeps_any_scheme(access):
        return []
    found = scheme_standings_of(list(Scheme.objects.kept_by(access)), today)
    return [MyScheme(one.scheme.name, one.address("scheme_desk"), one) for one in found]


def actions(access):
    """What was agreed in my bodies and is not done yet: the most urgent of it."""
    if access.is_break_glass or not reads_any_records(access):
        return ()
    return my_action_items(access)[:MOST_ACTIONS]


def address_of(body, route="body_desk", *more):
    return reverse(route, args=[body.slug, *more])


def the_only(bodies):
    """How things stand in the only body that is mine: then its todos and tasks are one press away."""
    return bodies[0].standing if len(bodies) == 1 else None


def tasks(access, *, has_area):
    """The tasks that these roles have: never one whose page would refuse."""
    editing = [
        Task(
            _("Change of officer"), _("One or several contact points get a new holder."), address("change_of_officer")
        ),
        Task(_("Verify all"), _("Everything of yours in one table. Tick, correct, save."), address("verification")),
        Task(_("Absence and deputy"), _("From a day to a day; returns by itself."), address("absences")),
    ]
    area = [Task(_("What is missing"), _("In your municipalities, the worst first."), address("missing"))]
    changes = [
        Task(
            _("Organisational change"),
            _("Municipalities or districts merge, split or change their name."),
            address("organisational_changes"),
        )
    ]
    councils = [
        Task(
            _("Police councils"), _("What they are, of which municipalities, and their members."), address("body_list")
        )
    ]
    library = [
        Task(
            _("Guidance"),
            _("Articles, local guides and activities: write, approve, and look at again in time."),
            address("guidance_desk"),
        )
    ]
    slt = [
        Task(
            _("SLT schemes"),
            _("What they are, of which municipalities, their coordinators and groups."),
            address("scheme_list"),
        )
    ]
    offered = [
        (editing, edits_contacts(access)),
        (councils, keeps_any_council(access)),
        (slt, keeps_any_frame(access)),
        (library, keeps_any_guidance(access)),
        (area, has_area),
        (changes, permissions.can_plan_any(access)),
    ]
    return [task for tasks_of_kind, has_it in offered if has_it for task in tasks_of_kind]


def shortcuts(access):
    """To the pages for editing everything, to invitations and to the log, where the role has them."""
    offered = [
        (_("All that you can see and edit"), "admin:index", any_model(access)),
        (_("Import and export"), "exchange", permissions.can_see_any(access, ContactPoint)),
        (_("Invitations"), "invitations", access.has(Role.USER_ADMINISTRATOR)),
        (_("The log"), "admin:contacts_auditevent_changelist", permissions.can_see_any(access, AuditEvent)),
    ]
    return [(text, address(route)) for text, route, allowed in offered if allowed]


def any_model(access):
    return any(permissions.can_see_any(access, model) for model in permissions.SEEN_BY)


def address(route, **query):
    return f"{reverse(route)}?{urlencode(query)}" if query else reverse(route)
