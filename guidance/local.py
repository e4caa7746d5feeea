"""Local before national: what a municipality has of its own, then its police district, then what applies everywhere.

Guides and action cards come before everything else, since somebody who is worried is to follow them.
"""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import pgettext

from contacts.folding import norwegian_order
from guidance import index
from guidance.choices import Kind, Theme

TO_FOLLOW = (Kind.LOCAL_GUIDE, Kind.ACTION_CARD)


@dataclass(frozen=True)
class Guidance:
    """`own` and `district`: items. `national`: the guides and action cards of the country. `by_theme`: the rest of what
    applies there, [(theme, items)], each under the first of its themes; activities have a catalogue of their own."""

    own: list
    district: list
    national: list
    by_theme: list


def guide_of(place):
    """What somebody there follows first: the municipality's own guide, else its action card; or None."""
    here, _district, _country = index.current().of(place)
    followed = [item for item in here if item.row.kind in TO_FOLLOW and not item.is_superseded]
    return min(followed, key=_order, default=None)


def of(place):
    here, district, country = index.current().of(place)
    followed = [item for item in country if item.row.kind in TO_FOLLOW]
    rest = [item for item in country if item.row.kind not in (*TO_FOLLOW, Kind.ACTIVITY)]
    return Guidance(_in_order(here), _in_order(district), _in_order(followed), _by_theme(rest))


def _in_order(items):
    """Those to follow first, guides before cards; what has been replaced last."""
    return sorted(items, key=lambda item: (item.is_superseded, *_order(item)))


def _order(item):
    kind = item.row.kind
    return TO_FOLLOW.index(kind) if kind in TO_FOLLOW else len(TO_FOLLOW), norwegian_order(item.title)


def _by_theme(items):
    order = [*Theme.values, ""]
    themed = [(next(iter(item.row.themes), ""), item) for item in items]
    # What applies in another country after what applies here.
    themed.sort(key=lambda pair: (order.index(pair[0]), pair[1].row.country != "NO", norwegian_order(pair[1].title)))
    grouped = groupby(themed, key=lambda pair: pair[0])
    return [
        (Theme(theme).label if theme else pgettext("theme", "Other"), [item for _theme, item in pairs])
        for theme, pairs in grouped
    ]
