"""From what people type to the place they mean.

Understands names of today and of before, in every official language, county and district names, municipality numbers
of any year, postal codes and postal places; however they are spelled (see folding.py) and with a slip of the finger.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from contacts.folding import contradicts, fold
from contacts.national_numbers import NATIONAL
from contacts.place_index import Kind, index, meanings, one_for_each_place

MAX_LENGTH = 100
SUGGESTIONS = 8

# These lead to a place by what it is called today, so nobody asks why.
_AS_IT_IS_TODAY = {Kind.NAME, Kind.DISTRICT, Kind.COUNTY, Kind.NUMBER}


@dataclass(frozen=True)
class Answer:
    """`matches` are what the text can mean. Where there are none, `suggestions` are the nearest names.

    `telephone` is the key of the national number that was typed, `outside` a place outside every municipality.
    """

    text: str
    matches: list = field(default_factory=list)
    suggestions: list = field(default_factory=list)
    outside: str = ""
    telephone: str = ""
    corrected: bool = False

    @property
    def only(self):
        """The match, when there is exactly one."""
        return self.matches[0] if len(self.matches) == 1 else None

    def reason_for(self, place):
        """The match, when this text alone leads to this place and not by the name it has today."""
        match = self.only
        needs_one = match and (self.corrected or match.kind not in _AS_IT_IS_TODAY)
        return match if needs_one and match.target is place else None


# Postal codes and names in Norway's territory that are not part of any municipality.
_OUTSIDE = {
    "svalbard": ("svalbard", "longyearbyen", "nyalesund", "barentsburg", "sveagruva", "bjornoya", "hopen"),
    "jan-mayen": ("janmayen",),
}
_OUTSIDE_NAMES = {name: place for place, names in _OUTSIDE.items() for name in names}
_OUTSIDE_CODES = {"8099": "jan-mayen"} | {str(code): "svalbard" for code in range(9170, 9180)}

_NUMBER = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR = re.compile(r"(19|20)\d\d")

# Beside the name of a place these say whom somebody looks for, not where.
_SAYS_NO_PLACE = frozenset(
    {
        *("politi", "politiet", "politikontakt", "politikontakten", "lensmann", "lensmannen"),
        *("forebyggingskontakt", "forebyggingskontakten", "slt", "koordinator", "sltkoordinator", "sltkoordinatoren"),
        *(
            "kontakt",
            "kontakter",
            "kommune",
            "kommunen",
            "fylke",
            "sentrum",
            "norge",
            "noreg",
            "norway",
            "i",
            "for",
            "til",
        ),
    }
)

# How alike a misspelling must be (0 to 1), and how far ahead of the next name.
LIKE_ENOUGH = 0.85
LEAD = 0.05


def look_up(text):
    """The answer to what somebody typed; at most 1 ms. Never raises, whatever the text."""
    text = _tidy(text)
    if not fold(text):
        return Answer(text)
    found = index()
    if telephone := _telephone(text):
        return Answer(text, telephone=telephone)
    if outside := _outside(text):
        return Answer(text, outside=outside)
    return _by_number(found, text) or _by_name(found, text) or _by_likeness(found, text)


def _tidy(text):
    return " ".join(unicodedata.normalize("NFKC", text).split())[:MAX_LENGTH]


def _telephone(text):
    """The key of the national number that somebody typed, "116 111" as well as "116111"."""
    digits = text.replace(" ", "").removeprefix("+47")
    return next((number.key for number in NATIONAL.values() if number.phone == digits), "")


def _outside(text):
    """Svalbard or Jan Mayen, by name or by a postal code, also in an address."""
    codes = (_OUTSIDE_CODES[number] for number in _NUMBER.findall(text) if number in _OUTSIDE_CODES)
    return _OUTSIDE_NAMES.get(fold(text)) or next(codes, "")


def _by_number(found, text):
    """A number alone, or in an address such as "Storgata 1, 1337 Sandvika"."""
    if text.isdecimal():
        matches = found.numbers.get(text, [])
        return Answer(text, one_for_each_place(matches)) if matches else _unknown_number(found, text)
    for number in reversed(_NUMBER.findall(text)):
        if number in found.numbers:
            return _narrowed_by_name(found, text, number)
    return None


def _narrowed_by_name(found, text, number):
    """Of what a number can mean, that which the name behind or before it says: "1580 Haram" is not in Moss.

    Where they contradict each other ("0150 Bergen") we ask, unless the number looks like a year ("Asker 2020").
    """
    matches = found.numbers[number]
    before, _number, behind = text.rpartition(number)
    named = _meant(found, behind) or _meant(found, before)
    agreed = [match for match in matches if match.target in {name.target for name in named}]
    if named and not agreed:
        return Answer(text, named if _YEAR.fullmatch(number) else one_for_each_place([*named, *matches]))
    return Answer(text, one_for_each_place(agreed or matches))


def _meant(found, text):
    """What a text means as a whole, or the longest part of it that is a name."""
    return meanings(found.exact(text.strip(" ,")) or _longest_name(found, text)[0])


def _unknown_number(found, text):
    """The nearest postal codes of the same district (first two digits), one for each municipality.

    Three digits may be a number that lost its zero in a spreadsheet: asked, since nobody can know.
    """
    if len(text) != 4:
        return Answer(text, suggestions=one_for_each_place(found.numbers.get(f"0{text}", []))[:SUGGESTIONS])
    codes = [code for code in found.places.postal_codes if code[:2] == text[:2]]
    near = sorted(codes, key=lambda code: abs(int(code) - int(text)))
    matches = [match for code in near for match in found.numbers[code] if match.kind == Kind.POSTAL_CODE]
    return Answer(text, suggestions=one_for_each_place(matches)[:SUGGESTIONS])


def _by_name(found, text):
    matches = found.exact(text)
    if not matches:
        return None
    as_typed = [match for match in matches if not contradicts(text, match.label)]
    return Answer(text, meanings(as_typed)) if as_typed else Answer(text, suggestions=meanings(matches)[:SUGGESTIONS])


def _by_likeness(found, text):
    near = found.nearest(text)
    return _misspelt(found, text, near) or _by_part(found, text) or _nearest(found, text, near)


def _misspelt(found, text, near):
    """A misspelling is taken as meant only when one name is clearly the nearest; otherwise we ask.

    Never a postal place, and never another first letter: most places in Norway are in no register, and Landås in
    Bergen must not become Lindås in Alver.
    """
    if not near or found.is_part(text):
        return None
    best, score = near[0]
    likely = score >= LIKE_ENOUGH and best[0] == fold(text)[0]
    targets = meanings(found.names[best])
    if not likely or any(match.kind == Kind.POSTAL_PLACE for match in targets):
        return None
    return None if _has_rival(found, near, targets) else Answer(text, targets, corrected=True)


def _has_rival(found, near, targets):
    places = {match.target for match in targets}
    (_best, score), *others = near
    close = [key for key, other in others if other > score - LEAD]
    return any(match.target not in places for key in close for match in meanings(found.names[key]))


def _by_part(found, text):
    """A name inside a longer text: "Politiet i Oslo". Asked, unless the rest are words that say nothing of a place."""
    matches, rest = _longest_name(found, text)
    if not matches:
        return None
    if {fold(word) for word in rest} <= _SAYS_NO_PLACE:
        return Answer(text, meanings(matches))
    return Answer(text, suggestions=meanings(matches)[:SUGGESTIONS])


def _longest_name(found, text):
    """The longest run of words that is a name, the last one where there are several, and the other words."""
    parts = [part for part in re.split(r"[\s,.:;()/]+", text) if part]
    for length in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - length, -1, -1):
            run = " ".join(parts[start : start + length])
            matches = found.exact(run) if fold(run) not in _SAYS_NO_PLACE else []
            if matches:
                return matches, parts[:start] + parts[start + length :]
    return [], parts


def _nearest(found, text, near):
    keys = found.beginning(text)[:SUGGESTIONS] + [key for key, _score in near]
    suggestions = one_for_each_place([match for key in keys for match in meanings(found.names[key])])
    return Answer(text, suggestions=suggestions[:SUGGESTIONS])


def suggest(text):
    """What to offer while somebody types: names that begin so first, then names that are nearly so."""
    text = _tidy(text)
    if not fold(text):
        return []
    found = index()
    if text.isdecimal():
        numbers = sorted(number for number in found.numbers if number.startswith((text, f"0{text}")))[:SUGGESTIONS]
        return [match for number in numbers for match in one_for_each_place(found.numbers[number])][:SUGGESTIONS]
    keys = [key for key in (fold(text),) if key in found.names] + found.beginning(text)
    if len(keys) < 3:
        keys += [key for key, _score in found.nearest(text)]
    matches = [match for key in dict.fromkeys(keys[: SUGGESTIONS * 3]) for match in meanings(found.names[key])]
    return _one_for_each_label(matches)[:SUGGESTIONS]


def _one_for_each_label(matches):
    seen = {}
    for match in matches:
        seen.setdefault((match.target, match.label), match)
    return list(seen.values())
