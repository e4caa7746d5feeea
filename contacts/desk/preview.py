"""What a change will do to the pages, found by doing it and taking it back."""

from dataclasses import dataclass

from django.db import transaction

from contacts.cards import with_others
from contacts.disclosure import disclose
from contacts.models import Assignment, ContactPoint
from contacts.national_numbers import all_numbers


@dataclass(frozen=True)
class ChangedCard:
    """A contact on the page of a place, before and after. `also_on` counts the other pages that show it."""

    place: object
    before: object
    after: object
    also_on: int = 0


@dataclass(frozen=True)
class Step:
    """What happens to somebody's assignment to `point`: "begins", "stops" (after `on`) or "withdrawn"."""

    kind: str
    held: Assignment
    on: object
    point: object


@dataclass(frozen=True)
class Preview:
    on: object
    cards: list
    steps: list
    numbers: dict

    @property
    def hides_a_name(self):
        return any(card.after.state == "stale" for card in self.cards)


def preview(change, points, on, places):
    """`change` is performed, looked at and rolled back. `points` are of my_points; the pages are those of `on`, or of
    today when that has been."""
    ids = [point.pk for point in points]
    shown_on = max(on, places.on)
    before, held = _contacts(ids, shown_on), _assignments(ids)
    with transaction.atomic():
        change()
        after, then_held = _contacts(ids, shown_on), _assignments(ids)
        transaction.set_rollback(True)
    cards = [card for point in points for card in _cards(point, before, after, places)]
    return Preview(shown_on, cards, _steps(held, then_held, points), all_numbers(places.national))


def _contacts(ids, on):
    """What the public sees, of those that it sees."""
    return {point.pk: disclose(point, on) for point in ContactPoint.objects.filter(pk__in=ids).for_card(on)}


def _assignments(ids):
    rows = Assignment.objects.filter(contact_point__in=ids).select_related("person").order_by("valid_from", "pk")
    return {held.pk: held for held in rows}


def _cards(point, before, after, places):
    if point.pk not in after:
        return []
    is_for_all = point.point.covers_whole_district
    return [
        ChangedCard(
            place,
            with_others(before[point.pk], place, places),
            with_others(after[point.pk], place, places),
            len(place.municipalities) if is_for_all else 0,
        )
        for place in point.places
    ]


def _steps(before, after, points):
    by_id = {point.pk: point for point in points}
    gone = [("withdrawn", held, held.valid_from) for pk, held in before.items() if pk not in after]
    kept = [(held, after[pk]) for pk, held in before.items() if pk in after]
    ended = [("stops", now, now.valid_to) for held, now in kept if now.valid_to != held.valid_to]
    new = [("begins", held, held.valid_from) for pk, held in after.items() if pk not in before]
    return [Step(kind, held, on, by_id[held.contact_point_id]) for kind, held, on in [*ended, *gone, *new]]
