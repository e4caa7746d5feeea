"""Where in the histories of this app somebody may have written a name that is cleared: in the reason of a change.

Of the texts themselves the person-data guard has asked; whoever coordinates or is a member is named in none of them.
"""

from contacts.services import clearing
from councils.services import members
from slt.models import Coordinator, Group, Office, Representation, Scheme


def connect():
    clearing.HISTORIES_OF_POINTS.append(of_points)
    members.HISTORIES_OF_BODIES.append(of_group)


def of_points(points):
    """At the links from schemes to these contact points, at the schemes, and at the offices."""
    linked = Coordinator.history.filter(contact_point__in=points)
    schemes = Scheme.history.filter(id__in=linked.order_by().values("scheme"))
    return [linked, schemes, Office.history.filter(coordinator__in=linked.order_by().values("id"))]


def of_group(body):
    return [Group.history.filter(id=body), Representation.history.filter(group=body)]
