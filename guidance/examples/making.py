"""From an example to its rows."""

import datetime

from django.utils import timezone

from contacts.models import Municipality, PoliceDistrict
from guidance.examples.shapes import Status
from guidance.local import TO_FOLLOW
from guidance.models import Edition, Publisher, Resource, Text
from guidance.services.editions import keep_addresses, name_after_newest

PREFIX = "eksempel-"
# (address, name, name in nynorsk, days since it ended, successor)
PUBLISHERS = (
    ("eksempel-senteret", "Eksempelsenteret", "Eksempelsenteret", None, ""),
    ("eksempel-kontoret", "Eksempelkontoret for forebygging", "Eksempelkontoret for førebygging", 900, "senteret"),
)


def remove_publishers():
    """Whoever ended before who took over. One that somebody uses for something of their own stays."""
    for slug, *_rest in reversed(PUBLISHERS):
        Publisher.objects.filter(slug=slug, resources=None, predecessors=None).delete()


def is_taken(example):
    """A guide or a card of one's own is already there: it goes before an invented one."""
    if example.kind not in TO_FOLLOW:
        return False
    return Resource.objects.kept().filter(kind=example.kind, is_example=False, **where(example)).exists()


def make(example, today):
    resource = Resource.objects.create(
        kind=example.kind,
        owner=example.owner,
        publisher=_publisher(example.publisher, today) if example.publisher else None,
        **where(example),
        themes=list(example.themes),
        audiences=list(example.audiences),
        reviewed_on=day(today, example.reviewed),
        review_on=day(today, example.review),
        archived_on=day(today, example.archived) if example.archived is not None else None,
        is_example=True,
    )
    for number, edited in enumerate(example.editions, start=1):
        edition = _edition(resource, number, edited, today)
    keep_addresses(resource=resource)
    name_after_newest(edition)
    return resource


def where(example):
    if example.is_of_district:
        return {"district": PoliceDistrict.objects.get(slug=example.place)}
    return {"municipality": Municipality.objects.get(slug=example.place)}


def supersede(example, made):
    if example.superseded_by in made:
        resource = made[example.slug]
        resource.superseded_by = made[example.superseded_by]
        resource.save()


def _edition(resource, number, edited, today):
    is_approved = edited.status == Status.APPROVED
    edition = Edition.objects.create(
        resource=resource,
        number=number,
        status=edited.status,
        change_note=edited.change_note,
        remark=edited.remark,
        submitted_at=timezone.now() if edited.status == Status.REVIEW else None,
        approved_at=timezone.now() if is_approved else None,
        publish_on=day(today, edited.published) if is_approved else None,
    )
    for language, text in edited.texts.items():
        Text.objects.create(
            edition=edition,
            language=language,
            title=text.title,
            slug=text.slug,
            summary=text.summary,
            body=text.body.strip(),
        )
    return edition


def _publisher(slug, today):
    """The two are made together: one has ended, and the other took over."""
    made = {}
    for address, name, name_nn, ended, successor in PUBLISHERS:
        made[address], _new = Publisher.objects.get_or_create(
            slug=address,
            defaults={
                "name": name,
                "name_nn": name_nn,
                "about": "Et oppdiktet eksempel.",
                "about_nn": "Eit oppdikta døme.",
                "ended_on": day(today, -ended) if ended else None,
                "successor": made.get(f"{PREFIX}{successor}"),
            },
        )
    return made[slug]


def day(today, days):
    return today + datetime.timedelta(days=days)
