"""The part of a text in which most of what was asked for stands, with each hit marked; safe to show as it is."""

from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from portal.search.words import SMALL, WORD, folded_word, parts, stem

# Of a longer text only so much is looked through for a snippet; what is searched is all of it.
LOOKED_THROUGH = 20_000
AROUND = 60
LONGEST = 230


def snippet(text, wanted, language):
    """`wanted`: stems. Where none is in the text, how it begins."""
    text = text[:LOOKED_THROUGH]
    hits = [found.span() for found in WORD.finditer(text) if is_hit(found[0], wanted, language)]
    begin = _begin(hits, text)
    end = min(len(text), begin + LONGEST)
    if end < len(text):
        end = max(text.rfind(" ", begin + AROUND, end), begin + AROUND)
    inside = [hit for hit in hits if begin <= hit[0] and hit[1] <= end]
    shown = marked(text, begin, end, inside)
    return format_html("{}{}{}", "… " if begin else "", shown, " …" if end < len(text) else "")


def with_marks(text, wanted, language):
    """The whole text, for titles."""
    hits = [found.span() for found in WORD.finditer(text) if is_hit(found[0], wanted, language)]
    return marked(text, 0, len(text), hits)


def is_hit(form, wanted, language):
    """Whether a word as it is written is one of these stems, or a compound of them."""
    for word in folded_word(form):
        if word in SMALL:
            continue
        if stem(word, language) in wanted or not wanted.isdisjoint(parts_of(word)):
            return True
    return False


def parts_of(word):
    return parts(word, frozenset()) if word.isalpha() else ()


def _begin(hits, text):
    """A little before the first of the hits that stand closest together."""
    if not hits:
        return 0
    first = max(hits, key=lambda hit: (sum(hit[0] <= other[0] < hit[0] + LONGEST - AROUND for other in hits), -hit[0]))
    begin = max(0, first[0] - AROUND)
    return text.find(" ", begin, first[0]) + 1 if begin else 0


def marked(text, begin, end, hits):
    edges = [begin, *(edge for hit in hits for edge in hit), end]
    pieces = [text[start:stop] for start, stop in pairwise(edges)]
    shown = (
        format_html("<mark>{}</mark>", piece) if position % 2 else format_html("{}", piece)
        for position, piece in enumerate(pieces)
    )
    return mark_safe("".join(shown))  # noqa: S308 (each piece is escaped)
