import datetime

import pytest
from django.utils import timezone

from contacts import gazetteer
from contacts.desk.findings import Issue
from contacts.tests.factories import make_district, make_municipality
from councils.missing import findings_of_councils
from councils.models import Plan, Strategy
from councils.tests.factories import make_council, make_item, make_meeting, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]

TODAY = timezone.localdate()
LONG_AGO = TODAY - datetime.timedelta(days=900)
YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture
def municipality():
    return make_municipality(district=make_district())


@pytest.fixture
def council(municipality):
    """Active for long, and met lately."""
    council = make_council(municipality, status_since=LONG_AGO)
    make_meeting(council, days=-30, status="published")
    return council


def issues(municipality):
    gazetteer.check_again()
    places = gazetteer.current()
    place = places.municipalities_by_id[municipality.pk]
    return [finding.issue for finding in findings_of_councils([], [place], places)]


def test_a_municipality_without_a_council_is_named_as_one_that_may_have_none(municipality):
    assert issues(municipality) == [Issue.VOLUNTARY]


@pytest.mark.parametrize("status", ["invited", "considered", "declined"])
def test_one_that_was_asked_is_not(municipality, status):
    make_council(municipality, status=status)
    assert issues(municipality) == []


def test_a_council_that_meets_lacks_nothing(municipality, council):
    assert issues(municipality) == []


def test_one_that_has_not_met_in_a_year_is_named(municipality):
    council = make_council(municipality, status_since=LONG_AGO)
    make_meeting(council, days=-400, status="published")
    make_meeting(council, days=-40, status="cancelled")
    assert issues(municipality) == [Issue.QUIET]


def test_one_that_is_new_has_time(municipality):
    make_council(municipality, status_since=TODAY)
    assert issues(municipality) == []


def test_a_strategy_whose_time_is_over_is_named_until_another_holds(municipality, council):
    item = make_item(council.meetings.get())
    fields = {"body": council, "adopted_in": item, "title": "Strategi"}
    Strategy.objects.create(**fields, slug="a", status="expired", valid_from=LONG_AGO, valid_to=YESTERDAY)
    assert issues(municipality) == [Issue.EXPIRED]
    Strategy.objects.create(**fields, slug="b", status="adopted", valid_from=TODAY)
    assert issues(municipality) == []


def test_a_plan_whose_time_is_over_is_named(municipality, council):
    plan = {"body": council, "title": "Plan", "slug": "plan", "status": "current"}
    Plan.objects.create(**plan, valid_from=LONG_AGO, valid_to=YESTERDAY)
    assert issues(municipality) == [Issue.EXPIRED]


def test_members_that_were_not_confirmed_since_the_election_are_named(municipality, council):
    make_member(council, is_elected=True, valid_from=datetime.date(2020, 1, 1))
    assert issues(municipality) == [Issue.UNCONFIRMED]


def test_it_takes_no_more_queries_for_the_country_than_for_one_municipality(council, django_assert_max_num_queries):
    places = gazetteer.current()
    for municipalities in (places.municipalities[:1], places.municipalities):
        with django_assert_max_num_queries(7):
            findings_of_councils([], municipalities, places)
