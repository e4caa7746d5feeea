"""The year wheel: the year as a plan, a sensible one to begin with, and all meetings of a year at once."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from councils import year_wheel
from councils.models import YearWheelTask
from councils.services.year_wheel import take_standard
from councils.tests.factories import make_council, make_meeting, make_reader, make_secretary
from portal.tests.councils.test_meeting_pages import at, form_of, shown

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NEXT_YEAR = TODAY.year + 1


@pytest.fixture
def council():
    return make_council()


@pytest.fixture
def secretary(client, council):
    client.force_login(make_secretary(council))
    return client


def make_task(body, **fields):
    return YearWheelTask.objects.create(**{"body": body, "month": 3, "title": "Vårmøte", "is_meeting": True} | fields)


class TestTheYear:
    def test_a_task_stands_in_its_month_with_the_meeting_that_it_became(self, council):
        task = make_task(council)
        meeting = make_meeting(council, date=datetime.date(NEXT_YEAR, 4, 1), year_wheel_task=task)
        other = make_meeting(council, date=datetime.date(NEXT_YEAR, 5, 1))
        months = year_wheel.year_of(council, NEXT_YEAR, TODAY)
        assert [(entry.task, entry.meeting) for entry in months[2].entries] == [(task, meeting)]
        assert months[3].entries == []
        assert [(entry.task, entry.meeting) for entry in months[4].entries] == [(None, other)]

    def test_a_meeting_that_was_cancelled_is_none(self, council):
        task = make_task(council)
        make_meeting(council, date=datetime.date(NEXT_YEAR, 3, 1), year_wheel_task=task, status="cancelled")
        assert year_wheel.year_of(council, NEXT_YEAR, TODAY)[2].entries[0].waits
        assert list(year_wheel.waiting_tasks(council, NEXT_YEAR, TODAY)) == [task]

    def test_what_should_have_been_in_a_month_that_is_over_is_not_planned_any_more(self, council):
        march, december = make_task(council), make_task(council, month=12)
        november = datetime.date(2026, 11, 24)
        assert list(year_wheel.waiting_tasks(council, 2026, november)) == [december]
        assert list(year_wheel.waiting_tasks(council, 2027, november)) == [march, december]

    def test_the_next_meeting_is_the_first_that_is_not_planned(self, council):
        january, december = make_task(council, month=1), make_task(council, month=12)
        november = datetime.date(2026, 11, 24)
        assert year_wheel.next_task(council, november) == december
        make_meeting(council, date="2026-12-09", year_wheel_task=december)
        assert year_wheel.next_task(council, november) == january

    @pytest.mark.parametrize(
        ("today", "day"),
        [((2026, 1, 5), (2026, 3, 11)), ((2026, 3, 1), (2026, 3, 15))],
        ids=["the second Wednesday", "when there is time for a notice"],
    )
    def test_a_day_is_proposed(self, council, today, day):
        proposed = year_wheel.proposed_day(make_task(council), 2026, datetime.date(*today))
        assert proposed == datetime.date(*day)

    def test_a_standard_one_fits_the_language_of_the_body_and_is_taken_once(self, council):
        tasks = take_standard(body=council)
        assert sum(task.is_meeting for task in tasks) >= council.minimum_meetings
        assert all(task.titles for task in tasks if task.is_meeting)
        with pytest.raises(ValidationError):
            take_standard(body=council)
        assert council.year_wheel.count() == len(tasks)


class TestPages:
    def test_whoever_has_none_is_offered_one(self, secretary, council):
        page = shown(secretary.get(at("year_wheel", council)))
        assert page.one("form", action=at("take_standard_year_wheel", council))
        secretary.post(at("take_standard_year_wheel", council))
        page = shown(secretary.get(at("year_wheel", council)))
        assert not page.all("form", action=at("take_standard_year_wheel", council))
        assert (
            at("plan_year", council, TODAY.year + 1)
            in shown(secretary.get(at("year_wheel", council) + f"?ar={NEXT_YEAR}")).links
        )

    @pytest.mark.parametrize("year", ["", "x", "0", "-5", "99999999999999999999", "2026\x00"])
    def test_a_year_that_is_none_is_an_ordinary_page(self, secretary, council, year):
        shown(secretary.get(at("year_wheel", council), {"ar": year}))

    def test_a_task_is_added_changed_and_deleted(self, secretary, council):
        secretary.post(at("add_year_wheel_task", council), {"month": 4, "title": "Befaring"})
        task = council.year_wheel.get()
        address = at("year_wheel_task", council, task.pk)
        secretary.post(address, form_of(shown(secretary.get(address))) | {"month": "5"})
        assert council.year_wheel.get().month == 5
        secretary.post(address, {"step": "delete", "seen": task.version})
        assert council.year_wheel.exists(), "it was deleted unseen"
        secretary.post(address, {"step": "delete", "seen": council.year_wheel.get().version})
        assert not council.year_wheel.exists()

    @pytest.mark.parametrize("sent", [{"month": 13}, {"month": ""}, {"title": ""}, {"items": "x" * 201}])
    def test_what_is_wrong_is_said(self, secretary, council, sent):
        page = shown(secretary.post(at("add_year_wheel_task", council), {"month": 4, "title": "Befaring"} | sent))
        assert page.all("div", class_="ds-error-summary")
        assert not council.year_wheel.exists()

    def test_all_meetings_of_a_year_take_one_press(self, secretary, council):
        make_task(council), make_task(council, month=9, title="Høstmøte")
        make_task(council, month=1, title="Rapport", is_meeting=False)
        address = at("plan_year", council, NEXT_YEAR)
        sent = form_of(shown(secretary.get(address)))
        assert secretary.post(address, sent).url == at("body_meetings", council)
        assert sorted(meeting.date.month for meeting in council.meetings.all()) == [3, 9]
        assert not shown(secretary.get(address)).all("input", type="date")

    @pytest.mark.parametrize("wrong", ["the same day twice", "a day that is taken", "another year", "no day at all"])
    def test_of_days_that_do_not_go_nothing_is_made(self, secretary, council, wrong):
        one, two = make_task(council), make_task(council, month=9)
        make_meeting(council, date=datetime.date(NEXT_YEAR, 2, 2))
        days = {
            "the same day twice": (f"{NEXT_YEAR}-03-03", f"{NEXT_YEAR}-03-03"),
            "a day that is taken": (f"{NEXT_YEAR}-02-02", f"{NEXT_YEAR}-09-09"),
            "another year": (f"{TODAY.year}-12-30", f"{NEXT_YEAR}-09-09"),
            "no day at all": ("", ""),
        }[wrong]
        sent = {f"task-{one.pk}": days[0], f"task-{two.pk}": days[1]}
        page = shown(secretary.post(at("plan_year", council, NEXT_YEAR), sent))
        assert page.all("div", class_="ds-error-summary")
        assert council.meetings.count() == 1

    @pytest.mark.parametrize("year", [1999, TODAY.year + 2, 10**20])
    def test_only_this_year_and_the_next_are_planned(self, secretary, council, year):
        assert secretary.get(at("plan_year", council, year)).status_code == 404

    def test_members_and_others_do_not_come_in(self, client, council):
        task = make_task(council)
        pages = [
            at("year_wheel", council),
            at("plan_year", council, NEXT_YEAR),
            at("add_year_wheel_task", council),
            at("year_wheel_task", council, task.pk),
        ]
        for user, status in ((make_reader(council), 403), (make_secretary(make_council()), 404)):
            client.force_login(user)
            assert {client.get(page).status_code for page in pages} == {status}
