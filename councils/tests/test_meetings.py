"""A meeting is planned from the year wheel, called, moved, cancelled: what is there afterwards, and who is told."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from contacts.access import access_of
from contacts.models import OutgoingMail, Role, User
from contacts.tests.factories import make_grant, make_user
from councils.models import ActionItem, Body, Meeting, StandingItem, YearWheelTask
from councils.services import agenda, notices
from councils.services.carrying import carried_to
from councils.services.meetings import (
    call_meeting,
    cancel_meeting,
    discard_meeting,
    move_meeting,
    plan_meeting,
    plan_year,
)
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_item,
    make_meeting,
    make_reader,
    make_secretary,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
SOON = TODAY + 14 * DAY
TEN = datetime.time(10)


@pytest.fixture
def council():
    return make_council(name="Prøverådet", items_visibility="internal")


@pytest.fixture
def secretary(council):
    return make_secretary(council)


@pytest.fixture
def meeting(council):
    """A draft that can be called."""
    meeting = plan_meeting(body=council, date=SOON, starts_at=TEN)
    make_item(meeting, title="Prøvesak")
    return meeting


def titles(meeting):
    return list(meeting.items.values_list("title", flat=True))


def numbers(meeting):
    return [item.case_number for item in meeting.items.all()]


def told(subject=""):
    return sorted(OutgoingMail.objects.filter(subject__contains=subject).values_list("to", flat=True))


class TestPlanning:
    def test_the_standing_items_are_there_and_then_those_of_the_year_wheel(self, council):
        StandingItem.objects.create(body=council, position=2, title="Orientering", presenter="politikontakt")
        StandingItem.objects.create(body=council, position=1, title="Status", visibility="public")
        task = YearWheelTask.objects.create(body=council, month=9, title="Høstmøte", items="Skjenking\n\n  Ungdom  \n")
        meeting = plan_meeting(body=council, date=SOON, task=task)
        assert titles(meeting) == ["Status", "Orientering", "Skjenking", "Ungdom"]
        assert [item.is_standing for item in meeting.items.all()] == [True, True, False, False]
        assert [item.visibility for item in meeting.items.all()] == ["public", "public", "internal", "internal"]
        assert meeting.items.get(title="Orientering").presenter == "politikontakt"
        assert meeting.year_wheel_task == task

    def test_what_is_not_done_is_carried_over(self, council):
        open_one, done = make_action_item(council), make_action_item(council, status="done", done_on=TODAY)
        elsewhere = make_action_item()
        meeting = plan_meeting(body=council, date=SOON)
        assert [carried.action_item for carried in meeting.carried.all()] == [open_one]
        assert {done, elsewhere}.isdisjoint(carried_to(meeting))

    def test_a_meeting_is_as_visible_as_the_body_wants_it(self):
        council = make_council(meetings_visibility="internal")
        assert plan_meeting(body=council, date=SOON).visibility == "internal"

    def test_two_on_one_day_are_refused_with_a_way_on(self, council, in_english):
        plan_meeting(body=council, date=SOON)
        with pytest.raises(ValidationError, match="already a meeting on this day"):
            plan_meeting(body=council, date=SOON)

    def test_a_year_is_planned_as_a_whole_or_not_at_all(self, council):
        tasks = [YearWheelTask.objects.create(body=council, month=m, title="Møte", is_meeting=True) for m in (3, 9)]
        meetings = plan_year(body=council, dates={tasks[1]: SOON + DAY, tasks[0]: SOON}, starts_at=TEN)
        assert [(meeting.date, meeting.year_wheel_task) for meeting in meetings] == [
            (SOON, tasks[0]),
            (SOON + DAY, tasks[1]),
        ]
        with pytest.raises(ValidationError):
            plan_year(body=council, dates={tasks[0]: SOON + 2 * DAY, tasks[1]: SOON})
        assert council.meetings.count() == 2


class TestCalling:
    def test_the_items_get_their_numbers_in_the_order_of_the_agenda(self, meeting, secretary):
        first = make_item(meeting, position=0)
        call_meeting(meeting=meeting, by=secretary)
        assert meeting.items.get(pk=first.pk).number == f"1/{SOON.year % 100}"
        assert numbers(meeting) == [1, 2]
        assert (meeting.status, meeting.sequence) == ("called", 0)
        assert meeting.history.first().history_user == secretary

    def test_members_and_secretary_are_told_in_the_language_of_the_body(self, meeting, secretary):
        member = make_reader(meeting.body)
        make_secretary(make_council())
        Body.objects.filter(pk=meeting.body_id).update(language="nn")
        call_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=secretary)
        assert told() == sorted([member.email, secretary.email])
        mail = OutgoingMail.objects.get(to=member.email)
        assert f"/nn/skrivebord/organ/{meeting.body.slug}/moter/{SOON}/innkalling/" in mail.body
        assert "10.00" in mail.body

    def test_the_mail_says_nothing_of_what_the_meeting_is_about(self, meeting, secretary):
        Meeting.objects.filter(pk=meeting.pk).update(place="Kanarirommet")
        make_item(meeting, title="Kanarisak", description="Kanaritekst")
        call_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=secretary)
        assert "Kanari" not in OutgoingMail.objects.get().body + OutgoingMail.objects.get().subject

    def test_whose_role_has_ended_is_not_told(self, meeting, secretary):
        former, closed = make_reader(meeting.body), make_reader(meeting.body, is_active=False)
        former.grants.update(begins_at=timezone.now() - 9 * DAY, ends_at=timezone.now() - DAY)
        call_meeting(meeting=meeting, by=secretary)
        assert told() == [secretary.email]
        assert closed.email not in told()

    def test_whoever_reads_the_records_is_told_and_nobody_else(self, meeting):
        """Asked from both sides, the rule is the same."""
        body = meeting.body
        other = make_council(body.municipalities.get(), form="city_district", city_district="Prøvebydel")
        of_all_bodies, of_the_other = make_user(), make_reader(other)
        make_grant(of_all_bodies, Role.COUNCIL_MEMBER, body.municipalities.get())
        make_user((Role.AUDITOR, None), (Role.AREA_ADMINISTRATOR, None))
        make_reader(body), make_secretary(body)
        readers = [
            user
            for user in User.objects.filter(is_superuser=False)
            if Body.objects.read_by(access_of(user)).filter(pk=body.pk)
        ]
        assert set(notices.recipients(body)) == set(readers)
        assert of_the_other not in readers
        assert of_all_bodies in readers

    def test_with_two_roles_one_mail(self, meeting, secretary):
        make_grant(secretary, Role.COUNCIL_MEMBER, meeting.body.municipalities.get(), body=meeting.body.slug)
        call_meeting(meeting=meeting, by=secretary)
        assert told() == [secretary.email]

    def test_what_came_since_it_was_planned_is_carried_over_and_what_was_done_is_not(self, council, secretary):
        done = make_action_item(council)
        meeting = plan_meeting(body=council, date=SOON, starts_at=TEN)
        make_item(meeting)
        ActionItem.objects.filter(pk=done.pk).update(status="done", done_on=TODAY)
        new = make_action_item(council)
        assert list(carried_to(meeting)) == [new]
        call_meeting(meeting=meeting, by=secretary)
        make_action_item(council)
        assert list(carried_to(meeting)) == [new]

    @pytest.mark.parametrize(
        ("fields", "word"),
        [({"date": TODAY - DAY}, "passed"), ({"starts_at": None}, "begins")],
        ids=["its day has passed", "no time"],
    )
    def test_a_notice_that_helps_nobody_is_refused(self, meeting, secretary, in_english, fields, word):
        Meeting.objects.filter(pk=meeting.pk).update(**fields)
        with pytest.raises(ValidationError, match=word):
            call_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=secretary)
        assert told() == []

    def test_an_empty_agenda_is_refused(self, council, secretary, in_english):
        meeting = plan_meeting(body=council, date=SOON, starts_at=TEN)
        with pytest.raises(ValidationError, match="empty"):
            call_meeting(meeting=meeting, by=secretary)

    def test_nobody_is_called_twice(self, meeting, secretary):
        call_meeting(meeting=meeting, by=secretary)
        with pytest.raises(ValidationError):
            call_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=secretary)


@pytest.fixture
def called(meeting, secretary):
    call_meeting(meeting=meeting, by=secretary)
    OutgoingMail.objects.all().delete()
    return Meeting.objects.get(pk=meeting.pk)


class TestAfterTheNotice:
    def test_a_late_item_gets_the_next_number(self, called):
        item = agenda.add_item(meeting=called, title="Sen sak")
        assert (item.case_number, item.position) == (2, 2)

    def test_an_item_is_withdrawn_and_keeps_its_number(self, called):
        item = called.items.get()
        agenda.withdraw_item(item=item)
        item.refresh_from_db()
        assert (item.is_withdrawn, item.case_number) == (True, 1)
        agenda.restore_item(item=item)
        assert not called.items.get().is_withdrawn
        assert agenda.add_item(meeting=called, title="Neste").case_number == 2

    def test_the_order_stays(self, called):
        with pytest.raises(ValidationError):
            agenda.move_item(item=called.items.get(), by=-1)

    def test_another_day_is_told_and_newer_for_calendars(self, called, secretary):
        move_meeting(meeting=called, by=secretary, date=SOON + DAY, starts_at=TEN)
        moved = Meeting.objects.get(pk=called.pk)
        assert (moved.date, moved.sequence, moved.uid) == (SOON + DAY, 1, called.uid)
        assert told() == [secretary.email]
        move_meeting(meeting=moved, by=secretary, date=SOON, starts_at=TEN)
        assert told() == [secretary.email] * 2

    def test_it_is_cancelled_for_all_to_see(self, called, secretary):
        cancel_meeting(meeting=called, by=secretary)
        cancelled = Meeting.objects.get(pk=called.pk)
        assert (cancelled.status, cancelled.sequence, cancelled.is_called) == ("cancelled", 1, True)
        assert told() == [secretary.email]

    def test_it_is_not_taken_away(self, called):
        with pytest.raises(ValidationError):
            discard_meeting(meeting=called)

    def test_what_is_held_is_neither_moved_nor_cancelled(self, called, secretary):
        Meeting.objects.filter(pk=called.pk).update(status="held")
        held = Meeting.objects.get(pk=called.pk)
        with pytest.raises(ValidationError):
            move_meeting(meeting=held, by=secretary, date=SOON + DAY)
        with pytest.raises(ValidationError):
            cancel_meeting(meeting=held, by=secretary)

    def test_when_the_minutes_are_checked_the_agenda_is_closed(self, called):
        Meeting.objects.filter(pk=called.pk).update(status="checked")
        with pytest.raises(ValidationError):
            agenda.add_item(meeting=called, title="For sent")


class TestBeforeTheNotice:
    def test_an_item_leaves_without_a_trace(self, meeting):
        agenda.withdraw_item(item=meeting.items.get())
        assert titles(meeting) == []

    def test_the_order_is_changed_and_at_the_ends_it_stays(self, meeting):
        first, second = meeting.items.get(), agenda.add_item(meeting=meeting, title="To")
        agenda.move_item(item=second, by=-1)
        assert list(meeting.items.all()) == [second, first]
        agenda.move_item(item=meeting.items.get(pk=second.pk), by=-1)
        assert list(meeting.items.all()) == [second, first]

    def test_an_order_that_does_not_know_all_items_is_refused(self, meeting):
        first = meeting.items.get()
        agenda.add_item(meeting=meeting, title="To")
        with pytest.raises(ValidationError):
            agenda.reorder(meeting=meeting, items=[first])

    def test_a_new_day_is_nobodys_news(self, meeting, secretary):
        move_meeting(meeting=meeting, by=secretary, date=SOON + DAY)
        assert Meeting.objects.get(pk=meeting.pk).sequence == 0
        assert told() == []

    def test_a_day_with_a_meeting_is_no_new_day(self, meeting, secretary):
        plan_meeting(body=meeting.body, date=SOON + DAY)
        with pytest.raises(ValidationError):
            move_meeting(meeting=meeting, by=secretary, date=SOON + DAY)

    def test_a_draft_is_discarded_with_its_agenda(self, meeting):
        discard_meeting(meeting=meeting)
        assert not Meeting.objects.filter(pk=meeting.pk).exists()

    def test_a_planned_meeting_is_none_of_the_members_business(self, meeting):
        access = access_of(make_reader(meeting.body))
        assert not Meeting.objects.readable_by(access).exists()
        assert make_meeting(meeting.body, status="called") in Meeting.objects.readable_by(access)
