"""From what people type to the place they mean.

Understands names of today and of before, in every official language, county and district names, municipality numbers
of any year, postal codes and postal places; however they are spelled (see folding.py) and with a slip of the finger.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from contacts.folding import fold
from contacts.place_index import Kind, index, meanings, one_for_each_place

MAX_LENGTH = 100
SUGGESTIONS = 8

# These lead to a place by what it is called today, so nobody asks why.
_AS_IT_IS_TODAY = {Kind.NAME, Kind.DISTRICT, Kind.COUNTY, Kind.NUMBER}


@dataclass(frozen=True)
class Answer:
    """`matches` are what the text can mean. Where there are none, `suggestions` are the nearest names."""

    text: str
    matches: list = field(default_factory=list)
    suggestions: list = field(default_factory=list)
    outside: str = ""
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


def look_up(text):
    """The answer to what somebody typed; at most 1 ms. Never raises, whatever the text."""
    text = _tidy(text)
    if not fold(text):
        return Answer(text)
    found = index()
    outside = _outside(text)
    if outside:
        return Answer(text, outside=outside)
    return _by_number(found, text) or _by_name(found, text) or _by_likeness(found, text)


def _tidy(text):
    return " ".join(unicodedata.normalize("NFKC", text).split())[:MAX_LENGTH]


def _outside(text):
    """Svalbard or Jan Mayen, by name or by a postal code, also in an address."""
    codes = (_OUTSIDE_CODES[number] for number in _NUMBER.findall(text) if number in _OUTSIDE_CODES)
    return _OUTSIDE_NAMES.get(fold(text)) or next(codes, "")


def _by_number(found, text):
    """A number alone, or in an address such as "Storgata 1, 1337 Sandvika"."""
    if text.isdecimal():
        lost_zero = len(text) == 3
        matches = found.numbers.get(f"0{text}" if lost_zero else text, [])
        return Answer(text, one_for_each_place(matches)) if matches else _unknown_number(found, text)
    for number in reversed(_NUMBER.findall(text)):
        if number in found.numbers:
            return _narrowed_by_name(found, text, number)
    return None


def _narrowed_by_name(found, text, number):
    """Of what a number can mean, that which the name behind or before it says: "1580 Haram" is not in Moss."""
    matches = found.numbers[number]
    before, _number, behind = text.rpartition(number)
    named = {match.target for match in found.exact(behind.strip(" ,")) or found.exact(before.strip(" ,"))}
    return Answer(text, one_for_each_place([match for match in matches if match.target in named] or matches))


def _unknown_number(found, text):
    """The nearest postal codes of the same district (first two digits), one for each municipality."""
    if len(text) != 4:
        return Answer(text)
    codes = [code for code in found.places.postal_codes if code[:2] == text[:2]]
    near = sorted(codes, key=lambda code: abs(int(code) - int(text)))
    matches = [match for code in near for match in found.numbers[code] if match.kind == Kind.POSTAL_CODE]
    return Answer(text, suggestions=one_for_each_place(matches)[:SUGGESTIONS])


def _by_name(found, text):
    matches = found.exact(text)
    return Answer(text, meanings(matches)) if matches else None


def _by_likeness(found, text):
    """A misspelling is taken as meant only when one name is clearly the nearest; otherwise we ask."""
    near = found.nearest(text)
    if near:
        best, score = near[0]
        targets = meanings(found.names[best])
        rivals = [
            match
            for key, other in near[1:]
            if other > score - 0.05
            for match in meanings(found.names[key])
            if match.target not in {target.target for target in targets}
        ]
        if score >= 0.8 and not rivals and not found.is_part(text):
            return Answer(text, targets, corrected=True)
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
        numbers = sorted(number for number in found.numbers if number.startswith(text))[:SUGGESTIONS]
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
