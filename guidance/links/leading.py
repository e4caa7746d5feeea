"""Which addresses the published library leads to, and from where."""

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse

from guidance.markdown import links_in
from guidance.markdown.addresses import is_outside
from guidance.models import CheckedLink, Edition, Publisher, Resource, Source, Text

LONGEST = CheckedLink._meta.get_field("url").max_length


@dataclass(frozen=True)
class Origin:
    """What leads somewhere: a resource or a publisher."""

    row: object

    def __str__(self):
        return str(self.row if isinstance(self.row, Publisher) else self.row.called)

    @property
    def language(self):
        """Of its title, where that is not the page's; or ""."""
        return self.row.called.language if isinstance(self.row, Resource) and self.row.called.is_stood_in_for else ""

    @property
    def desk_url(self):
        """Where an editor puts it right."""
        return reverse("edit_publisher" if isinstance(self.row, Publisher) else "resource_desk", args=[self.row.pk])


def key(url):
    """An address as it is checked: the page, and not a place on it."""
    return url.split("#")[0]


def origins(on):
    """{address: what leads there}."""
    found = {}

    def add(url, row):
        address = key(url)
        if is_outside(address) and len(address) <= LONGEST:
            found.setdefault(address, {})[type(row), row.pk] = Origin(row)

    published = Resource.objects.published(on).with_titles_on_desk().in_bulk()
    for resource in published.values():
        add(resource.url, resource)
    for resource, url in Source.objects.filter(resource__in=published).values_list("resource", "url"):
        add(url, published[resource])
    texts = Text.objects.filter(edition__in=Edition.objects.current(on))
    for resource, *fields in texts.values_list("edition__resource", *Text.MARKDOWN):
        for url in (url for text in fields for url in links_in(text)):
            add(url, published[resource])
    for publisher in Publisher.objects.all():
        add(publisher.url, publisher)
    return {address: list(rows.values()) for address, rows in found.items()}


@transaction.atomic
def keep_in_step(on):
    """A row for each address, and none for those that nothing leads to any more."""
    wanted = set(origins(on))
    there = set(CheckedLink.objects.values_list("url", flat=True))
    CheckedLink.objects.filter(url__in=there - wanted).delete()
    CheckedLink.objects.bulk_create(
        [CheckedLink(url=url) for url in sorted(wanted - there)], ignore_conflicts=True, batch_size=500
    )
