"""What the descriptions and the names are built of: kinds, and pieces of patterns."""

import enum
import re
from typing import NamedTuple


class Kind(enum.Enum):
    PHONE = "phone"
    EMAIL = "email"
    INITIALS = "initials"
    ADULT = "adult"
    YOUNG = "young"
    CHILD = "child"
    FAMILY = "family"
    NAME = "name"
    NAMES = "names"


class Description(NamedTuple):
    kind: Kind
    start: int
    end: int


def words(text):
    return frozenset(text.split())


def any_of(texts):
    return "(?:" + "|".join(sorted(texts, key=len, reverse=True)) + ")"


def just_before(text):
    return re.compile(rf"(?<![\w-]){text}$", re.IGNORECASE)


def just_after(text):
    return re.compile(text, re.IGNORECASE)


# A place is told by its capital; a class by its number.
NAME = (
    r"(?-i:(?!(?:Norge|Noreg|Norden|Europa|Skandinavia|Danmark|Sverige|Internett|Oslofjorden)\b)"
    r"[A-ZÆØÅČĐŊŠŦŽÁ][a-zæøåčđŋšŧžáéöäü]\w*)"
)
PLACE = rf"(?:fra|frå|i|på|ved)\s{NAME}"
CLASS = r"(?:i|på|fra|frå)\s(?:\d{1,2}\.\s?(?:klasse|trinn|trinnet|steg|steget)|\d{1,2}\s?[A-H]\b|vg\s?[123]\b)"
SCHOOL = rf"(?:ved|på)\s(?:{NAME}|(?:\w*skole|\w*skule|vid\w+g\wande|videregående)(?:n)?\b)"
