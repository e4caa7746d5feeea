"""Lowering who may read an item: it is gone where it may no longer be read, and an exempt text is nowhere at all."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.recording import recording
from councils.models import (
    ActionItem,
    AgendaItem,
    Attachment,
    LegalBasis,
    Meeting,
    MinutesText,
    YearlyReport,
)
from councils.services import reports
from councils.services.minutes import correct, publish
from councils.services.visibility import change_visibility, make_exempt
from councils.tests.factories import make_action_item, make_exempt_item, make_item, make_meeting

pytestmark = pytest.mark.django_db

CANARY = "gulkanari"
EXEMPT = {"reason": "Prøvegrunn", "access_contact": "post@eksempel.example"}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Where this test's attachments lie."""
    settings.PRIVATE_FILES = tmp_path
    return tmp_path


@pytest.fixture
def basis():
    return LegalBasis.objects.get(code="offl. § 13")


def canary(field):
    return f"{CANARY} {field}"


@pytest.fixture
def item():
    """Published twice, changed before that with a reason; with a file and an action item."""
    meeting = make_meeting(status=Meeting.Status.APPROVED)
    texts = {name: canary(name) for name in ("title", "presenter", "description", "discussion", "conclusion")}
    item = make_item(meeting, number=17, **texts)
    publish(meeting=meeting)
    correct(meeting=meeting)
    with recording(reason=canary("reason")):
        item.discussion = canary("discussion, corrected")
        item.save()
    publish(meeting=meeting, reason="Retting")
    Attachment(item=item, title=canary("file title"), file=ContentFile(CANARY.encode(), "x.pdf")).save()
    action = make_action_item(meeting.body, item=item, what=canary("what"), note=canary("note"), visibility="public")
    with recording(reason=canary("why the action changed")):
        action.save()
    item.refresh_from_db()
    return item


def now(item):
    return AgendaItem.objects.get(pk=item.pk)


def where_it_stands(files):
    """`table.column` of every text in the database that holds the canary; and the files that do."""
    found = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (our own tables)
            columns = [column[0] for column in cursor.description]
            found += {
                f"{table}.{name}"
                for row in cursor
                for name, value in zip(columns, row, strict=True)
                if CANARY in str(value)
            }
    return found + [str(path) for path in files.rglob("*.pdf") if CANARY.encode() in path.read_bytes()]


def lower(item, basis, **fields):
    return make_exempt(item=item, legal_basis=basis, **EXEMPT | fields)


def test_the_canary_is_everywhere_before_and_nowhere_after(item, basis, files, django_capture_on_commit_callbacks):
    assert len(where_it_stands(files)) > 15
    with django_capture_on_commit_callbacks(execute=True):
        lower(item, basis, title="Sak unntatt offentlighet")
    assert where_it_stands(files) == []


def test_a_neutral_title_may_stay_when_nothing_else_does(basis, files, django_capture_on_commit_callbacks):
    item = make_item(make_meeting(), number=3, title="Nøytral sak", discussion=CANARY)
    with django_capture_on_commit_callbacks(execute=True):
        lower(item, basis)
    assert (now(item).title, where_it_stands(files)) == ("Nøytral sak", [])


def test_a_file_stays_on_the_disk_until_nothing_can_be_undone(item, basis, files, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        lower(item, basis)
    assert len(list(files.rglob("*.pdf"))) == 1
    for callback in callbacks:
        callback()
    assert list(files.rglob("*.pdf")) == []


def test_it_says_why_where_to_ask_and_what_is_to_be_followed_up(item, basis):
    lower(item, basis)
    kept, action = now(item), ActionItem.objects.get(item=item)
    assert (kept.legal_basis, kept.exempt_reason, kept.has_files) == (basis, "Prøvegrunn", False)
    assert kept.history.latest().history_change_reason == "Prøvegrunn"
    assert (item.number in action.what, action.visibility, action.responsible) == (True, "internal", "prøverolle")


def test_lowering_is_done_although_somebody_saved_meanwhile(item, basis):
    late = AgendaItem.objects.get(pk=item.pk)
    item.discussion = canary("meanwhile")
    item.save()
    lower(late, basis)
    assert now(item).discussion == ""


@pytest.mark.parametrize("missing", ["reason", "access_contact"])
def test_an_item_is_not_exempt_without_a_reason_and_a_place_to_ask(item, basis, missing):
    with pytest.raises(ValidationError):
        lower(item, basis, **{missing: ""})


def test_internal_to_public_takes_a_deliberate_act():
    item = make_item(visibility="internal")
    with pytest.raises(ValidationError):
        change_visibility(item=item, to="public")
    change_visibility(item=item, to="public", is_deliberate=True)
    assert now(item).visibility == "public"


def test_exempt_is_not_reached_without_its_legal_basis():
    with pytest.raises(ValidationError):
        change_visibility(item=make_item(), to="exempt")


def test_what_was_exempt_begins_empty(basis):
    item = make_exempt_item()
    change_visibility(item=item, to="internal")
    item = now(item)
    assert (item.visibility, item.legal_basis, item.exempt_reason, item.access_contact) == ("internal", None, "", "")


def test_an_internal_item_keeps_its_frozen_text_which_only_pages_hide(item):
    change_visibility(item=item, to="internal")
    assert MinutesText.objects.filter(item=item).count() == 2


def report_of(item, *lines):
    """The report of the year in which the item was decided, drafted and with what somebody added."""
    texts = reports.draft(item.meeting.body, item.meeting.date.year, timezone.localdate())
    fields = {f"text_{language}": "\n".join([text, *lines]) for language, text in texts.items()}
    return YearlyReport.objects.create(body=item.meeting.body, year=item.meeting.date.year, **fields)


def test_a_yearly_report_names_it_by_its_neutral_title_alone(basis, files, django_capture_on_commit_callbacks):
    meeting = make_meeting(status=Meeting.Status.APPROVED)
    item = make_item(meeting, number=7, title=canary("title"), kind="decision")
    publish(meeting=meeting)
    report = report_of(item, "Sak 17 og 107/26: noe annet")
    assert CANARY in report.text_nb
    assert CANARY in report.text_nn
    with django_capture_on_commit_callbacks(execute=True):
        lower(item, basis, title="Nøytral sak")
    assert where_it_stands(files) == []
    report.refresh_from_db()
    assert f"{item.number}, " in report.text_nb
    assert "Nøytral sak" in report.text_nb
    assert "Sak 17 og 107/26: noe annet" in report.text_nb


def test_a_yearly_report_keeps_the_same_word_elsewhere(basis):
    item = make_item(make_meeting(), number=7, title="Status")
    report = report_of(item, f"Sak {item.number}: Status", f"Sak 1{item.number}: Status", "Status i året")
    lower(item, basis, title="Nøytral sak")
    report.refresh_from_db()
    assert report.text_nb.endswith(f"Sak {item.number}: Nøytral sak\nSak 1{item.number}: Status\nStatus i året")


@pytest.mark.parametrize("act", ["publish", "exempt"])
def test_whoever_publishes_and_whoever_makes_exempt_wait_for_each_other(act, basis):
    """Otherwise a text that was read to be frozen could be frozen after it was made exempt."""
    if not connection.features.has_select_for_update:
        pytest.skip("SQLite lets one write at a time")
    meeting = make_meeting(status=Meeting.Status.APPROVED)
    item = make_item(meeting, number=3)
    with CaptureQueriesContext(connection) as queries:
        publish(meeting=meeting) if act == "publish" else lower(item, basis)
    on_items = [
        query["sql"] for query in queries if '"councils_meeting"' in query["sql"] or "agendaitem" in query["sql"]
    ]
    assert "FOR UPDATE" in on_items[0]
    assert 'FROM "councils_meeting"' in on_items[0]
