"""Handed over first, deleted afterwards: what the archive gets, and that nothing goes without it."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from contacts.models import AuditEvent
from contacts.tests.factories import make_user
from councils.models import (
    AgendaItem,
    Attachment,
    Attendance,
    CaseCounter,
    Meeting,
    MinutesText,
    MinutesVersion,
    Strategy,
)
from councils.services import archive, minutes
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_member,
    make_secretary,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path


@pytest.fixture
def meeting():
    """Published minutes with a public item with a file, an internal and an exempt one."""
    meeting = make_meeting(make_council(), status="approved", place="Rådhuset")
    public = make_item(meeting, number=1, title="Natteravner", discussion="Drøftet & <vurdert>")
    make_item(meeting, number=2, title="Intern", visibility="internal", conclusion="Vi venter")
    make_exempt_item(meeting, number=3, title="Nøytral")
    upload = SimpleUploadedFile("mitt navn.pdf", b"%PDF-1.7 innhold")
    Attachment.objects.create(item=public, title="Kart", file=upload, size=16, sha256="0" * 64)
    Attendance.objects.create(meeting=meeting, member=make_member(meeting.body, role="rektor", name="Kari Eksempel"))
    make_action_item(meeting.body, item=public, what="Ringe")
    CaseCounter.objects.create(body=meeting.body, year=meeting.date.year, last=3)
    minutes.publish(meeting=meeting)
    return again(meeting)


@pytest.fixture
def user():
    return make_user()


def again(meeting):
    return Meeting.objects.get(pk=meeting.pk)


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def metadata(content):
    return ElementTree.fromstring(opened(content).read("metadata.xml"))  # noqa: S314 (our own)


def test_the_file_has_the_minutes_every_attachment_and_their_metadata(meeting, user):
    file = Attachment.objects.get(body=meeting.body)
    content = opened(archive.export_meeting(meeting=meeting, by=user))
    assert content.namelist() == ["moteprotokoll.pdf", f"vedlegg/{file.key}.pdf", "metadata.xml"]
    assert content.read(f"vedlegg/{file.key}.pdf") == b"%PDF-1.7 innhold"
    assert content.read("moteprotokoll.pdf").startswith(b"%PDF-")


def test_every_file_has_its_checksum(meeting, user):
    content = archive.export_meeting(meeting=meeting, by=user)
    documents = metadata(content).findall(".//dokumentobjekt")
    assert len(documents) == 2
    for document in documents:
        file = opened(content).read(document.findtext("referanseDokumentfil"))
        assert document.findtext("sjekksum") == archive.sha256(file)
        assert document.findtext("filstoerrelse") == str(len(file))


def test_each_item_says_who_may_read_it_and_an_exempt_one_why_not(meeting, user):
    cases = metadata(archive.export_meeting(meeting=meeting, by=user)).findall(".//moeteregistrering")
    assert [case.findtext("tilgangskode") for case in cases] == ["O", "I", "U"]
    assert cases[0].findtext("droefting") == "Drøftet & <vurdert>"
    assert cases[1].findtext("konklusjon") == "Vi venter"
    assert (cases[2].findtext("skjerming/hjemmel"), cases[2].find("droefting")) == ("offl. § 13", None)


def test_attendance_is_by_role_and_names_nobody(meeting, user):
    content = archive.export_meeting(meeting=meeting, by=user)
    assert metadata(content).findtext(".//moetedeltakerFunksjon") == "rektor"
    assert "Kari Eksempel" not in opened(content).read("metadata.xml").decode()


def test_what_was_published_is_there_in_every_version(meeting, user):
    minutes.correct(meeting=meeting)
    minutes.publish(meeting=meeting, reason="Feil tall")
    versions = metadata(archive.export_meeting(meeting=meeting, by=user)).findall(".//publisertVersjon")
    assert [version.findtext("begrunnelse") for version in versions] == [None, "Feil tall"]


def test_the_same_records_give_the_same_bytes(meeting, user):
    first = archive.export_meeting(meeting=meeting, by=user)
    assert archive.export_meeting(meeting=again(meeting), by=user) == first


def test_an_export_is_recorded_with_its_checksum(meeting, user):
    content = archive.export_meeting(meeting=meeting, by=user)
    export = meeting.exports.get()
    assert (export.by, export.sha256) == (user, archive.sha256(content))
    assert export.version_of_meeting == again(meeting).version
    assert again(meeting).archived_at


@pytest.mark.parametrize(
    "change",
    [
        lambda meeting: meeting.items.filter(case_number=2).update(conclusion="Noe annet"),
        lambda meeting: meeting.attendance.update(presence="absent"),
        lambda meeting: Attachment.objects.get(body=meeting.body).delete(),
        lambda meeting: Meeting.objects.filter(pk=meeting.pk).update(place="Et annet sted"),
    ],
    ids=["a text", "attendance", "a file", "the meeting"],
)
def test_what_was_changed_after_the_export_is_not_in_the_archive(meeting, user, change):
    archive.export_meeting(meeting=meeting, by=user)
    assert archive.is_archived(again(meeting))
    change(meeting)
    newest = again(meeting)
    assert not archive.is_archived(newest)
    with pytest.raises(ValidationError):
        archive.delete_meeting(meeting=newest, by=user, reason="Arkivert")


def test_nothing_is_deleted_before_it_was_exported(meeting, user):
    with pytest.raises(ValidationError):
        archive.delete_meeting(meeting=meeting, by=user, reason="Arkivert")
    assert again(meeting)


def test_a_meeting_that_is_not_over_stays(user):
    meeting = make_meeting(status="draft")
    archive.export_meeting(meeting=meeting, by=user)
    with pytest.raises(ValidationError):
        archive.delete_meeting(meeting=again(meeting), by=user, reason="Arkivert")


def test_a_meeting_that_adopted_a_strategy_stays(meeting, user):
    adopted_in = meeting.items.first()
    today = timezone.localdate()
    Strategy.objects.create(
        body=meeting.body, title="Strategi", slug="strategi", status="adopted", adopted_in=adopted_in, valid_from=today
    )
    archive.export_meeting(meeting=meeting, by=user)
    with pytest.raises(ValidationError, match="Strategi"):
        archive.delete_meeting(meeting=again(meeting), by=user, reason="Arkivert")


def test_rows_history_and_files_are_gone_and_the_numbers_stay_used(
    meeting, user, tmp_path, django_capture_on_commit_callbacks
):
    items, attendance = list(meeting.items.values_list("pk", flat=True)), [meeting.attendance.get().pk]
    archive.export_meeting(meeting=meeting, by=user)
    with django_capture_on_commit_callbacks(execute=True):
        archive.delete_meeting(meeting=again(meeting), by=user, reason="Arkivert i sak 26/1")
    ids = {Meeting: [meeting.pk], AgendaItem: items, Attendance: attendance}
    for model, gone in ids.items():
        assert not model.objects.filter(pk__in=gone).exists()
        assert not model.history.filter(id__in=gone).exists()
    assert not MinutesVersion.objects.filter(meeting=meeting.pk).exists()
    assert not MinutesText.objects.filter(item__in=items).exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert CaseCounter.objects.get(body=meeting.body).last == 3


def test_what_was_agreed_on_is_still_to_be_done(meeting, user):
    archive.export_meeting(meeting=meeting, by=user)
    archive.delete_meeting(meeting=again(meeting), by=user, reason="Arkivert")
    assert meeting.body.action_items.get().item is None


def test_a_deletion_is_in_the_log_with_who_why_and_the_checksum(meeting, user):
    sha256 = archive.sha256(archive.export_meeting(meeting=meeting, by=user))
    archive.delete_meeting(meeting=again(meeting), by=user, reason="Arkivert i sak 26/1")
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.MEETING_DELETED)
    assert (event.user, event.reason, event.municipality) == (
        user,
        "Arkivert i sak 26/1",
        meeting.body.municipalities.get(),
    )
    assert sha256 in event.details


def page(meeting, rest):
    return f"/en/skrivebord/organ/{meeting.body.slug}/moter/{meeting.date}/{rest}/"


def test_a_secretary_fetches_the_file_and_then_deletes_the_meeting(client, meeting):
    client.force_login(make_secretary(meeting.body))
    assert page(meeting, "slett") not in client.get(page(meeting, "arkiv")).content.decode()
    answer = client.post(page(meeting, "arkiv"))
    assert answer.headers["Content-Type"] == "application/zip"
    assert page(meeting, "slett") in client.get(page(meeting, "arkiv")).content.decode()
    assert client.post(page(meeting, "slett"), {"reason": "Arkivert"}).status_code == 200
    assert again(meeting)
    answer = client.post(page(meeting, "slett"), {"reason": "Arkivert", "is_received": "on"})
    assert answer.status_code == 302
    assert not Meeting.objects.filter(pk=meeting.pk).exists()


def test_a_draft_of_a_meeting_has_no_archive_page(client):
    meeting = make_meeting()
    client.force_login(make_secretary(meeting.body))
    assert [client.get(page(meeting, rest)).status_code for rest in ("arkiv", "slett")] == [404, 404]


def test_a_character_that_no_xml_may_hold_does_not_spoil_the_metadata(meeting):
    AgendaItem.objects.filter(meeting=meeting, case_number=1).update(title="Natte\x01ravner\x0b", conclusion="Ja\ufffe")
    titles = [element.text for element in metadata(archive.build(meeting)).iter("tittel")]
    assert "Natteravner" in titles
