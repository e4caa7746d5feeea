"""The desk of a body: what needs doing, the five tasks one press away, and what the members read."""

import datetime

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from contacts.models import Role
from contacts.tests.factories import make_district, make_grant, make_municipality
from councils.desk.standing import standing_of, standings_of
from councils.models import Body, Meeting, SelfEvaluation, Strategy, YearlyReport
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_item,
    make_meeting,
    make_member,
    make_reader,
    make_secretary,
)

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 10, 5)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _language_of_the_last_page():
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def body():
    return make_council(minimum_meetings=1)


def on(day, body, **fields):
    return make_meeting(body, date=day, **fields)


def todos(body, today=TODAY):
    """[(how many, the end of the address)]"""
    start = f"/skrivebord/organ/{body.slug}/"
    return [(todo.count, todo.url.removeprefix(start)) for todo in standing_of(as_read(body), today).todos]


def as_read(body):
    """As the pages read it."""
    return Body.objects.get(pk=body.pk)


def test_a_body_in_which_nothing_needs_doing_says_so(body):
    on(TODAY + 40 * DAY, body)
    assert todos(body) == []


@pytest.mark.parametrize(("days", "color"), [(21, "warning"), (7, "danger")])
def test_a_planned_meeting_is_to_be_called_three_weeks_before_and_in_red_one_week_before(body, days, color):
    on(TODAY + days * DAY, body)
    (todo,) = standing_of(body, TODAY).todos
    assert (todo.count, todo.color) == (1, color)
    assert todo.url.endswith(f"/moter/{TODAY + days * DAY}/")


def test_a_meeting_that_was_planned_and_forgotten_is_told(body):
    day = TODAY - 3 * DAY
    on(day, body)
    on(TODAY + 40 * DAY, body)
    assert todos(body) == [(1, f"moter/{day}/")]


@pytest.mark.parametrize("status", ["called", "held", "draft", "checked", "approved", "correcting"])
def test_minutes_are_to_be_finished_until_they_are_published(body, status):
    day = TODAY - 3 * DAY
    on(day, body, status=status)
    on(TODAY + 40 * DAY, body)
    assert todos(body) == [(1, f"moter/{day}/referat/")]


def test_published_and_cancelled_meetings_leave_nothing_to_do(body):
    on(TODAY - 3 * DAY, body, status="published")
    on(TODAY - 4 * DAY, body, status="cancelled")
    assert todos(body) == []


def test_overdue_action_items_are_counted(body):
    on(TODAY + 40 * DAY, body)
    for due in (TODAY - DAY, TODAY - 2 * DAY, TODAY, None):
        make_action_item(body, due=due)
    make_action_item(body, due=TODAY - DAY, status="done", done_on=TODAY)
    assert [count for count, _url in todos(body)] == [2]


def test_a_strategy_in_force_is_to_be_reviewed_from_its_day(body):
    item = make_item(on(TODAY - 300 * DAY, body, status="published"))
    on(TODAY + 40 * DAY, body)
    YearlyReport.objects.create(body=body, year=2025, status="published")
    Strategy.objects.create(
        body=body,
        title="S",
        slug="s",
        status="adopted",
        adopted_in=item,
        valid_from=TODAY - 300 * DAY,
        review_on=TODAY,
    )
    assert todos(body) == [(1, "strategier/")]
    assert todos(body, TODAY - DAY) == []


def test_from_september_on_the_meetings_that_are_missing_are_counted(body):
    body.minimum_meetings = 3
    body.save()
    on(TODAY - 3 * DAY, body, status="published")
    assert todos(body) == [(2, "moter/nytt/")]
    assert todos(body, datetime.date(2026, 8, 31)) == []


def test_last_years_report_is_due_until_it_is_published(body):
    on(datetime.date(2025, 3, 3), body, status="published")
    on(TODAY + 40 * DAY, body)
    assert todos(body) == [(1, "arsrapport/2025/")]
    YearlyReport.objects.create(body=body, year=2025, status="published")
    assert todos(body) == []


def test_the_self_evaluation_is_due_at_the_end_of_the_year(body):
    november = datetime.date(2026, 11, 2)
    on(november + 40 * DAY, body)
    assert todos(body, november) == [(1, "egenvurdering/2026/rediger/")]
    SelfEvaluation.objects.create(body=body, year=2026)
    assert todos(body, november) == []


def test_of_a_council_that_sleeps_only_old_minutes_are_asked_for(body):
    body.status, body.minimum_meetings = "dormant", 4
    body.save()
    on(TODAY - 3 * DAY, body, status="held")
    make_action_item(body, due=TODAY - DAY)
    assert [url for _count, url in todos(body)] == [f"moter/{TODAY - 3 * DAY}/referat/"]


def test_the_five_tasks_lead_to_the_meeting_that_is_next(body):
    on(TODAY + 40 * DAY, body)
    on(TODAY - 3 * DAY, body, status="draft")
    ends = [task.url.removeprefix(f"/skrivebord/organ/{body.slug}/") for task in standing_of(body, TODAY).tasks]
    assert ends == [
        f"moter/{TODAY + 40 * DAY}/",
        f"moter/{TODAY - 3 * DAY}/referat/",
        "strategier/",
        reverse("follow_up", args=[body.slug]).removeprefix(f"/skrivebord/organ/{body.slug}/"),
        "arsrapport/2025/",
    ]


def test_after_an_election_the_fifth_task_is_to_confirm_the_members(body):
    make_member(body, is_elected=True, valid_from=datetime.date(2020, 1, 1))
    assert standing_of(body, TODAY).tasks[-1].url.endswith("/medlemmer/bekreft/")


def test_a_desk_costs_the_same_for_one_body_and_for_ten(django_assert_num_queries):
    def bodies(count):
        made = [make_council() for _number in range(count)]
        for one in made:
            on(TODAY, one)
            make_member(one, is_elected=True)
        return Body.objects.filter(pk__in=[one.pk for one in made])

    for count in (1, 10):
        made = list(bodies(count))
        with django_assert_num_queries(7):
            assert len([standing.todos for standing in standings_of(made, TODAY)]) == count


# The pages.


def desk_of(body):
    return f"/en/skrivebord/organ/{body.slug}/"


def test_every_task_of_the_desk_leads_to_a_page(client, body):
    client.force_login(make_secretary(body))
    make_meeting(body, status="held")
    standing = client.get(desk_of(body)).context["standing"]
    for link in [*standing.tasks, *standing.todos]:
        assert client.get(link.url).status_code == 200, link.url


def test_whoever_has_one_body_finds_its_tasks_on_the_first_page(client, body):
    client.force_login(make_secretary(body))
    make_meeting(body, status="held")
    answer = client.get("/en/skrivebord/")
    expected = standing_of(body, timezone.localdate())
    with translation.override("en"):
        assert {task.url for task in expected.tasks} <= {task.url for task in answer.context["tasks"]}
        assert {todo.url for todo in expected.todos} <= {todo.url for todo in answer.context["todos"]}


def test_whoever_has_two_bodies_chooses_between_them(client, body):
    other = make_council()
    secretary = make_secretary(body)
    make_grant(secretary, Role.COUNCIL_SECRETARY, other.municipalities.first(), body=other.slug)
    client.force_login(secretary)
    answer = client.get("/en/skrivebord/")
    assert {mine.url for mine in answer.context["bodies"]} == {desk_of(body), desk_of(other)}
    assert not [task for task in answer.context["tasks"] if "/organ/prove" in task.url]


def test_a_member_reads_and_is_offered_nothing_to_do(client, body):
    planned, called = make_meeting(body, days=20), make_meeting(body, days=10, status=Meeting.Status.CALLED)
    make_action_item(body, what="Ringe rundt")
    client.force_login(make_reader(body))
    answer = client.get(desk_of(body))
    content = answer.content.decode()
    assert answer.context["standing"] is None
    assert f"/moter/{called.date}/" in content
    assert f"/moter/{planned.date}/" not in content
    assert "Ringe rundt" in content


FRAME = ["council_frame", "body_municipalities", "members"]
RECORDS = ["agreements", "standing_items"]


def led_to(client, url, body):
    """Which pages of the frame a page leads to."""
    content = client.get(url).content.decode()
    with translation.override("en"):
        return [name for name in (*FRAME, *RECORDS) if f'href="{reverse(name, args=[body.slug])}"' in content]


def test_a_secretary_finds_the_frame_from_the_desk_and_the_way_back(client, body):
    client.force_login(make_secretary(body))
    assert led_to(client, desk_of(body), body) == [*FRAME, *RECORDS]
    for name in (*FRAME, *RECORDS):
        with translation.override("en"):
            url = reverse(name, args=[body.slug])
        links = client.get(url).content.decode().partition('class="filter-links"')[2].partition("</nav>")[0]
        assert f'href="{desk_of(body)}"' in links


def test_a_member_is_led_to_no_page_of_the_frame_and_one_of_the_police_to_what_they_keep(client):
    district = make_district()
    body = make_council(make_municipality(district=district))
    member = make_reader(body)
    client.force_login(member)
    assert led_to(client, desk_of(body), body) == []
    make_grant(member, Role.POLICE_COORDINATOR, district)
    client.force_login(member)
    assert led_to(client, desk_of(body), body) == FRAME


def test_another_body_is_not_there(client, body):
    client.force_login(make_secretary(make_council()))
    assert client.get(desk_of(body)).status_code == 404
