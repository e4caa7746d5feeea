"""Two versions of a text side by side: what both say, what is gone and what is new."""

import difflib
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """Some words that both versions have (`same`), or only one of them."""

    text: str
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True)
class Comparison:
    """One heading in two versions. `before` and `after` are pieces; `added` and `removed` how many words."""

    heading: str
    before: tuple
    after: tuple

    @property
    def added(self):
        return _count_words(piece.text for piece in self.after if piece.is_new)

    @property
    def removed(self):
        return _count_words(piece.text for piece in self.before if piece.is_gone)

    @property
    def is_changed(self):
        return bool(self.added or self.removed)


def _count_words(texts):
    return sum(len(text.split()) for text in texts)


def compare(heading, one, other):
    """Of what stands under one heading in both."""
    return Comparison(heading, *_compare(_paragraphs(one), _paragraphs(other)))


def _paragraphs(text):
    return text.replace("\r\n", "\n").splitlines(keepends=True)


def _compare(one, other):
    """Paragraph by paragraph first, and word by word only where paragraphs differ: so that long texts take no time.

    Of more than two hundred paragraphs, those that come again and again are looked for only beside others.
    """
    before, after = [], []
    for is_same, removed, added in _aligned(one, other):
        if not is_same and removed and added:
            of_words = _as_pieces(_aligned(_words(removed), _words(added)))
        else:
            of_words = _as_pieces([(is_same, removed, added)])
        before += of_words[0]
        after += of_words[1]
    return tuple(before), tuple(after)


def _aligned(one, other):
    """(whether they are the same, the text of the one, that of the other), in order. Spaces make no difference."""
    stripped = [[part.strip() for part in parts] for parts in (one, other)]
    for kind, i, j, k, m in difflib.SequenceMatcher(None, *stripped).get_opcodes():
        yield kind == "equal", "".join(one[i:j]), "".join(other[k:m])


def _words(text):
    return re.findall(r"\S+\s*|\s+", text)


def _as_pieces(parts):
    parts = list(parts)
    before = [Piece(text, is_gone=not is_same) for is_same, text, _other in parts if text]
    after = [Piece(text, is_new=not is_same) for is_same, _one, text in parts if text]
    return before, after
