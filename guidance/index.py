"""What is published in the library, without its texts, in memory: lists, filters and addresses ask this.

A title that is missing in a language is stood in for by another, and the page says which.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contacts.folding import norwegian_order
from contacts.shelf import Shelf
from guidance.choices import Reach, TextLanguage, stand_in
from guidance.models import Edition, Publisher, Resource, Text
from guidance.services.pictures import shown_to_all


@dataclass(frozen=True)
class Title:
    """What a resource is called in one language, and where it is read in it."""

    language: str
    title: str
    slug: str
    summary: str


@dataclass(frozen=True)
class Item:
    """A published resource. `titles`: by language. `row` is the resource as it was read: its facts, not its texts.

    `place`: the municipality or police district in which it applies, as the gazetteer knows it; None: the country.
    """

    row: Resource
    titles: dict
    edition: int
    first_published_on: date
    published_on: date
    what_is_new: str
    place: object = None

    @property
    def id(self):
        return self.row.pk

    @property
    def kind_label(self):
        return self.row.get_kind_display()

    @property
    def applies_in(self):
        """How widely: see `Reach`."""
        if self.row.municipality_id:
            return Reach.MUNICIPALITY
        return Reach.DISTRICT if self.row.district_id else Reach.COUNTRY

    @property
    def publisher_name(self):
        """Who answers for it: the place, when nobody else is named."""
        if self.row.publisher_id:
            return str(self.row.publisher)
        words = _("%(name)s municipality") if self.row.municipality_id else _("%(name)s police district")
        county = f" ({self.place.county.name})" if self.row.municipality_id and self.place.has_namesake else ""
        return words % {"name": self.place.name} + county

    @property
    def read_in(self):
        """The languages in which one can read it; of what is kept elsewhere, those of the material."""
        return list(self.row.languages) if self.row.is_reference and self.row.languages else list(self.titles)

    def in_language(self, language=None):
        """As a reader of this language, that of the page unless another is given, has it."""
        return stand_in(self.titles, language)

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
    def language_name(self):
        return TextLanguage(self.language).label

    @property
    def is_stood_in_for(self):
        """Shown in another language than the page's."""
        return self.language != get_language()

    @property
    def instead(self):
        """What readers should use instead of it, and can read; or None."""
        return current().instead_of(self)

    @property
    def is_superseded(self):
        return self.instead is not None

    @property
    def publisher_has_ended(self):
        return current().has_ended(self.row.publisher)

    @property
    def answers_now(self):
        """Who answers for it, where its publisher has ended and somebody took over; or None."""
        return self.row.publisher and current().takes_over_from(self.row.publisher)

    @property
    def review_was_due(self):
        """The day by which somebody should have read it again; None, while that is to come."""
        return self.row.review_on if self.row.review_on < current().places.on else None

    def get_absolute_url(self):
        return reverse("resource", args=[self.in_language().slug])

    def addresses(self):
        """{language of a page: where it is read in it}."""
        return {code: _in(code, self.get_absolute_url) for code, _name in settings.LANGUAGES}

    def missing_languages(self):
        return [code for code in ("nb", "nn") if code not in self.titles]


class Index:
    """`items`: what is published today. `withdrawn`: what was, and has been taken out of use, by its addresses."""

    def __init__(self, places):
        self.places = places
        everything = _items(places)
        self.items = [item for item in everything if not item.row.archived_on]
        self.by_id = {item.id: item for item in self.items}
        self.by_key = {item.row.key: item for item in self.items if item.row.key}
        self.publishers = sorted(
            Publisher.objects.select_related("successor"), key=lambda one: norwegian_order(one.name)
        )
        of_everything = {item.id: item for item in everything}
        addresses = {
            slug: (of_everything[resource], language)
            for slug, resource, language in _addresses(places.on)
            if resource in of_everything
        }
        self.addresses = {slug: found for slug, found in addresses.items() if found[0].id in self.by_id}
        self.withdrawn = {slug: found[0] for slug, found in addresses.items() if found[0].id not in self.by_id}
        self._superseded_by = dict(
            Resource.objects.filter(superseded_by__isnull=False).values_list("pk", "superseded_by")
        )

    def at(self, slug):
        """The item at this address, today's or a former one, and the language of the address; or None."""
        return self.addresses.get(slug)

    def of(self, place):
        """Three lists for a municipality: what applies in it, in its police district, and in the whole country."""
        here = [item for item in self.items if item.row.municipality_id == place.id]
        district = [item for item in self.items if place.district and item.row.district_id == place.district.id]
        return here, district, [item for item in self.items if item.applies_in == Reach.COUNTRY]

    def newest(self, count):
        return sorted(self.items, key=lambda item: (item.published_on, item.id), reverse=True)[:count]

    def instead_of(self, item):
        """What readers should use instead of it: the end of the way, as far as it is published; or None."""
        seen, last, pk = {item.id}, None, self._superseded_by.get(item.id)
        while pk and pk not in seen:
            last = self.by_id.get(pk, last)
            seen.add(pk)
            pk = self._superseded_by.get(pk)
        return last

    @cached_property
    def shown_pictures(self):
        """{(resource, picture)}. Read when the first is asked for: few pages have any."""
        return shown_to_all(self.places.on)

    @cached_property
    def by_publisher(self):
        """{publisher: its items}, of those that have any. What a place has published itself is not there."""
        found = defaultdict(list)
        for item in self.items:
            if item.row.publisher_id:
                found[item.row.publisher_id].append(item)
        return dict(found)

    @cached_property
    def _publishers_by_id(self):
        return {publisher.pk: publisher for publisher in self.publishers}

    def has_ended(self, publisher):
        return bool(publisher and publisher.ended_on and publisher.ended_on <= self.places.on)

    def takes_over_from(self, publisher):
        """Who answers today for what one that has ended published; or None."""
        seen, last = {publisher.pk}, publisher
        while self.has_ended(last) and last.successor_id and last.successor_id not in seen:
            last = self._publishers_by_id[last.successor_id]
            seen.add(last.pk)
        return None if last is publisher else last

    def related_to(self, item, count):
        """Those with most in common: of the same place, of the same themes, for the same readers; none that was
        replaced."""
        others = (other for other in self.items if other.id != item.id and self.instead_of(other) is None)
        scored = [(_in_common(item, other), other) for other in others]
        found = [(points, other) for points, other in scored if points]
        return [other for _points, other in sorted(found, key=lambda pair: -pair[0])[:count]]


def _in_common(one, other):
    """Nothing, unless they share a theme or a place. What applies in another place is no help, and in another country
    less."""
    around = {one.place, getattr(one.place, "district", None), None}
    shared, either = {*one.row.themes} & {*other.row.themes}, {*one.row.themes} | {*other.row.themes}
    same_place = one.place is not None and one.place is other.place
    if other.place not in around or not (shared or same_place):
        return 0
    points = 12 * len(shared) / max(len(either), 1) + 6 * same_place
    return max(
        points + len({*one.row.audiences} & {*other.row.audiences}) - 3 * (one.row.country != other.row.country), 1
    )


def _items(places):
    """What is or was public, in Norwegian order."""
    on = places.on
    editions = list(Edition.objects.newest_published(on).order_by("pk"))
    texts = _titles(on)
    # Last: so that none is missing of which an edition was read.
    rows = Resource.objects.select_related("publisher__successor").in_bulk()
    first = dict(Edition.objects.published(on).filter(number=1).values_list("resource", "publish_on"))
    items = (
        Item(
            row=rows[edition.resource_id],
            titles=texts[edition.pk],
            edition=edition.number,
            first_published_on=first.get(edition.resource_id, edition.publish_on),
            published_on=edition.publish_on,
            what_is_new=edition.change_note,
            place=place_of(rows[edition.resource_id], places),
        )
        for edition in editions
        if texts.get(edition.pk)
    )
    return sorted(items, key=lambda item: norwegian_order(item.in_language("nb").title))


def place_of(row, places):
    """As the gazetteer knows it, where a resource applies; None: in the country."""
    if row.municipality_id:
        return places.municipalities_by_id[row.municipality_id]
    return places.districts_by_id[row.district_id] if row.district_id else None


def _titles(on):
    """{edition: {language: Title}} of the newest that were published."""
    found = {}
    texts = Text.objects.filter(edition__in=Edition.objects.newest_published(on)).order_by("pk")
    for edition, language, title, slug, summary in texts.values_list("edition", "language", "title", "slug", "summary"):
        found.setdefault(edition, {})[language] = Title(language, title, slug, summary)
    return found


def _addresses(on):
    """Of every edition that was ever public, the newest last: its language is what the address stands for."""
    texts = Text.objects.filter(edition__in=Edition.objects.published(on)).order_by("edition__number", "pk")
    return texts.values_list("slug", "edition__resource", "language")


def _in(language, address):
    with translation.override(language):
        return address()


_shelf = Shelf(Index)


def current():
    """The library of today."""
    return _shelf.current()
