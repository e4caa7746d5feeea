"""What must be mended in a text before others read it: on which line, and what to do."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from guidance.markdown.addresses import LONGEST_TEXT, is_inside, is_link, is_outside, is_page, picture_id
from guidance.markdown.parsing import parser, text_of

LONGEST_ADDRESS = 500
SCHEMES = ("http", "https", "mailto", "tel")
# Read alone, as a list of links is read aloud, these say nothing.
_SAYING_NOTHING = """
her | der | denne | denne siden | denne lenken | lenke | lenken | link | mer | les mer | les mer her | les her
klikk her | trykk her | se her | se mer | mer informasjon | side | siden | nettside | nettsiden
denne sida | denne lenkja | lenkje | lenkja | meir | les meir | les meir her | sjå her | sjå meir | meir informasjon
sida | nettstad | nettstaden | nettsida
here | this | this page | this link | more | read more | read more here | click here | see here | page
more information | website
"""
SAYS_NOTHING = {words.strip() for line in _SAYING_NOTHING.splitlines() for words in line.split("|")}
_ADDRESS = re.compile(r"(?:[a-z]+:)?//\S+|www\.\S+|[\w.-]+\.[a-z]{2,}/\S*", re.IGNORECASE)
# Written without being seen; those for the direction of text make it read otherwise than it is.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")

# Finds raw HTML too, so that it can be named.
FOUND = parser(html=True)


@dataclass(frozen=True, order=True)
class Problem:
    """`is_unsafe`: never to be stored, not even in a draft. The rest is mended before somebody else reads it."""

    line: int
    message: str
    is_unsafe: bool = field(default=False, compare=False)

    def __str__(self):
        return _("Line %(line)s: %(message)s") % {"line": self.line, "message": self.message}


def problems(text, *, pictures=()):
    """In the order of the lines. `pictures`: those of the resource. A text that is too long is not read at all."""
    if len(text) > LONGEST_TEXT:
        return [Problem(1, _too_long(text), is_unsafe=True)]
    known = {picture.pk for picture in pictures}
    tokens = FOUND.parse(text)
    found = {
        *unseen(text),
        *_of_headings(tokens),
        *_of_blocks(tokens),
        *_of_tables(tokens),
        *(problem for line, children in _inline(tokens) for problem in _of_children(line, children, known)),
    }
    return sorted(found)


def _too_long(text):
    numbers = {
        "most": number_format(LONGEST_TEXT, force_grouping=True),
        "length": number_format(len(text), force_grouping=True),
    }
    message = _("The text has %(length)s characters. There is room for %(most)s: divide it into several resources.")
    return message % numbers


def unseen(text):
    """Of a text without marks too, as a title."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if character := _UNSEEN.search(line):
            name = f"U+{ord(character[0]):04X}"
            message = _("There is a character here that is not seen (%s). Write the line anew.") % name
            yield Problem(number, message, is_unsafe=True)


def _of_headings(tokens):
    """From ## downwards, one step at a time, each with a name of its own among those beside it."""
    above, names = [], Counter()
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        line, level, text = token.map[0] + 1, int(token.tag[1]), text_of(tokens[place + 1])
        if not text:
            yield Problem(line, _("This heading is empty. Write something, or take it away."))
            continue
        if level == 1:
            yield Problem(line, _("One # is for the title of the page. Write ## before “%s”.") % text)
            level = 2
        highest = len(above) + 2
        if level > highest:
            marks = {"right": "#" * highest, "wrong": "#" * level, "text": text}
            message = _("The heading “%(text)s” jumps over a level. Write %(right)s instead of %(wrong)s.")
            yield Problem(line, message % marks)
        above = [*above[: level - 2], text.casefold()]
        names[tuple(above)] += 1
        if names[tuple(above)] == 2:
            yield Problem(line, _("Two headings are called “%s”. Give each its own name.") % text)


def _of_blocks(tokens):
    for token in tokens:
        if token.type == "html_block":
            yield Problem(token.map[0] + 1, _html(token.content), is_unsafe=True)
        elif token.type == "inline" and _is_table_without_headings(token):
            message = _("This is a table without a row of headings. Write one first, and |---| on the line below it.")
            yield Problem(token.map[0] + 1, message)


def _html(content):
    tag = content.strip().split("\n")[0][:30]
    return _("“%s” is HTML, which is shown as it stands. Write it in Markdown, or take it away.") % tag


def _is_table_without_headings(inline):
    lines = inline.content.split("\n")
    return len(lines) > 1 and all(line.lstrip().startswith("|") for line in lines)


def _of_tables(tokens):
    line = 1
    for token, after in pairwise(tokens):
        line = token.map[0] + 1 if token.map else line
        if token.type == "th_open" and not text_of(after):
            yield Problem(line, _("A column of the table has no heading. Say what stands in it."))


def _inline(tokens):
    """(line, tokens that stand on it) for whatever is written in lines."""
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type != "inline":
            continue
        here, on_line = line, []
        for child in token.children or []:
            on_line.append(child)
            # A link may go on to the next line: it is told where it begins.
            if child.type in ("softbreak", "hardbreak"):
                here += 1
            child.meta["line"] = here
        yield line, on_line


def _of_children(line, children, known):
    for place, token in enumerate(children):
        here = token.meta["line"]
        match token.type:
            case "html_inline":
                yield Problem(here, _html(token.content), is_unsafe=True)
            case "link_open":
                yield from _of_link(here, token.attrs["href"], _text_of_link(children[place + 1 :]))
            case "image":
                yield from _of_image(here, token, known, alone=len(children) == 1)


def _text_of_link(children):
    """What is read of it, a picture by its description."""
    inside = []
    for token in children:
        if token.type == "link_close":
            break
        inside.append(text_of(token) if token.type == "image" else token.content or " ")
    return " ".join("".join(inside).split())


def _of_link(line, url, text):
    if not is_link(url):
        yield Problem(line, _refused(url), is_unsafe=_is_foreign(url))
    elif is_inside(url) and not is_page(url):
        message = _("“%s” is no page of the portal. Copy its address from the page in bokmål, from the first / on.")
        yield Problem(line, message % url[:60])
    elif len(url) > LONGEST_ADDRESS:
        most = number_format(LONGEST_ADDRESS)
        yield Problem(line, _("A web address may have %s characters. Find a shorter one to the same page.") % most)
    if not text:
        yield Problem(line, _("A link to %s has no text. Write where it leads between the square brackets.") % url[:60])
    elif _plain(text) in SAYS_NOTHING:
        yield Problem(line, _("The link text “%s” says nothing alone. Write where the link leads.") % text)
    elif is_outside(url) and (_ADDRESS.fullmatch(text) or _same(text, url)):
        message = _("The link text “%s” is only an address. Write what the page is called: [name](address).")
        yield Problem(line, message % text[:60])


def _refused(url):
    if picture_id(url):
        return _("To show a picture, write ! before the square bracket: ![description](%s).") % url
    scheme = _scheme_of(url)
    if scheme in SCHEMES:
        return _("The address “%s” is not complete. Copy it once more from where it is.") % url[:60]
    if scheme:
        message = _("No link may begin with “%s:”. Use https, mailto or tel, or a page of the portal as /veiledning/.")
        return message % scheme[:20]
    return _("“%s” leads nowhere. Write all of the address, with https:// or, in the portal, with / first.") % url[:60]


def _scheme_of(url):
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def _is_foreign(url):
    """ "javascript:" or "data:", for example; not what is only half an address."""
    return _scheme_of(url) not in ("", "bilde", *SCHEMES)


def _plain(text):
    return text.casefold().strip(" .:!?»«>→…")


def _same(text, url):
    return _plain(text).rstrip("/") in {url.rstrip("/"), url.split("//", 1)[-1].rstrip("/")}


def _of_image(line, token, known, *, alone):
    name, number = token.attrs["src"], picture_id(token.attrs["src"])
    if number is None:
        message = _("The picture “%s” is not of this resource. Add it there, and write bilde: and its number.")
        yield Problem(line, message % name[:60], is_unsafe=_is_foreign(name))
    elif number not in known:
        yield Problem(line, _("This resource has no picture %s. See its pictures for the number.") % name)
    if not text_of(token):
        yield Problem(line, _("The picture has no description. Write what it shows between the square brackets."))
    if not alone:
        yield Problem(line, _("A picture stands by itself. Put an empty line before and after it."))
