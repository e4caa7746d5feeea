"""The contact points that somebody may edit, as the desk shows them: with the places they serve and what is wrong."""

from dataclasses import dataclass
from functools import cached_property

from contacts.disclosure import disclose, name_may_be_shown
from contacts.folding import norwegian_order
from contacts.models import Assignment, ContactPoint, Freshness, Function

FUNCTIONS = list(Function)


@dataclass(frozen=True)
class MyPoint:
    """`contact` is what the public sees of it today."""

    point: ContactPoint
    contact: object
    places: tuple

    @property
    def pk(self):
        return self.point.pk

    @property
    def title(self):
        return self.contact.title

    @property
    def where(self):
        return ", ".join(place.full_name for place in self.places)

    @property
    def label(self):
        return f"{self.title}: {self.where}" if self.places else f"{self.title} ({self.point.key})"

    @cached_property
    def holders(self):
        """The assignments of today's holders, published or not: their own unit may see them."""
        return [held for held in self.point.current_assignments if held.role == Assignment.Role.HOLDER]

    @property
    def holder_names(self):
        return ", ".join(held.person.name for held in self.holders)

    @property
    def shown(self):
        """The assignments of today's holders and deputies whose names the public may see."""
        return [held for held in self.point.current_assignments if name_may_be_shown(held)]

    @property
    def coming(self):
        return [held for held in self.point.coming_assignments if held.role == Assignment.Role.HOLDER]

    @property
    def condition(self):
        """What it needs: "vacant", "stale", "away" or "due"; "held" when it needs nothing."""
        is_due = self.contact.state == "held" and self.contact.freshness == Freshness.DUE
        return "due" if is_due else self.contact.state

    @property
    def is_stale(self):
        return self.contact.freshness == Freshness.STALE


def my_points(access, places):
    """In the order of functions, each in Norwegian alphabetical order of its first place. Five queries at most.

    `places` is the gazetteer of the day.
    """
    points = ContactPoint.objects.editable_by(access).for_desk(places.on)
    mine = [MyPoint(point, disclose(point, places.on), places_of(point, places)) for point in points]
    return sorted(mine, key=_in_order)


def _in_order(mine):
    return (FUNCTIONS.index(mine.point.function), norwegian_order(mine.where), mine.point.key)


def places_of(point, places):
    """The municipalities of today that a contact point serves, or the district that it covers as a whole.

    Without those that were added a moment ago, if the gazetteer is older than that.
    """
    if point.covers_whole_district:
        return tuple(filter(None, [places.districts_by_id.get(point.owner_district_id)]))
    served = (places.municipalities_by_id.get(coverage.municipality_id) for coverage in point.coverages.all())
    return tuple(sorted((place for place in served if place and place.is_current), key=_by_name))


def _by_name(place):
    return norwegian_order(place.name)
