"""The library: in each place something published with a new edition in the making, a draft and what is scheduled.

What nobody reads yet is a canary; what is published is plain.
"""

import datetime
import io
from types import SimpleNamespace

from dateutil.relativedelta import relativedelta
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from guidance.choices import Kind
from guidance.models import CheckedLink, Edition, MissedWord, Picture, Source, Text
from guidance.services import pictures
from guidance.services.editions import keep_addresses, name_after_newest
from guidance.tests.factories import make_published, make_publisher, make_resource
from portal.tests.access.guidance_reach import LIBRARY, PLACES, kept

WHERE = {
    "country": "",
    "here": "district",
    "town": "municipality",
    "there": "district",
    "other_town": "municipality",
}
NO_NUMBER = 987_654_321
WRITTEN = ("title", "summary", "body", "materials", "steps", "watch_for")
Status = Edition.Status


def make_library(world):
    for place in PLACES:
        PlaceMaker(world, place).make()
    _make_what_all_share(world)
    _make_public(world)
    _make_others(world.rows)


class PlaceMaker:
    def __init__(self, world, place):
        self.world, self.place, self.readers = world, place, kept(place).sees
        self.where = {WHERE[place]: world.places[place]} if WHERE[place] else {}

    def word(self, field):
        return self.world.canaries.word(f"{field}, {self.place}", self.readers)

    def make(self):
        """The published one, in its second edition, is found by its place; the rest is in the making."""
        published = self.resource()
        for _edition in range(2):
            make_published(published, slug=f"proven-{self.place}", change_note="Prøve")
        self.edition(published, Status.DRAFT, "next")
        self.world.keep("librarypublished", self.place, published)
        draft = self.resource(owner=self.word("owner of a draft"))
        edition = self.edition(draft, Status.REVIEW, "draft")
        Source.objects.create(resource=draft, title=self.word("source of a draft"), note=self.word("note on a source"))
        self.world.keep("library", self.place, self.changed(draft))
        self.world.keep("libraryedition", self.place, edition)
        self.world.keep("librarypicture", self.place, picture_of(draft, credit=self.word("credit of a picture")))
        scheduled = self.resource()
        self.edition(scheduled, Status.APPROVED, "scheduled")
        self.world.keep("libraryscheduled", self.place, scheduled)

    def resource(self, **fields):
        """An activity has a text in every field there is."""
        return make_resource(Kind.ACTIVITY, **self.where | fields)

    def edition(self, resource, status, what):
        is_approved = status == Status.APPROVED
        edition = Edition.objects.create(
            resource=resource,
            number=Edition.objects.next_number(resource),
            status=status,
            change_note=self.word(f"what is new in an edition that is {what}"),
            remark="" if is_approved else self.word(f"remark on an edition that is {what}"),
            approved_at=timezone.now() if is_approved else None,
            publish_on=timezone.localdate() + relativedelta(months=1) if is_approved else None,
        )
        said = {field: self.word(f"{field} of a text that is {what}") for field in WRITTEN}
        Text.objects.create(edition=edition, language="nb", slug=f"proven-{self.place}-{what}", **said)
        keep_addresses(resource=resource)
        if what != "next":
            name_after_newest(edition)
        return edition

    def changed(self, row):
        row._change_reason = self.word("reason for changing a resource")
        row.save()
        return row


def picture_of(resource, **fields):
    drawn = io.BytesIO()
    Image.new("RGB", (4, 3)).save(drawn, "PNG")
    made = pictures.made_anew(SimpleUploadedFile("prove.png", drawn.getvalue()))
    return pictures.add(picture=Picture(resource=resource, **fields), made=made)


def _make_what_all_share(world):
    word = world.canaries.word
    world.keep("publisher", "any", make_publisher())
    link = CheckedLink.objects.create(
        url="https://proven.example/", answer=word("answer of a link", LIBRARY.sees), status=CheckedLink.Status.BROKEN
    )
    world.keep("librarylink", "any", link)
    said = word("word that was not found", LIBRARY.sees).lower()
    missed = MissedWord.objects.create(word=said, day=timezone.localdate(), count=3)
    world.keep("missedword", "any", missed)


def _make_public(world):
    rows = world.rows
    archived = make_published(slug="proven-arkivert").resource
    archived.archived_on = timezone.localdate() - datetime.timedelta(days=1)
    archived.save()
    rows["publicresource"] = {
        "published": SimpleNamespace(slug="proven-country"),
        "archived": SimpleNamespace(slug="proven-arkivert"),
        "draft": SimpleNamespace(slug="proven-country-draft"),
        "scheduled": SimpleNamespace(slug="proven-country-scheduled"),
        "missing": SimpleNamespace(slug="finnes-ikke"),
    }
    rows["publicedition"] = {
        "published": SimpleNamespace(slug="proven-country", number=1),
        "next": SimpleNamespace(slug="proven-country", number=3),
        "missing": SimpleNamespace(slug="finnes-ikke", number=1),
    }
    rows["publicpublisher"] = rows["publisher"]
    shown = make_resource()
    picture = picture_of(shown)
    make_published(shown, languages=("nb",), body=f"![En prøve](bilde:{picture.pk})")
    rows["publicpicture"] = {
        "published": picture,
        "unused": picture_of(shown),
        "draft": rows["librarypicture"]["country"],
        "missing": SimpleNamespace(pk=NO_NUMBER),
    }


def _make_others(rows):
    """The same rows under other names: asked for on the desk, or in the admin."""
    for kind in ("library", "libraryedition", "librarypublished", "libraryscheduled"):
        rows[kind]["missing"] = SimpleNamespace(pk=NO_NUMBER)
    rows["librarypicture"]["missing"] = SimpleNamespace(pk=NO_NUMBER, resource_id=NO_NUMBER)
    rows["libraryrow"] = rows["library"]
