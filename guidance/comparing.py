"""What has changed from an older edition to the one that holds, as readers see it: words, without marks."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from contacts.comparison import compare
from guidance.markdown import plain
from guidance.showing import HEADINGS, text_in


@dataclass(frozen=True)
class Version:
    """One side of what `versions_compared.html` shows."""

    title: str
    valid_from: datetime.date
    valid_to: datetime.date | None = None


@dataclass(frozen=True)
class Changed:
    """`language`: that of both texts."""

    before: Version
    after: Version
    comparisons: list
    language: str


def name_of_edition(number):
    return _("Edition %(number)s") % {"number": number}


def changed_since(item, edition):
    """Part by part; None where the two are not in the same language."""
    old, new = text_in(item, edition.number), text_in(item, item.edition)
    if old is None or new is None or old.language != new.language:
        return None
    return Changed(
        before=Version(name_of_edition(edition.number), edition.publish_on),
        after=Version(name_of_edition(item.edition), item.published_on),
        comparisons=[one for one in _compared(_parts(old), _parts(new)) if one.is_changed],
        language=old.language,
    )


def _parts(text):
    """(heading, words)"""
    parts = [(_("Title"), text.title), (_("In short"), text.summary), (_("Text"), plain(text.body))]
    return (*parts, *((str(heading), plain(getattr(text, name))) for name, heading in HEADINGS.items()))


# Published texts are never changed, and long ones take a while.
@lru_cache(maxsize=64)
def _compared(before, after):
    return [compare(heading, one, other) for (heading, one), (_heading, other) in zip(before, after, strict=True)]
