"""What is in a text, for others than its readers: the link check, tables of contents, the search."""

from functools import lru_cache

from guidance.markdown.addresses import LONGEST_TEXT, is_outside
from guidance.markdown.parsing import PREFIX, outline, parse, text_of


@lru_cache(maxsize=1024)
def links_in(text):
    """The addresses on the web that a text leads to, each once, in the order of the text."""
    if not any(sign in text for sign in ("](", "]:", "<")):
        return ()
    tokens = parse(text[:LONGEST_TEXT])
    children = (child for token in tokens for child in token.children or [])
    addresses = (child.attrs["href"] for child in children if child.type == "link_open")
    return tuple(dict.fromkeys(address for address in addresses if is_outside(address)))


# As `render` does: the worst text takes seconds, and pages that everyone may open ask for the same ones.
@lru_cache(maxsize=256)
def headings_in(text, level=2, prefix=PREFIX):
    """Its headings as `render` shows them with the same `level` and `prefix`: each with level, text and id."""
    return tuple(outline(parse(text[:LONGEST_TEXT]), level, prefix).values())


@lru_cache(maxsize=256)
def plain(text):
    """The words alone: one line a paragraph, heading or cell."""
    tokens = parse(text[:LONGEST_TEXT])
    return "\n".join(line for line in (text_of(token) for token in tokens if token.type == "inline") if line)
