"""From text to tokens. What is not allowed is taken out here; `rendering` has a second look at what is left."""

from dataclasses import dataclass

from markdown_it import MarkdownIt

from contacts.snapshot_tables import slug
from guidance.markdown.addresses import is_link, picture_id

# Without code blocks: four spaces before a line are a slip of the hand. Without headings by underlining: two ways to
# write one thing, and a rule across the page becomes a heading by mistake.
LEFT_OUT = ["code", "fence", "lheading"]
# Ids in texts begin with this, so that they are never those of the page around them.
PREFIX = "del"


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    id: str


def parser(*, html):
    """With `html` raw HTML is found; it is never shown as such. Links of every kind are found, see `without_unsafe`."""
    parser = MarkdownIt("commonmark", {"html": html}).enable("table").disable(LEFT_OUT)
    parser.validateLink = lambda url: True
    return parser


SHOWN = parser(html=False)


def parse(text):
    """The tokens of what is shown."""
    tokens = SHOWN.parse(text)
    for token in tokens:
        if token.type == "inline":
            token.children = without_unsafe(token.children)
    return without_empty_headings(tokens)


def without_unsafe(children):
    """A link that may not be is its text; a picture that may not be is its description, as `rendering` does too."""
    kept, open_links = [], []
    for token in children:
        if token.type == "link_open":
            open_links.append(is_link(token.attrs["href"]))
            if not open_links[-1]:
                continue
        elif token.type == "link_close" and not open_links.pop():
            continue
        elif token.type == "image" and picture_id(token.attrs["src"]) is None:
            kept.extend(without_unsafe(token.children or []))
            continue
        kept.append(token)
    return kept


def without_empty_headings(tokens):
    kept, skipped = [], 0
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and not text_of(tokens[place + 1]):
            skipped = 3
        if skipped:
            skipped -= 1
            continue
        kept.append(token)
    return kept


def text_of(inline):
    """What is read in it, without any marks."""
    words = (_words(token) for token in inline.children or [])
    return " ".join("".join(words).split())


def _words(token):
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return text_of(token)
        case _:
            return token.content


def outline(tokens, level=2, prefix=PREFIX):
    """{place of the token: Heading}. The first heading has this level, and none is more than one below the last."""
    found, above, taken = {}, [], set()
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            # One # is the page's own title, so here it is as two.
            written = max(int(token.tag[1]), 2)
            while above and above[-1][0] >= written:
                above.pop()
            shown = min(above[-1][1] + 1 if above else level, 6)
            above.append((written, shown))
            text = text_of(tokens[place + 1])
            found[place] = Heading(shown, text, _free_id(text, prefix, taken))
    return found


def _free_id(text, prefix, taken):
    """ "Når er det alvorlig?" -> "del-nar-er-det-alvorlig", the second of the name with -2 behind."""
    name = f"{prefix}-{slug(text)[:60].strip('-')}".rstrip("-")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
