"""One cell of a file: text that no spreadsheet takes for a formula, and that comes back as it was."""

import datetime
import re
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 1000
# What makes a spreadsheet calculate a cell, also in its full width; behind apostrophes, so that ours can be told apart.
_LIKE_A_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DAYS = [
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", re.ASCII),
]


def neutralise(text):
    """As it is written to a file: `=1+1` becomes `'=1+1`, and so does a text that already looks neutralised."""
    text = _UNPRINTABLE.sub(" ", text)
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def restore(text):
    """The text that was neutralised: undoes it once, and leaves every other text alone."""
    return text[1:] if text.startswith("'") and _LIKE_A_FORMULA.match(text) else text


def read(raw):
    """The text of a cell as it came in a file. Raises ValidationError for what nobody writes by hand."""
    if len(raw) > LONGEST:
        raise ValidationError(_("The cell has more than %(most)d characters.") % {"most": LONGEST})
    if raw.startswith("="):
        raise ValidationError(_("The cell contains a formula. Write the value itself."))
    return read_text(raw)


def read_text(raw):
    """The same of a cell that is text whatever it begins with, and however long it is."""
    if _UNPRINTABLE.search(raw):
        raise ValidationError(_("The cell contains a character that cannot be printed. Write the text anew."))
    return restore(raw)


def day(text):
    """The date of `2026-01-31` or `31.1.2026`, which is what a Norwegian spreadsheet makes of it; None for nothing."""
    if not text:
        return None
    for pattern in _DAYS:
        if match := pattern.fullmatch(text):
            with suppress(ValueError):  # such as the 31st of June
                return datetime.date(*(int(match[part]) for part in ("year", "month", "day")))
    raise ValidationError(_("“%(text)s” is not a date. Write it like 2026-01-31 or 31.01.2026.") % {"text": text})


def whole_number(text):
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise ValidationError(_("“%(text)s” is not a whole number.") % {"text": text})
    return int(text)
