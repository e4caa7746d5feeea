"""What is public of the library: the newest edition of each resource, and the next one from the day it is published."""

import datetime
from collections import defaultdict

from django.db.models import Prefetch
from django.utils import translation

from contacts import gazetteer
from guidance.choices import REFERENCES, Arena, Audience, PreventionLevel
from guidance.choices import Kind as KindOfResource
from guidance.fields import labels
from guidance.models import Edition, Publisher, Resource, Text
from portal.search import drafts
from portal.search.drafts import Draft, joined, plain
from portal.search.models import Kind
from portal.search.of_bodies import _narrowed, names_of

SUPERSEDED = 0.6
A_DAY = datetime.timedelta(days=1)


def resources(ids=None):
    rows = _narrowed(Resource.objects.kept(), ids).select_related("publisher", "municipality", "district")
    rows = {row.pk: row for row in rows}
    texts = Prefetch("texts", Text.objects.order_by("pk"), to_attr="in_order")
    approved = Edition.objects.filter(status=Edition.Status.APPROVED, resource__in=rows)
    editions = defaultdict(list)
    for edition in approved.prefetch_related(texts).order_by("resource", "number"):
        editions[edition.resource_id].append(edition)
    for pk, of_resource in editions.items():
        yield from _of_resource(rows[pk], of_resource)


def _of_resource(row, editions):
    """Each edition until the day on which one with a higher number is published; none that is over already."""
    today = gazetteer.current().on
    for position, edition in enumerate(editions):
        newer = [later.publish_on for later in editions[position + 1 :]]
        last = min(newer) - A_DAY if newer else None
        if edition.in_order and (last is None or last >= max(today, edition.publish_on)):
            yield _draft(row, edition, last)


def _draft(row, edition, last):
    places = _places(row)
    return Draft(
        owner=f"resource:{row.pk}",
        family=f"resource:{row.pk}",
        key=f"resource:{row.pk}",
        kind=_kind(row),
        texts={text.language: _text(row, text) for text in edition.in_order},
        also=joined(*(_also(row, text.language) for text in edition.in_order), row.key.replace("-", " ")),
        themes=tuple(row.themes),
        places=places,
        from_day=edition.publish_on,
        to_day=last,
        changed_on=edition.publish_on,
        is_example=row.is_example,
        weight=SUPERSEDED if row.superseded_by_id else 1,
    )


def _kind(row):
    if row.is_activity:
        return Kind.ACTIVITY
    return Kind.REFERENCE if row.kind in REFERENCES else Kind.GUIDANCE


def _places(row):
    known = gazetteer.current()
    if row.municipality_id:
        return tuple(place.id for place in _of_today(known.municipalities_by_id.get(row.municipality_id)))
    if row.district_id:
        districts = _of_today(known.districts_by_id.get(row.district_id))
        return tuple(place.id for district in districts for place in district.municipalities)
    return ()


def _of_today(place):
    return [target for target, _path in gazetteer.successors(place)] if place else []


def _text(row, text):
    said = joined(text.summary, *(plain(getattr(text, field)) for field in Text.MARKDOWN))
    return text.title, drafts.address("resource", text.slug), said


def _also(row, language):
    """What it is and for whom, in the language of the text; who published it."""
    with translation.override(language):
        place = names_of([row.municipality_id]) if row.municipality_id else ""
        return joined(
            KindOfResource(row.kind).label,
            row.publisher.name_in(language) if row.publisher else "",
            row.year or "",
            place,
            *labels(Arena, row.arenas),
            *labels(PreventionLevel, row.levels),
            *labels(Audience, row.audiences),
        )


def publishers(ids=None):
    for row in _narrowed(Publisher.objects.order_by("pk"), ids):
        texts = {}
        for language, about in (("nb", row.about), ("nn", row.about_nn or row.about), ("en", "")):
            if language != "en" or row.name_en:
                texts[language] = (row.name_in(language), drafts.address("publisher", row.slug), about)
        yield Draft(
            owner=f"publisher:{row.pk}",
            family=f"publisher:{row.pk}",
            key=f"publisher:{row.pk}",
            kind=Kind.PUBLISHER,
            texts=texts,
            also="utgiver",
            weight=0.7,
        )
