"""What the public sees of a contact point: never an old name, never an unverified one, never more than was decided."""

import datetime

import pytest

from contacts.disclosure import disclose, unregistered
from contacts.models import Assignment, ContactPoint, Freshness, Function, Publication
from contacts.tests.factories import make_assignment, make_contact_point, make_municipality, make_person

pytestmark = pytest.mark.django_db

VERIFIED = datetime.date(2026, 1, 15)
TODAY = datetime.date(2026, 2, 1)
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)
FUNCTION_NUMBER, DIRECT_NUMBER = "12349901", "12349902"
DEPUTY = Assignment.Role.DEPUTY


@pytest.fixture
def point():
    return make_contact_point(verified_on=VERIFIED, phone=FUNCTION_NUMBER, email="post@eksempel.example")


def hold(point, name="Prøve Holder", publication=Publication.NAME_AND_DIRECT, never_publish=False, **fields):
    """Somebody with a direct number holds the function, and there is a decision to publish all of it."""
    person = make_person(name, direct_phone=DIRECT_NUMBER, work_title="Rådgiver", never_publish=never_publish)
    decision = {"publication_decided_on": VERIFIED, "publication_decided_by": "HR"}
    dates = {"valid_from": VERIFIED}
    return make_assignment(point, person, publication=publication, **decision | dates | fields)


def seen(point, on=TODAY):
    return disclose(ContactPoint.objects.for_card(on).get(pk=point.pk), on)


def names(people):
    return [person.name for person in people]


# R1: no current assignment


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param({"valid_to": YESTERDAY}, id="left yesterday"),
        pytest.param({"valid_from": TOMORROW}, id="begins tomorrow"),
    ],
)
def test_a_vacant_function_shows_nobody_who_left_or_has_yet_to_come(point, dates):
    hold(point, **dates)
    contact = seen(point)
    assert (contact.state, contact.named) == ("vacant", ())
    assert "Prøve Holder" not in repr(contact)
    assert DIRECT_NUMBER not in repr(contact)


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param({"valid_to": TODAY}, id="on the last day"),
        pytest.param({"valid_from": TODAY}, id="on the first day"),
        pytest.param({"valid_to": None}, id="until further notice"),
    ],
)
def test_whoever_holds_the_function_today_is_shown(point, dates):
    hold(point, **dates)
    assert (seen(point).state, names(seen(point).holders)) == ("held", ["Prøve Holder"])


def test_a_function_that_nobody_ever_held_is_vacant_and_keeps_its_own_number(point):
    contact = seen(point)
    assert (contact.state, contact.named, contact.phone) == ("vacant", (), FUNCTION_NUMBER)
    assert contact.needs_fallback


def test_a_vacant_function_that_was_not_verified_either_is_still_called_vacant(point):
    assert seen(point, on=datetime.date(2027, 1, 1)).state == "vacant"


def test_a_deputy_is_shown_while_the_function_is_vacant(point):
    hold(point, "Prøve Vikar", role=DEPUTY)
    contact = seen(point)
    assert (contact.state, contact.holders) == ("vacant", ())
    assert [(person.name, person.is_deputy) for person in contact.named] == [("Prøve Vikar", True)]


def test_a_deputy_stands_behind_a_holder_who_is_named(point):
    hold(point)
    hold(point, "Prøve Vikar", role=DEPUTY)
    assert names(seen(point).named) == ["Prøve Holder"]
    assert names(seen(point).deputies) == ["Prøve Vikar"]


def test_a_deputy_is_named_for_a_holder_who_is_not(point):
    hold(point, never_publish=True)
    hold(point, "Prøve Vikar", role=DEPUTY)
    contact = seen(point)
    assert (contact.state, names(contact.named)) == ("held", ["Prøve Vikar"])
    assert "Prøve Holder" not in repr(contact)


def test_a_deputy_whose_time_is_over_is_not_shown(point):
    hold(point, "Prøve Vikar", role=DEPUTY, valid_to=YESTERDAY)
    assert "Prøve Vikar" not in repr(seen(point))


def test_two_who_share_a_function_are_both_shown_with_their_share(point):
    hold(point, "Prøve Een", share=60)
    hold(point, "Prøve To", share=40)
    assert [(person.name, person.share) for person in seen(point).holders] == [("Prøve Een", 60), ("Prøve To", 40)]


# R3: fresh, due, stale. Verified on 15 January unless said otherwise.

JANUARY, AUGUST = VERIFIED, datetime.date(2025, 8, 31)
FRESH, DUE, STALE = Freshness.FRESH, Freshness.DUE, Freshness.STALE


@pytest.mark.parametrize(
    ("verified_on", "months", "on", "freshness"),
    [
        pytest.param(JANUARY, 6, datetime.date(2026, 1, 15), FRESH, id="6 months: the day of verification"),
        pytest.param(JANUARY, 6, datetime.date(2026, 6, 14), FRESH, id="6 months: 31 days before"),
        pytest.param(JANUARY, 6, datetime.date(2026, 6, 15), DUE, id="6 months: 30 days before"),
        pytest.param(JANUARY, 6, datetime.date(2026, 7, 14), DUE, id="6 months: the day before"),
        pytest.param(JANUARY, 6, datetime.date(2026, 7, 15), STALE, id="6 months: the day itself"),
        pytest.param(JANUARY, 3, datetime.date(2026, 3, 15), FRESH, id="3 months: 31 days before"),
        pytest.param(JANUARY, 3, datetime.date(2026, 3, 16), DUE, id="3 months: 30 days before"),
        pytest.param(JANUARY, 3, datetime.date(2026, 4, 15), STALE, id="3 months: the day itself"),
        pytest.param(JANUARY, 1, datetime.date(2026, 1, 15), FRESH, id="1 month: the day of verification"),
        pytest.param(JANUARY, 1, datetime.date(2026, 1, 16), DUE, id="1 month: 30 days before"),
        pytest.param(JANUARY, 1, datetime.date(2026, 2, 15), STALE, id="1 month: the day itself"),
        pytest.param(JANUARY, 12, datetime.date(2027, 1, 14), DUE, id="12 months: the day before"),
        pytest.param(JANUARY, 12, datetime.date(2027, 1, 15), STALE, id="12 months: the day itself"),
        pytest.param(AUGUST, 6, datetime.date(2026, 2, 27), DUE, id="31 August and 6 months: the day before"),
        pytest.param(AUGUST, 6, datetime.date(2026, 2, 28), STALE, id="31 August and 6 months: the end of February"),
        pytest.param(None, 6, datetime.date(2026, 1, 15), STALE, id="never verified"),
    ],
)
def test_a_name_is_shown_until_the_verification_runs_out(verified_on, months, on, freshness):
    point = make_contact_point(verified_on=verified_on, verification_interval=months)
    hold(point, valid_from=datetime.date(2025, 1, 1))
    contact = seen(point, on)
    assert (contact.freshness, contact.verified_on) == (freshness, verified_on)
    assert names(contact.named) == ([] if freshness == STALE else ["Prøve Holder"])


@pytest.fixture
def stale(point):
    hold(point)
    hold(point, "Prøve Vikar", role=DEPUTY)
    return seen(point, on=datetime.date(2026, 7, 15))


def test_a_stale_contact_point_hides_names_and_direct_numbers_of_holders_and_deputies(stale):
    assert (stale.state, stale.holders, stale.deputies, stale.named) == ("stale", (), (), ())
    assert [
        hidden for hidden in ("Prøve Holder", "Prøve Vikar", DIRECT_NUMBER, "Rådgiver") if hidden in repr(stale)
    ] == []


def test_a_stale_contact_point_keeps_its_function_with_number_and_mailbox_beside_02800(stale):
    assert (stale.function, stale.phone, stale.email) == (
        Function.MUNICIPAL_CONTACT,
        FUNCTION_NUMBER,
        "post@eksempel.example",
    )
    assert stale.verified_on == VERIFIED
    assert stale.needs_fallback


# R4: no more than was decided

LEVELS = {
    Publication.FUNCTION_ONLY: (),
    Publication.NAME: (("Prøve Person", ""),),
    Publication.NAME_AND_DIRECT: (("Prøve Person", DIRECT_NUMBER),),
}


@pytest.mark.parametrize("role", Assignment.Role.values)
@pytest.mark.parametrize(("publication", "shown"), LEVELS.items(), ids=LEVELS.keys())
def test_a_person_is_shown_as_the_decision_says(point, publication, shown, role):
    hold(point, "Prøve Person", publication, role=role)
    assert tuple((person.name, person.direct_phone) for person in seen(point).named) == shown


@pytest.mark.parametrize("role", Assignment.Role.values)
@pytest.mark.parametrize("publication", Publication.values)
def test_never_publish_wins_over_every_decision(point, publication, role):
    hold(point, "Prøve Person", publication, role=role, never_publish=True)
    contact = seen(point)
    assert contact.named == ()
    assert "Prøve Person" not in repr(contact)
    assert DIRECT_NUMBER not in repr(contact)


def test_a_function_is_held_also_when_the_name_is_not_public(point):
    hold(point, publication=Publication.FUNCTION_ONLY)
    assert (seen(point).state, seen(point).named) == ("held", ())


def test_a_published_person_without_a_direct_number_shows_none(point):
    hold(point).person.__class__.objects.update(direct_phone="")
    assert [person.direct_phone for person in seen(point).holders] == [""]


# 02800 beside the contact


@pytest.mark.parametrize(
    ("number", "publication", "needed", "several"),
    [
        pytest.param(FUNCTION_NUMBER, Publication.NAME, False, False, id="a function number"),
        pytest.param("", Publication.NAME_AND_DIRECT, False, False, id="a direct number"),
        pytest.param(FUNCTION_NUMBER, Publication.NAME_AND_DIRECT, False, True, id="both"),
        pytest.param("", Publication.NAME, True, False, id="a name without a number"),
        pytest.param("", Publication.FUNCTION_ONLY, True, False, id="neither name nor number"),
    ],
)
def test_02800_is_shown_where_no_other_number_is(number, publication, needed, several):
    point = make_contact_point(verified_on=VERIFIED, phone=number)
    hold(point, publication=publication)
    contact = seen(point)
    assert (contact.needs_fallback, contact.has_several_numbers) == (needed, several)


def test_02800_comes_beside_the_number_of_a_vacant_function(point):
    assert seen(point).needs_fallback
    assert seen(point).has_several_numbers


@pytest.mark.parametrize("function", Function.values)
def test_a_function_that_is_not_registered_shows_02800(function):
    contact = unregistered(function)
    assert (contact.state, contact.named, contact.needs_fallback) == ("unregistered", (), True)
    assert contact.title == Function(function).label


def test_a_contact_for_a_whole_district_serves_no_single_municipality():
    """A coverage that a bulk change left behind is not shown."""
    point = make_contact_point(Function.PREVENTION_CONTACT, serves=[make_municipality()])
    assert seen(point).municipality_ids == ()
