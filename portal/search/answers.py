"""One answer to whatever was typed: a place first, then the numbers to call, then everything that has the words.

What only names a place leads straight there, and a question about SLT to its own page: that is the portal's first
question, and has its own understanding (contacts/lookup.py, slt/questions.py). All the rest is searched for.
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import get_language

from contacts.lookup import MAX_LENGTH as LONGEST_NAME
from contacts.lookup import Answer, look_up
from contacts.national_numbers import CHILD_HELPLINE, EMERGENCY, POLICE, PST
from contacts.person_data.guard import check
from portal.search import engine, lexicon, local
from portal.search.engine import Filters, Found
from portal.search.query import Query, understand
from portal.search.words import SMALL, folded, stem

YEAR = re.compile(r"(19|20)\d\d")
# What is longer is no question.
MAX_LENGTH = 200
# So many words are somebody telling something rather than looking for it.
A_STORY = 9

_OF_NUMBERS = {
    PST: {"pst"},
    EMERGENCY: {"112", "nodnummer", "nodnummeret", "nodtelefon", "nodtelefonen", "akutt"},
    POLICE: {"02800", "politinummer", "politinummeret", "politivakta", "politivakten"},
    CHILD_HELPLINE: {"116111", "alarmtelefon", "alarmtelefonen"},
}
_CALLS = {stem(word) for word in folded("ringe ringje telefon telefonnummer nummer call phone number")}
_POLICE = {stem(word) for word in folded("politi police")}
_CONCERN = {
    stem(word) for word in folded("bekymret bekymring uro uroa urolig uroleg varsle melde tipse concerned worried")
}
# Beginnings of words, and whole words: "tru" is also to believe, in nynorsk.
_DANGER = tuple(
    folded(
        "trussel trusla trusle drapstrus terrorplan terrorang skoleskyt skyte skyting våpen bombe drepe drap kniv "
        "threat weapon shooting bomb kill"
    )
)
_IS_DANGER = set(folded("true truer truet truende trua truar truande"))


@dataclass(frozen=True)
class Reply:
    """`place`: where this leads at once. `answer`: what the text means as a place. `named`: the municipalities that a
    longer text names, `pages` what they have of what else was asked. `numbers`: keys of national numbers."""

    text: str
    answer: Answer
    place: object = None
    named: tuple = ()
    pages: list = field(default_factory=list)
    numbers: tuple = ()
    found: Found = field(default_factory=lambda: Found(Query(), counts=engine.NOTHING))
    is_concern: bool = False

    @property
    def places(self):
        """To choose among: what the text can mean, or what it names, or what is spelled nearly so."""
        return self.answer.matches or self.answer.suggestions

    @property
    def is_empty(self):
        return not (self.places or self.pages or self.numbers or self.found.total or self.answer.outside)


def reply(text, *, filters=Filters(), page=1):  # noqa: B008 (frozen)
    answer = look_up(text) if len(text) <= LONGEST_NAME else Answer(text)
    if answer.only and not _is_word(answer):
        return Reply(text, answer, place=answer.only.target)
    places, rest = (), text
    if not answer.matches:
        places, rest = local.places_in(text)
    query = understand(rest)
    found = engine.search(
        query or understand(text),
        language=get_language(),
        filters=filters,
        places=[one.id for one in places],
        page=page,
    )
    return Reply(
        text,
        _beside(answer, places, found),
        named=places,
        pages=local.pages_of(places, rest) if page == 1 else [],
        numbers=_numbers_in(text, answer),
        found=found,
        is_concern=_tells_of_somebody(text),
    )


def _is_word(answer):
    """A place that was only guessed, from a spelling or from a year among other words ("rundskriv 2007"), gives way to
    words of the portal that were spelled right."""
    said = folded(answer.text)
    others = [word for word in said if not YEAR.fullmatch(word)]
    is_guess = answer.corrected or 0 < len(others) < len(said)
    return is_guess and all(word in SMALL or word in lexicon.current().forms for word in others)


def _beside(answer, places, found):
    """Names that are merely spelled alike are no answer where there is a better one."""
    if answer.matches and not answer.corrected:
        return answer
    if answer.corrected:
        return Answer(answer.text, suggestions=[] if found.total else answer.matches)
    is_named = [match for match in answer.suggestions if match.target in places]
    return Answer(
        answer.text, [], is_named or ([] if found.total else answer.suggestions), answer.outside, answer.telephone
    )


def _numbers_in(text, answer):
    """Those that are asked for by name; the police's only by who asks for a number. Danger: 112."""
    if answer.telephone:
        return (answer.telephone,)
    said = set(folded(text))
    numbers = [key for key, names in _OF_NUMBERS.items() if said & names or (key == EMERGENCY and _is_danger(said))]
    stems = {stem(word) for word in said if word not in SMALL}
    if POLICE not in numbers and stems & _POLICE and stems & _CALLS and len(stems) <= 3:
        numbers.append(POLICE)
    return tuple(numbers)


def _tells_of_somebody(text):
    """A concern, which the portal does not receive: then it says so, and where to go."""
    said = folded(text)
    is_worry = {stem(word) for word in said} & _CONCERN or _is_danger(said)
    return bool(is_worry) or len(said) >= A_STORY or bool(check(text))


def _is_danger(said):
    return any(word in _IS_DANGER or word.startswith(_DANGER) for word in said)
