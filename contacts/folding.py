"""One spelling for all the ways a name is typed: case, æ/ae, ø/o, å/aa, Sámi letters, hyphens and spaces."""

import re
import unicodedata

LETTERS = str.maketrans({"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l"})
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def words(text):
    """The folded words of a text: "Bø i Vesterålen" -> ["bo", "i", "vesteralen"].

    "aa" and "oe" fold like å and ø on both sides, so that Aas, As and Ås are one, as are Tromsoe and Tromsø.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in _NOT_A_WORD.split(letters.replace("aa", "a").replace("oe", "o")) if word]


def fold(text):
    """The folded text as one key: "Midt-Telemark" and "midt telemark" -> "midttelemark"."""
    return "".join(words(text))


# Norwegian alphabetical order, which no database has for certain: æ ø å after z, Sámi letters by their base letter.
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "đ": "d", "ŋ": "n", "ŧ": "t"})


def norwegian_order(name):
    """A sort key that puts Ås last and Sør-Odal after Sel."""
    letters = unicodedata.normalize("NFC", name).casefold().translate(_ORDER)
    return "".join(letter for letter in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(letter))


# Letters of their own in Norwegian and Sámi, and the ways in which they are written without their key.
_OWN = frozenset("æøåčđŋšŧž")
_LETTER = re.compile(r"aa|ae|oe|\w")
_WRITTEN_OUT = {"aa": "å", "ae": "æ", "oe": "ø", "ä": "æ", "ö": "ø"}


def contradicts(text, label):
    """True when a Norwegian or Sámi letter that was typed is another one in the name: Røa is not Roa.

    Folding forgives those who cannot type æ, ø and å; it must not change them for those who can.
    """
    written = {fold(word): _letters(word) for word in _typed_words(label)}
    return any(
        len(typed) == 1 and _plain(typed) in _OWN and _plain(typed) != _plain(other)
        for word in _typed_words(text)
        for typed, other in zip(_letters(word), written.get(fold(word), ()), strict=False)
    )


def _typed_words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def _letters(word):
    return _LETTER.findall(word)


def _plain(letter):
    """One way of writing a letter, accents taken off that make no letter of its own."""
    letter = _WRITTEN_OUT.get(letter, letter)
    return letter if letter in _OWN else unicodedata.normalize("NFKD", letter)[0]
