"""The keys by which a place can be found: names and numbers, each with what it can mean.

Made from the gazetteer alone, without a query, once for each gazetteer.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import permutations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from contacts import gazetteer
from contacts.folding import fold, words
from contacts.gazetteer import CountyPlace, DistrictPlace, MunicipalityPlace, successors


class Kind(IntEnum):
    """Why a text leads to a place, in the order in which meanings are offered."""

    NAME = 1
    PARALLEL_NAME = 2
    DISTRICT = 3
    COUNTY = 4
    NUMBER = 5
    OLD_NAME = 6
    OLD_NUMBER = 7
    FORMER_NAME = 8
    FORMER_NUMBER = 9
    FORMER_DISTRICT = 10
    FORMER_COUNTY = 11
    POSTAL_CODE = 12
    CITY_DISTRICT = 13
    POSTAL_PLACE = 14


# Parts of a municipality, of which Norway has many more than are known here.
PARTS = frozenset({Kind.CITY_DISTRICT, Kind.POSTAL_PLACE})


@dataclass(frozen=True)
class Match:
    """A place of today, and why the text leads there.

    `label` is what was understood, as it is officially written; `path` the successions from a former place;
    `detail` what else the explanation needs (a language, the last day of a number); `phrase` what to type to mean
    just this, where it is offered while somebody types.
    """

    target: object
    kind: Kind
    label: str
    path: tuple = ()
    detail: object = None
    phrase: str = field(default="", compare=False)

    def phrases(self):
        """What could be typed to mean this, the shortest first; the last one can mean nothing else."""
        if isinstance(self.target, DistrictPlace):
            yield from [self.label] if self.kind == Kind.FORMER_DISTRICT else []
            yield f"{self.label} politidistrikt"
            yield f"{self.target.main_name} politidistrikt"
        elif isinstance(self.target, CountyPlace):
            yield f"{self.label} fylke"
            yield f"{self.target.name} fylke"
        else:
            yield self.label
            yield f"{self.label} i {self.target.county.name}"
            yield f"{self.target.number} {self.target.name}"


# What people add to a name, behind or before it, to say what they mean.
_HINTS = {
    "kommune": MunicipalityPlace,
    "herad": MunicipalityPlace,
    "municipality": MunicipalityPlace,
    "suohkan": MunicipalityPlace,
    "tjielte": MunicipalityPlace,
    "gielda": MunicipalityPlace,
    "komuuni": MunicipalityPlace,
    "fylke": CountyPlace,
    "fylkeskommune": CountyPlace,
    "county": CountyPlace,
    "politidistrikt": DistrictPlace,
    "politidistriktet": DistrictPlace,
    "politi": DistrictPlace,
    "policedistrict": DistrictPlace,
}

# "Deanu gielda" is the municipality Deatnu: the names that change before such a word.
_GENITIVES = {"deanu": "deatnu", "porsanggu": "porsangu", "karasjoga": "karasjohka", "unjargga": "unjarga"}


class Index:
    """The keys of one gazetteer: folded names and numbers, each with what it can mean."""

    def __init__(self, places):
        self.places = places
        self.names = defaultdict(list)
        self.numbers = defaultdict(list)
        for municipality in places.municipalities:
            self._add_municipality(municipality)
        for municipality in places.former_municipalities:
            self._add_former_municipality(municipality)
        self._add_districts()
        self._add_counties()
        self._add_postal_codes()
        self._add_city_districts()
        self.keys = sorted(self.names)
        self.by_word = self._words()

    def _add_name(self, name, match):
        key = fold(name)
        if key and match not in self.names[key]:
            self.names[key].append(match)

    def _add_municipality(self, place):
        self._add_name(place.name, Match(place, Kind.NAME, place.name))
        for name in place.names:
            self._add_name(name.name, Match(place, Kind.PARALLEL_NAME, name.name, detail=name.language))
        for row in _names_in_a_row(place):
            self._add_name(row, Match(place, Kind.NAME, place.name))
        for link in ("", " i "):
            self._add_name(f"{place.name}{link}{place.county.name}", Match(place, Kind.NAME, place.name))
        self.numbers[place.number].append(Match(place, Kind.NUMBER, place.number))
        for old in place.old_names:
            self._add_name(old.name, Match(place, Kind.OLD_NAME, old.name, detail=old))
        for old in place.old_numbers:
            self.numbers[old.number].append(Match(place, Kind.OLD_NUMBER, old.number, detail=old))

    def _add_former_municipality(self, place):
        for target, path in successors(place):
            if place.name != target.name:
                match = Match(target, Kind.FORMER_NAME, place.name, path)
                for name in (place.name, *(parallel.name for parallel in place.names), *_names_in_a_row(place)):
                    self._add_name(name, match)
            for old in place.old_numbers:
                self.numbers[old.number].append(Match(target, Kind.FORMER_NUMBER, old.number, path, place))

    def _add_districts(self):
        for district in self.places.districts:
            for name in {district.main_name, *district.names.values()}:
                self._add_name(name, Match(district, Kind.DISTRICT, name))
            for old in district.old_names:
                self._add_name(old.name, Match(district, Kind.OLD_NAME, old.name, detail=old))
        for district in self.places.former_districts:
            for target, path in successors(district):
                if district.main_name != target.main_name:
                    self._add_name(
                        district.main_name, Match(target, Kind.FORMER_DISTRICT, district.main_name, path, district)
                    )

    def _add_counties(self):
        for county in self.places.counties.values():
            self._add_name(county.name, Match(county, Kind.COUNTY, county.name))
        for name, changes in self._former_counties().items():
            for change in changes:
                target = self.places.county_by_name[change.new_name]
                self._add_name(name, Match(target, Kind.FORMER_COUNTY, name, detail=changes))

    def _former_counties(self):
        """The names of counties that are none today, with what they became."""
        former = defaultdict(list)
        for change in self.places.former_counties:
            if change.old_name not in self.places.county_by_name and change.new_name in self.places.county_by_name:
                former[change.old_name].append(change)
        return {name: tuple(changes) for name, changes in former.items()}

    def _add_postal_codes(self):
        places = defaultdict(list)
        for code, (place, municipality) in self.places.postal_codes.items():
            self.numbers[code].append(Match(municipality, Kind.POSTAL_CODE, f"{code} {postal_name(place)}"))
            places[place].append(municipality)
        for place, municipalities in places.items():
            by_codes = sorted(set(municipalities), key=municipalities.count, reverse=True)
            namesakes = [municipality for municipality in by_codes if fold(municipality.name) == fold(place)]
            for municipality in namesakes or by_codes:
                self._add_name(place, Match(municipality, Kind.POSTAL_PLACE, postal_name(place)))

    def _add_city_districts(self):
        by_number = {place.number: place for place in self.places.municipalities}
        for row in self.places.city_districts:
            if municipality := by_number.get(row.municipality_number):
                self._add_name(row.name, Match(municipality, Kind.CITY_DISTRICT, row.name))

    def _words(self):
        """Keys by the beginnings of their words, so that "odal" suggests Sør-Odal."""
        by_word = defaultdict(list)
        for key, matches in self.names.items():
            for start in {fold(word) for match in matches for word in words(match.label)} | {key}:
                by_word[start].append(key)
        return by_word

    def exact(self, text):
        """What a name means, kinds narrowed by a hint such as "kommune" beside it."""
        whole = self.names.get(fold(text))
        if whole:
            return whole
        name, wanted = _without_hint(text)
        key = _GENITIVES.get(fold(name), fold(name)) if wanted is MunicipalityPlace else fold(name)
        matches = [match for match in self.names.get(key, []) if isinstance(match.target, wanted)]
        # Nobody says "Kvam kommune" of the postal place Kvam, when there is a municipality of that name.
        units = [match for match in matches if match.kind not in PARTS]
        return units or matches

    def nearest(self, text):
        """Keys with their likeness (0 to 1) to a name that is not in the index, the likest first."""
        name, _wanted = _without_hint(text)
        found = process.extract(
            fold(name), self.keys, scorer=OSA.normalized_similarity, processor=None, score_cutoff=0.55, limit=24
        )
        return [(key, score) for key, score, _position in found]

    def is_part(self, text):
        """True of "Toten", which is a word of Østre Toten and Vestre Toten and not a misspelling of Løten."""
        key = fold(_without_hint(text)[0])
        return key in self.by_word and key not in self.names

    def beginning(self, text):
        """Keys of which the whole or a word begins with the text, the shortest first."""
        start = fold(_without_hint(text)[0])
        keys = {key for word, keys in self.by_word.items() if word.startswith(start) for key in keys}
        return sorted(
            keys, key=lambda key: (not key.startswith(start), min(m.kind for m in self.names[key]), len(key), key)
        )


def _names_in_a_row(place):
    """Several names of a place together, in any order: "Gáivuotna - Kåfjord - Kaivuono" is how it is registered."""
    names = [place.name, *(parallel.name for parallel in place.names)]
    return [" ".join(row) for length in range(2, len(names) + 1) for row in permutations(names, length)]


def _without_hint(text):
    """("Asker", MunicipalityPlace) of "Asker kommune" and "Kommune: Asker"; any place where there is no hint."""
    parts = re.split(r"\s+", text.strip())
    for length in (2, 1):
        for hint, rest in ((parts[-length:], parts[:-length]), (parts[:length], parts[length:])):
            wanted = _HINTS.get(fold(" ".join(hint)))
            if wanted and rest:
                return " ".join(rest), wanted
    return text, object


def postal_name(place):
    """The register writes in capitals; people do not: "BØ I TELEMARK" -> "Bø i Telemark"."""
    small = {"I", "PÅ", "VED", "OG"}
    return " ".join(word.lower() if word in small else _capitalised(word) for word in place.split(" "))


def _capitalised(word):
    return "-".join(part.capitalize() for part in word.split("-"))


class _Shelf:
    index = None


def index():
    """The index of the gazetteer of today."""
    places = gazetteer.current()
    if _Shelf.index is None or _Shelf.index.places is not places:
        _Shelf.index = Index(places)
    return _Shelf.index


def meanings(matches):
    """The distinct places that one name can mean, after the rules of precedence.

    A district or county that shares its name with its own municipality (Oslo) gives way to it, a county to the
    district of the same name (Nordland), a former county to all but a postal place, and a former municipality to
    the one of today that carries its name on (Ålesund).
    """
    matches = one_for_each_place(_where_it_still_is(matches))
    current = [match for match in matches if match.kind in (Kind.NAME, Kind.PARALLEL_NAME)]
    if current:
        matches = [match for match in matches if match in current or _is_another_meaning(match, current)]
    if any(match.kind == Kind.DISTRICT for match in matches):
        matches = [match for match in matches if match.kind != Kind.COUNTY]
    if any(match.kind not in (Kind.FORMER_COUNTY, Kind.POSTAL_PLACE) for match in matches):
        matches = [match for match in matches if match.kind != Kind.FORMER_COUNTY]
    return matches


def _where_it_still_is(matches):
    """Skodje joined Ålesund, from which Haram was separated later: it is where there is a postal place Skodje today.

    A municipality that was divided itself (Snillfjord) is in all its parts.
    """
    joined = {match.target for match in matches if match.kind == Kind.FORMER_NAME and match.path[0].kind == "merged"}
    still = joined & {match.target for match in matches if match.kind == Kind.POSTAL_PLACE}
    if len(still) != 1:
        return matches
    return [match for match in matches if match.target in still or match.target not in joined]


def _is_another_meaning(match, current):
    targets = [match.target for match in current]
    if match.kind == Kind.DISTRICT:
        return all(target.district is not match.target for target in targets)
    if match.kind == Kind.COUNTY:
        return all(target.county is not match.target for target in targets)
    if match.kind == Kind.FORMER_NAME:
        return not any(place in targets for place, _path in successors(match.path[0].predecessor))
    return True


def one_for_each_place(matches):
    """The first and most direct match for each place, in the order of kinds."""
    best = {}
    for match in sorted(matches, key=lambda match: (match.kind, len(match.path))):
        best.setdefault(match.target, match)
    return list(best.values())
