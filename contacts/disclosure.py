"""What the public may see of a contact point on a given day: the rules R1, R3 and R4 in one place.

Every page, card, file and feed shows a `PublicContact`, never a `ContactPoint`.
"""

import datetime
from dataclasses import dataclass

from contacts.models import Assignment, Freshness, Function, Publication


@dataclass(frozen=True)
class Holder:
    """Somebody whose name may be shown, with what else may be shown of them."""

    name: str
    work_title: str
    share: int | None
    direct_phone: str
    is_deputy: bool


@dataclass(frozen=True)
class PublicContact:
    """A function as the public sees it.

    `state` says what to show in the place of a name: "held" (by `holders`, or by people whose names are not public),
    "vacant" (R1), "stale" (R3), "away" (until `away_until`, and nobody stands in) or "unregistered" (no contact point
    of this function is known here).
    """

    function: Function
    state: str
    holders: tuple = ()
    deputies: tuple = ()
    phone: str = ""
    email: str = ""
    opening_hours: str = ""
    verified_on: datetime.date | None = None
    freshness: Freshness | None = None
    away_until: datetime.date | None = None
    deputies_stand_in: bool = False
    municipality_ids: tuple = ()
    shared_with: tuple = ()
    is_example: bool = False

    @property
    def title(self):
        return self.function.label

    @property
    def named(self):
        """Those whose names may be shown: the holders who are there, and the deputies of one who is away; or the
        deputies where no holder may be named."""
        return (*self.holders, *self.deputies) if self.deputies_stand_in else self.holders or self.deputies

    @property
    def needs_fallback(self):
        """True when the reader must be shown 02800 as well: nobody is there, or we cannot vouch for it."""
        return self.state != "held" or not self._numbers

    @property
    def has_several_numbers(self):
        return len(self._numbers) + self.needs_fallback > 1

    @property
    def _numbers(self):
        numbers = (self.phone, *(holder.direct_phone for holder in self.named))
        return [number for number in numbers if number]


def unregistered(function):
    return PublicContact(Function(function), "unregistered")


def disclose(point, on):
    """The public view of a contact point that was fetched `for_card(on)`."""
    freshness = point.freshness(on)
    holders = [held for held in point.current_assignments if held.role == Assignment.Role.HOLDER]
    present = [held for held in holders if not held.away_until]
    deputies = [
        held for held in point.current_assignments if held.role == Assignment.Role.DEPUTY and not held.away_until
    ]
    state = _state(holders, present or deputies, freshness)
    names_are_safe = freshness != Freshness.STALE
    return PublicContact(
        function=Function(point.function),
        state=state,
        holders=_visible(present) if names_are_safe else (),
        deputies=_visible(deputies) if names_are_safe else (),
        phone=point.phone,
        email=point.email,
        opening_hours=point.opening_hours,
        verified_on=point.verified_on,
        freshness=freshness,
        away_until=min(held.away_until for held in holders) if state == "away" else None,
        deputies_stand_in=len(present) < len(holders),
        municipality_ids=() if point.covers_whole_district else _served(point),
        is_example=point.is_example,
    )


def _served(point):
    return tuple(coverage.municipality_id for coverage in point.coverages.all())


def _state(holders, there, freshness):
    """`there`: the holders who are not away, or whoever stands in for them."""
    if not holders:
        return "vacant"
    if freshness == Freshness.STALE:
        return "stale"
    return "held" if there else "away"


def _visible(assignments):
    return tuple(_holder(held) for held in assignments if name_may_be_shown(held))


def name_may_be_shown(assignment):
    return assignment.publication != Publication.FUNCTION_ONLY and not assignment.person.never_publish


def _holder(assignment):
    direct = assignment.publication == Publication.NAME_AND_DIRECT
    return Holder(
        name=assignment.person.name,
        work_title=assignment.person.work_title,
        share=assignment.share,
        direct_phone=assignment.person.direct_phone if direct else "",
        is_deputy=assignment.role == Assignment.Role.DEPUTY,
    )
