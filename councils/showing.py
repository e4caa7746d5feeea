"""What the public pages and files of a body are made from: each row fetched once, disclosed, or not there.

A row that is not public is answered as one that never was: 404. Whatever is shown is kept for a few seconds at most.
"""

from django.db.models import Max
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from contacts import gazetteer
from councils.disclosure import disclose_in_list, disclose_meeting, disclose_members, disclose_plan, disclose_strategy
from councils.index import areas
from councils.models import Body, Council, Meeting, Member, MinutesVersion, Plan, Strategy

MEETINGS_SHOWN = 3
COUNCIL = Body.Kind.COUNCIL


def council_or_404(slug):
    return get_object_or_404(Council, slug=slug)


def body_or_404(slug, kind):
    """A body is under the address of its own kind alone."""
    return get_object_or_404(Body, slug=slug, kind=kind)


def meeting_or_404(slug, date, kind, version=None):
    """The body of a public meeting, and what the public may see of it."""
    meetings = Meeting.objects.public().for_page().filter(body__kind=kind)
    meeting = get_object_or_404(meetings, body__slug=slug, date=date)
    try:
        return meeting.body, disclose_meeting(meeting, version=version)
    except KeyError:
        raise Http404 from None


def strategy_or_404(slug, strategy):
    row = get_object_or_404(Strategy.objects.public().for_page(), body__kind=COUNCIL, body__slug=slug, slug=strategy)
    return row.body, disclose_strategy(row)


def plan_or_404(slug, plan):
    row = get_object_or_404(Plan.objects.public().for_page(), body__kind=COUNCIL, body__slug=slug, slug=plan)
    return row.body, disclose_plan(row, timezone.localdate())


def members_of(body):
    """Those of today."""
    members = Member.objects.filter(body=body).current(timezone.localdate())
    return disclose_members(members.select_related("municipality"))


def places_of(body):
    """The municipalities it is of today, or else was of last; former ones among them when they were merged away."""
    now, before = areas(body.areas.order_by("pk"), timezone.localdate())
    ids = now[body.pk] or before[body.pk]
    return gazetteer.found(lambda places: [places.municipalities_by_id[id_] for id_ in ids])


def meetings_around(body, today):
    """The last that were, newest first, and all that are to come, the next first."""
    meetings = Meeting.objects.public().for_list().filter(body=body)
    met = meetings.filter(date__lte=today).exclude(status__in=[Meeting.Status.CALLED, Meeting.Status.CANCELLED])
    planned = meetings.filter(date__gte=today, status__in=[Meeting.Status.CALLED, Meeting.Status.CANCELLED])
    return (
        [disclose_in_list(meeting) for meeting in met[:MEETINGS_SHOWN]],
        [disclose_in_list(meeting) for meeting in planned.order_by("date")],
    )


def updated(body):
    """The day on which the last public thing about it was changed: itself, its members, or its minutes."""
    times = [
        type(body).history.filter(id=body.pk).aggregate(at=Max("history_date"))["at"],
        Member.history.filter(body=body.pk).aggregate(at=Max("history_date"))["at"],
        MinutesVersion.objects.filter(meeting__in=Meeting.objects.public().filter(body=body)).aggregate(
            at=Max("published_at")
        )["at"],
    ]
    return max(filter(None, times), default=None)
