"""What a source says of one thing that everyone may read, before it becomes a row."""

import datetime
import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation

# An address is kept as in bokmål, and led into the reader's language when it is shown.
LANGUAGE = "nb"
# More of a text is not searched; the longest that anybody writes here is a third of it.
LONGEST = 60_000
STOPS = (".", "?", "!", ":", "…")
HEADING_WITHOUT_STOP = re.compile(r"^(#+ .*[^.?!:\s])\s*$", re.MULTILINE)
SPACE_BEFORE_STOP = re.compile(r" (?=[.,;:?!)](\s|$))")
MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[#*_>`|]+|^\s*[-+]\s|^\s*\d+\.\s|:?-{3,}:?", re.MULTILINE)


@dataclass(frozen=True)
class Draft:
    """`texts`: {language: (title, address, text)}. `also`: words that it is found by and that nobody is shown.

    `owner`: what it is made from, as a source and a key ("meeting:12"); `family`: what that belongs to.
    """

    owner: str
    key: str
    kind: str
    texts: dict
    family: str = ""
    also: str = ""
    themes: tuple = ()
    places: tuple = ()
    from_day: datetime.date | None = None
    to_day: datetime.date | None = None
    changed_on: datetime.date | None = None
    is_example: bool = False
    weight: float = 1


def address(route, *arguments):
    with translation.override(LANGUAGE):
        return reverse(route, args=arguments)


def address_of(row):
    with translation.override(LANGUAGE):
        return row.get_absolute_url()


def plain(text):
    """The words of a text in Markdown: "see [the guide](https://…)." -> "see the guide." """
    words = " ".join(MARKS.sub(r" \1 ", HEADING_WITHOUT_STOP.sub(r"\1.", text)).split())
    return SPACE_BEFORE_STOP.sub("", words)


def joined(*texts):
    """One text of several, some of them empty: each begins and ends as a sentence does."""
    said = [" ".join(str(text).split()) for text in texts if text]
    return " ".join(_sentence(text) for text in said if text)[:LONGEST]


def _sentence(text):
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(STOPS) else '.'}"
