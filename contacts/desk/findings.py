"""What is missing in somebody's area, as the public sees it: no contact point, nobody in it, not verified in time."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.desk.my_points import places_of
from contacts.disclosure import disclose, unregistered
from contacts.folding import norwegian_order
from contacts.gazetteer import DistrictPlace
from contacts.models import ContactPoint, Freshness, Function, Role
from contacts.models.access import AREA_ROLES
from contacts.models.points import POLICE_FUNCTIONS
from contacts.scopes import EDITORS


class Issue(models.TextChoices):
    """What can be wrong in a place with a function, or with what other apps make findings of, the worst first."""

    UNREGISTERED = "unregistered", _("not registered")
    VACANT = "vacant", _("vacant")
    STALE = "stale", _("not verified in time")
    AWAY = "away", _("away, nobody stands in")
    DUE = "due", _("due for verification")
    EXPIRED = "expired", _("its time is over")
    QUIET = "quiet", _("no meeting in a year")
    UNCONFIRMED = "unconfirmed", _("not confirmed since the election")
    UNCOORDINATED = "uncoordinated", _("no coordinator linked")
    UNSTEERED = "unsteered", _("no steering group")
    NOT_BEGUN = "not_begun", _("the working year has not begun")
    UNDOCUMENTED = "undocumented", _("last year is not documented")
    VOLUNTARY = "voluntary", _("not registered, and voluntary")


SEVERITY = {issue: number for number, issue in enumerate(Issue)}
COLORS = {Issue.UNREGISTERED: "danger", Issue.VACANT: "danger", Issue.STALE: "danger", Issue.VOLUNTARY: "neutral"}
# Of the functions, a municipality need not have SLT.
VOLUNTARY = [Function.SLT_COORDINATOR]
WHOLE_DISTRICT = Function.PREVENTION_CONTACT


@dataclass(frozen=True)
class Finding:
    """Something that is missing in a place. Other apps make findings of their own: `topic` is what it is about, called
    `topic_name` where the label is the name of one of many.

    `unit` can put it right, `keeper` is what that is called, `point_id` the contact point that has the fault, `body`
    the address of the body that has.
    """

    place: object
    topic: str
    topic_label: str
    issue: Issue
    since: object = None
    keeper: str = ""
    point_id: int | None = None
    unit: object = None
    body: str = ""
    topic_name: str = ""

    @property
    def color(self):
        return COLORS.get(self.issue, "warning")

    @property
    def severity(self):
        return SEVERITY[self.issue]


def in_order(findings):
    """The worst first, then by place in Norwegian alphabetical order."""
    return sorted(findings, key=lambda found: (found.severity, norwegian_order(found.place.name), found.topic))


def areas(access, places):
    """The districts and municipalities of today in which somebody has a role, and all of them for who has it
    everywhere: (districts, municipalities)."""
    if _reaches_everything(access):
        return list(places.districts), list(places.municipalities)
    ids = {grant.district_id for grant in access.grants}
    districts = [district for district in places.districts if district.id in ids]
    own = {grant.municipality_id for grant in access.grants}
    members = {place.id for district in districts for place in district.municipalities}
    return districts, [place for place in places.municipalities if place.id in own | members]


def _reaches_everything(access):
    return access.is_everywhere(*AREA_ROLES)


def findings_of_contacts(districts, municipalities, places):
    """Of every function in every municipality, and of those that cover a whole district. Three queries."""
    points = ContactPoint.objects.covering_any(
        municipality_ids=[place.id for place in municipalities], district_ids=[place.id for place in districts]
    ).for_card(places.on)
    covering = _by_place(points, places)
    wanted = [(place, function) for place in municipalities for function in Function if function != WHOLE_DISTRICT]
    wanted += [(district, WHOLE_DISTRICT) for district in districts]
    found = [
        _finding(place, function, contact, point)
        for place, function in wanted
        for contact, point in covering.get((place, function)) or [(unregistered(function), None)]
    ]
    return [finding for finding in found if finding]


def _by_place(points, places):
    covering = {}
    for point in points:
        contact = disclose(point, places.on)
        for place in places_of(point, places):
            covering.setdefault((place, contact.function), []).append((contact, point))
    return covering


def _finding(place, function, contact, point):
    issue = _issue(contact)
    if issue is None:
        return None
    since = contact.verified_on if issue in (Issue.STALE, Issue.DUE) else None
    unit = _unit(place, function)
    return Finding(place, function, contact.title, issue, since, _keeper(unit), point.pk if point else None, unit)


def _unit(place, function):
    """R7: the district keeps the police's functions, a municipality its own."""
    return place.district if function in POLICE_FUNCTIONS and function != WHOLE_DISTRICT else place


def _keeper(unit):
    if unit is None:
        return ""
    is_district = isinstance(unit, DistrictPlace)
    text = gettext("%(name)s police district") if is_district else gettext("%(name)s municipality")
    return text % {"name": unit.full_name}


def units_of_mine(access, places):
    """The districts and municipalities for which somebody may register a contact point."""
    if access.is_everywhere(Role.AREA_ADMINISTRATOR):
        return {*places.districts, *places.municipalities}
    own = access.municipalities(Role.MUNICIPAL_EDITOR)
    districts = {place for place in places.districts if place.id in access.districts(*EDITORS)}
    area = access.districts(Role.AREA_ADMINISTRATOR)
    members = {place for place in places.municipalities if place.district and place.district.id in area}
    return districts | members | {place for place in places.municipalities if place.id in own}


def _issue(contact):
    if contact.state == "unregistered":
        return Issue.VOLUNTARY if contact.function in VOLUNTARY else Issue.UNREGISTERED
    if contact.state != "held":
        return Issue(contact.state)
    return Issue.DUE if contact.freshness == Freshness.DUE else None
