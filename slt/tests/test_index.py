"""What is known of SLT in each municipality, in memory and renewed when something changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import gazetteer
from contacts.models import Function, Publication
from contacts.tests.factories import make_assignment, make_contact_point, make_municipality
from councils.lists import by_county
from slt import index, lists
from slt.models import Scheme
from slt.tests.factories import make_coordinator, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english", "places_asked_for_once")]
Status = Scheme.Status


@pytest.fixture(autouse=True)
def places_of_this_test():
    gazetteer.check_again()


def answer(municipality):
    gazetteer.check_again()
    return index.current().of(gazetteer.current().municipalities_by_id[municipality.pk])


def held(coordinator, **fields):
    fields = {"publication": Publication.NAME, "publication_decided_by": "HR"} | fields
    point = coordinator.contact_point
    make_assignment(point, publication_decided_on=point.verified_on, **fields)


def test_a_municipality_has_the_scheme_and_the_coordinator_of_its_card():
    here, there = make_municipality("Prøvelia"), make_municipality("Prøvestad")
    scheme = make_scheme(here, there, age_from=12, age_to=23)
    held(make_coordinator(scheme), share=50)
    found = answer(here)
    assert (found.scheme.slug, found.scheme.ages, found.is_active) == (scheme.slug, "ages 12–23", True)
    assert [holder.share for holder in found.coordinators[0].holders] == [50]
    assert [place.name for place in found.shared_with] == ["Prøvestad"]


def test_the_lines_are_by_county_also_when_the_places_are_read_again_meanwhile():
    make_municipality()
    found = lists.lines({})
    make_municipality()
    gazetteer.check_again()
    assert sum(len(of_county) for _county, of_county in by_county(found)) == len(found)


def test_a_coordinator_without_a_scheme_is_slt_that_is_not_described_yet():
    here = make_municipality()
    make_contact_point(Function.SLT_COORDINATOR, owner=here)
    found = answer(here)
    assert (found.has_slt, found.is_undescribed, found.scheme) == (True, True, None)


def test_nothing_registered_is_no_slt():
    found = answer(make_municipality())
    assert (found.has_slt, found.is_undescribed, found.schemes) == (False, False, ())


@pytest.mark.parametrize("status", [Status.PLANNED, Status.PAUSED, Status.ENDED])
def test_a_scheme_that_is_not_active_is_named_and_is_no_slt_today(status):
    here = make_municipality()
    make_scheme(here, status=status)
    found = answer(here)
    assert ([scheme.status for scheme in found.schemes], found.has_slt) == ([status], False)


def test_a_scheme_that_was_wound_up_lends_no_coordinator():
    here = make_municipality()
    scheme = make_scheme(here, make_municipality(), status=Status.ENDED)
    point = make_contact_point(Function.SLT_COORDINATOR, owner=scheme.municipalities.last())
    scheme.coordinators.create(contact_point=point)
    assert answer(here).coordinators == ()


def test_what_is_not_published_is_not_known():
    scheme = make_scheme()
    make_coordinator(scheme, is_published=False)
    assert answer(scheme.municipalities.get()).coordinators == ()


def test_a_change_is_known_at_the_next_question():
    scheme = make_scheme()
    here = scheme.municipalities.get()
    assert answer(here).coordinators == ()
    make_coordinator(scheme)
    assert answer(here).is_vacant
    scheme.status = Status.ENDED
    scheme.save()
    assert not answer(here).is_active


@pytest.mark.parametrize(
    ("share", "expected"),
    [(None, "ikke-oppgitt"), (20, "inntil-20"), (21, "21-50"), (50, "21-50"), (51, "51-99"), (100, "100")],
)
def test_the_position_share_is_that_which_the_card_shows(share, expected):
    coordinator = make_coordinator()
    held(coordinator, share=share)
    assert lists.shares(answer(coordinator.scheme.municipalities.get())) == {expected}


def test_a_share_that_is_not_shown_is_not_stated_and_nobody_is_vacant():
    hidden, vacant = make_coordinator(), make_coordinator()
    held(hidden, share=50, publication=Publication.FUNCTION_ONLY)
    assert lists.shares(answer(hidden.scheme.municipalities.get())) == {"ikke-oppgitt"}
    assert lists.shares(answer(vacant.scheme.municipalities.get())) == {"ledig"}


@pytest.mark.parametrize("count", [1, 12, 40], ids="{} schemes".format)
def test_reading_anew_costs_the_same_however_many_schemes_there_are(count):
    for _number in range(count):
        held(make_coordinator())
    gazetteer.check_again()
    places = gazetteer.current()
    with CaptureQueriesContext(connection) as captured:
        index.Index(places)
    assert len(captured) == 6
