"""A text as it is read, not as it is written: the same length, so that a place in one is a place in the other."""

import re
import unicodedata

_SPACE, _DASH, _NOTHING = " ", "-", "\x1f"


class _Plain(dict):
    """Characters beyond ASCII, looked up once: digits of every script become ASCII digits, every kind of space a space,
    every dash a hyphen. What cannot be seen, and marks above and below, become one character that separates nothing."""

    def __missing__(self, code):
        self[code] = plain = _plain_character(chr(code)) if code > 127 else chr(code)
        return plain


def _plain_character(character):
    category = unicodedata.category(character)
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    match category[0], category:
        case ("Z", _) | (_, "Cc"):
            return _SPACE
        case _, "Pd":
            return _DASH
        case ("M", _) | (_, "Cf") | (_, "Cs"):
            return _NOTHING
        case ("P", _) | ("S", _):
            return _DOT.get(character, ";")
    return character


# What is seen as a hyphen, a full stop or a slash, and is called something else.
_DOT = {
    "−": "-",
    "·": ".",
    "․": ".",
    "‧": ".",
    "∙": ".",
    "•": ".",
    "．": ".",
    "。": ".",
    "⁄": "/",
    "∕": "/",
    "／": "/",
    "＿": "_",
    "﹍": "_",
    "‿": "_",
}
_TABLE = _Plain()
# Letters stay what they are. Most of a text is ASCII or one of these, and found by the expression alone.
_MAY_BE_READ_OTHERWISE = re.compile(r"[^\x00-\x7fæøåÆØÅáéóúÁÉÓÚäöüÄÖÜčđŋšŧžČĐŊŠŦŽ]")


def plain(text):
    return _MAY_BE_READ_OTHERWISE.sub(lambda found: _TABLE[ord(found[0])], text)
