"""What is missing in councils, municipality by municipality: none at all, none that meets, a strategy that is over.

As findings, beside those of the contact points (contacts/desk/findings.py). A council is voluntary: that there is none
is said last, and not at all where the municipality was invited, considers it or has declined.
"""

import datetime

from django.utils.translation import gettext as _

from contacts.desk.findings import Finding, Issue
from councils import elections
from councils.lifecycle import HELD
from councils.models import BodyMunicipality, Council, Meeting, Member, Plan, Strategy

TOPIC = "council"
A_YEAR = datetime.timedelta(days=365)


def findings_of_councils(districts, municipalities, places):
    """Seven queries, however many municipalities."""
    councils = _councils_of(municipalities, places.on)
    faults = _faults([one.pk for of_place in councils.values() for one in of_place if one.is_active], places.on)
    return [
        finding
        for place in municipalities
        for finding in _of_place(place, councils.get(place.id, []), faults, places.on)
    ]


def _councils_of(municipalities, on):
    areas = BodyMunicipality.objects.current(on).filter(municipality__in=[place.id for place in municipalities])
    found = {}
    for area in areas.filter(body__kind=Council.Kind.COUNCIL).select_related("body__council"):
        found.setdefault(area.municipality_id, []).append(area.body.council)
    return found


def _of_place(place, councils, faults, on):
    if not councils:
        yield _finding(place, _("Police council"), Issue.VOLUNTARY)
    for council in councils:
        for issue, bodies in faults.items():
            if council.is_active and council.pk in bodies and not _is_new(council, issue, on):
                yield _finding(place, council.name, issue, council.slug)


def _is_new(council, issue, on):
    """Nobody expects a meeting of a council that is younger than a year."""
    return issue == Issue.QUIET and council.status_since > on - A_YEAR


def _finding(place, label, issue, body=""):
    keeper = _("%(name)s municipality") % {"name": place.full_name}
    return Finding(place, TOPIC, label, issue, keeper=keeper, body=body, topic_name=_("Police councils"))


def _faults(councils, on):
    """{issue: the councils that have it}."""
    met = Meeting.objects.filter(body__in=councils, status__in=HELD, date__gt=on - A_YEAR)
    election = elections.latest_before(on)
    waiting = Member.objects.filter(body__in=councils).to_confirm(election, on)
    return {
        Issue.EXPIRED: _expired(councils, on),
        Issue.QUIET: set(councils) - set(met.values_list("body", flat=True)),
        Issue.UNCONFIRMED: set(waiting.values_list("body", flat=True)),
    }


def _expired(councils, on):
    """Those that had a strategy or a plan whose last day has passed, and have none that holds."""
    expired = set()
    for model in (Strategy, Plan):
        rows = model.objects.filter(body__in=councils)
        over = rows.filter(valid_to__lt=on).exclude(status="draft")
        expired |= set(over.values_list("body", flat=True)) - set(rows.in_force(on).values_list("body", flat=True))
    return expired
