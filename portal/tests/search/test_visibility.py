"""Nothing is found that is not public: not in results, nor in counts, suggestions or what is offered for a misspelling.

Each hidden text has a word that stands nowhere else; it is looked for in everything that search can say.
"""

import datetime

import pytest
import time_machine
from django.utils import timezone

from contacts.tests.factories import make_district, make_municipality
from councils.choices import Visibility
from councils.models import Meeting, MinutesText, MinutesVersion, Plan
from councils.tests.factories import (
    make_adopted_strategy,
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_plan,
    make_strategy,
)
from guidance.services import discarding, editions
from guidance.tests.factories import make_draft, make_guidance_editor, make_published, make_resource
from portal.search import indexing
from portal.search.models import Document, Word
from portal.search.query import understand
from portal.search.words import folded
from portal.tests.search.asking import titles
from slt.tests.factories import make_dialogue, make_finding, make_priority, make_year

pytestmark = pytest.mark.django_db

CANARY = "kvitregnfugl"
TODAY = timezone.localdate()


def is_found(client, word=CANARY):
    """Anywhere at all; asked with a slip, so that the page does not only repeat the question."""
    slip = word[:-1] + "k"
    return bool(
        titles(word)
        or word in client.get("/sok/", {"q": f"{slip} uro"}).content.decode()
        or word in client.get("/sok/forslag/", {"q": word[:-3]}).content.decode()
        or understand(slip).corrected
        or Document.objects.filter(texts__icontains=word).exists()
    )


def made_public(meeting, item, conclusion):
    version = MinutesVersion.objects.create(meeting=meeting, number=1, attendance=[])
    MinutesText.objects.create(version=version, item=item, title=item.title, conclusion=conclusion)


HIDDEN = {
    "a draft": lambda: make_draft(title=CANARY),
    "what is in review": lambda: make_draft(title=CANARY, status="review"),
    "a meeting that is planned": lambda: make_item(make_meeting(status=Meeting.Status.PLANNED), title=CANARY, number=1),
    "an internal item": lambda: make_item(
        make_meeting(status=Meeting.Status.HELD), title=CANARY, number=1, visibility=Visibility.INTERNAL
    ),
    "an internal meeting": lambda: make_item(
        make_meeting(status=Meeting.Status.HELD, visibility=Visibility.INTERNAL), title=CANARY, number=1
    ),
    "the title of an exempt item": lambda: make_exempt_item(
        make_meeting(status=Meeting.Status.HELD), title=CANARY, number=1
    ),
    "minutes being written": lambda: make_item(
        make_meeting(status=Meeting.Status.DRAFT), title="Sak", number=1, discussion=CANARY, conclusion=CANARY
    ),
    "a strategy being written": lambda: make_strategy(title=CANARY),
    "an internal plan": lambda: make_plan(title=CANARY, status=Plan.Status.CURRENT, visibility=Visibility.INTERNAL),
    "an internal dialogue": lambda: make_dialogue(title=CANARY, visibility=Visibility.INTERNAL),
    "an internal finding": lambda: make_finding(text=CANARY, visibility=Visibility.INTERNAL),
    "an internal priority": lambda: make_priority(title=CANARY, visibility=Visibility.INTERNAL),
    "a year that is not documented": lambda: make_year(summary=CANARY),
}


@pytest.mark.parametrize("make", HIDDEN.values(), ids=HIDDEN)
def test_it_is_nowhere(make, client, committed):
    with committed():
        make()
    assert not is_found(client)


def test_nor_is_any_of_it_when_all_is_written_anew(client):
    for make in HIDDEN.values():
        make()
    indexing.rebuild()
    assert not is_found(client)


SHOWN = {
    "a text": lambda: make_published(title=CANARY),
    "an item": lambda: make_item(make_meeting(status=Meeting.Status.HELD), title=CANARY, number=1),
    "a strategy": lambda: make_adopted_strategy(title=CANARY),
    "a council": lambda: make_council(make_municipality(district=make_district()), name=CANARY),
    "a dialogue": lambda: make_dialogue(title=CANARY),
    "a finding": lambda: make_finding(text=CANARY, visibility=Visibility.PUBLIC),
}


@pytest.mark.parametrize("make", SHOWN.values(), ids=SHOWN)
def test_what_is_made_public_is_found_once_it_is_committed(make, committed):
    with committed():
        make()
    assert len(titles(CANARY)) == 1


def test_an_item_that_becomes_internal_is_gone_before_anything_else_happens(client, committed):
    """In its own transaction: nothing that runs later has to succeed."""
    with committed():
        meeting = make_meeting(status=Meeting.Status.PUBLISHED)
        item = make_item(meeting, number=1)
        made_public(meeting, item, CANARY)
    assert len(titles(CANARY)) == 2  # the meeting and its decision
    item.visibility = Visibility.INTERNAL
    item.save()
    assert not Document.objects.filter(texts__icontains=CANARY).exists()
    assert not titles(CANARY)


def test_what_is_archived_is_gone_at_once(committed):
    with committed():
        resource = make_published(title=CANARY).resource
    resource.archived_on = TODAY
    resource.save()
    assert not titles(CANARY)


def test_what_was_scheduled_taken_back_and_deleted_leaves_no_trace(committed):
    with committed():
        edition = make_published(title=CANARY, publish_on=TODAY + datetime.timedelta(days=3))
    owner = f"resource:{edition.resource_id}"
    assert Document.objects.filter(owner=owner).exists()
    with committed():
        editions.take_back(edition=edition)
    with committed():
        discarding.discard(edition=edition)
    assert not Document.objects.filter(owner=owner).exists()


def test_an_approved_text_is_found_from_its_day_on_and_the_one_before_until_then(client, committed):
    with committed():
        resource = make_resource()
        make_published(resource, title="Sandlerke", languages=("nb",))
        edition = make_draft(resource, title=CANARY, languages=("nb",))
        edition.change_note = "Nytt navn"
        editions.submit(edition=edition, user=make_guidance_editor())
        editions.approve(edition=edition, user=make_guidance_editor(), publish_on=TODAY + datetime.timedelta(days=1))
    assert titles("sandlerke")
    assert not titles(CANARY)
    assert CANARY not in client.get("/sok/", {"q": "sandlerke"}).content.decode()
    with time_machine.travel(datetime.datetime.now() + datetime.timedelta(days=1), tick=False):
        assert titles(CANARY)
        assert not titles("sandlerke")


@pytest.mark.parametrize("word", ["teieplikt" * 4, "aa" + "bdfghjklm" * 4 + "noaa"], ids=["stem", "form"])
def test_a_word_that_is_too_long_for_the_lexicon_stops_nothing(word, committed):
    """What PostgreSQL refuses would keep everything else from being written as well."""
    with committed():
        make_published(title=f"{word} {CANARY}")
    indexing.rebuild()
    assert len(titles(CANARY)) == 1
    assert not Word.objects.filter(folded__in=folded(word)).exists()


def test_what_was_missed_is_mended_by_the_daily_job(committed):
    with committed():
        edition = make_published(title=CANARY)
    Document.objects.filter(owner=f"resource:{edition.resource_id}").delete()
    assert indexing.repair(TODAY)
    assert titles(CANARY)
    assert not indexing.repair(TODAY)
