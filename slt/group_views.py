"""The public page of a group: what it is, who leads it, which agencies take part, and its public meetings."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.national_numbers import all_numbers
from contacts.public_pages import kept_briefly
from councils.choices import Agency
from councils.showing import meetings_around, members_of, places_of, updated
from councils.structured_data import body_data
from slt.models import Group


@require_safe
@kept_briefly
def group_detail(request, slug):
    group = get_object_or_404(Group.objects.select_related("scheme"), slug=slug)
    places = places_of(group)
    met, planned = meetings_around(group, timezone.localdate())
    context = {
        "group": group,
        "places": places,
        "leading": [member for member in members_of(group) if member.is_leader or member.is_secretary],
        "represented": represented(group),
        "met": met,
        "planned": planned,
        "updated": updated(group),
        "numbers": all_numbers(gazetteer.current().national),
        "structured_data": body_data(request, group, places),
    }
    return render(request, "slt/group_detail.html", context)


def represented(group):
    """How many come from each agency, in the order of the agencies; never who."""
    order = Agency.values
    return sorted(group.representation.all(), key=lambda row: (order.index(row.agency), row.pk))
