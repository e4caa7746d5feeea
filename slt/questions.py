"""From a question in one's own words to what is asked about SLT: where, for whom, and what somebody wants to know.

"Dekker SLT en 20-åring i Bykle?", "kven koordinerer for Valle", "who has no SLT in Agder?". Places are understood as
everywhere in the portal (contacts/lookup.py); ages, shares and what is wanted are read here. Never raises.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from contacts.folding import fold, words
from contacts.gazetteer import CountyPlace, MunicipalityPlace
from contacts.lookup import look_up
from contacts.place_index import Kind
from contacts.place_index import index as place_index
from slt import vocabulary
from slt.forms import WITHOUT, share_class
from slt.models.schemes import OLDEST

MAX_LENGTH = 200
MOST_PLACES = 4
# No name of a place has more words; of a longer run only the last ones are looked at.
MOST_WORDS = 8


@dataclass(frozen=True)
class Ages:
    """Both ends are included. What is asked of one age has the same twice."""

    first: int
    last: int

    @property
    def is_one(self):
        return self.first == self.last


@dataclass(frozen=True)
class Question:
    """`wants` is one of "who", "shared", "without", "having", "practice", or empty where a place or an age says enough.

    `places` are municipalities that are certainly meant, `area` a county or a police district. `choices` are what a
    name can mean, or the names nearest to one that is not known: `unknown`. `explained` are the answers that must
    say why they lead to a place. `filters` are what else was said, as the page's address says it. `bad_age` is an age
    that nobody has.
    """

    text: str = ""
    wants: str = ""
    ages: Ages | None = None
    bad_age: str = ""
    places: tuple = ()
    area: object = None
    choices: tuple = ()
    unknown: str = ""
    outside: str = ""
    explained: tuple = ()
    filters: dict = field(default_factory=dict)
    is_about_slt: bool = False

    @property
    def is_understood(self):
        return bool(
            self.wants or self.ages or self.bad_age or self.places or self.area or self.outside or self.filters
        ) or (self.is_about_slt and not self.unknown)


def understand(text):
    """What somebody asks in their own words."""
    text = " ".join(unicodedata.normalize("NFKC", text.replace("\x00", " ")).split())[:MAX_LENGTH]
    said = frozenset(words(text))
    rest, per_cent = _take_share(text)
    rest, ages, bad_age = _take_ages(rest)
    question = Question(
        text,
        ages=ages,
        bad_age=bad_age,
        filters=_filters(said, per_cent),
        is_about_slt=any(word.startswith(vocabulary.SLT) for word in said),
    )
    return _wanting(_with_places(question, rest, said), said)


def of_place(text, ages=None):
    """The same from the fields of a form: the text is a place and nothing else."""
    answer = look_up(text)
    question = Question(text, ages=ages, is_about_slt=True)
    if answer.outside:
        return replace(question, outside=answer.outside)
    if county := _county_of_today(answer):
        return replace(question, area=county, wants="having")
    if not answer.only:
        return replace(question, choices=tuple(answer.matches or answer.suggestions), unknown=_not_known(answer))
    target = answer.only.target
    if isinstance(target, MunicipalityPlace):
        return replace(question, places=(target,), explained=(answer,) if answer.reason_for(target) else ())
    return replace(question, area=target, wants="having")


def _not_known(answer):
    return "" if answer.matches else answer.text


# --- Ages and shares ---

_UNIT = r"(?:[åa]a?r(?:ing\w*|ig\w*|s\w*)?|years?(?:[\s-]*olds?)?|yrs?|y/?o)(?!\w)"
_IN_WORDS = "|".join(sorted(vocabulary.NUMBERS, key=len, reverse=True))
_N = rf"(?<![\d.,])(?P<{{}}>\d+|{_IN_WORDS})(?![\d])"
_JOINED = r"\s*(?:-|–|—|til|to|og|and)\s*"
_LIMITS = "|".join(re.escape(words) for words in vocabulary.LIMITS)
_SHARE = re.compile(r"(?<!\d)(\d{1,3})\s*(?:%|prosent\w*|per\s?cent|pst\b)", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?<!\w)(?:i|in)\s+(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_HAS_LONG_NUMBER = re.compile(r"\d{4}")
_NEGATIVE = re.compile(rf"(?<!\S)[-−]\d+(?:\s*-?\s*{_UNIT})?", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?<![\w.,])(?P<first>\d{{1,3}})(?:\s*{_UNIT})?{_JOINED}(?P<last>\d{{1,3}})(?!\d)(?:\s*-?\s*{_UNIT})?",
    re.IGNORECASE,
)
_LIMIT = re.compile(rf"(?<!\w)(?P<limit>{_LIMITS})\s+{_N.format('age')}(?:\s*-?\s*{_UNIT})?", re.IGNORECASE)
_WITH_UNIT = re.compile(rf"(?<!\w){_N.format('age')}\s*-?\s*{_UNIT}", re.IGNORECASE)
_ALONE = re.compile(r"(?<![\w.,-])(?P<age>\d{1,3})(?![\w-])")
# Stands where something was taken out, so that the words on either side make no name together.
_CUT = " | "


def _take_share(text):
    found = _SHARE.search(text)
    return (_SHARE.sub(_CUT, text), int(found[1])) if found else (text, None)


def _take_ages(text):
    """(the other words, the ages, an age that nobody has). A bare number is an age, unless it is one of an address."""
    text = _OF_YEAR.sub(_CUT, text)
    if found := _NEGATIVE.search(text):
        return _NEGATIVE.sub(_CUT, text), None, found[0]
    patterns = [(_RANGE, _of_range), (_LIMIT, _of_limit), (_WITH_UNIT, _of_one)]
    if not _HAS_LONG_NUMBER.search(text):
        patterns.append((_ALONE, _of_one))
    for pattern, read in patterns:
        if found := pattern.search(text):
            ages = read(found)
            rest = f"{text[: found.start()]}{_CUT}{text[found.end() :]}"
            return (rest, ages, "") if _are_possible(ages) else (rest, None, found[0].strip())
    return text, None, ""


def _of_range(found):
    return Ages(*sorted((int(found["first"]), int(found["last"]))))


def _of_limit(found):
    first, last = vocabulary.LIMITS[" ".join(found["limit"].casefold().split())](_number(found["age"]))
    return Ages(first if first is not None else 0, last if last is not None else OLDEST)


def _of_one(found):
    age = _number(found["age"])
    return Ages(age, age)


def _are_possible(ages):
    return 0 <= ages.first <= ages.last <= OLDEST


def _number(text):
    return int(text) if text.isdecimal() else vocabulary.NUMBERS[text.casefold()]


# --- What is wanted ---


def _filters(said, per_cent):
    found = {name: value for word, (name, value) in vocabulary.FILTERS.items() if word in said}
    return found | ({"andel": share_class(per_cent)} if per_cent else {})


def _wanting(question, said):
    wants = _wants(question, said)
    if wants == "without":
        # "Who has no SLT" is itself what the list is filtered by, and not of an age.
        return replace(question, wants=wants, filters=question.filters | {"status": WITHOUT})
    if wants == "shared":
        return replace(question, wants=wants, filters=question.filters | {"deler": "ja"})
    return replace(question, wants=wants)


def _wants(question, said):
    if question.places or question.ages or question.bad_age:
        return "who" if said & vocabulary.COORDINATES else ""
    if question.filters:
        return ""
    if said & vocabulary.SHARED or (said & vocabulary.SAME and said & vocabulary.COORDINATES):
        return "shared"
    if said & vocabulary.WITHOUT:
        return "without"
    if _asks_what_it_is(said) and not question.area:
        return "practice"
    if said & vocabulary.HAS:
        return "having"
    if said & vocabulary.COORDINATES and not question.area:
        return "who"
    return "having" if question.is_about_slt or question.area else ""


def _asks_what_it_is(said):
    how = said & vocabulary.HOW - (vocabulary.WHICH if said & vocabulary.SEVERAL else frozenset())
    return bool(how and said & vocabulary.IS)


# --- Places ---


def _with_places(question, rest, said):
    """The places in what is left of a text. A municipality says more than the county it is in."""
    found = [_meant(run) for run in _runs(rest)]
    meant = [answer for answers, _unknown in found for answer in answers]
    targets = list(dict.fromkeys(answer.only.target for answer in meant if answer.only))
    places = tuple(target for target in targets if isinstance(target, MunicipalityPlace))[:MOST_PLACES]
    if places:
        explained = tuple(answer for answer in meant if any(answer.reason_for(place) for place in places))
        return replace(question, places=places, explained=explained)
    if several := next((answer for answer in meant if len(answer.matches) > 1), None):
        if county := _county_of_today(several):
            return replace(question, area=county)
        return replace(question, choices=tuple(several.matches))
    if outside := next((answer.outside for answer in meant if answer.outside), ""):
        return replace(question, outside=outside)
    if targets:
        return replace(question, area=targets[0])
    return _with_unknown(question, [unknown for _answers, unknown in found if unknown], said)


def _county_of_today(answer):
    """Rogaland was a police district too. Contacts ask which is meant; a list of municipalities is of the county."""
    counties = [match.target for match in answer.matches if match.kind == Kind.COUNTY]
    kinds = {match.kind for match in answer.matches}
    return counties[0] if len(counties) == 1 and kinds == {Kind.COUNTY, Kind.FORMER_DISTRICT} else None


def _with_unknown(question, unknown, said):
    """Words that are no place, and neither are they words of a question: what they were to say, nobody knows.

    Beside words that say what is wanted, a small word that is not known is passed over.
    """
    if said & vocabulary.SAY_WHAT_IS_WANTED:
        unknown = [answer for answer in unknown if answer.text[:1].isupper()]
    if not unknown:
        return question
    return replace(question, unknown=unknown[-1].text, choices=tuple(unknown[-1].suggestions))


def _runs(text):
    """The words that stand beside each other and are no words of a question: what can be names."""
    runs, run = [], []
    for position, word in enumerate(re.split(r"[\s,;:?!()/\"«»“”]+", text)):
        word = word.strip(".'’")
        if _is_of_a_question(word, is_first=position == 0):
            runs, run = [*runs, run], []
        else:
            run.append(word)
    runs = [_trimmed(run) for run in [*runs, run]]
    return [run[-MOST_WORDS:] for run in runs if run]


def _is_of_a_question(word, *, is_first):
    folded, written = fold(word), word.casefold()
    if not folded or folded.startswith(vocabulary.SLT):
        return True
    if written in vocabulary.JOINS:
        return False
    is_capitalised = word[:1].isupper() and not is_first
    is_a_name = (is_capitalised or written not in vocabulary.AS_WRITTEN) and bool(place_index().exact(word))
    return not is_a_name and (folded in vocabulary.OF_QUESTIONS or written in vocabulary.AS_WRITTEN)


def _trimmed(run):
    """Without "i", "og", "for" at its ends; nothing, if it says only what kind of place."""
    while run and _joins(run[0]):
        run = run[1:]
    while run and _joins(run[-1]):
        run = run[:-1]
    return [] if _names_nothing(run) else run


def _joins(word):
    return word.casefold() in vocabulary.JOINS


def _names_nothing(run):
    return all(_joins(word) or fold(word) in vocabulary.KINDS for word in run)


def _meant(run):
    """(answers of the names in a run of words, the answer that knows none)."""
    whole = look_up(" ".join(run))
    if whole.outside or (whole.matches and not whole.corrected):
        return [whole], None
    if names := _names_in(run):
        return names, None
    return ([whole], None) if whole.matches else ([], whole)


def _names_in(run):
    """The names in it, each as long as it can be, from the left: of "Vestre Toten og Bykle" two."""
    found, start = [], 0
    while start < len(run):
        for end in range(len(run), start, -1):
            if name := _name(run[start:end]):
                found.append(name)
                start = end
                break
        else:
            start += 1
    return found


def _name(run):
    """The answer of a name that is written as it should be, in the genitive too: "Bykles koordinator"."""
    text = " ".join(run)
    if _names_nothing(run):
        return None
    forms = [text, text.removesuffix("s").rstrip("'’")] if fold(text).endswith("s") else [text]
    known = (look_up(form) for form in forms if form.isdecimal() or place_index().exact(form))
    return next((answer for answer in known if answer.matches and not answer.corrected), None)


def as_filters(question):
    """What was understood, as the fields of the form on the page say it."""
    found = dict(question.filters)
    if len(question.places) == 1:
        found["kommune"] = question.places[0].full_name
    if question.area:
        found["fylke" if isinstance(question.area, CountyPlace) else "distrikt"] = question.area.slug
    if question.ages and question.ages.is_one:
        found["alder"] = str(question.ages.first)
    return found
