"""Which SLT scheme each municipality has and who coordinates there, held in memory: for the page of questions and the
page of a municipality, which then ask the database nothing more.

Only what everyone may see is in it: coordinators are the public contacts of their contact points. Built by a handful of
queries, and again when any public content changed or a new day began; whether it did, the gazetteer has just asked.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from contacts import gazetteer
from contacts.cards import with_others
from contacts.disclosure import PublicContact, disclose
from contacts.folding import norwegian_order
from contacts.models import ContactPoint, Function
from contacts.shelf import Shelf
from councils.index import areas
from slt import ages
from slt.choices import Level
from slt.models import Coordinator, Scheme, SchemeMunicipality

Status = Scheme.Status
ORDER = {status: position for position, status in enumerate([Status.ACTIVE, Status.PAUSED, *Status])}


@dataclass(frozen=True)
class SchemeInBrief:
    """A scheme as other pages name it. `coordinators` are those of its contact points that are public."""

    name: str
    slug: str
    language: str
    status: str
    since: datetime.date
    note: str
    age_from: int | None
    age_to: int | None
    levels: tuple
    is_example: bool
    municipality_ids: tuple
    former_ids: tuple
    coordinators: tuple[PublicContact, ...]

    @property
    def status_label(self):
        return Status(self.status).label

    @property
    def is_active(self):
        return self.status == Status.ACTIVE

    @property
    def has_ended(self):
        return self.status == Status.ENDED

    @property
    def ages(self):
        return ages.of(self)

    def covers(self, first, last):
        """All of these ages."""
        return (self.age_from or 0) <= first and (self.age_to is None or last <= self.age_to)

    def touches(self, first, last):
        """Some of these ages."""
        return (self.age_from or 0) <= last and (self.age_to is None or first <= self.age_to)

    def get_absolute_url(self):
        return reverse("scheme", args=[self.slug])


@dataclass(frozen=True)
class Answer:
    """What SLT is in one municipality: its schemes, the active one first, and whoever coordinates there.

    A coordinator may be registered before anyone has described the scheme: then there is SLT, and no more is known.
    """

    place: object
    schemes: tuple = ()
    coordinators: tuple[PublicContact, ...] = ()

    @property
    def scheme(self):
        """The one that counts here today; never one that has ended."""
        return next((scheme for scheme in self.schemes if not scheme.has_ended), None)

    @property
    def is_active(self):
        return any(scheme.is_active for scheme in self.schemes)

    @property
    def is_undescribed(self):
        return bool(self.coordinators) and self.scheme is None

    @property
    def has_slt(self):
        """Also where the scheme is not described; not where it is only planned, rests or has ended."""
        return self.is_active or self.is_undescribed

    @property
    def is_vacant(self):
        return bool(self.coordinators) and all(contact.state == "vacant" for contact in self.coordinators)

    @property
    def shared_with(self):
        """The municipalities with which it shares a coordinator, in Norwegian order."""
        return in_order({other for contact in self.coordinators for other in contact.shared_with})


class Index:
    def __init__(self, places):
        self.places = places
        points = ContactPoint.objects.filter(function=Function.SLT_COORDINATOR).order_by("pk")
        self.points = {point.pk: disclose(point, places.on) for point in points.for_card(places.on)}
        self.coordinators = list(self.points.values())
        self.schemes = sorted(
            _read(places.on, self.points), key=lambda one: (ORDER[one.status], norwegian_order(one.name))
        )
        self.by_slug = {scheme.slug: scheme for scheme in self.schemes}
        self._schemes_of = _by_municipality(self.schemes)
        self._coordinators_of = _by_municipality(self.coordinators)

    def of(self, place):
        """The answer for a municipality of today."""
        schemes = tuple(self._schemes_of.get(place.id, ()))
        served_by = self._coordinators_of.get(place.id) or _coordinators_of(schemes)
        coordinators = tuple(with_others(contact, place, self.places) for contact in served_by)
        return Answer(place, schemes, coordinators)

    @cached_property
    def all(self):
        """The answer for each municipality of today, in Norwegian order."""
        return [self.of(place) for place in self.places.municipalities]

    @cached_property
    def shared(self):
        """[(coordinator, the municipalities of today it serves)] where these are several, in Norwegian order."""
        groups = [(contact, self.served_by(contact)) for contact in self.coordinators]
        several = [group for group in groups if len(group[1]) > 1]
        return sorted(several, key=lambda group: norwegian_order(group[1][0].name))

    def served_by(self, contact):
        return self._of_today(contact.municipality_ids)

    def places_of(self, scheme):
        """The municipalities it is of today; of one that is of none any longer, those it was of last."""
        return self._of_today(scheme.municipality_ids) or self.former_places_of(scheme)

    def former_places_of(self, scheme):
        """Those it was of before and is not now, merged ones among them."""
        ids = (set(scheme.former_ids) | set(scheme.municipality_ids)) - {
            place.id for place in self._of_today(scheme.municipality_ids)
        }
        return in_order(self.places.municipalities_by_id[id_] for id_ in ids)

    def active_in(self, places):
        """The active schemes of these municipalities, or of those of today that they became."""
        today = {target.id: target for place in places for target, _path in gazetteer.successors(place)}
        found = {one.slug: one for place in today.values() for one in self._schemes_of.get(place.id, ())}
        return [scheme for scheme in found.values() if scheme.is_active]

    @property
    def of_no_municipality(self):
        """Those whose municipalities are no more, or that are of none any longer."""
        return [scheme for scheme in self.schemes if not self._of_today(scheme.municipality_ids)]

    def _of_today(self, ids):
        known = (self.places.municipalities_by_id.get(id_) for id_ in ids)
        return in_order(place for place in known if place and place.is_current)


def in_order(places):
    return sorted(places, key=lambda place: norwegian_order(place.name))


def _read(on, points):
    rows = SchemeMunicipality.objects.order_by("pk")
    now, before = areas(rows, on, of="scheme_id")
    coordinators = defaultdict(list)
    for scheme, point in Coordinator.objects.order_by("pk").values_list("scheme", "contact_point"):
        if point in points:
            coordinators[scheme].append(points[point])
    for row in Scheme.objects.order_by():
        yield SchemeInBrief(
            name=row.name,
            slug=row.slug,
            language=row.language,
            status=row.status,
            since=row.status_since,
            note=row.status_note,
            age_from=row.age_from,
            age_to=row.age_to,
            levels=tuple(Level(level) for level in row.levels),
            is_example=row.is_example,
            municipality_ids=tuple(now[row.pk]),
            former_ids=tuple(before[row.pk]),
            coordinators=tuple(coordinators[row.pk]),
        )


def _by_municipality(things):
    found = defaultdict(list)
    for thing in things:
        for municipality in thing.municipality_ids:
            found[municipality].append(thing)
    return found


def _coordinators_of(schemes):
    """Where no contact point serves the municipality itself: those of its schemes, unless these have ended."""
    return [contact for scheme in schemes if not scheme.has_ended for contact in scheme.coordinators]


_shelf = Shelf(Index)


def current():
    """The index of today."""
    return _shelf.current()


def knowing(slug):
    """The index with this scheme in it: one that was founded within the last second is looked for once more."""
    if slug not in current().by_slug:
        gazetteer.check_again()
    return current()
