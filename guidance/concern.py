"""The concern route (varslingsvei): four steps from a concern to the follow-up, and whom to talk to at each.

Which steps there are, and which functions help at each, is decided here; what is said about them is written in the
library like everything else, so that it has an owner, sources and a day for review. While a text is missing the route
still shows its steps, the contacts and the numbers.
"""

import re
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from contacts.models import Function
from contacts.shelf import Shelf
from guidance.choices import Audience, TextLanguage
from guidance.markdown import plain, render
from guidance.models import Edition, Text

# The resources that the route is made of, by their keys.
ROUTE = "bekymringsveien"
OF_AUDIENCES = {
    Audience.SCHOOL: "bekymret-skole",
    Audience.HEALTH: "bekymret-helse",
    Audience.CHILD_WELFARE: "bekymret-barnevern",
    Audience.NAV: "bekymret-nav",
    Audience.VOLUNTARY: "bekymret-frivillig",
}
KEYS = (ROUTE, *OF_AUDIENCES.values())
# A neutral page for whoever has to leave quickly: the weather.
HARMLESS_PAGE = "https://www.yr.no/"
# As much as the sheet of a municipality has room for, together with everything filled in (see test_concern_browser.py).
LONGEST_ROUTE, LONGEST_FOR_AUDIENCE = 2400, 950

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """`functions`: who helps at this step. `heading`: what it is called until the library says it better."""

    key: str
    heading: str
    functions: tuple = ()


STEPS = (
    Step("concern", gettext_lazy("You are worried")),
    Step(
        "discuss",
        gettext_lazy("Discuss it, first without saying who it is about"),
        (
            Function.MUNICIPAL_CONTACT,
            Function.SLT_COORDINATOR,
            Function.POLICE_CONTACT,
            Function.PREVENTION_CONTACT,
        ),
    ),
    Step("dialogue", gettext_lazy("Talk with the person"), (Function.MUNICIPAL_CONTACT, Function.SLT_COORDINATOR)),
    Step(
        "follow-up",
        gettext_lazy("Follow up"),
        (Function.SLT_COORDINATOR, Function.MUNICIPAL_CONTACT, Function.POLICE_CONTACT),
    ),
)


@dataclass(frozen=True)
class Written:
    """A published text of the library in the language nearest to the page's."""

    language: str
    title: str
    slug: str
    body: str

    @property
    def other_language(self):
        """That of the text where it is not that of the page, else nothing."""
        return self.language if self.language != get_language() else ""

    @property
    def language_name(self):
        return TextLanguage(self.language).label

    @property
    def html(self):
        return render(self.body, language=self.language, prefix=f"{self.slug}-")


def parts_of(body):
    """[(heading, Markdown)] of a text, one for each heading of the second level; without what stands before them."""
    pieces = _HEADING.split(body)
    return list(zip(pieces[1::2], pieces[2::2], strict=True))


def problems_of(edition):
    """What must be mended before an edition can be published as a part of the route, in sentences; mostly nothing."""
    key = edition.resource.key
    if key not in KEYS:
        return []
    longest = LONGEST_ROUTE if key == ROUTE else LONGEST_FOR_AUDIENCE
    return [problem for text in edition.texts.all() for problem in _problems_in(text, key == ROUTE, longest)]


def _problems_in(text, is_route, longest):
    language = capfirst(text.get_language_display())
    body = text.body.replace("\r\n", "\n")
    found = len(parts_of(body))
    if is_route and found != len(STEPS):
        yield _(
            "%(language)s: the concern route has four steps, and the text must have one heading of the second level "
            "(##) for each. It has %(count)s. Write: the concern, the discussion, the dialogue, the follow-up."
        ) % {"language": language, "count": found}
    if is_route and found and not body.lstrip().startswith("##"):
        yield _(
            "%(language)s: what stands before the first heading is not shown on the concern route. Move it into a step."
        ) % {"language": language}
    if (length := len(plain(body))) > longest:
        yield _(
            "%(language)s: the text has %(length)s characters. It is printed on one sheet, which has room for "
            "%(longest)s. Shorten it, or move something to another text and link it."
        ) % {"language": language, "length": length, "longest": longest}


class _Texts:
    """{key: {language: Written}} of what is published, by one query."""

    def __init__(self, places):
        texts = Text.objects.filter(
            edition__in=Edition.objects.current(places.on), edition__resource__key__in=KEYS
        ).order_by("pk")
        self.by_key = {}
        for text in texts.select_related("edition__resource"):
            written = Written(text.language, text.title, text.slug, text.body.replace("\r\n", "\n"))
            self.by_key.setdefault(text.edition.resource.key, {})[text.language] = written

    def find(self, key):
        """In the language of the page, else in the first that there is; None when there is none."""
        written = self.by_key.get(key, {})
        return next((written[code] for code in (get_language(), *TextLanguage.values) if code in written), None)


_shelf = Shelf(_Texts)


def text_of(key):
    return _shelf.current().find(key)


@dataclass(frozen=True)
class ShownStep:
    """A step as a page shows it, with `contacts` of a municipality; where none is chosen, names of `functions`."""

    key: str
    heading: str
    html: str
    written: Written | None
    contacts: list
    functions: list


def steps(contacts=()):
    """All four, with the contacts of a municipality that help at each, in the order of the step."""
    written = text_of(ROUTE)
    parts = parts_of(written.body) if written else []
    if len(parts) != len(STEPS):
        written, parts = None, [(step.heading, "") for step in STEPS]
    return [_shown(step, part, written, contacts) for step, part in zip(STEPS, parts, strict=True)]


def _shown(step, part, written, contacts):
    heading, markdown = part
    helping = [contact for function in step.functions for contact in contacts if contact.function == function]
    return ShownStep(
        key=step.key,
        heading=heading,
        html=render(markdown.strip(), language=written.language, prefix=f"{step.key}-") if written else "",
        written=written,
        contacts=helping,
        functions=[] if contacts else [function.label for function in step.functions],
    )


def audiences():
    """[(audience, label, text)] of those for whom something is written."""
    found = [(audience, text_of(key)) for audience, key in OF_AUDIENCES.items()]
    return [(audience.value, audience.label, text) for audience, text in found if text]
