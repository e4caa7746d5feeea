"""The editing pages of the library: facts are corrected there, the rest is read; in one's own places only."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Role
from contacts.services.clearing import forget_reasons_naming
from contacts.tests.editor import Editor
from contacts.tests.factories import make_contact_point, make_municipality, make_user
from guidance import clearing
from guidance.daily import forget_missed_words
from guidance.models import MissedWord, Picture
from guidance.models.searches import MISSED_FOR
from guidance.tests.factories import make_guidance_editor, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def address(row, page="change"):
    return reverse(f"admin:guidance_{row._meta.model_name}_{page}", args=[row.pk])


@pytest.fixture
def edition(town):
    return make_published(make_resource(municipality=town, themes=["concern", "media"]))


@pytest.fixture
def rows(edition):
    resource = edition.resource
    picture = Picture.objects.create(resource=resource, file="pictures/x.webp", width=1, height=1)
    word = MissedWord.objects.create(word="hatprat", day=timezone.localdate(), count=3)
    return [resource, edition, picture, make_published().resource.publisher, word]


def test_every_list_page_and_history_is_there_for_the_guidance_editor(client, rows):
    client.force_login(make_guidance_editor())
    for row in rows:
        assert client.get(reverse(f"admin:guidance_{row._meta.model_name}_changelist")).status_code == 200
        assert client.get(address(row)).status_code == 200
        if hasattr(row, "history"):
            assert client.get(address(row, "history")).status_code == 200


def test_what_hardly_anybody_searched_for_is_shown_to_nobody_and_all_is_forgotten(client, rows):
    """What one person asked for once may say who it was."""
    today = timezone.localdate()
    MissedWord.objects.create(word="enkeltord", day=today)
    MissedWord.objects.create(word="gammelt", day=today - MISSED_FOR - datetime.timedelta(days=1), count=9)
    client.force_login(make_guidance_editor())
    page = client.get(reverse("admin:guidance_missedword_changelist")).content.decode()
    assert "hatprat" in page
    assert "enkeltord" not in page
    assert forget_missed_words(today) == 1
    assert set(MissedWord.objects.values_list("word", flat=True)) == {"hatprat", "enkeltord"}


def test_another_municipality_s_rows_are_not_there(client, rows):
    client.force_login(make_user((Role.MUNICIPAL_EDITOR, make_municipality())))
    resource, edition, picture, publisher, word = rows
    for row in (resource, edition, picture):
        assert client.get(address(row)).status_code == 404
    assert client.post(address(publisher), {"name": "Noe annet"}).status_code == 403
    assert client.get(address(word)).status_code == 403


def test_a_fact_is_corrected_with_a_reason_and_a_day_that_has_been_is_refused(keeper, edition):
    page = Editor(keeper, edition.resource)
    assert page.save(review_on="2020-01-01").status_code == 200
    assert page.save(owner="Ny enhet", review_on="2030-01-01", reason="Omorganisert.").status_code == 302
    edition.resource.refresh_from_db()
    assert edition.resource.owner == "Ny enhet"
    history = page.client.get(address(edition.resource, "history")).content.decode()
    assert "Omorganisert." in history
    assert "In case of concern, The media" in history


def test_what_a_resource_has_not_is_a_dash_and_the_address_of_a_source_stands_once(keeper, edition):
    address = "https://eksempel.example/kilde"
    edition.resource.sources.create(title="Kilde", url=address, place=1)
    page = Editor(keeper, edition.resource).page.content.decode()
    assert "None" not in page
    assert page.count(address) == 1


def test_a_published_text_is_read_and_not_changed(keeper, edition):
    page = Editor(keeper, edition)
    assert page.client.post(page.url, {"status": "draft"}).status_code == 403
    edition.refresh_from_db()
    assert edition.status == "approved"


def test_a_name_that_is_cleared_goes_from_the_reasons_of_the_place_it_was_held_in(edition, town):
    point = make_contact_point(owner=town)
    record = edition.resource.history.latest()
    type(record).objects.filter(pk=record.pk).update(history_change_reason="Kari Prøve har sluttet")
    for history in clearing.of_points([point.pk]):
        forget_reasons_naming({"prøve"}, history)
    record.refresh_from_db()
    assert record.history_change_reason is None
