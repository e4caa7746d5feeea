"""From what somebody typed to what is asked: stems in groups, of which each stands for one word.

"hvem kan jeg ringe om taushetsplikt?" -> ringe (or telefon, nummer), taushetsplikt (or taushet and plikt). Whatever was
typed, only stems go on: quotes, asterisks and operators are no words, and small words say nothing.
"""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from portal.search import lexicon
from portal.search.lexicon import LIKE_ENOUGH, SHORTEST_COUNTED
from portal.search.models import Document, Kind
from portal.search.words import ENGLISH, SHORTEST_PART, SMALL, alike, folded, known_ends, stem, written

# Nobody means more words; of a longer text the first ones are looked for.
MOST_WORDS = 12
ALIKE, MADE_OF, BEGINS, PART_OF = 0.4, 0.7, 0.5, 0.3
# How alike a word must be (0 to 1) to be meant instead of one that can be understood.
SURE = 0.88
MOST_ALIKE = 14


KINDS = {
    kind: {stem(word, language) for word in folded(words) for language in ("nb", ENGLISH)}
    for kind, words in {
        Kind.MEETING: "møte politirådsmøte referat meeting",
        Kind.DECISION: "vedtak decision",
        Kind.STRATEGY: "strategi strategy",
        Kind.PLAN: "plan handlingsplan",
        Kind.REPORT: "årsrapport",
        Kind.DIALOGUE: "dialogprosess",
        Kind.ACTIVITY: "aktivitet activity",
    }.items()
}


@dataclass(frozen=True)
class Group:
    """A word, and what it is found by: {stems that are wanted together: how much that counts, 1 for the word itself}.

    `weight`: how rare it is, from 1 for a word of every document.
    """

    form: str
    found_by: dict
    weight: float = 1.0

    @property
    def marks(self):
        own = [found for found, counts in self.found_by.items() if counts == 1.0]
        return {word for found in own or self.alternatives for word in found}

    @property
    def alternatives(self):
        return list(self.found_by)


@dataclass(frozen=True)
class Query:
    """`corrected`: the whole question with misspellings mended, where a word is in no document."""

    groups: tuple = ()
    corrected: str = ""
    unknown: tuple = ()
    had_words: bool = False

    def __bool__(self):
        return bool(self.groups)

    @cached_property
    def kinds(self):
        """Kinds of things that are asked for by their name: "strategi", "vedtak"."""
        asked = {group.alternatives[0][0] for group in self.groups}
        return {kind for kind, words in KINDS.items() if asked & words}

    @property
    def marks(self):
        """What is marked in a text: the words themselves, or what stands for one that no document has."""
        return {word for group in self.groups for word in group.marks}

    @cached_property
    def stems(self):
        """Of the words themselves."""
        return {word for group in self.groups for alternative in group.alternatives[:2] for word in alternative}


def understand(text):
    known = lexicon.current()
    said = _said(text)
    wanted = [(form, word) for form, word in said if word not in SMALL][:MOST_WORDS]
    groups, mended, unknown = {}, {}, []
    for form, word in wanted:
        found_by = _found_by(word, known)
        # Of a compound that no document has, a slip in one that they have is likelier.
        sure = LIKE_ENOUGH if not found_by else SURE if stem(word) not in known.known else None
        if sure is not None and (better := known.nearest(word, sure)) and _is_public(better):
            mended[form] = better
            form, word = better, folded(better)[0]
            found_by = _found_by(word, known)
        if not found_by:
            unknown.append(form)
            found_by = {(stem(word),): 1.0} | {(part,): PART_OF for part in known_ends(word, known.known)}
        groups.setdefault(stem(word), Group(form, found_by, _weight(word, found_by, known)))
    corrected = _mended(text, mended) if mended else ""
    return Query(tuple(groups.values()), corrected, tuple(unknown), had_words=bool(said))


def _is_public(form):
    """Whether a document of today has it: the lexicon may know words of a text that was hidden a moment ago, or that
    is to be published."""
    word = folded(form)[0]
    stems = list(dict.fromkeys([(stem(word),), (stem(word, ENGLISH),)]))
    return Document.objects.current(timezone.localdate()).matching([stems]).exists()


def _said(text):
    return [(form, word) for form in written(text) for word in folded(form)]


def _found_by(word, known):
    """Nothing for a word that no document has, in any way."""
    own = dict.fromkeys((stem(word), stem(word, ENGLISH)))
    found = {(one,): 1.0 for one in own if one in known.known or not one.isalpha()}
    made_of = known.parts(word)
    if made_of and all(part in known.known for part in made_of):
        found.setdefault(tuple(dict.fromkeys(made_of)), MADE_OF)
        if stem(word) not in known.known:
            found |= {(part,): PART_OF for part in made_of if len(part) >= SHORTEST_PART}
    if not found:
        found = {(one,): BEGINS for one in known.beginning(word)}
    others = sorted({other for one in own for other in alike().get(one, ()) if other in known.known})
    for other in others[:MOST_ALIKE]:
        found.setdefault((other,), ALIKE)
    return found


def _weight(word, found_by, known):
    """A word of few documents says more of what is meant. The shortest are not counted, and say little: "9", "år"."""
    if len(word) < SHORTEST_COUNTED:
        return 1.0
    total = max(known.documents, 1)
    in_documents = max((known.counts.get(one[0], 0) for one, counts in found_by.items() if counts == 1.0), default=0)
    return 1.0 + 2.0 * (1.0 - min(in_documents / total, 1.0)) ** 4


def _mended(text, mended):
    return " ".join(mended.get(form, form) for form in written(text))
