"""What the public pages and files of a council are made from: each row fetched once, disclosed, or not there.

A row that is not public is answered as one that never was: 404. Whatever is shown is kept for five seconds at most, so
that what is made internal is gone within seconds (decision 0035); a page that is about an error is kept by nobody.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import cache_control

from contacts import gazetteer
from councils.disclosure import disclose_meeting, disclose_members, disclose_plan, disclose_strategy
from councils.index import areas
from councils.models import Council, Meeting, Member, Plan, Strategy

SECONDS_KEPT = 5
kept_briefly = cache_control(public=True, max_age=SECONDS_KEPT)


def council_or_404(slug):
    return get_object_or_404(Council, slug=slug)


def meeting_or_404(slug, date, version=None):
    """The council of a public meeting, and what the public may see of it."""
    meetings = Meeting.objects.public().for_page().filter(body__council__isnull=False)
    meeting = get_object_or_404(meetings, body__slug=slug, date=date)
    try:
        return meeting.body.council, disclose_meeting(meeting, version=version)
    except KeyError:
        raise Http404 from None


def strategy_or_404(slug, strategy):
    row = get_object_or_404(Strategy.objects.public().for_page(), body__slug=slug, slug=strategy)
    return row.body.council, disclose_strategy(row)


def plan_or_404(slug, plan):
    row = get_object_or_404(Plan.objects.public().for_page(), body__slug=slug, slug=plan)
    return row.body.council, disclose_plan(row, timezone.localdate())


def members_of(council):
    """Those of today."""
    members = Member.objects.filter(body=council).current(timezone.localdate())
    return disclose_members(members.select_related("municipality"))


def places_of(council):
    """The municipalities it is of today, or else was of last; former ones among them when they were merged away."""
    places = gazetteer.current()
    now, before = areas(council.areas.order_by("pk"), places.on)
    return [places.municipalities_by_id[id_] for id_ in now[council.pk] or before[council.pk]]
