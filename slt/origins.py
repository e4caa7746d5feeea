"""What a dialogue process may have come from, as choices for whoever coordinates the scheme.

Of the scheme's own groups and working years everything; of the councils only what everyone may read: the coordinator is
not always a member of them.
"""

import datetime

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from councils.models import AgendaItem, Council, MinutesText, Plan
from councils.models import Measure as PlanMeasure
from slt.models import Measure, SchemeMunicipality

# A case is named in the dialogue soon after; of older ones there would be hundreds.
SINCE = datetime.timedelta(days=3 * 365)


def councils_of(scheme):
    """The one that steers it, and those of its municipalities today."""
    today = timezone.localdate()
    mine = SchemeMunicipality.objects.current(today).filter(scheme=scheme).values("municipality")
    theirs = Council.objects.of_municipalities(mine, today).values("pk")
    return Council.objects.filter(Q(pk__in=theirs) | Q(pk=scheme.steering_council_id))


def items_for(scheme, chosen=None):
    """Cases of its groups, and public ones of its councils; of the last years, the newest first. With the title that
    was published, where one was."""
    of_groups = AgendaItem.objects.filter(body__in=scheme.groups.values("pk"))
    public = AgendaItem.objects.public().numbered().filter(body__in=councils_of(scheme).values("pk"))
    both = Q(pk__in=of_groups.values("pk")) | Q(pk__in=public.values("pk"))
    recent = Q(meeting__date__gte=timezone.localdate() - SINCE) | Q(pk=chosen)
    published = MinutesText.objects.newest().filter(item=OuterRef("pk")).values("title")[:1]
    rows = AgendaItem.objects.filter(both, recent).annotate(published_title=Subquery(published))
    return rows.select_related("meeting", "body").order_by("-meeting__date", "body", "position")


def plan_measures_for(scheme):
    """Of the public plans of its councils."""
    plans = Plan.objects.public().filter(body__in=councils_of(scheme).values("pk"))
    rows = PlanMeasure.objects.filter(plan__in=plans.values("pk")).select_related("plan__body")
    return rows.order_by("-plan__valid_from", "plan", "position")


def measures_for(scheme):
    return Measure.objects.filter(cycle__scheme=scheme).select_related("cycle").order_by("-cycle__year", "text")
