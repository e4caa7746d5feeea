"""What a text is asked by: its words, folded, as stems of bokmål. The same stems come of nynorsk.

"Førebygging av valdeleg ekstremisme" and "forebygge voldelig ekstremisme" are the same words. Snowball's Norwegian
stemmer knows the endings of both written forms; words.toml says which words are other words in nynorsk, which are asked
for together, and what compounds are made of. No database knows any of this, so none has to.
"""

import re
import threading
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

from contacts.folding import fold, words

DATA = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))

LONGEST_WORD = 40
WORD = re.compile(r"[^\W_]+")
ENGLISH = "en"

SMALL = frozenset(words(DATA["small"]))
_WORDS, _BEGINNINGS, _PARTS = (
    {fold(said): fold(meant) for said, meant in (line.split(": ") for line in DATA[table].splitlines())}
    for table in ("words", "beginnings", "parts")
)
# No slip in another word, also where no document has it.
SPELLED_RIGHT = frozenset(
    [*_WORDS, *_WORDS.values(), *_PARTS, *_PARTS.values(), *words(" ".join([*DATA["alike"], DATA["compounds"]]))]
)
_DOUBLE = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")
# "ringje" and "ringe", "byggjer" and "bygger".
_NYNORSK_VERB = re.compile(r"([gk])j(e|er|ar|ast|ande)$")
# "bekymring" and "bekymre", "varsling" and "varsle": one stem. Shorter words would lose what makes them one.
_SHORTEST_BEFORE_ING = 4
# A part of a compound is at least so long, unless words.toml names it.
SHORTEST_PART = 4
# One that is all that is known of it is longer: by chance many words end in four letters that are a word ("ting").
SHORTEST_END, SHORTEST_OF_THE_REST = 5, 3
_BETWEEN = ("", "s", "e")

_stemmers = threading.local()


def written(text):
    """The words of a text as they are written: what a reader is shown of them."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def folded(text):
    """The words of a text, each folded; one that is folded to several ("Gáivuotna-Kåfjord") is several."""
    return [word for word in words(text) if len(word) <= LONGEST_WORD]


@lru_cache(maxsize=50_000)
def folded_word(form):
    """The same of one word as it is written."""
    return tuple(folded(form))


def stems(text, language="nb"):
    """The stems of a text, in their order; small words left out."""
    return [stem(word, language) for word in folded(text) if word not in SMALL]


@lru_cache(maxsize=50_000)
def stem(word, language="nb"):
    """Of a folded word."""
    if not word.isalpha():
        return word
    if language == ENGLISH:
        return _short(_stemmer("english").stemWord(word))
    found = _stemmer("norwegian").stemWord(in_bokmal(word))
    return _short(found[:-3] if found.endswith("ing") and len(found) >= _SHORTEST_BEFORE_ING + 3 else found)


def in_bokmal(word):
    """Of a folded word: "ikkje" is none of these, "valdeleg" is "voldelig"."""
    if word in _WORDS:
        return _WORDS[word]
    for said, meant in _PARTS.items():
        word = word.replace(said, meant)
    word = _NYNORSK_VERB.sub(r"\1\2", word)
    return next((meant + word[len(said) :] for said, meant in _BEGINNINGS.items() if word.startswith(said)), word)


def _short(found):
    """ "ungdomm(er)" and "ungdom" are one."""
    return _DOUBLE.sub(r"\1", found)


def _stemmer(language):
    """One for each thread: it keeps the word in itself while it works."""
    if not hasattr(_stemmers, language):
        setattr(_stemmers, language, snowballstemmer.stemmer(language))
    return getattr(_stemmers, language)


@cache
def alike():
    """{stem: the stems that are asked for with it}."""
    found = {}
    for row in DATA["alike"]:
        of_row = {stem(word, language) for word in folded(row) for language in ("nb", ENGLISH)}
        for one in of_row:
            found.setdefault(one, set()).update(of_row - {one})
    return found


@cache
def known_parts():
    """Stems of what compounds are made of, whatever the documents say."""
    return frozenset(stem(word) for word in folded(DATA["compounds"]))


def parts(word, known=frozenset()):
    """The stems of what a compound is made of, or nothing: "radikaliseringskontakt" -> ("radikaliser", "kontakt").

    `known`: stems that are words by themselves. The longest last part counts: it is what the thing is.
    """
    word = in_bokmal(word)
    for at in range(3, len(word) - 2):
        last = word[at:]
        if not _is_part(last, known):
            continue
        for between in _BETWEEN:
            if word[:at].endswith(between):
                first = word[: at - len(between)]
                before = parts(first, known) or ((stem(first),) if _is_part(first, known) else ())
                if before:
                    return (*before, *(parts(last, known) or (stem(last),)))
    return ()


def known_ends(word, known):
    """The stems of how it begins and of how it ends, the longest that are words: of a compound that is in no document
    ("skoleskyting") some of it may be."""
    word = in_bokmal(word)
    beginnings = (word[:at] for at in range(len(word) - SHORTEST_OF_THE_REST, SHORTEST_END - 1, -1))
    endings = (word[at:] for at in range(SHORTEST_OF_THE_REST, len(word) - SHORTEST_END + 1))
    longest = (next((stem(part) for part in parts if stem(part) in known), "") for parts in (beginnings, endings))
    return tuple(filter(None, dict.fromkeys(longest)))


def _is_part(text, known):
    found = stem(text)
    return found in known_parts() or (len(text) >= SHORTEST_PART and len(found) >= SHORTEST_PART and found in known)
