"""Plain functions that make one row with what it needs. Whatever a test is about, it says itself."""

from itertools import count

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_grant, make_user
from guidance.choices import Kind
from guidance.models import Edition, Publisher, Resource, Text
from guidance.services.editions import keep_addresses, name_after_newest

_serial = count(1)


def make_publisher(**fields):
    serial = next(_serial)
    return Publisher.objects.create(**{"name": f"Prøveutgiveren {serial}", "slug": f"proveutgiveren-{serial}"} | fields)


def make_resource(kind=Kind.ARTICLE, **fields):
    """One without an edition yet, of the whole country unless a place is given."""
    day = timezone.localdate() + relativedelta(years=1)
    publisher = None if {"district", "municipality"} & fields.keys() else fields.pop("publisher", None)
    if not {"district", "municipality"} & fields.keys():
        publisher = publisher or make_publisher()
    fields = {"owner": "Prøveredaksjonen", "review_on": day, "publisher": publisher} | fields
    return Resource.objects.create(kind=kind, **fields)


def make_text(edition, language="nb", **fields):
    serial = next(_serial)
    words = {
        "title": f"Prøvetekst {serial}",
        "slug": f"provetekst-{serial}",
        "summary": "En prøve.",
        "body": "## Prøve\n\nEn prøve til.",
    }
    return Text.objects.create(edition=edition, language=language, **words | fields)


def make_draft(resource=None, *, languages=("nb",), status=Edition.Status.DRAFT, **fields):
    """An edition in the making, with a text in each language; `fields` are of the texts."""
    resource = resource or make_resource()
    edition = Edition.objects.create(resource=resource, number=Edition.objects.next_number(resource), status=status)
    return _with_texts(edition, languages, fields)


def make_published(resource=None, *, languages=("nb", "nn"), publish_on=None, change_note="", **fields):
    """An edition that is public today, or from another day."""
    resource = resource or make_resource()
    edition = Edition.objects.create(
        resource=resource,
        number=Edition.objects.next_number(resource),
        status=Edition.Status.APPROVED,
        approved_at=timezone.now(),
        publish_on=publish_on or timezone.localdate(),
        change_note=change_note,
    )
    return _with_texts(edition, languages, fields)


def make_guidance_editor(**fields):
    user = make_user(**fields)
    make_grant(user, Role.GUIDANCE_EDITOR, None)
    return user


def _with_texts(edition, languages, fields):
    for language in languages:
        make_text(edition, language, **fields)
    keep_addresses(resource=edition.resource)
    name_after_newest(edition)
    return edition
