"""Elections every fourth year, and the task that is there from the day after."""

import datetime

import pytest

from councils import elections
from councils.models import Member
from councils.services import confirmation
from councils.tests.factories import make_council, make_member

DAY = datetime.timedelta(days=1)
ELECTION = datetime.date(2027, 9, 13)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2011, 12), (2015, 14), (2019, 9), (2023, 11), (2027, 13), (2031, 8)],
    ids=lambda value: str(value),
)
def test_the_election_is_expected_on_the_second_monday_of_september(year, day):
    expected = elections.expected_day(year)
    assert (expected, expected.weekday()) == (datetime.date(year, 9, day), 0)


@pytest.mark.parametrize(
    ("today", "latest", "coming"),
    [
        (datetime.date(2026, 11, 24), 2023, 2027),
        (ELECTION - DAY, 2023, 2027),
        (ELECTION, 2023, 2027),
        (ELECTION + DAY, 2027, 2031),
        (datetime.date(2027, 1, 1), 2023, 2027),
    ],
    ids=["between", "the day before", "on the day", "the day after", "early in the year"],
)
def test_an_election_is_over_from_the_day_after(today, latest, coming):
    assert (elections.latest_before(today).year, elections.next_from(today).year) == (latest, coming)


@pytest.fixture
def elected(db):
    return make_member(make_council(), is_elected=True, valid_from=ELECTION - 900 * DAY, name="Kari Eksempel")


def waiting(member, on):
    return set(Member.objects.filter(body=member.body_id).to_confirm(elections.latest_before(on), on))


def test_an_elected_member_waits_from_the_day_after_the_election_until_confirmed(elected):
    assert waiting(elected, ELECTION) == set()
    assert waiting(elected, ELECTION + DAY) == {elected}
    confirmation.confirm(member=elected, on=ELECTION + 30 * DAY)
    assert waiting(elected, ELECTION + 31 * DAY) == set()


def test_whoever_is_not_elected_or_came_after_the_election_is_not_asked_for(elected):
    make_member(elected.body, valid_from=ELECTION - 900 * DAY)
    make_member(elected.body, is_elected=True, valid_from=ELECTION + DAY)
    assert waiting(elected, ELECTION + 9 * DAY) == {elected}


def test_a_new_holder_takes_the_same_place_from_the_day_after_the_one_before_ended(elected):
    first = ELECTION + 30 * DAY
    new = confirmation.succeed(member=elected, first=first, on=first, name="Ola Eksempel")
    elected.refresh_from_db()
    assert (elected.valid_to, new.valid_from) == (first - DAY, first)
    assert (new.role, new.kind, new.is_elected, new.public_name) == (elected.role, elected.kind, True, "")
    assert waiting(elected, first) == set()


def test_a_leader_is_followed_by_a_leader(elected):
    elected.kind = Member.Kind.LEADER
    elected.save()
    first = ELECTION + 30 * DAY
    new = confirmation.succeed(member=elected, first=first, on=first)
    assert (new.kind, new.name) == (Member.Kind.LEADER, "")


def test_a_place_that_ends_later_is_settled_now(elected):
    confirmation.end(member=elected, last=ELECTION + 60 * DAY, on=ELECTION + 9 * DAY)
    assert waiting(elected, ELECTION + 10 * DAY) == set()
