"""What organisational changes left for somebody to do; each is gone by itself when it was done."""

import datetime

from django.db.models import Count

from contacts.models import ContactPoint, OrganisationalChange
from contacts.models.points import MUNICIPAL_FUNCTIONS

# For so long whoever owns two contact points that met is reminded; some have two for good reason.
REMINDED_FOR = datetime.timedelta(days=365)


def failed(access):
    """Changes that could not be carried out, of those that somebody may plan."""
    return OrganisationalChange.objects.editable_by(access).filter(status=OrganisationalChange.Status.FAILED)


def met(access, today):
    """Contact points of one function and one owner that a change of the last year brought together."""
    recent = OrganisationalChange.objects.filter(
        status=OrganisationalChange.Status.APPLIED, kind="merge", date__gt=today - REMINDED_FOR
    )
    places = recent.exclude(successors__municipality=None).values("successors__municipality")
    mine = ContactPoint.objects.editable_by(access).published().filter(owner_municipality__in=places)
    together = mine.filter(function__in=MUNICIPAL_FUNCTIONS).values("owner_municipality", "function")
    return together.annotate(count=Count("pk")).filter(count__gt=1).order_by("owner_municipality", "function")
