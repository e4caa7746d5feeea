"""Absence: dates and a deputy, by one form; ended or moved by a press; and the public card follows by itself."""

import datetime

import pytest
from django.utils import timezone

from contacts.models import Absence, Assignment, Person
from contacts.services.absence import register_absence
from contacts.tests.factories import make_person
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

URL = "/en/skrivebord/fravaer/"
CARD = "/en/kommuner/valle/"
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def held(held):
    held.publication, held.publication_decided_by, held.publication_decided_on = "name", "HR", TODAY
    held.valid_from = TODAY - 50 * DAY
    held.save()
    return held


@pytest.fixture
def form(held):
    return {
        "assignments": [held.pk],
        "first": str(TODAY),
        "last": str(TODAY + 9 * DAY),
        "person": "",
        "name": "Prøve Vikar",
        "publication": "name",
        "publication_decided_by": "HR",
        "publication_decided_on": str(TODAY),
    }


@pytest.fixture
def away(held):
    return register_absence(assignment=held, first=TODAY - DAY, last=TODAY + 9 * DAY)


def errors_of(answer):
    assert answer.status_code == 200
    return {element.attrs["id"] for element in Document(answer.content.decode()).all(data_field="validation")}


def card(client):
    return client.get(CARD).content.decode()


def test_the_deputy_is_on_the_card_at_once_and_the_holder_is_not(coordinator, form):
    assert "Prøve Før" in card(coordinator)
    assert coordinator.post(URL, form).headers["Location"] == URL
    assert "Prøve Vikar" in card(coordinator)
    assert "Prøve Før" not in card(coordinator)


def test_the_holder_is_back_by_themselves(coordinator, form, time_machine):
    coordinator.post(URL, form)
    time_machine.move_to(timezone.now() + 10 * DAY)
    assert "Prøve Før" in card(coordinator)
    assert "Prøve Vikar" not in card(coordinator)


def test_without_a_deputy_the_card_says_until_when(coordinator, form):
    coordinator.post(URL, form | {"name": ""})
    assert "Away until" in card(coordinator)
    assert Absence.objects.get().deputy is None


def test_somebody_registered_can_stand_in(coordinator, form, agder):
    deputy = make_person("Prøve Kjent", owner=agder)
    coordinator.post(URL, form | {"name": "", "person": deputy.pk})
    assert Absence.objects.get().deputy.person == deputy


def test_it_is_in_the_list_and_on_the_desk(coordinator, form):
    coordinator.post(URL, form)
    assert "Prøve Vikar" in coordinator.get(URL).content.decode()
    assert URL in Document(coordinator.get("/en/skrivebord/").content.decode()).links


WRONG = [
    pytest.param({"assignments": []}, {"id_assignments_error"}, id="nobody is away"),
    pytest.param({"assignments": ["9" * 40]}, {"id_assignments_error"}, id="a huge id"),
    pytest.param({"first": ""}, {"id_first_error"}, id="no first day"),
    pytest.param({"last": str(TODAY - DAY)}, {"id_last_error"}, id="an end before the start"),
    pytest.param({"last": "9999-12-31"}, {"id_last_error"}, id="a day far ahead"),
    pytest.param({"first": str(TODAY - 60 * DAY)}, {"id_first_error"}, id="before the assignment began"),
    pytest.param({"name": "a\0b"}, {"id_name_error"}, id="a NUL"),
    pytest.param({"name": "", "work_title": "vikar"}, {"id_name_error"}, id="a deputy without a name"),
    pytest.param({"direct_phone": "spør etter Kari"}, {"id_direct_phone_error"}, id="a number in words"),
    pytest.param({"publication_decided_by": ""}, {"id_publication_decided_by_error"}, id="nobody decided"),
    pytest.param({"reason": "x" * 9999}, {"id_reason_error"}, id="a huge note"),
]


@pytest.mark.parametrize(("change", "where"), WRONG)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_saved(coordinator, form, change, where):
    assert errors_of(coordinator.post(URL, form | change)) == where
    assert not Absence.objects.exists()
    assert not Person.objects.filter(name="Prøve Vikar").exists()


def test_days_that_overlap_are_refused(coordinator, form, away):
    answer = coordinator.post(URL, form)
    assert "ds-error-summary" in answer.content.decode()
    assert Absence.objects.get() == away


def test_nobody_stands_in_for_themselves(coordinator, form, held):
    assert errors_of(coordinator.post(URL, form | {"name": "", "person": held.person_id})) == {"id_person_error"}


# One that is there


def days(last, **fields):
    return {"valid_from": str(TODAY - DAY), "valid_to": str(last), "seen": "1"} | fields


def test_other_days(coordinator, away):
    assert coordinator.post(f"{URL}{away.pk}/", days(TODAY + 20 * DAY)).headers["Location"] == URL
    assert Absence.objects.get().valid_to == TODAY + 20 * DAY


def test_back_today(coordinator, away):
    coordinator.post(f"{URL}{away.pk}/", {"step": "end", "seen": "1"})
    assert Absence.objects.get().valid_to == TODAY - DAY
    assert "Prøve Før" in card(coordinator)


def test_one_that_has_not_begun_is_cancelled_and_the_deputy_with_it(coordinator, held, agder):
    deputy = make_person(owner=agder)
    ahead = register_absence(assignment=held, first=TODAY + DAY, last=TODAY + DAY, deputy=deputy)
    coordinator.post(f"{URL}{ahead.pk}/", {"step": "end", "seen": "1"})
    assert not Absence.objects.exists()
    assert list(Assignment.objects.filter(contact_point=held.contact_point)) == [held]


@pytest.mark.parametrize(
    "last",
    [TODAY - 2 * DAY, TODAY + 9999 * DAY, "i morgen", ""],
    ids=["before the first", "far ahead", "words", "none"],
)
def test_days_that_cannot_be_are_refused(coordinator, away, last):
    document = Document(coordinator.post(f"{URL}{away.pk}/", days(last)).content.decode())
    assert document.one(class_="ds-error-summary")
    assert Absence.objects.get().valid_to == away.valid_to


@pytest.mark.parametrize("step", [{}, {"step": "end"}], ids=["other days", "back today"])
def test_who_comes_second_is_told_and_nothing_is_overwritten(coordinator, away, step):
    away.valid_to = TODAY + 5 * DAY
    away.save()
    answer = coordinator.post(f"{URL}{away.pk}/", days(TODAY + 20 * DAY) | step)
    assert answer.status_code == 200
    assert Absence.objects.get().valid_to == TODAY + 5 * DAY


@pytest.mark.parametrize("seen", ["", "x", "9" * 40, "-1", "\0"])
def test_a_version_that_was_altered_ends_nothing(coordinator, away, seen):
    assert coordinator.post(f"{URL}{away.pk}/", {"step": "end", "seen": seen}).status_code == 200
    assert Absence.objects.get().valid_to == away.valid_to
