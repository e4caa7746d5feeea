"""What this app does about its rows when municipalities change: schemes follow them, with groups, members and offices.

A scheme goes on in the successor. Two active ones that meet there cannot both: whoever plans the merger says which
does; unanswered, that of the most municipalities, and the others are paused (decision 0042). A finding tells what was
known of a municipality then, and is remembered.
"""

from django.utils.translation import gettext as _

from contacts.organisational_changes.transition import Effect, Topic
from councils.following import OfMunicipalities, holding_beyond, take_members_along
from councils.models import Body, Council, Member
from slt.models import Office, Scheme, SchemeMunicipality
from slt.services.schemes import take_groups_along


class Schemes(OfMunicipalities):
    areas, owner = SchemeMunicipality, "scheme"
    resting, over = Scheme.Status.PAUSED, Scheme.Status.ENDED
    remembers = frozenset(["slt.Finding.municipality"])

    def beyond(self, transition):
        rows = SchemeMunicipality.objects.filter(holding_beyond(transition))
        return list(rows.select_related("scheme", "municipality").order_by("scheme", "pk"))

    def standing_in(self, municipality):
        active = SchemeMunicipality.objects.filter(municipality=municipality, is_active=True)
        return active.values_list("scheme", flat=True)

    def that_exclude_each_other(self, ids):
        return [list(Scheme.objects.active().filter(pk__in=ids).order_by("pk"))]

    def follow(self, transition):
        yield from super().follow(transition)
        yield from steered_no_more(transition)

    def take_along(self, heirs, transition):
        schemes = Scheme.objects.filter(pk__in={scheme for scheme, _municipality in heirs})
        for scheme in schemes.select_related("steering_council").order_by("pk"):
            take_groups_along(scheme)
            yield from leave_council_behind(scheme, transition)
        members = Member.objects.filter(body__kind=Body.Kind.GROUP).select_related("body__group")
        take_members_along(members, heirs, transition, owner_of=lambda member: member.body.group.scheme_id)
        move_offices(heirs, transition)


def leave_council_behind(scheme, transition):
    """After a division, the council that steers it may be of none of its municipalities any more."""
    council = scheme.steering_council
    if council is None:
        return
    mine = scheme.areas.current(transition.date).values("municipality")
    if council.areas.current(transition.date).filter(municipality__in=mine).exists():
        return
    scheme.steering_council = None
    scheme.save()
    remark = _("has no steering group: to be followed up")
    yield Effect(Topic.BODY, scheme.name, council.name, "–", scheme, remark=remark)


def steered_no_more(transition):
    """A council that gave way to another steers on in name. Its scheme may be of a place that goes on as it was."""
    councils = [one for one in transition.stood_down if isinstance(one, Council)]
    schemes = Scheme.objects.active().filter(steering_council__in=councils).select_related("steering_council")
    remark = _("its steering group is no longer active: to be followed up")
    for scheme in schemes.order_by("pk"):
        council = scheme.steering_council
        yield Effect(Topic.BODY, scheme.name, council.name, council.get_status_display(), scheme, remark=remark)


def move_offices(heirs, transition):
    """The house stands where it stood: it is in the municipality that the scheme went on in, or the first of them."""
    offices = Office.objects.filter(municipality__in=transition.ended_municipalities)
    for office in offices.select_related("coordinator", "municipality").order_by("pk"):
        mine = heirs.get((office.coordinator.scheme_id, office.municipality_id))
        office.municipality = mine[0] if mine else transition.proposed_for(office.municipality).place
        office.save()
