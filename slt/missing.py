"""What is missing in SLT, municipality by municipality: no scheme at all; an active one that nobody coordinates or
steers, whose working year has not begun, or that has not said what last year came to.

As findings, beside those of the contact points (contacts/desk/findings.py), which tell where a function is vacant. SLT
is voluntary: that there is none is said last, and not at all where it is planned, paused or wound up.
"""

import datetime

from django.utils.translation import gettext as _

from contacts.desk.findings import Finding, Issue
from slt.choices import Level
from slt.models import Coordinator, CycleYear, Group, SchemeMunicipality

TOPIC = "scheme"
BEGUN_BY, DOCUMENTED_BY = (3, 1), (6, 1)
# Nobody expects a steering group or a plan of a scheme that has just become active.
TIME_TO_BEGIN = datetime.timedelta(days=90)


def findings_of_schemes(districts, municipalities, places):
    """Five queries, however many municipalities."""
    schemes = _schemes_of(municipalities, places.on)
    active = {scheme.pk: scheme for of_place in schemes.values() for scheme in of_place if scheme.is_active}
    faults = _faults(active, places.on)
    return [finding for place in municipalities for finding in _of_place(place, schemes.get(place.id, []), faults)]


def _schemes_of(municipalities, on):
    areas = SchemeMunicipality.objects.current(on).filter(municipality__in=[place.id for place in municipalities])
    found = {}
    for area in areas.select_related("scheme__steering_council"):
        found.setdefault(area.municipality_id, []).append(area.scheme)
    return found


def _of_place(place, schemes, faults):
    if not schemes:
        yield _finding(place, _("SLT scheme"), Issue.VOLUNTARY)
    for scheme in schemes:
        for issue, having in faults.items():
            if scheme.pk in having:
                yield _finding(place, scheme.name, issue, scheme.slug)


def _finding(place, label, issue, scheme=""):
    keeper = _("%(name)s municipality") % {"name": place.full_name}
    return Finding(place, TOPIC, label, issue, keeper=keeper, body=scheme, topic_name=_("SLT schemes"))


def _faults(active, on):
    """{issue: the schemes that have it}."""
    settled = {pk for pk, scheme in active.items() if scheme.status_since <= on - TIME_TO_BEGIN}
    return {
        Issue.UNCOORDINATED: _without_coordinator(active),
        Issue.UNSTEERED: settled & _without_steering(active),
        Issue.NOT_BEGUN: settled & _not_begun(active, on),
        Issue.UNDOCUMENTED: _undocumented(active, on),
    }


def _without_coordinator(active):
    linked = Coordinator.objects.filter(scheme__in=active)
    return {*active} - set(linked.values_list("scheme", flat=True))


def _without_steering(active):
    """Of those that have the level: neither a council that is active, nor a group of its own."""
    groups = Group.objects.active().filter(scheme__in=active, level=Level.STEERING)
    steered = set(groups.values_list("scheme", flat=True))
    steered |= {pk for pk, scheme in active.items() if scheme.steering_council and scheme.steering_council.is_active}
    return {pk for pk, scheme in active.items() if scheme.has_steering} - steered


def _not_begun(active, on):
    if on < datetime.date(on.year, *BEGUN_BY):
        return set()
    begun = CycleYear.objects.filter(scheme__in=active, year=on.year)
    return {*active} - set(begun.values_list("scheme", flat=True))


def _undocumented(active, on):
    if on < datetime.date(on.year, *DOCUMENTED_BY):
        return set()
    last = CycleYear.objects.filter(scheme__in=active, year=on.year - 1, documented_on=None)
    return set(last.values_list("scheme", flat=True))
