"""The five steps of a working year, as the picture tells them."""

import datetime

import pytest
from django.utils import timezone

from councils.models import Meeting
from councils.services.agenda import add_item
from councils.tests.factories import make_meeting
from slt.choices import Effect, Outcome
from slt.cycle import DONE, NEXT, NOT_BEGUN, ONGOING, steps_of
from slt.tests.factories import make_finding, make_group, make_measure, make_priority, make_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return make_year()


@pytest.fixture
def put(year):
    """A priority on the agenda of the steering group."""
    meeting = make_meeting(make_group(year.scheme, level="steering"))
    return make_priority(year, item=add_item(meeting=meeting, title="Prøvesak"))


def states(cycle):
    return [step.state for step in steps_of(cycle)]


def counts(cycle, key):
    step = next(step for step in steps_of(cycle) if step.key == key)
    return {count.kind: count.number for count in step.counts}


def test_of_a_new_year_the_first_step_is_next_and_nothing_is_counted(year):
    assert states(year) == [NEXT, NOT_BEGUN, NOT_BEGUN, NOT_BEGUN, NOT_BEGUN]
    assert [step.counts for step in steps_of(year)] == [()] * 5


def test_each_step_follows_what_was_written(year):
    finding = make_finding(year)
    assert states(year)[:2] == [ONGOING, NEXT]
    priority = make_priority(year)
    priority.findings.add(finding)
    assert states(year)[:3] == [DONE, ONGOING, NEXT]
    priority.outcome, priority.decided_on = Outcome.ADOPTED, timezone.localdate()
    priority.save()
    measure = make_measure(year, priority=priority)
    assert states(year)[:4] == [DONE, DONE, ONGOING, NEXT]
    measure.status, measure.done_on, measure.effect = "done", timezone.localdate(), Effect.GOOD
    measure.save()
    year.evaluation, year.evaluated_on = "Det gikk bra.", timezone.localdate()
    assert states(year) == [DONE, DONE, DONE, DONE, NEXT]
    year.summary, year.documented_on = "Året i korte trekk.", timezone.localdate()
    assert states(year) == [DONE] * 5
    assert [step.what_next for step in steps_of(year)] == [""] * 5


def test_what_is_late_and_what_is_to_be_evaluated_is_counted(year):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    make_measure(year, due=yesterday)
    make_measure(year, due=yesterday, status="done", done_on=yesterday)
    assert counts(year, "act") == {"measures": 2, "done": 1, "late": 1}
    assert steps_of(year)[3].what_next.startswith("1 ")


def test_a_priority_is_before_the_steering_group_until_its_case_falls_away(year, put):
    assert counts(year, "prioritise") == {"priorities": 1, "put": 1}
    Meeting.objects.filter(pk=put.item.meeting_id).update(status="cancelled")
    assert counts(year, "prioritise") == {"priorities": 1}
    assert set(year.priorities.to_be_put()) == {put}


def test_a_finding_is_to_be_put_until_one_of_its_priorities_is(year, put):
    finding, other = make_finding(year), make_finding(year)
    make_priority(year).findings.add(finding, other)
    assert set(year.findings.to_be_put()) == {finding, other}
    put.findings.add(finding)
    assert set(year.findings.to_be_put()) == {other}


def test_as_many_queries_for_many_rows_as_for_few(year, put, django_assert_num_queries):
    for _number in range(3):
        make_finding(year)
        make_priority(year)
        make_measure(year)
    with django_assert_num_queries(3):
        steps_of(year)
