"""Pages as PDF that everyone can read: tagged (PDF/UA-1), with a language, a title and its fonts within.

    return pdf_response(request, "councils/pdf/meeting.html", {"meeting": meeting}, "mote-2026-11-24.pdf")

The template extends `councils/pdf/base.html` and is plain HTML: headings, paragraphs, lists, definition lists, tables
(`thead` for the headings of columns, a `th` in a row for that of the row), links, `strong`, `em`, `br`, and `lang` on
whatever is in another language. Anything else is looked through. How it is set on paper, `document.typ` says, for all.

The HTML becomes data, and the data a document: nothing in it is ever run, and no file or address is opened. Typst
refuses to write a file that breaks the rules of PDF/UA, so an answer is accessible or an error that tests find.
`make_pdf` gives the bytes alone.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

DESIGN = Path(__file__).with_name("document.typ")


def pdf_response(request, template, context, filename):
    """The template as a file to keep. Whether it may be cached is the view's to say."""
    html = render_to_string(template, context, request)
    headers = {"Content-Disposition": content_disposition_header(False, filename)}
    body = make_pdf(html, base=request.build_absolute_uri("/"))
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def make_pdf(html, *, base):
    """`base`: what links within the portal begin with, on paper and in a file."""
    # Imported late: a process that never makes a PDF does not carry what it takes.
    import typst

    document = _Reader(base).read(html)
    inputs = {"document": json.dumps(document, ensure_ascii=False)}
    return typst.compile(
        DESIGN.read_bytes(), font_paths=_fonts(), sys_inputs=inputs, format="pdf", pdf_standards="ua-1"
    )


@cache
def _fonts():
    """Those that come with Typst, with Sámi letters, and none of the machine: the same file everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


# What the fonts can show: Latin, Sámi, Cyrillic, punctuation, arrows, signs. The rules forbid a letter without a shape.
SHOWN = (
    *("\t\n\r -~", "\xa0-\u036f", "\u0400-\u0477", "\u1e00-\u1eff", "\u2010-\u2027", "\u2030-\u2037", "\u2039-\u203f"),
    *(
        "\u2070\u2074-\u208e",
        "\u20a0-\u20b5",
        "\u2116\u2122",
        "\u2190-\u222e",
        "\u2260-\u226b",
        "\u25a0-\u25ff",
        "\u2713-\u2727",
    ),
)
NOT_SHOWN = re.compile(f"[^{''.join(SHOWN)}]")
IN_ITS_PLACE = "\u25a1"


def printable(text):
    """A smiley becomes an empty square; what has no shape anyway, such as a control character, nothing."""
    return NOT_SHOWN.sub(_square, unicodedata.normalize("NFC", text))


def _square(match):
    return "" if unicodedata.category(match[0]).startswith("C") else IN_ITS_PLACE


HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
KEPT = {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "br"),
    *("table", "thead", "tr", "th", "td"),
}
SAME = {"b": "strong", "i": "em"}
EMPTY = {"br", "hr", "img", "input", "link", "meta", "wbr", "col"}
LEFT_OUT = {"script", "style", "nav", "form", "svg", "template"}
NOT_FOR_PAPER = "no-print"
# Facts in a line: what the stylesheet puts between them on a page.
FACTS, BETWEEN_FACTS = "facts-line", "· "


@dataclass(frozen=True)
class _Element:
    """One that is open. What is in it goes into `node`: its own, or that of what it is in."""

    tag: str
    node: dict
    is_silent: bool
    is_line: bool = False


def _is_shown(child):
    return isinstance(child, dict) or bool(child.strip())


class _Reader(HTMLParser):
    """HTML as a tree of {"tag", "lang", …, "children"}, with the title and the language of the whole."""

    def __init__(self, base):
        super().__init__()
        self.base = base
        self.document = {"title": "", "lang": "", "footer": _("Page {page} of {pages}")}
        self.level = 0
        self.open = [_Element("", {"children": []}, is_silent=False)]

    def read(self, html):
        self.feed(html)
        self.close()
        title = " ".join(printable(self.document["title"]).split())
        return self.document | {"title": title, "children": self.open[0].node["children"]}

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "html":
            self.document["lang"] = attributes["lang"]
        inside = self.open[-1]
        is_silent = inside.is_silent or tag in LEFT_OUT or NOT_FOR_PAPER in attributes.get("class", "").split()
        node = self._node(tag, attributes) or inside.node
        if inside.is_line and not is_silent and any(map(_is_shown, inside.node["children"])):
            inside.node["children"].append(BETWEEN_FACTS)
        if node is not inside.node and not is_silent:
            inside.node["children"].append(node)
        if tag not in EMPTY:
            self.open.append(_Element(tag, node, is_silent, FACTS in attributes.get("class", "").split()))

    def handle_endtag(self, tag):
        if tag in [element.tag for element in self.open]:
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, text):
        if self.open[-1].tag == "title":
            self.document["title"] += text
        elif not self.open[-1].is_silent:
            self.open[-1].node["children"].append(printable(text))

    def _node(self, tag, attributes):
        """What the document needs to know of an element; nothing, where it is looked through."""
        tag = SAME.get(tag, tag)
        node = {"tag": tag, "children": []}
        if attributes.get("lang") and tag != "html":
            node["lang"] = attributes["lang"]
        if tag in HEADINGS:
            # Never a level left out, whatever a component would have on its page: so says PDF/UA.
            self.level = min(HEADINGS[tag], self.level + 1)
            return node | {"tag": "heading", "level": self.level}
        if tag == "a":
            return node | {"to": self._address(attributes.get("href", ""))}
        if tag in KEPT:
            return node
        return node | {"tag": "part"} if "lang" in node else None

    def _address(self, href):
        """Absolute, since a file has left the site; a place within the page has none."""
        if not href or href.startswith("#"):
            return ""
        return href if urlsplit(href).scheme else f"{self.base.rstrip('/')}{href}"
