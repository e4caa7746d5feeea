"""Who steers a scheme, and on which days priorities can be put to them."""

from django.utils import timezone

from councils.models import Body, BodyMunicipality, Meeting
from slt.choices import Level


def steering_body(scheme):
    """The council that steers it, or its own group at that level. None while there is none, and of a council that is
    of none of its municipalities today."""
    today = timezone.localdate()
    if scheme.steering_council_id:
        mine = scheme.areas.current(today).values("municipality")
        council = Body.objects.filter(pk=scheme.steering_council_id)
        return council.filter(pk__in=_bodies_in(mine, today)).select_related("council").first()
    group = scheme.groups.active().filter(level=Level.STEERING).first()
    return group and group.body_ptr


def _bodies_in(municipalities, today):
    return BodyMunicipality.objects.current(today).filter(municipality__in=municipalities).values("body")


def planned_meetings(body, today=None):
    """Those to which a case can be added: still to come, and nobody was called to them yet. Of no body: none."""
    if body is None:
        return Meeting.objects.none()
    coming = Meeting.objects.filter(body=body, date__gte=today or timezone.localdate())
    return coming.filter(status=Meeting.Status.PLANNED).order_by("date")


def mailbox_of(body):
    """Where to ask whoever keeps the records of the body; empty when nobody has said."""
    council = getattr(body, "council", None)
    return (council.email if council else "") or body.access_contact
