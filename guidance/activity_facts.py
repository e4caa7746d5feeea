"""What an activity is for, in the words of a card: where, for which ages, how long, how many."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.choices import Arena, PreventionLevel
from guidance.fields import labels
from guidance.models import Resource


@dataclass(frozen=True)
class ActivityFacts:
    row: Resource

    @property
    def arenas(self):
        return labels(Arena, self.row.arenas)

    @property
    def levels(self):
        return labels(PreventionLevel, self.row.levels)

    @property
    def ages(self):
        words = _("%(low)s–%(high)s years"), _("from %(low)s years"), _("up to %(high)s years")
        return span(self.row.age_from, self.row.age_to, *words)

    @property
    def duration(self):
        words = _("%(low)s–%(high)s minutes"), _("at least %(low)s minutes"), _("up to %(high)s minutes")
        return span(self.row.minutes_from, self.row.minutes_to, *words, same=_("%(low)s minutes"))

    @property
    def group_size(self):
        words = _("%(low)s–%(high)s people"), _("at least %(low)s people"), _("up to %(high)s people")
        return span(self.row.group_from, self.row.group_to, *words, same=_("%(low)s people"))


def span(low, high, both, least, most, same=""):
    """In words, whether one end is open or none; nothing, when both are."""
    if low is None and high is None:
        return ""
    if same and low == high:
        pattern = same
    elif low is None:
        pattern = most
    else:
        pattern = least if high is None else both
    return pattern % {"low": low, "high": high}
