"""The working year as a wheel of five arrows: what has been done, where we are, and what comes next.

Drawn here once and for all, since the five steps are always the same; a year only says how far each has come. The
template (components/cycle_picture.html) puts the year's steps into the arrows, and says the same as a list in words.
"""

import math
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from slt.cycle import Step, label_of

# In the units of the drawing, which is as wide as a phone: a text in it is read at the size it is written in.
SIZE = 360
CENTRE = SIZE / 2
OUTER, INNER = 178, 62
MIDDLE = (OUTER + INNER) / 2
KEYS = ("map", "prioritise", "act", "evaluate", "document")
STEPS = len(KEYS)
TURN = 360 / STEPS
# How far an arrow points into the next one, and the room between two, in degrees.
POINT, GAP = 9, 2
# Of a text in an arrow, in letters.
LONGEST = 17


@dataclass(frozen=True)
class Arrow:
    """One of the five: its outline, and where its text stands ("180 52"): text, since a page writes numbers with a
    comma."""

    path: str
    place: str


@dataclass(frozen=True)
class Part:
    """A step of the year in its arrow."""

    step: object
    arrow: Arrow

    @property
    def count(self):
        """The first of its counts, as far as there is room for it; the list has them all."""
        first = next(iter(self.step.counts), None)
        text = str(first or "")
        return text if len(text) <= LONGEST else str(first.number)


@dataclass(frozen=True)
class Picture:
    """`tells_next`: what is to be done about each step, for those who do it; others read how far each has come."""

    year: int
    parts: tuple
    tells_next: bool

    @property
    def done(self):
        return sum(part.step.is_done for part in self.parts)

    @property
    def caption(self):
        """In one sentence what the eye gets from the drawing."""
        now = [part.step.label for part in self.parts if part.step.state == "ongoing"]
        then = [part.step.label for part in self.parts if part.step.state == "next"]
        told = [(_("Under way: %(steps)s."), now), (_("Next: %(steps)s."), then)]
        return " ".join(text % {"steps": ", ".join(labels).lower()} for text, labels in told if labels)


def picture_of(year, steps, *, tells_next=False):
    """`steps`: the five of a year, in their order (`slt.cycle.steps_of`)."""
    parts = tuple(Part(step, arrow) for step, arrow in zip(steps, arrows(), strict=True))
    return Picture(year, parts, tells_next)


@cache
def arrows():
    """Clockwise, the first at the top."""
    return tuple(_arrow(-90 + TURN * number) for number in range(STEPS))


def _arrow(middle):
    """A piece of the ring around this direction, in degrees; its end points at the next, its beginning lets one in."""
    first, last = middle - TURN / 2 + GAP / 2, middle + TURN / 2 - GAP / 2
    outline = " ".join(
        [
            f"M{_at(OUTER, first)}",
            f"A{OUTER} {OUTER} 0 0 1 {_at(OUTER, last)}",
            f"L{_at(MIDDLE, last + POINT)}",
            f"L{_at(INNER, last)}",
            f"A{INNER} {INNER} 0 0 0 {_at(INNER, first)}",
            f"L{_at(MIDDLE, first + POINT)}Z",
        ]
    )
    # The middle of what one sees of it lies half a point further on.
    return Arrow(outline, _at(MIDDLE, middle + POINT / 2))


def _at(radius, degrees):
    angle = math.radians(degrees)
    return f"{CENTRE + radius * math.cos(angle):.1f} {CENTRE + radius * math.sin(angle):.1f}"


def picture_of_no_year():
    """The five steps themselves, numbered, to explain them by."""
    return picture_of(None, [Step(key, label_of(key), "", "", (), "") for key in KEYS])
