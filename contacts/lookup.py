"""From what people type to the place they mean.

Understands names of today and of before, in every official language, county and district names, municipality numbers
of any year, postal codes and postal places; however they are spelled (see folding.py) and with a slip of the finger.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from contacts.folding import contradicts, fold
from contacts.national_numbers import all_numbers
from contacts.place_index import PARTS, Kind, index, meanings, one_for_each_place

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
        *("kontakt", "kontakter", "kommune", "kommunen", "bydel", "bydelen", "sentrum"),
        *("norge", "noreg", "norway", "i", "for", "til"),
    }
)

# No name has more words; from a longer text only the last ones are looked at.
MOST_WORDS = 12

# How alike a misspelling must be (0 to 1), and how far ahead of the next name.
LIKE_ENOUGH = 0.88
LEAD = 0.05


def look_up(text):
    """The answer to what somebody typed; at most 1 ms. Never raises, whatever the text."""
    text = _tidy(text)
    if not fold(text):
        return Answer(text)
    found = index()
    if telephone := _telephone(found, text):
        return Answer(text, telephone=telephone)
    if outside := _outside(text):
        return Answer(text, outside=outside)
    return _by_number(found, text) or _by_name(found, text) or _by_likeness(found, text)


def _tidy(text):
    return " ".join(unicodedata.normalize("NFKC", text).split())[:MAX_LENGTH]


def _telephone(found, text):
    """The key of the national number that somebody typed, "116 111" and "+47 116 111" as well as "116111"."""
    digits = re.sub(r"[\s.()/-]", "", text).removeprefix("+47").removeprefix("0047")
    numbers = all_numbers(found.places.national).values()
    return next((number.key for number in numbers if number.phone == digits), "")


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
    named, rest = _name_beside(found, behind, before)
    agreed = [match for match in matches if match.target in {name.target for name in named}]
    if named and not agreed and _YEAR.fullmatch(number) and _says_no_place(rest):
        return Answer(text, meanings(named))
    return Answer(text, one_for_each_place(agreed or [*meanings(named), *matches]))


def _name_beside(found, behind, before):
    """The name behind a number, or else the one before it, and all other words."""
    for text, others in ((behind, before), (before, behind)):
        named, rest = _name_in(found, text)
        if named:
            return named, rest + _words(others)
    return [], []


def _name_in(found, text):
    """What a text means as a whole, or a part of it that is a name, and the words that are left over."""
    text = text.strip(" ,")
    matches = _as_typed(text, found.exact(text))
    if matches:
        return matches, []
    parts = _named_parts(found, text)
    return next((part for part in parts if _says_no_place(part[1])), parts[0] if parts else ([], []))


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
    as_typed = _as_typed(text, matches)
    return Answer(text, meanings(as_typed)) if as_typed else Answer(text, suggestions=meanings(matches)[:SUGGESTIONS])


def _as_typed(text, matches):
    """Without the names of which the text changes a letter."""
    return [match for match in matches if not contradicts(text, match.label)]


def _by_likeness(found, text):
    near = found.nearest(text)
    return _misspelt(found, text, near) or _by_part(found, text) or _nearest(found, text, near)


def _misspelt(found, text, near):
    """A misspelling is taken as meant only when one name is clearly the nearest; otherwise we ask.

    Never a mere part of a municipality, and never another first letter: most places in Norway are in no register,
    and Landås in Bergen must not become Lindås in Alver.
    """
    if not near or found.is_part(text):
        return None
    best, score = near[0]
    # Without its hint it can be a name, but none of what the hint says: "Bergen politi" is no misspelling.
    likely = LIKE_ENOUGH <= score < 1 and best[0] == fold(text)[0]
    targets = meanings(found.names[best])
    if not likely or any(match.kind in PARTS for match in targets):
        return None
    return None if _has_rival(found, near, targets) else Answer(text, targets, corrected=True)


def _has_rival(found, near, targets):
    places = {match.target for match in targets}
    (_best, score), *others = near
    close = [key for key, other in others if other > score - LEAD]
    return any(match.target not in places for key in close for match in meanings(found.names[key]))


def _by_part(found, text):
    """A name inside a longer text: "Politiet i Oslo". Asked, unless the rest are words that say nothing of a place."""
    parts = _named_parts(found, text)
    straight = next((matches for matches, rest in parts if _says_no_place(rest)), [])
    if straight:
        return Answer(text, meanings(straight))
    found_in_order = (match for matches, _rest in parts for match in meanings(matches))
    offered = _first_of_each(found_in_order, key=lambda match: match.target)
    return Answer(text, suggestions=offered[:SUGGESTIONS]) if offered else None


def named_in(text):
    """The places that a name inside a longer text can mean, and the other words: "politiråd i Bærum" -> Bærum,
    ["politiråd", "i"]. Nothing, and all its words, where no name is in it."""
    parts = _named_parts(index(), _tidy(text))
    return (meanings(parts[0][0]), parts[0][1]) if parts else ([], _words(text))


def _says_no_place(rest):
    return all(fold(word) in _SAYS_NO_PLACE or _YEAR.fullmatch(word) for word in rest)


def _named_parts(found, text):
    """The names inside a text, each with the words left over: first those behind a comma or "i", then the longest."""
    words = _words(text)[-MOST_WORDS:]
    count = len(words)
    # Of "Vei 1, Bø i Vesterålen" that is "Bø i Vesterålen" before "Vesterålen".
    behind = [len(_words(text.rpartition(",")[2])), len(_words(re.split(r",|\s[iI]\s", text)[-1]))]
    spans = [(count - length, count) for length in behind if 0 < length < count]
    spans += [(end - length, end) for length in range(count - 1, 0, -1) for end in range(count, length - 1, -1)]
    parts = []
    for start, end in dict.fromkeys(spans):
        run = " ".join(words[start:end])
        matches = [] if fold(run) in _SAYS_NO_PLACE else _as_typed(run, found.exact(run))
        if matches:
            parts.append((matches, words[:start] + words[end:]))
    return parts


def _words(text):
    return [word for word in re.split(r"[\s,.:;()/]+", text) if word]


def _nearest(found, text, near):
    keys = found.beginning(text)[:SUGGESTIONS] + [key for key, _score in near]
    suggestions = one_for_each_place([match for key in keys for match in meanings(found.names[key])])
    return Answer(text, suggestions=suggestions[:SUGGESTIONS])


def suggest(text):
    """What to offer while somebody types: names that begin so first, then names that are nearly so."""
    return [replace(match, phrase=_phrase(match)) for match in _offered(text)]


def _phrase(match):
    """What to type to mean just this place."""
    *phrases, surest = match.phrases()
    return next((phrase for phrase in phrases if _leads_to(phrase, match.target)), surest)


def _leads_to(text, target):
    match = look_up(text).only
    return match is not None and match.target is target


def _offered(text):
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
    return _first_of_each(matches, key=lambda match: (match.target, match.label))[:SUGGESTIONS]


def _first_of_each(matches, key):
    """The matches in their order, without those that have the same key as one before."""
    seen = {}
    for match in matches:
        seen.setdefault(key(match), match)
    return list(seen.values())
