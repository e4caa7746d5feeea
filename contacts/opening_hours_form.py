"""Opening hours as somebody fills them in: from and to, day by day, with the one text of opening_hours.py behind it."""

from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from contacts.opening_hours import DAYS, parse

NOTHING = [None] * 2 * len(DAYS)


def by_day(text):
    """From and to of each day, one after another. None for a text that has two rules for one day."""
    times = list(NOTHING)
    for hours in parse(text):
        for day in range(hours.first_day, hours.last_day + 1):
            if times[2 * day] is not None:
                return None
            times[2 * day : 2 * day + 2] = [hours.opens, hours.closes]
    return times


def as_text(times):
    """The same backwards: days that follow one another with the same hours are one rule."""
    pairs = list(zip(times[::2], times[1::2], strict=True))
    rules = []
    for (opens, closes), days in groupby(range(len(DAYS)), key=lambda day: pairs[day]):
        if opens is not None:
            first, *rest = days
            names = DAYS[first] if not rest else f"{DAYS[first]}-{DAYS[rest[-1]]}"
            rules.append(f"{names} {opens:%H:%M}-{closes:%H:%M}")
    return "; ".join(rules)


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None, format="%H:%M"):
        super().__init__(attrs, format)


class OpeningHoursWidget(forms.MultiWidget):
    def __init__(self, attrs=None):
        super().__init__([TimeInput() for _time in NOTHING], attrs)

    def decompress(self, value):
        return by_day(value or "") or NOTHING


class OpeningHoursField(forms.MultiValueField):
    widget = OpeningHoursWidget

    def __init__(self, **options):
        labels = [
            format_lazy("{day}, {end}", day=capfirst(WEEKDAYS[day]), end=end)
            for day in range(len(DAYS))
            for end in (_("opens"), _("closes"))
        ]
        times = [forms.TimeField(required=False, label=label) for label in labels]
        super().__init__(times, require_all_fields=False, required=False, **options)

    def compress(self, times):
        times = times or NOTHING
        for day in range(len(DAYS)):
            opens, closes = times[2 * day : 2 * day + 2]
            if (opens is None) != (closes is None) or (opens and opens >= closes):
                message = _("%(day)s: write both when it opens and when it closes, or leave both empty.")
                raise ValidationError(message, code="hours", params={"day": str(WEEKDAYS[day]).capitalize()})
        return as_text(times)


def can_show(text):
    """False for a text that the form could not show all of, or that cannot be read: then the text itself is edited."""
    try:
        return by_day(text) is not None
    except ValueError:
        return False
