"""A text that is not published, as its readers will see it: the public page itself, with what is not public in it."""

from dataclasses import replace
from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache

from contacts import gazetteer
from contacts.desk.doors import READ
from guidance import index
from guidance.desk.doors import resource_page
from guidance.showing import Shown, written


@resource_page(READ)
@never_cache
def preview_edition(request, resource, language):
    """The newest edition, in whatever state, on the page of the public; each language on an address of its own."""
    edition = resource.editions.order_by("-number").prefetch_related("texts").first()
    texts = {text.language: text for text in edition.texts.all()} if edition else {}
    if language not in texts:
        raise Http404
    edition.resource = resource
    with translation.override(language):
        item = _item(resource, edition, texts)
        page = _page(resource, item, seen_on_desk(texts[language]))
        context = {"page": page, "item": item, "resource": resource, "edition": edition, "texts": texts.values()}
        return render(request, "guidance/desk/preview.html", context)


def _item(resource, edition, texts):
    today = timezone.localdate()
    day = edition.publish_on or today
    first = resource.editions.published(today).order_by("number").values_list("publish_on", flat=True).first()
    titles = {language: index.Title(language, text.title, text.slug, text.summary) for language, text in texts.items()}
    return index.Item(
        row=resource,
        titles=titles,
        edition=edition.number,
        first_published_on=first or day,
        published_on=day,
        what_is_new=edition.change_note,
        place=gazetteer.found(partial(index.place_of, resource)),
    )


def _page(resource, item, text):
    return Shown(item=item, text=text, sources=list(resource.sources.all()), editions=[], related=[], instead=None)


def seen_on_desk(text):
    """As it is read; its pictures from the desk, since the public ones are shown when the text is published."""
    return written(text, picture_at=lambda pk: reverse("desk_picture", args=[text.edition.resource_id, pk]))


def under_review(text):
    """Beside the same text in another language, on one page: what has a name or a number has one of its own."""
    seen = seen_on_desk(text)
    own = {' id="': f' id="{seen.language}-', ' aria-label="': f' aria-label="{capfirst(seen.language_name)}: '}
    return replace(
        seen, sections=[replace(section, html=_written_anew(section.html, own)) for section in seen.sections]
    )


def _written_anew(html, changes):
    for before, after in changes.items():
        html = html.replace(before, after)
    return mark_safe(html)  # noqa: S308 (rendered and cleaned; words of ours in the place of others)
