"""What is published in the library, without its texts, in memory: lists, filters and addresses ask this.

A title that is missing in a language is stood in for by another, and the page says which.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language

from contacts.folding import norwegian_order
from contacts.shelf import Shelf
from guidance.choices import TextLanguage
from guidance.models import Edition, Publisher, Resource, Text


@dataclass(frozen=True)
class Title:
    """What a resource is called in one language, and where it is read in it."""

    language: str
    title: str
    slug: str
    summary: str


@dataclass(frozen=True)
class Item:
    """A published resource. `titles`: by language. `row` is the resource as it was read: its facts, not its texts."""

    row: Resource
    titles: dict
    edition: int
    first_published_on: date
    published_on: date
    what_is_new: str

    @property
    def id(self):
        return self.row.pk

    def in_language(self, language=None):
        """In this language, that of the page unless another is given; else in the first that there is."""
        order = [language or get_language(), *TextLanguage.values]
        return next(self.titles[code] for code in order if code in self.titles)

    @property
    def title(self):
        return self.in_language().title

    @property
    def summary(self):
        return self.in_language().summary

    @property
    def language(self):
        """Of what is shown on a page in the reader's language."""
        return self.in_language().language

    @property
    def is_stood_in_for(self):
        """Shown in another language than the page's."""
        return self.language != get_language()

    def get_absolute_url(self):
        return reverse("resource", args=[self.in_language().slug])

    def missing_languages(self):
        return [code for code in ("nb", "nn") if code not in self.titles]


class Index:
    def __init__(self, places):
        self.places = places
        on = places.on
        texts = _titles(on)
        rows = Resource.objects.select_related("publisher__successor").in_bulk()
        editions = Edition.objects.current(on).order_by("pk")
        first = dict(Edition.objects.published(on).filter(number=1).values_list("resource", "publish_on"))
        self.items = sorted(
            (
                Item(
                    row=rows[edition.resource_id],
                    titles=texts[edition.pk],
                    edition=edition.number,
                    first_published_on=first.get(edition.resource_id, edition.publish_on),
                    published_on=edition.publish_on,
                    what_is_new=edition.change_note,
                )
                for edition in editions
                if texts.get(edition.pk)
            ),
            key=lambda item: norwegian_order(item.in_language("nb").title),
        )
        self.by_id = {item.id: item for item in self.items}
        self.by_key = {item.row.key: item for item in self.items if item.row.key}
        self.publishers = sorted(
            Publisher.objects.select_related("successor"), key=lambda one: norwegian_order(one.name)
        )
        self.addresses = {
            slug: (self.by_id[resource], language)
            for slug, resource, language in _addresses(on)
            if resource in self.by_id
        }

    def at(self, slug):
        """The item at this address, today's or a former one, and the language of the address; or None."""
        return self.addresses.get(slug)

    def of(self, place):
        """Three lists for a municipality: what applies in it, in its police district, and in the whole country."""
        here = [item for item in self.items if item.row.municipality_id == place.id]
        district = [item for item in self.items if item.row.district_id and item.row.district_id == place.district.id]
        return here, district, [item for item in self.items if not item.row.place]

    def newest(self, count):
        return sorted(self.items, key=lambda item: (item.published_on, item.id), reverse=True)[:count]


def _titles(on):
    """{edition: {language: Title}} of those that are public."""
    found = {}
    texts = Text.objects.filter(edition__in=Edition.objects.current(on)).order_by("pk")
    for edition, language, title, slug, summary in texts.values_list("edition", "language", "title", "slug", "summary"):
        found.setdefault(edition, {})[language] = Title(language, title, slug, summary)
    return found


def _addresses(on):
    """Of every edition that was ever public, the newest last: its language is what the address stands for."""
    texts = Text.objects.filter(edition__in=Edition.objects.published(on)).order_by("edition__number", "pk")
    return texts.values_list("slug", "edition__resource", "language")


_shelf = Shelf(Index)


def current():
    """The library of today."""
    return _shelf.current()
