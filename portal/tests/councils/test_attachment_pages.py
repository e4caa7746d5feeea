"""Files of an item and of an agreement: taken when they are plain PDF, refused with a way on, gone when removed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse

from councils.models import Agreement, Attachment
from councils.pdf import make_pdf
from councils.services.attachments import attach
from councils.tests.factories import (
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_reader,
    make_secretary,
)
from portal.tests.councils.test_meeting_pages import of, shown

pytestmark = pytest.mark.django_db

PAPER = '<html lang="nb"><head><title>Notat</title></head><body><h1>Notat</h1><p>Om skjenking.</p></body></html>'


@pytest.fixture(scope="module")
def pdf():
    return make_pdf(PAPER, base="https://eksempel.example/")


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path
    return lambda: [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.fixture
def meeting():
    return make_meeting(make_council(), days=14)


@pytest.fixture
def secretary(client, meeting):
    client.user = make_secretary(meeting.body)
    client.force_login(client.user)
    return client


@pytest.fixture
def client_of_nobody():
    return Client()


@pytest.fixture
def agreement(meeting):
    return make_agreement(meeting.body)


@pytest.fixture(params=["item", "agreement"])
def owner(request, meeting):
    """Whatever can have files."""
    return make_item(meeting) if request.param == "item" else make_agreement(meeting.body)


def make_agreement(body, **fields):
    return Agreement.objects.create(council_id=body.pk, parties="Prøvedal kommune og politiet", **fields)


def page_of(owner):
    if isinstance(owner, Agreement):
        return reverse("agreement_files", args=[owner.council.slug, owner.pk])
    return of("item_files", owner.meeting, owner.pk)


def sent_to(client, owner, content, name="notat.pdf", title="Notat"):
    upload = SimpleUploadedFile(name, content, content_type="application/pdf")
    return client.post(page_of(owner), {"title": title, "file": upload})


def attached_to(user, pdf, **owner):
    return attach(**owner, upload=SimpleUploadedFile("a.pdf", pdf), title="Notat", by=user)


def test_a_file_is_attached_and_stands_on_the_page(secretary, meeting, pdf, files):
    item = make_item(meeting)
    assert sent_to(secretary, item, pdf).status_code == 302
    attachment = item.files.get()
    assert (attachment.title, attachment.uploaded_by, len(files())) == ("Notat", secretary.user, 1)
    for name in ("item_files", "agenda_item"):
        assert any(str(attachment.key) in link for link in shown(secretary.get(of(name, meeting, item.pk))).links)
    notice = shown(secretary.get(of("notice", meeting)))
    assert any(str(attachment.key) in link for link in notice.links)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notat.pdf", b"PK\x03\x04 a spreadsheet"),
        ("notat.docx", b"%PDF-1.7"),
        ("notat.pdf", b""),
        ("notat.pdf", b"%PDF-1.7 " + bytes(40 * 1024 * 1024)),
    ],
    ids=["renamed", "of another kind", "empty", "40 MB"],
)
def test_what_is_no_plain_pdf_is_refused_and_nothing_is_left(secretary, owner, files, name, content):
    page = shown(sent_to(secretary, owner, content, name))
    assert page.one(id="id_file_error").text.strip()
    assert page.one("input", name="title").attrs["value"] == "Notat"
    assert files() == []
    assert not owner.files.exists()


def test_a_file_about_one_person_is_held_up_and_an_identity_number_is_refused(secretary, owner, files):
    for content, name in ((PAPER.replace("skjenking", "en gutt på 15 år i Valle"), "notat"), (PAPER, "018180 00282")):
        page = shown(sent_to(secretary, owner, make_pdf(content, base="https://eksempel.example/"), f"{name}.pdf"))
        assert page.one(id="id_file_error").text.strip()
    assert files() == []


def test_an_exempt_item_offers_no_field_and_takes_no_file(secretary, meeting, pdf, files):
    item = make_exempt_item(meeting)
    assert not shown(secretary.get(of("item_files", meeting, item.pk))).all("input", type="file")
    sent_to(secretary, item, pdf)
    assert files() == []
    item.refresh_from_db()
    assert not item.has_files


def test_a_file_is_removed_and_only_from_its_own_item(secretary, meeting, pdf, files):
    item, other = make_item(meeting), make_item(meeting)
    attachment = attached_to(secretary.user, pdf, item=item)
    assert secretary.post(of("item_files", meeting, other.pk), {"remove": attachment.pk}).status_code == 404
    with TestCase.captureOnCommitCallbacks(execute=True):
        secretary.post(of("item_files", meeting, item.pk), {"remove": attachment.pk})
    assert files() == []
    item.refresh_from_db()
    assert not item.has_files


def test_when_the_minutes_are_checked_files_stay_as_they_are(secretary, pdf, meeting):
    published = make_meeting(meeting.body, days=-10, status="published")
    item = make_item(published, number=1)
    attachment = attached_to(secretary.user, pdf, item=item)
    secretary.post(of("item_files", published, item.pk), {"remove": attachment.pk})
    sent_to(secretary, item, pdf)
    assert list(Attachment.objects.filter(item=item)) == [attachment]


def test_members_and_other_secretaries_attach_nothing(client, meeting, owner, pdf, files):
    for user, status in ((make_reader(meeting.body), 403), (make_secretary(make_council()), 404)):
        client.force_login(user)
        assert sent_to(client, owner, pdf).status_code == status
    assert files() == []


def test_the_file_of_an_agreement_is_attached_and_stands_where_the_agreement_does(secretary, agreement, pdf, files):
    assert sent_to(secretary, agreement, pdf).url == page_of(agreement)
    attachment = agreement.files.get()
    assert (attachment.title, attachment.uploaded_by, len(files())) == ("Notat", secretary.user, 1)
    slug = agreement.council.slug
    for page in (
        page_of(agreement),
        reverse("agreement", args=[slug, agreement.pk]),
        reverse("agreements", args=[slug]),
    ):
        assert any(str(attachment.key) in link for link in shown(secretary.get(page)).links)


def test_the_file_of_an_agreement_is_removed_and_only_from_its_own(secretary, agreement, pdf, files):
    attachment = attached_to(secretary.user, pdf, agreement=agreement)
    others = (make_agreement(agreement.council), make_item(make_meeting(agreement.council, days=21)))
    for other in others:
        assert secretary.post(page_of(other), {"remove": attachment.pk}).status_code == 404
    assert len(files()) == 1
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert secretary.post(page_of(agreement), {"remove": attachment.pk}).url == page_of(agreement)
    assert files() == []


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"status": "signed"}, 200), ({}, 404), ({"status": "signed", "is_public": False}, 404)],
    ids=["signed", "a draft", "not public"],
)
def test_what_was_attached_everyone_reads_once_the_agreement_is_signed_and_public(
    secretary, client_of_nobody, meeting, pdf, fields, status
):
    agreement = make_agreement(meeting.body, **fields)
    sent_to(secretary, agreement, pdf)
    answer = client_of_nobody.get(agreement.files.get().get_absolute_url())
    assert answer.status_code == status
    if status == 200:
        assert b"".join(answer.streaming_content) == pdf
