import datetime

import pytest
from django.utils import timezone

from contacts import gazetteer
from contacts.desk.findings import Issue
from contacts.tests.factories import make_district, make_municipality
from councils.tests.factories import make_council
from slt.missing import findings_of_schemes
from slt.models import Scheme
from slt.tests.factories import make_coordinator, make_group, make_scheme, make_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]

YEAR = timezone.localdate().year
LONG_AGO = datetime.date(YEAR - 2, 1, 1)
FEBRUARY, MARCH, MAY, JUNE = [datetime.date(YEAR, *day) for day in [(2, 28), (3, 1), (5, 31), (6, 1)]]


@pytest.fixture
def municipality():
    return make_municipality(district=make_district())


@pytest.fixture
def scheme(municipality):
    """Active for long, with somebody who coordinates, a steering group, and this year begun."""
    scheme = make_scheme(municipality, status_since=LONG_AGO)
    make_coordinator(scheme)
    make_group(scheme, level="steering")
    make_year(scheme, year=YEAR)
    return scheme


def findings(municipality, on=JUNE):
    gazetteer.check_again()
    places = gazetteer.current()
    place = places.municipalities_by_id[municipality.pk]
    return findings_of_schemes([], [place], OnADay(places, on))


class OnADay:
    """The places of today, asked on another day."""

    def __init__(self, places, on):
        self.places, self.on = places, on


def issues(municipality, on=JUNE):
    return [finding.issue for finding in findings(municipality, on)]


def test_a_municipality_without_slt_is_named_as_one_that_may_have_none(municipality):
    (finding,) = findings(municipality)
    assert (finding.issue, finding.body) == (Issue.VOLUNTARY, "")


@pytest.mark.parametrize("status", ["planned", "paused", "ended"])
def test_of_one_that_is_not_active_nothing_is_said(municipality, status):
    make_scheme(municipality, status=status, status_since=LONG_AGO)
    assert issues(municipality) == []


def test_a_scheme_that_has_everything_lacks_nothing(municipality, scheme):
    assert issues(municipality) == []


def test_one_that_nobody_is_linked_to_is_named(municipality, scheme):
    scheme.coordinators.all().delete()
    (finding,) = findings(municipality)
    assert (finding.issue, finding.topic_label, finding.body) == (Issue.UNCOORDINATED, scheme.name, scheme.slug)


def test_one_that_nobody_steers_is_named(municipality, scheme):
    scheme.groups.update(ended_on=LONG_AGO)
    assert issues(municipality) == [Issue.UNSTEERED]


@pytest.mark.parametrize(("status", "said"), [("active", []), ("dormant", [Issue.UNSTEERED])])
def test_a_council_steers_while_it_is_active(municipality, scheme, status, said):
    scheme.groups.update(ended_on=LONG_AGO)
    council = make_council(municipality, status=status)
    Scheme.objects.filter(pk=scheme.pk).update(steering_council=council)
    assert issues(municipality) == said


def test_one_without_the_steering_level_needs_nobody_to_steer_it(municipality, scheme):
    scheme.groups.update(ended_on=LONG_AGO)
    Scheme.objects.filter(pk=scheme.pk).update(has_steering=False)
    assert issues(municipality) == []


@pytest.mark.parametrize(("on", "said"), [(FEBRUARY, []), (MARCH, [Issue.NOT_BEGUN])])
def test_a_working_year_is_to_have_begun_by_the_first_of_march(municipality, scheme, on, said):
    scheme.years.all().delete()
    assert issues(municipality, on) == said


def test_a_new_scheme_has_time_for_group_and_year_but_not_for_a_coordinator(municipality):
    make_scheme(municipality, status_since=datetime.date(YEAR, 4, 1))
    assert issues(municipality, MAY) == [Issue.UNCOORDINATED]


@pytest.mark.parametrize(("on", "said"), [(MAY, []), (JUNE, [Issue.UNDOCUMENTED])])
def test_last_year_is_to_be_documented_by_the_first_of_june(municipality, scheme, on, said):
    make_year(scheme, year=YEAR - 1)
    assert issues(municipality, on) == said


def test_one_that_is_documented_is_not_named(municipality, scheme):
    make_year(scheme, year=YEAR - 1, documented_on=MAY)
    assert issues(municipality) == []


def test_a_shared_scheme_is_named_in_each_of_its_municipalities(municipality):
    other = make_municipality(district=make_district())
    make_scheme(municipality, other, status_since=MAY)
    assert issues(municipality) == issues(other) == [Issue.UNCOORDINATED]


def test_it_takes_no_more_queries_for_the_country_than_for_one_municipality(scheme, django_assert_max_num_queries):
    places = gazetteer.current()
    for municipalities in (places.municipalities[:1], places.municipalities):
        with django_assert_max_num_queries(5):
            findings_of_schemes([], municipalities, OnADay(places, JUNE))
