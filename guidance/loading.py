"""From the files of content_files.py to rows: new ones are made, changed ones brought up to date, and whatever people
have edited in the portal is left alone.

Facts and texts are judged apart: a corrected review date does not keep a new text out, nor a new text a date.
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from guidance.choices import REFERENCES
from guidance.models import Address, Edition, Publisher, Resource, Source, Text
from guidance.services.editions import keep_addresses, name_after_newest

UNSAID = "Oppdatert med ny versjon av portalen"
EDITED = "edited in the portal"


@dataclass
class Outcome:
    """What was done, and what was not: `left_alone` says why of each."""

    created: list = field(default_factory=list)
    new_editions: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    left_alone: list = field(default_factory=list)

    @property
    def written(self):
        return len({*self.created, *self.new_editions, *self.changed})


def marks():
    """Of all that was read before."""
    return set(Resource.objects.exclude(key="").values_list("read_from", flat=True))


@transaction.atomic
def store(content, today):
    outcome = Outcome()
    publishers = _publishers(content.publishers, outcome)
    known = {row.key: row for row in Resource.objects.exclude(key="")}
    unread = [one for one in content.resources if one.key not in known or known[one.key].read_from != one.mark]
    # What was written for the portal last: of what is as new, readers are shown that first.
    unread.sort(key=lambda one: one.fields["kind"] not in REFERENCES)
    for one in unread:
        known[one.key] = known.get(one.key) or Resource(key=one.key, review_on=one.fields["review_on"])
        _resource(known[one.key], one, publishers, outcome, today)
    for one in unread:
        _superseded(known, one, outcome)
    gone = sorted(known.keys() - {one.key for one in content.resources})
    outcome.left_alone += [(key, "no longer among the files; archive it at the desk") for key in gone]
    return outcome


def _publishers(wanted, outcome):
    """{address: row}. Successors afterwards, when all are there."""
    known = {row.slug: row for row in Publisher.objects.all()}
    for slug, fields in wanted.items():
        row = known.setdefault(slug, Publisher(slug=slug))
        _bring(row, {name: value for name, value in fields.items() if name != "successor"}, slug, outcome)
    for slug, fields in wanted.items():
        _bring(known[slug], {"successor": known.get(fields["successor"])}, slug, outcome)
    return known


def _bring(row, fields, name, outcome, *, edited=None):
    """Saves what differs, unless somebody has edited the row here; whether it is as wanted now."""
    differing = {key: value for key, value in fields.items() if getattr(row, key) != value}
    if not differing:
        return True
    is_new = row.pk is None
    if not is_new and (is_edited(row) if edited is None else edited):
        outcome.left_alone.append((name, f"{EDITED}: {', '.join(differing)}"))
        return False
    for key, value in differing.items():
        setattr(row, key, value)
    row.save()
    (outcome.created if is_new else outcome.changed).append(name)
    return True


def is_edited(row):
    """By anyone at the desk or in the editing pages: only from the command line a change has no origin."""
    return row.history.exclude(origin="").exists()


def _resource(row, one, publishers, outcome, today):
    taken = Address.objects.filter(slug__in=[text["slug"] for text in one.texts.values()]).exclude(resource=row.pk)
    if address := taken.first():
        outcome.left_alone.append((one.key, f"the address “{address.slug}” is that of another resource"))
        return
    edited = row.pk is not None and facts_are_edited(row)
    is_whole = _bring(row, one.fields | {"publisher": publishers[one.publisher]}, one.key, outcome, edited=edited)
    is_whole &= _sources(row, one, outcome, edited)
    is_whole &= _texts(row, one, outcome, today)
    if is_whole:
        # No change of the resource, so no version of it either.
        Resource.objects.filter(pk=row.pk).update(read_from=one.mark)


def facts_are_edited(row):
    sources = Source.history.model.objects.filter(resource=row.pk).exclude(origin="")
    return is_edited(row) or sources.exists()


def _sources(row, one, outcome, edited):
    wanted = [Source(resource=row, place=place, **fields) for place, fields in enumerate(one.sources, start=1)]
    if [_told(source) for source in row.sources.all()] == [_told(source) for source in wanted]:
        return True
    if edited:
        outcome.left_alone.append((one.key, f"{EDITED}: sources"))
        return False
    for source in row.sources.all():
        source.delete()
    for source in wanted:
        source.save()
    outcome.changed.append(one.key)
    return True


def _told(source):
    return source.title, source.publisher, source.year, source.url, source.note


def _texts(row, one, outcome, today):
    newest = row.editions.order_by("-number").first()
    if newest and _said(newest) == one.texts:
        return True
    if newest and not is_loaded(newest):
        outcome.left_alone.append((one.key, f"{EDITED}: the text"))
        return False
    edition = Edition.objects.create(
        resource=row,
        number=newest.number + 1 if newest else 1,
        status=Edition.Status.APPROVED,
        approved_at=timezone.now(),
        change_note=(one.change_note or UNSAID) if newest else "",
        publish_on=_day(one, newest, today),
    )
    for language, fields in one.texts.items():
        Text.objects.create(edition=edition, language=language, **fields)
    keep_addresses(resource=row)
    name_after_newest(edition)
    outcome.new_editions.append(one.key)
    return True


def is_loaded(edition):
    """Public, and nobody ever sent it to review: it came from the files."""
    return edition.status == Edition.Status.APPROVED and edition.submitted_at is None


def _said(edition):
    names = ("title", "slug", "summary", *Text.MARKDOWN)
    return {text.language: {name: getattr(text, name) for name in names} for text in edition.texts.all()}


def _day(one, newest, today):
    """The one in the file for the first edition, or when it was moved on; otherwise the day on which it is loaded, and
    never before the edition that it follows."""
    if newest is None:
        return one.publish_on or today
    if one.publish_on and one.publish_on > newest.publish_on:
        return one.publish_on
    return max(today, newest.publish_on)


def _superseded(known, one, outcome):
    row, other = known[one.key], known.get(one.superseded_by)
    if row.pk:
        _bring(row, {"superseded_by": other}, one.key, outcome, edited=facts_are_edited(row))
