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


def contradicts(text, label):
    """True when a Norwegian letter that was typed is another one in the name: Røa is not Roa.

    Folding forgives those who cannot type æ, ø and å; it must not change them for those who can.
    """
    written = {fold(word): _with_norwegian_letters(word) for word in _words_as_typed(label)}
    careful = {fold(word): _with_norwegian_letters(word) for word in _words_as_typed(text) if set("æøå") & set(word)}
    return any(written.get(key, word) != word for key, word in careful.items())


def _words_as_typed(text):
    """Words in small letters, without accents other than those that make a letter of its own."""
    letters = unicodedata.normalize("NFC", text).casefold().replace("ä", "æ").replace("ö", "ø")
    return re.findall(r"\w+", "".join(letter if letter in "æøå" else _base(letter) for letter in letters))


def _base(letter):
    return unicodedata.normalize("NFKD", letter)[0]


def _with_norwegian_letters(word):
    return word.replace("aa", "å").replace("oe", "ø").replace("ae", "æ")
