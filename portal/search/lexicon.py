"""The words of the documents, in memory: what a misspelling was meant to be, and which words are made of others.

Read again when there are new ones, which costs one short query at most once in a few seconds.
"""

import time
from collections import defaultdict

from django.db.models import Count, Max
from rapidfuzz import process
from rapidfuzz.distance import OSA

from portal.search.models import Word
from portal.search.words import SMALL, SPELLED_RIGHT, folded_word, parts, written

SECONDS_BETWEEN_CHECKS = 5.0
# How alike a misspelling must be (0 to 1); of shorter words one letter is too much of them.
LIKE_ENOUGH = 0.75
SHORTEST_CORRECTED = 4
# The same of one that begins otherwise: of five letters four are another word ("night" is not "right").
SURE_OF_BEGINNING = 0.82
# Shorter words are not counted, and nothing is corrected to them.
SHORTEST_COUNTED = 3
# So much shorter or longer may a misspelling be.
LETTERS_MORE = 2
MOST_BEGINNINGS = 12
# Whoever searches may type any words: no more of them are kept in memory than a large library has.
MOST_TAKEN_APART = 50_000
SHORTEST_BEGINNING = 4


class Lexicon:
    def __init__(self, rows):
        """`rows`: (folded, form, stem, in how many documents). `documents`: of the commonest word, and so at least."""
        self.forms, self.stems, self.counts = {}, {}, defaultdict(int)
        self.by_length = defaultdict(list)
        for word, form, stem, documents in rows:
            self.forms[word], self.stems[word] = form, stem
            self.counts[stem] += documents
            self.by_length[len(word)].append(word)
        self.known = frozenset(self.counts)
        self.documents = max(self.counts.values(), default=0)
        self._parts = {}

    def parts(self, word):
        """The stems of what a compound is made of; nothing for what is none."""
        found = self._parts.get(word)
        if found is None:
            found = parts(word, self.known) if word.isalpha() else ()
            if len(self._parts) >= MOST_TAKEN_APART:
                self._parts = {}
            self._parts[word] = found
        return found

    def nearest(self, word, alike=LIKE_ENOUGH):
        """The word that was meant by one that no document has, as it is written; or "". `alike`: at least so much."""
        if len(word) < SHORTEST_CORRECTED or not word.isalpha() or word in SPELLED_RIGHT:
            return ""
        lengths = range(len(word) - LETTERS_MORE, len(word) + LETTERS_MORE + 1)
        # Among words that begin the same: whoever slips rarely does so at once. Then among all.
        near = [other for length in lengths for other in self.by_length.get(length, ())]
        same = [other for other in near if other[0] == word[0]]
        for candidates, enough in ((same, alike), (near, max(alike, SURE_OF_BEGINNING))):
            found = process.extract(word, candidates, scorer=OSA.normalized_similarity, score_cutoff=enough, limit=5)
            if found:
                best = max(found, key=lambda one: (round(one[1], 3), self.counts[self.stems[one[0]]], one[0]))
                return self.forms[best[0]]
        return ""

    def beginning(self, word):
        """Stems of words that begin so: "radikal" is the beginning of many."""
        if len(word) < SHORTEST_BEGINNING:
            return []
        found = {stem for other, stem in self.stems.items() if other.startswith(word)}
        return sorted(found, key=lambda stem: (-self.counts[stem], stem))[:MOST_BEGINNINGS]


class _Shelf:
    lexicon = None
    newest = None
    checked_at = 0.0


def current():
    now = time.monotonic()
    if _Shelf.lexicon is None or now - _Shelf.checked_at >= SECONDS_BETWEEN_CHECKS:
        newest = Word.objects.aggregate(newest=Max("pk"), count=Count("pk"))
        if _Shelf.lexicon is None or newest != _Shelf.newest:
            _Shelf.lexicon, _Shelf.newest = read(), newest
        _Shelf.checked_at = now
    return _Shelf.lexicon


def read():
    return Lexicon(Word.objects.values_list("folded", "form", "stem", "documents").order_by("pk"))


def check_again():
    """Read at the next call, however soon it comes."""
    _Shelf.lexicon, _Shelf.checked_at = None, 0.0


def is_word(word):
    """Whether a folded word is kept: numbers and small words are nothing to correct anything to."""
    return len(word) >= SHORTEST_COUNTED and word.isalpha() and word not in SMALL


def forms_of(text):
    """{folded word: as it is written in this text}, of those that are kept."""
    found = {}
    for form in written(text):
        for word in folded_word(form):
            if is_word(word) and len(form) <= len(word) + 2:
                found.setdefault(word, form.lower())
    return found
