"""The catalogue of activities: what it is narrowed by, and the ways in to it from other pages.

Ages and minutes are chosen in bands; an activity is in each that its own span touches.
"""

from dataclasses import replace
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guidance import index
from guidance.activity_facts import ActivityFacts
from guidance.filters import ARENA, LEVEL, Facet, Selection


class Band(NamedTuple):
    """From `low` to `high`, both inclusive; without a `high`, whatever is above."""

    value: str
    label: Promise
    low: int
    high: int | None

    def is_touched_by(self, low, high):
        """A span that is open at an end reaches as far as any."""
        begins_too_late = low is not None and self.high is not None and low > self.high
        ends_too_early = high is not None and high < self.low
        return not (begins_too_late or ends_too_early)


AGES = (
    Band("barn", _("under 13 years"), 0, 12),
    Band("13-15", _("13–15 years"), 13, 15),
    Band("16-18", _("16–18 years"), 16, 18),
    Band("voksne", _("19 years and older"), 19, None),
)
DURATIONS = (
    Band("45", _("up to 45 minutes"), 0, 45),
    Band("90", _("46 to 90 minutes"), 46, 90),
    Band("lengre", _("more than 90 minutes"), 91, None),
)


def _banded(name, label, bands, field):
    def of(item):
        span = getattr(item.row, f"{field}_from"), getattr(item.row, f"{field}_to")
        return [band.value for band in bands if band.is_touched_by(*span)]

    return Facet(name, label, lambda: [(band.value, band.label) for band in bands], of)


AGE = _banded("alder", _("Age"), AGES, "age")
DURATION = _banded("tid", _("Duration"), DURATIONS, "minutes")
FACETS = (ARENA, LEVEL, AGE, DURATION)


class Card(NamedTuple):
    item: index.Item
    facts: ActivityFacts


def catalogue(asked):
    """Those that fit what was asked for. One that nobody may use any more is not offered."""
    items = [item for item in index.current().items if item.row.is_activity and not item.is_superseded]
    return Selection(items, asked, FACETS, bare=reverse("activities"))


def cards(items):
    return [Card(item, ActivityFacts(item.row)) for item in items]


def ways_in():
    """Each arena that has activities, with how many there are and where: for the pages of the portal."""
    address = reverse("activities")
    return [replace(link, url=f"{address}{link.url}") for link in catalogue({}).links(ARENA)]
