"""Opening hours in the notation of schema.org's openingHours: "Mo-Fr 08:00-15:30; Th 08:00-18:00".

One short text that machines read as it stands, and that `parse` turns into rows a page can write in any language.
"""

import datetime
import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
# For the database, which cannot know that Friday does not come before Monday: that is for `parse`.
_ONE = r"(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]"
STORED = rf"^{_ONE}( *; *{_ONE})* *;? *\Z"
_RULE = re.compile(
    r"^(?P<first>Mo|Tu|We|Th|Fr|Sa|Su)(-(?P<last>Mo|Tu|We|Th|Fr|Sa|Su))? "
    r"(?P<opens>([01]\d|2[0-3]):[0-5]\d)-(?P<closes>([01]\d|2[0-3]):[0-5]\d)$"
)


class Hours(NamedTuple):
    """From the first weekday to the last (0 is Monday), open between two times of day."""

    first_day: int
    last_day: int
    opens: datetime.time
    closes: datetime.time


def parse(text):
    """The rows of a stored text, in its order. Raises ValueError for text that is not in the notation."""
    return [_parse_rule(rule.strip()) for rule in text.split(";") if rule.strip()]


def _parse_rule(rule):
    match = _RULE.match(rule)
    if not match:
        raise ValueError(rule)
    first = DAYS.index(match["first"])
    last = DAYS.index(match["last"] or match["first"])
    hours = Hours(
        first, last, datetime.time.fromisoformat(match["opens"]), datetime.time.fromisoformat(match["closes"])
    )
    if hours.first_day > hours.last_day or hours.opens >= hours.closes:
        raise ValueError(rule)
    return hours


def validate(text):
    """Raises ValidationError that names the rule which cannot be read."""
    try:
        parse(text)
    except ValueError as error:
        raise ValidationError(
            _("“%(rule)s” is not understood. Write for example: Mo-Fr 08:00-15:30; Th 08:00-18:00"),
            code="opening_hours",
            params={"rule": str(error)},
        ) from error
