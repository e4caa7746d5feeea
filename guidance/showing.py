"""What the public page of a resource is made from: each row fetched once, the text of one language alone."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils import translation
from django.utils.translation import gettext_lazy, pgettext_lazy

from guidance import index, markdown
from guidance.activity_facts import ActivityFacts
from guidance.choices import Audience, Kind, MaterialLanguage, TextLanguage, Theme, stand_in
from guidance.fields import labels
from guidance.filters import AUDIENCE, THEME
from guidance.links.showing import broken_in, state_of
from guidance.models import Edition, Picture, Source, Text
from guidance.services.pictures import used_in

RELATED_SHOWN = 5
# So many headings, and a text has a table of contents.
LONG = 4
HEADINGS = {
    "materials": gettext_lazy("What you need"),
    "steps": gettext_lazy("How to do it"),
    "watch_for": gettext_lazy("What to watch for"),
}
# What somebody goes to who goes to it.
THE_MATERIAL = {
    Kind.LINK: pgettext_lazy("go to", "the page"),
    Kind.DOCUMENT: pgettext_lazy("go to", "the document"),
    Kind.REPORT: pgettext_lazy("go to", "the report"),
    Kind.CIRCULAR: pgettext_lazy("go to", "the circular"),
}


@dataclass(frozen=True)
class Section:
    """A part of the text. The first has no heading of its own."""

    html: str
    id: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Written:
    """A text as it is read. `contents`: its headings of the highest level, when it is long."""

    language: str
    title: str
    summary: str
    sections: list
    contents: list

    @property
    def is_stood_in_for(self):
        return self.language != translation.get_language()

    @property
    def language_name(self):
        return TextLanguage(self.language).label


@dataclass(frozen=True)
class Shown:
    """The page of a resource."""

    item: index.Item
    text: Written
    sources: list
    editions: list
    related: list
    instead: index.Item | None

    @property
    def themes(self):
        return _as_links(THEME, Theme, self.item.row.themes)

    @property
    def audiences(self):
        return _as_links(AUDIENCE, Audience, self.item.row.audiences)

    @property
    def facts(self):
        """Of an activity."""
        return ActivityFacts(self.item.row)

    @property
    def levels(self):
        return self.facts.levels

    @property
    def material_languages(self):
        return labels(MaterialLanguage, self.item.row.languages)

    @property
    def applies_elsewhere(self):
        return self.item.row.country != "NO"

    @property
    def outside(self):
        """What the way out is called: "the report"."""
        return THE_MATERIAL.get(self.item.row.kind, "")

    @property
    def host(self):
        """Where the way out leads: "www.regjeringen.no"."""
        return urlsplit(self.item.row.url).hostname or ""

    @property
    def link_state(self):
        """Whether the way out leads anywhere."""
        return state_of(self.item.row.url)


def _as_links(facet, choices, values):
    """(label, what the list of the library is asked for)."""
    return [(choice.label, f"{facet.name}={choice.value}") for choice in choices if choice.value in values]


def shown(item, today):
    """None, when it was deleted a moment ago."""
    text = text_in(item, item.edition)
    if text is None:
        return None
    return Shown(
        item=item,
        text=written(text),
        sources=list(Source.objects.filter(resource=item.id)),
        editions=list(Edition.objects.published(today).filter(resource=item.id).order_by("-number")),
        related=index.current().related_to(item, RELATED_SHOWN),
        instead=item.instead,
    )


def edition_of(item, number, today):
    """A published edition of it, today's or an older one; or None."""
    editions = Edition.objects.published(today).filter(resource=item.id)
    return next((edition for edition in editions if edition.number == number), None)


def text_of_edition(item, number):
    text = text_in(item, number)
    return written(text) if text else None


def text_in(item, number):
    """Of an edition, in the language of the page, else in the first that there is."""
    texts = Text.objects.filter(edition__resource=item.id, edition__number=number).select_related("edition")
    return stand_in({text.language: text for text in texts})


def written(text, **options):
    """As it is read: the text, and of an activity what one needs, what one does and what one watches for. `options`:
    of `markdown.render`."""
    options["pictures"] = list(Picture.objects.filter(resource=text.edition.resource_id, pk__in=used_in([text])))
    with translation.override(text.language):
        parts = [(name, str(heading)) for name, heading in HEADINGS.items() if getattr(text, name)]
    sections = [Section(_html(text, "body", **options))] if text.body else []
    sections += [
        Section(_html(text, name, level=3, prefix=name, **options), f"del-{name}", heading) for name, heading in parts
    ]
    contents = [(heading.id, heading.text) for heading in markdown.headings_in(text.body) if heading.level == 2]
    contents += [(section.id, section.heading) for section in sections if section.heading]
    return Written(text.language, text.title, text.summary, sections, contents if len(contents) >= LONG else [])


def _html(text, name, **options):
    words = getattr(text, name)
    return markdown.render(words, language=text.language, broken=broken_in(words), **options)
