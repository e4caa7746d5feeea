"""Who coordinates a scheme, as those who keep it see it: the same contact points as on the card, and what is missing.

Whoever keeps a contact point sees its holders; of another's, what everyone sees (R3, R4).
"""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from contacts.desk.my_points import MyPoint
from contacts.disclosure import disclose
from contacts.folding import norwegian_order
from contacts.models import Assignment, ContactPoint, Function, Municipality
from slt.models import Coordinator


@dataclass(frozen=True)
class Held:
    """Somebody who holds it today; `assignment` where whoever asks may correct it. `name`: "" where it is not shown."""

    name: str
    share: int | None
    assignment: Assignment | None = None


@dataclass(frozen=True)
class Linked:
    """`coordinator` links this contact point to the scheme. `not_served`: municipalities of the scheme."""

    coordinator: Coordinator
    point: MyPoint
    is_mine: bool
    served: tuple
    not_served: tuple

    @property
    def held(self):
        if self.is_mine:
            return [Held(held.person.name, held.share, held) for held in self.point.holders]
        if self.is_public and self.point.contact.holders:
            return [Held(holder.name, holder.share) for holder in self.point.contact.holders]
        return [Held("", held.share) for held in self.point.holders]

    @property
    def is_public(self):
        return self.point.point.is_published

    @property
    def keeper(self):
        return self.point.point.owner_municipality


@dataclass(frozen=True)
class Uncovered:
    """A municipality of the scheme that no linked contact point serves; `candidates`: those that do, and can be
    linked."""

    municipality: Municipality
    candidates: tuple


def linked_to(scheme, access):
    """In the order in which they were linked."""
    today = timezone.localdate()
    rows = scheme.coordinators.prefetch_related("offices__municipality")
    points = {point.pk: point for point in _with_all(ContactPoint.objects.filter(schemes=scheme), today)}
    mine = set(ContactPoint.objects.editable_by(access).filter(pk__in=points).values_list("pk", flat=True))
    places = places_of(scheme)
    return [_linked(row, points[row.contact_point_id], places, mine, today) for row in rows]


def _with_all(points, on):
    return points.select_related("owner_municipality").with_holders(on).prefetch_related("coverages__municipality")


def _linked(row, point, places, mine, on):
    served = served_by(point)
    return Linked(
        coordinator=row,
        point=MyPoint(point, disclose(point, on), ()),
        is_mine=point.pk in mine,
        served=served,
        not_served=tuple(place for place in places if place not in served),
    )


def served_by(point):
    return in_order(coverage.municipality for coverage in point.coverages.all())


def in_order(municipalities):
    return tuple(sorted(municipalities, key=lambda place: (norwegian_order(place.name), place.pk)))


def places_of(scheme):
    """Its municipalities of today."""
    today = scheme.areas.current(timezone.localdate())
    return in_order(Municipality.objects.filter(pk__in=today.values("municipality")))


def to_be_linked(scheme, access):
    """Contact points for SLT coordination that serve a municipality of the scheme and are not linked to it. Of those
    that are not published, the ones that somebody keeps."""
    serving = ContactPoint.objects.filter(
        function=Function.SLT_COORDINATOR, coverages__municipality__in=[place.pk for place in places_of(scheme)]
    )
    mine = ContactPoint.objects.editable_by(access)
    known = serving.filter(Q(is_published=True) | Q(pk__in=mine.values("pk")))
    return known.exclude(schemes=scheme).distinct().order_by("key").prefetch_related("coverages__municipality")


def uncovered(scheme, linked, candidates):
    served = {place for each in linked for place in each.served}
    by_place = {place: [] for place in places_of(scheme) if place not in served}
    for point in candidates:
        for place in by_place.keys() & set(served_by(point)):
            by_place[place].append(point)
    return [Uncovered(place, tuple(points)) for place, points in by_place.items()]
