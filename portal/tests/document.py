"""A page as a flat list of elements, to ask what is on it."""

from html.parser import HTMLParser
from types import SimpleNamespace


class Document(HTMLParser):
    """Every element in order: its tag, attributes, text inside and the elements around it."""

    VOID = {"input", "br", "hr", "img", "link", "meta", "wbr"}

    def __init__(self, html):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        element = SimpleNamespace(tag=tag, attrs=dict(attrs), text="", around=tuple(self.open))
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, *tags, **attrs):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [e for e in self.elements if (not tags or e.tag in tags) and wanted.items() <= e.attrs.items()]

    def one(self, *tags, **attrs):
        (element,) = self.all(*tags, **attrs)
        return element

    def controls(self):
        return [e for e in self.all("input", "select", "textarea") if e.attrs.get("type") != "hidden"]

    def described_by(self, element):
        """What a screen reader says after the name: of the control itself, then of the groups it is in."""
        ids = " ".join(e.attrs.get("aria-describedby", "") for e in (element, *reversed(element.around))).split()
        return [self.one(id=id_) for id_ in ids]

    @property
    def language(self):
        return self.one("html").attrs["lang"]

    @property
    def title(self):
        return next(e.text for e in self.all("title") if e.around[-1].tag == "head")

    @property
    def headings(self):
        """The texts of the first level: a page has one."""
        return [" ".join(e.text.split()) for e in self.all("h1")]

    @property
    def ids(self):
        return {e.attrs["id"] for e in self.elements if "id" in e.attrs}

    @property
    def links(self):
        return [e.attrs["href"] for e in self.all("a")]

    @property
    def shows_the_way_in(self):
        """112 and 02800, to be tapped: whatever else is missing."""
        return {"tel:112", "tel:02800"} <= set(self.links)
