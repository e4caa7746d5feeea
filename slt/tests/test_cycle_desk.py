"""The first page of a scheme: what needs doing, each a press away; and a year that begins with what is left."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from councils.services.agenda import add_item
from councils.tests.factories import make_council, make_meeting
from slt.choices import Level, Outcome
from slt.desk.standing import standing_of, standings_of
from slt.models import CycleYear
from slt.tests.factories import (
    make_coordinator,
    make_dialogue,
    make_event,
    make_finding,
    make_group,
    make_keeper,
    make_measure,
    make_priority,
    make_scheme,
    make_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def scheme():
    return make_scheme()


@pytest.fixture
def at_work(scheme):
    """A scheme in which nothing needs doing."""
    make_coordinator(scheme)
    make_group(scheme, level=Level.STEERING)
    make_year(scheme, evaluation="Bra.", evaluated_on=TODAY)
    return scheme


@pytest.fixture
def keeper(scheme):
    client = Client()
    client.force_login(make_keeper(scheme))
    return client


def url(scheme, *parts):
    return "/".join([f"/en/skrivebord/slt/{scheme.slug}", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


def told(scheme):
    return {todo.text: (todo.count, todo.url) for todo in standing_of(scheme, TODAY).todos}


def year_of(scheme, year=TODAY.year):
    return CycleYear.objects.get(scheme=scheme, year=year)


def test_where_nothing_needs_doing_nothing_is_told(at_work):
    assert told(at_work) == {}


def test_what_is_missing_is_told_with_where_to_put_it_right(scheme):
    addresses = [address for _count, address in told(scheme).values()]
    assert addresses == [url(scheme, "koordinatorer"), url(scheme, "grupper"), url(scheme, "arbeidsar", "nytt")]


@pytest.mark.parametrize("status", ["planned", "paused", "ended"])
def test_of_a_scheme_that_is_not_at_work_nothing_is_missing(status):
    assert told(make_scheme(status=status)) == {}


def test_a_council_that_steers_is_a_steering_group(at_work):
    at_work.groups.update(ended_on=TODAY)
    assert "steering group to name in the scheme" in told(at_work)
    at_work.steering_council = make_council(at_work.municipalities.get())
    assert told(at_work) == {}


def test_each_thing_leads_to_the_act(at_work):
    cycle = year_of(at_work)
    priority = make_priority(cycle)
    make_finding(cycle)
    make_measure(cycle, due=TODAY - DAY)
    make_measure(cycle, due=TODAY + DAY)
    make_measure(cycle, status="stopped")
    event = make_event(make_dialogue(at_work), days=-3)
    year = ("arbeidsar", cycle.year)
    assert list(told(at_work).items()) == [
        ("measure is overdue", (1, url(at_work, *year, "tiltak", "status"))),
        (
            "dialogue event has passed: say what came of it",
            (1, url(at_work, "dialog", event.process.slug, "moter", event.pk, "gjennomfort")),
        ),
        (
            "priority to put to the steering group",
            (1, url(at_work, *year, "prioriteringer", priority.pk, "styringsgruppe")),
        ),
        ("finding to make a priority of", (1, url(at_work, *year, "prioriteringer", "ny"))),
        ("measure is due within 30 days", (1, url(at_work, *year, "tiltak", "status"))),
        ("measure that has ended is to be evaluated", (1, url(at_work, *year, "tiltak", "virkning"))),
    ]


def test_after_the_meeting_the_decision_is_asked_for(at_work):
    meeting = make_meeting(at_work.groups.get(), days=-2, status="held")
    cycle = year_of(at_work)
    priority = make_priority(cycle, item=add_item(meeting=meeting, title="Prøvesak"))
    (told_of,) = told(at_work).values()
    assert told_of == (1, url(at_work, "arbeidsar", cycle.year, "prioriteringer", priority.pk, "vedtak"))


def test_the_year_before_is_to_be_documented(at_work):
    make_year(at_work, year=TODAY.year - 1)
    assert f"working year to document: {TODAY.year - 1}" in told(at_work)


def test_as_many_queries_for_many_schemes_as_for_one(scheme):
    def asked(schemes):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            for standing in standings_of(schemes, TODAY):
                assert standing.todos
        return len(captured)

    for one in (several := [scheme, make_scheme(), make_scheme()]):
        cycle = make_year(one)
        make_measure(cycle, due=TODAY - DAY)
        make_priority(cycle)
        make_finding(cycle)
        make_event(make_dialogue(one))
    assert asked([scheme]) == asked(several)


def test_groups_measures_priorities_and_events_stand_on_the_page(keeper, scheme):
    cycle = make_year(scheme)
    group = make_group(scheme)
    meeting = make_meeting(group, days=9)
    rows = [make_measure(cycle), make_priority(cycle), make_event(make_dialogue(scheme)).title, group.name]
    page = text_of(keeper.get(url(scheme)))
    assert [row for row in rows if str(row) not in page] == []
    assert f"/skrivebord/organ/{group.slug}/moter/{meeting.date}/" in page


def test_of_a_council_that_steers_only_its_next_planned_day_is_told(keeper, scheme):
    scheme.steering_council = make_council(scheme.municipalities.get(), name="Prøverådet som styrer")
    scheme.save()
    planned = make_meeting(scheme.steering_council, days=9, place="Hemmelig sted")
    page = text_of(keeper.get(url(scheme)))
    assert "Prøverådet som styrer" in page
    assert str(planned.date.day) in page
    assert "Hemmelig sted" not in page
    assert f"/skrivebord/organ/{scheme.steering_council.slug}/" not in page


def test_the_year_begins_with_one_press_and_what_is_left_comes_along(keeper, scheme):
    last = make_year(scheme, year=TODAY.year - 1)
    priority = make_priority(last, position=3)
    decided = make_priority(last, outcome=Outcome.ADOPTED, decided_on=TODAY - 200 * DAY)
    unfinished = make_measure(last, priority=decided)
    finished = make_measure(last, status="done", done_on=TODAY - 200 * DAY)
    page = keeper.get(url(scheme))
    assert page.context["left"] == {"measures": 1, "priorities": 1}
    answer = keeper.post(url(scheme, "arbeidsar", "nytt"), {"year": TODAY.year, "priorities": "on"})
    assert answer.url == url(scheme, "arbeidsar", TODAY.year)
    this = year_of(scheme)
    assert (set(this.measures.all()), set(this.priorities.all())) == ({unfinished}, {priority})
    assert this.priorities.get().position == 1
    assert this.measures.get().priority == decided
    assert set(last.measures.all()) == {finished}


def test_a_measure_that_came_along_is_saved_with_its_earlier_priority(keeper, scheme):
    decided = make_priority(make_year(scheme, year=TODAY.year - 1))
    measure = make_measure(make_year(scheme), priority=decided)
    address = url(scheme, "arbeidsar", TODAY.year, "tiltak", measure.pk)
    form = keeper.get(address).context["form"]
    assert decided in form.fields["priority"].queryset
    measure.full_clean()


def test_priorities_stay_where_they_were_unless_they_are_asked_for(keeper, scheme):
    last = make_year(scheme, year=TODAY.year - 1)
    priority = make_priority(last)
    keeper.post(url(scheme, "arbeidsar", "nytt"), {"year": TODAY.year})
    assert last.priorities.get() == priority


def test_a_year_that_is_written_afterwards_takes_nothing_from_the_one_at_work(keeper, scheme):
    measure = make_measure(make_year(scheme))
    keeper.post(url(scheme, "arbeidsar", "nytt"), {"year": TODAY.year - 2})
    assert year_of(scheme, TODAY.year - 2).measures.count() == 0
    assert year_of(scheme).measures.get() == measure


@pytest.mark.parametrize("year", [1800, TODAY.year + 5, "i fjor", ""])
def test_a_year_that_is_none_is_asked_about(keeper, scheme, year):
    page = keeper.post(url(scheme, "arbeidsar", "nytt"), {"year": year})
    assert "year" in page.context["form"].errors
    assert not scheme.years.exists()


def test_the_same_year_is_not_begun_twice(keeper, scheme):
    make_year(scheme)
    page = keeper.post(url(scheme, "arbeidsar", "nytt"), {"year": TODAY.year})
    assert "there already" in text_of(page)
    assert scheme.years.count() == 1


def test_a_year_that_has_not_begun_leads_to_where_it_is_begun(keeper, scheme):
    answer = keeper.get(url(scheme, "arbeidsar", TODAY.year))
    assert answer.url == url(scheme, "arbeidsar", "nytt") + f"?ar={TODAY.year}"
    assert keeper.get(url(scheme, "arbeidsar", 1800)).status_code == 404
    assert keeper.get(url(scheme, "arbeidsar", 10**30)).status_code == 404


def test_the_desk_of_another_scheme_is_not_there(keeper):
    other = make_scheme()
    for parts in ((), ("arbeidsar", "nytt"), ("arbeidsar", TODAY.year)):
        assert keeper.get(url(other, *parts)).status_code == 404
    assert keeper.post(url(other, "arbeidsar", "nytt"), {"year": TODAY.year}).status_code == 404
    assert not other.years.exists()
