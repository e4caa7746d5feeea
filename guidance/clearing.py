"""Where in the histories of this app somebody may have written a name that is cleared: in the reason of a change.

The texts themselves the person-data guard has asked about. Who holds a function is most likely named where their own
municipality or police district keeps its guidance.
"""

from django.db.models import Q

from contacts.models import ContactPoint
from contacts.services import clearing
from guidance.models import Resource, Source


def connect():
    clearing.HISTORIES_OF_POINTS.append(of_points)


def of_points(points):
    """At the resources of the places that own these contact points, and at their sources."""
    owners = ContactPoint.objects.filter(pk__in=points).order_by()
    of_owner = Q(municipality__in=owners.filter(owner_municipality__isnull=False).values("owner_municipality")) | Q(
        district__in=owners.filter(owner_district__isnull=False).values("owner_district")
    )
    resources = Resource.history.filter(of_owner)
    return [resources, Source.history.filter(resource__in=resources.order_by().values("id"))]
