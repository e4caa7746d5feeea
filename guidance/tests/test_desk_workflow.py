"""From a blank page to a published text, through the pages of the desk and four eyes."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contacts.models import OutgoingMail, Role
from contacts.tests.browsers import sent
from contacts.tests.factories import make_municipality, make_user
from guidance import index
from guidance.models import Edition, Resource, Text
from guidance.tests.factories import make_draft, make_guidance_editor, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def draft(town, keeper):
    edition = make_draft(make_resource(municipality=town), languages=("nb", "nn"))
    Edition.objects.filter(pk=edition.pk).update(written_by=keeper)
    return Edition.objects.get(pk=edition.pk)


@pytest.fixture
def other(town):
    """The second pair of eyes."""
    client = Client()
    client.force_login(make_user((Role.SLT_COORDINATOR, town), email="annen@eksempel.example"))
    return client


def address(name, edition, *args):
    return reverse(name, args=[edition.resource_id, *args])


def press(client, name, edition, **typed):
    """Sends the form of a page, or a button: with the newest version, as it was shown."""
    newest = Edition.objects.get(pk=edition.pk)
    return client.post(address(name, edition), {"seen": newest.version, **typed})


def in_editor(client, edition):
    """The editor as it is shown."""
    page = client.get(address("edit_edition", edition))
    return {field.html_name: field.value() or "" for form in page.context["texts"] for field in form}


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def status_of(edition):
    return Edition.objects.get(pk=edition.pk).status


def is_public(resource):
    return resource.pk in index.Index(index.current().places).by_id


def test_it_is_written_submitted_approved_by_another_and_public(desk, other, town):
    url = reverse("new_resource")
    page = desk.get(url)
    typed = {"title": "Når du er bekymret her", "kind": "local_guide", "owner": "Forebyggende enhet"}
    begun = desk.post(url, sent(page, **typed))
    resource = Resource.objects.get(municipality=town)
    assert begun.url == reverse("edit_edition", args=[resource.pk])
    editor = desk.get(begun.url)
    assert editor.status_code == 200
    fields = {field.html_name: field.value() or "" for form in editor.context["texts"] for field in form}
    fields |= {"nb-summary": "Hvem du ringer.", "nb-body": "## Først\n\nRing 02800.", "then": "submit"}
    fields |= {"nn-title": "Når du er uroa her", "nn-summary": "Kven du ringjer.", "nn-body": "Ring 02800."}
    assert desk.post(begun.url, fields).url == reverse("resource_desk", args=[resource.pk])
    edition = resource.editions.get()
    assert edition.status == "review"
    assert sorted(edition.texts.values_list("slug", flat=True)) == ["nar-du-er-bekymret-her", "nar-du-er-uroa-her"]
    assert not is_public(resource)
    assert "Ring 02800" in text(other.get(address("approve_edition", edition)))
    assert press(other, "approve_edition", edition).status_code == 302
    assert is_public(resource)


def test_whoever_sent_it_to_review_does_not_approve_it(desk, draft):
    press(desk, "submit_edition", draft)
    page = text(press(desk, "approve_edition", draft))
    assert "somebody else must approve it" in page
    assert status_of(draft) == "review"


def test_those_who_can_approve_are_told_by_mail_once_and_the_writer_of_the_outcome(desk, other, draft):
    press(desk, "submit_edition", draft)
    assert [mail.to for mail in OutgoingMail.objects.all()] == ["annen@eksempel.example"]
    press(other, "send_back_edition", draft, remark="Telefonnummeret mangler.")
    returned = OutgoingMail.objects.latest("pk")
    assert returned.subject.startswith("Sendt tilbake") or returned.subject.startswith("Sent back")
    assert "Telefonnummeret" not in returned.body
    press(desk, "submit_edition", draft)
    press(other, "approve_edition", draft)
    assert OutgoingMail.objects.count() == 4


def test_where_nobody_else_keeps_the_place_the_guidance_editors_are_told(desk, draft):
    editor = make_guidance_editor()
    press(desk, "submit_edition", draft)
    assert editor.email in OutgoingMail.objects.values_list("to", flat=True)


def test_what_was_sent_back_says_so_to_whoever_wrote_it(desk, other, draft):
    press(desk, "submit_edition", draft)
    press(other, "send_back_edition", draft, remark="Kilden mangler.")
    assert "Kilden mangler." in text(desk.get(address("edit_edition", draft)))
    assert "was sent back to you" in text(desk.get(reverse("guidance_desk")))


def test_nothing_is_sent_back_without_a_remark(desk, other, draft):
    press(desk, "submit_edition", draft)
    assert "required" in text(press(other, "send_back_edition", draft))
    assert status_of(draft) == "review"


def test_it_is_published_on_a_day_to_come_and_can_be_taken_back_before(desk, other, draft):
    press(desk, "submit_edition", draft)
    press(other, "approve_edition", draft, publish_on=(TODAY + 7 * DAY).isoformat())
    assert not is_public(draft.resource)
    assert "scheduled from" in text(desk.get(address("resource_desk", draft))).lower()
    press(desk, "take_back_edition", draft)
    assert status_of(draft) == "draft"


def test_a_day_that_has_been_is_refused(desk, other, draft):
    press(desk, "submit_edition", draft)
    page = text(press(other, "approve_edition", draft, publish_on=(TODAY - DAY).isoformat()))
    assert "This day has been" in page
    assert status_of(draft) == "review"


def test_what_must_be_mended_is_not_sent_to_review(desk, draft):
    Text.objects.filter(edition=draft, language="nb").update(body="#### Hopp\n\n![](bilde:9)")
    page = text(press(desk, "submit_edition", draft))
    assert "Line 1" in page
    assert status_of(draft) == "draft"


def test_while_it_is_reviewed_nobody_writes_in_it_and_what_was_typed_stays(desk, other, draft):
    fields = in_editor(desk, draft)
    press(other, "submit_edition", draft)
    page = text(desk.post(address("edit_edition", draft), fields | {"nb-title": "Skrevet i mellomtiden"}))
    assert "no draft any more" in page
    assert "Skrevet i mellomtiden" in page
    assert not Text.objects.filter(title="Skrevet i mellomtiden").exists()


def test_it_is_withdrawn_to_be_written_on(desk, draft):
    press(desk, "submit_edition", draft)
    assert press(desk, "withdraw_edition", draft).url == address("edit_edition", draft)
    assert status_of(draft) == "draft"


def test_nobody_decides_about_what_they_have_not_seen(desk, other, draft):
    press(desk, "submit_edition", draft)
    assert "changed this" in text(other.post(address("approve_edition", draft), {"seen": "1"}))
    assert status_of(draft) == "review"


def test_a_page_that_showed_the_last_edition_decides_nothing_about_the_next(desk, other, draft):
    press(desk, "submit_edition", draft)
    seen = Edition.objects.get(pk=draft.pk).version
    press(other, "approve_edition", draft)
    desk.post(address("new_edition", draft))
    edition = draft.resource.editions.open().get()
    press(desk, "submit_edition", edition, change_note="Rettet.")
    for version in range(seen + 1):
        other.post(address("approve_edition", draft), {"seen": version})
        assert status_of(edition) == "review"


def test_a_published_text_stays_and_a_correction_is_a_new_edition_that_says_what_is_new(desk, other, town):
    resource = make_published(make_resource(municipality=town), languages=("nb",), slug="den-forste").resource
    assert desk.get(reverse("edit_edition", args=[resource.pk])).status_code == 302
    assert desk.post(reverse("new_edition", args=[resource.pk])).url == reverse("edit_edition", args=[resource.pk])
    assert desk.post(reverse("new_edition", args=[resource.pk])).status_code == 302
    edition = resource.editions.open().get()
    editor = desk.get(reverse("edit_edition", args=[resource.pk]))
    assert "slug" not in editor.context["texts"].forms[0].fields
    assert "required" in text(press(desk, "submit_edition", edition))
    press(desk, "submit_edition", edition, change_note="Nytt nummer.")
    press(other, "approve_edition", edition)
    assert edition.texts.get().slug == "den-forste"
    assert resource.editions.published(TODAY).count() == 2


def test_the_preview_shows_a_draft_as_its_readers_will_see_it_and_is_kept_by_nobody(desk, draft):
    answer = desk.get(address("preview_edition", draft, "nn"))
    page = text(answer)
    assert 'lang="nn"' in page
    assert draft.texts.get(language="nn").title in page
    assert "no-store" in answer["Cache-Control"]
    assert desk.get(address("preview_edition", draft, "en")).status_code == 404


PAGES = [
    *("resource_desk", "resource_facts", "edit_edition", "submit_edition", "archive_resource", "resource_pictures"),
    *("restore_resource", "approve_edition", "send_back_edition", "delete_draft"),
]
BUTTONS = ["resource_reviewed", "new_edition", "withdraw_edition", "take_back_edition"]


def test_of_another_municipality_everything_answers_as_if_it_were_not_there(draft):
    stranger = Client()
    stranger.force_login(make_user((Role.MUNICIPAL_EDITOR, make_municipality())))
    for name in PAGES + BUTTONS:
        ask = stranger.post if name in BUTTONS else stranger.get
        there, missing = ask(address(name, draft)), ask(reverse(name, args=[10**9]))
        assert (there.status_code, missing.status_code) == (404, 404), name
        shown = there.content.decode().replace(str(draft.resource_id), ""), missing.content.decode()
        assert shown[0] == shown[1].replace(str(10**9), ""), name
    assert status_of(draft) == "draft"


def test_a_preview_of_another_municipality_is_not_there(draft):
    stranger = Client()
    stranger.force_login(make_user((Role.MUNICIPAL_EDITOR, make_municipality())))
    assert stranger.get(address("preview_edition", draft, "nb")).status_code == 404


def test_nobody_sends_to_review_what_another_wrote_meanwhile(desk, other, draft):
    """Else whoever wrote it last could approve it, and nobody else would have read it."""
    seen = sent(desk.get(address("submit_edition", draft)))
    typed = in_editor(other, draft) | {"nb-body": "Skrevet av den andre."}
    assert other.post(address("edit_edition", draft), typed).status_code == 302
    assert "changed this after you had opened it" in text(desk.post(address("submit_edition", draft), seen))
    assert status_of(draft) == "draft"


def test_what_another_wrote_meanwhile_is_not_sent_along_from_the_editor(desk, other, draft):
    typed = in_editor(desk, draft) | {"nb-body": "Mitt.", "then": "submit"}
    theirs = in_editor(other, draft) | {"nn-body": "Skrive av den andre."}
    assert other.post(address("edit_edition", draft), theirs).status_code == 302
    page = text(desk.post(address("edit_edition", draft), typed, follow=True))
    assert "Read it before you send it" in page
    assert "Skrive av den andre." in page
    assert status_of(draft) == "draft"
