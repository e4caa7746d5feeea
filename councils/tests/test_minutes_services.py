"""The minutes: from the meeting that was held to the version that never changes, and the next one with its reason."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation

from councils.models import Meeting, MinutesText, MinutesVersion, Published
from councils.services import minutes
from councils.tests.factories import make_exempt_item, make_item, make_meeting, make_member

pytestmark = pytest.mark.django_db

Status = Meeting.Status
DAY = datetime.timedelta(days=1)


@pytest.fixture
def called():
    return make_meeting(status=Status.CALLED)


@pytest.fixture
def approved():
    return make_meeting(status=Status.APPROVED)


@pytest.fixture
def version(approved):
    make_item(approved, number=1, discussion="Drøftet", conclusion="Vedtatt")
    return minutes.publish(meeting=approved)


def roles_at(meeting):
    return {row.member.role: row.presence for row in meeting.attendance.all()}


def test_whoever_was_a_member_on_the_day_is_put_down_as_present(called):
    before, after = called.date - DAY, called.date + DAY
    make_member(called.body, role="ordfører", kind="leader", valid_from=before)
    make_member(called.body, role="kom senere", valid_from=after)
    make_member(called.body, role="sluttet", valid_from=before, valid_to=before)
    make_member(called.body, role="vara", kind="deputy", valid_from=before)
    minutes.hold(meeting=called)
    assert roles_at(called) == {"ordfører": "present"}


def test_a_meeting_that_has_not_been_is_not_held():
    meeting = make_meeting(days=1, status=Status.CALLED)
    with translation.override("en"), pytest.raises(ValidationError, match="not taken place"):
        minutes.hold(meeting=meeting)
    assert Meeting.objects.get(pk=meeting.pk).status == Status.CALLED


@pytest.mark.parametrize(
    ("state", "then"),
    [(Status.HELD, Status.DRAFT), (Status.DRAFT, Status.DRAFT), (Status.CORRECTING, Status.CORRECTING)],
)
def test_the_first_text_makes_a_draft(state, then):
    assert minutes.begin_writing(meeting=make_meeting(status=state)).status == then


@pytest.mark.parametrize(
    "state", [Status.PLANNED, Status.CALLED, Status.CHECKED, Status.APPROVED, Status.PUBLISHED, Status.CANCELLED]
)
def test_nothing_is_written_in_any_other_state(state):
    with pytest.raises(ValidationError) as error:
        minutes.begin_writing(meeting=make_meeting(status=state))
    assert error.value.code == "not_writable"


def test_minutes_are_approved_by_a_role_and_on_a_day():
    meeting = make_meeting(status=Status.CHECKED)
    minutes.approve(meeting=meeting, by="leder", on=meeting.date + DAY)
    assert (meeting.status, meeting.approved_by, meeting.approved_on) == ("approved", "leder", meeting.date + DAY)
    minutes.back_to_draft(meeting=meeting)
    assert (meeting.status, meeting.approved_by, meeting.approved_on) == ("draft", "", None)


@pytest.mark.parametrize(
    "wrong",
    [{"by": " "}, {"by": "leder", "on": timezone.localdate() + DAY}, {"by": "leder", "on": datetime.date(2020, 1, 1)}],
    ids=["nobody", "in the future", "before the meeting"],
)
def test_nobody_approves_without_a_role_or_on_a_day_that_cannot_be(wrong):
    with pytest.raises(ValidationError):
        minutes.approve(meeting=make_meeting(status=Status.CHECKED), **wrong)


def test_what_is_published_is_frozen_with_the_internal_but_not_the_exempt(approved):
    public = make_item(approved, number=1, discussion="Drøftet")
    internal = make_item(approved, number=2, visibility="internal", conclusion="For oss")
    make_exempt_item(approved, number=3)
    approved.attendance.create(member=make_member(approved.body, role="ordfører"))
    guest = approved.attendance.create(guest="kommuneoverlege")
    guest.items.add(internal)
    version = minutes.publish(meeting=approved)
    assert [text.item for text in version.texts.all()] == [public, internal]
    assert version.attendance == [
        ["ordfører", "municipality", "present", []],
        ["kommuneoverlege", "", "present", [internal.number]],
    ]


def test_what_is_written_afterwards_does_not_change_it(version, approved):
    item = approved.items.get()
    item.discussion = "Noe annet"
    item.save()
    assert version.texts.get().discussion == "Drøftet"


def test_a_correction_is_a_new_version_with_a_reason(version, approved):
    minutes.correct(meeting=approved)
    with pytest.raises(ValidationError):
        minutes.publish(meeting=approved, reason=" ")
    second = minutes.publish(meeting=approved, reason="Feil dato i sak 1")
    assert [(row.number, row.reason) for row in approved.versions.all()] == [(1, ""), (2, "Feil dato i sak 1")]
    assert second.texts.count() == version.texts.count() == 1


def test_a_correction_that_is_left_gives_the_published_text_back(version, approved):
    minutes.correct(meeting=approved)
    item = approved.items.get()
    item.discussion = "Halvferdig"
    item.save()
    minutes.abandon_correction(meeting=approved)
    assert approved.items.get().discussion == "Drøftet"
    assert (Meeting.objects.get(pk=approved.pk).status, approved.versions.count()) == ("published", 1)


def test_only_what_was_published_is_corrected(approved):
    with pytest.raises(ValidationError):
        minutes.correct(meeting=approved)


TEXT_OF = {MinutesVersion: "reason", MinutesText: "title"}
WAYS = {
    "saved": lambda row: row.save(),
    "deleted": lambda row: row.delete(),
    "updated": lambda row: type(row).objects.filter(pk=row.pk).update(pk=row.pk),
    "updated in bulk": lambda row: type(row).objects.bulk_update([row], [TEXT_OF[type(row)]]),
    "deleted as a query": lambda row: type(row).objects.filter(pk=row.pk).delete(),
    "deleted with a parent": lambda row: row.texts.all().delete() if "number" in vars(row) else row.version.delete(),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("model", [MinutesVersion, MinutesText])
def test_a_published_text_is_not(version, model, way):
    with pytest.raises(Published), transaction.atomic():
        way(version if model is MinutesVersion else version.texts.get())
    assert version.texts.get().discussion == "Drøftet"
