"""Verify all in one table: tick, correct, save once; all or nothing; and a row ticked by mistake is taken back."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts import gazetteer
from contacts.models import ContactPoint, Function, Role
from contacts.tests.factories import make_assignment, make_contact_point, make_person, make_user
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

URL = "/en/skrivebord/bekrefte/"
TODAY = timezone.localdate()
OLD = TODAY - datetime.timedelta(days=400)
MOST_QUERIES = 14


@pytest.fixture
def point(agder, valle):
    return make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle], phone="12349901", verified_on=OLD)


@pytest.fixture
def other(agder, valle):
    return make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle], verified_on=OLD)


def page_of(answer):
    assert answer.status_code == 200
    return Document(answer.content.decode())


def sent_by(document):
    """What the table would send unchanged."""
    inputs = [element for element in document.all("input") if element.attrs.get("type") != "checkbox"]
    return {element.attrs["name"]: element.attrs.get("value", "") for element in inputs}


def table(client):
    return sent_by(page_of(client.get(URL)))


def row(point, **fields):
    return {f"p{point.pk}-{name}": value for name, value in fields.items()}


def now(point):
    point = ContactPoint.objects.get(pk=point.pk)
    return point.verified_on, point.phone


def test_what_is_ticked_is_verified_and_the_rest_is_left(coordinator, point, other):
    answer = coordinator.post(URL, table(coordinator) | row(point, right="on"))
    assert answer.headers["Location"] == URL
    assert [now(point), now(other)] == [(TODAY, "12349901"), (OLD, "")]


def test_the_name_is_shown_again(coordinator, point, held):
    held.publication, held.publication_decided_by, held.publication_decided_on = "name", "HR", TODAY
    held.save()
    assert "Prøve Før" not in coordinator.get("/en/kommuner/valle/").content.decode()
    coordinator.post(URL, table(coordinator) | row(point, right="on"))
    assert "Prøve Før" in coordinator.get("/en/kommuner/valle/").content.decode()


def test_a_correction_is_saved_and_verifies_the_row(coordinator, point):
    coordinator.post(URL, table(coordinator) | row(point, phone="12 34 99 09"))
    assert now(point) == (TODAY, "12349909")


def test_nothing_ticked_changes_nothing(coordinator, point):
    coordinator.post(URL, table(coordinator))
    assert ContactPoint.objects.get(pk=point.pk).version == 1


def test_the_stale_come_first(coordinator, point, agder):
    ids = [element.attrs["name"] for element in page_of(coordinator.get(URL)).all("input", type="checkbox")]
    assert ids[0] == f"p{point.pk}-right"


def test_all_are_ticked_at_once_and_what_was_typed_stays(coordinator, point, other):
    sent = table(coordinator) | row(point, phone="12 34") | {"tick_all": "yes"}
    document = page_of(coordinator.post(URL, sent))
    boxes = document.all("input", type="checkbox")
    assert boxes
    assert all("checked" in box.attrs for box in boxes)
    assert document.one(id=f"id_p{point.pk}-phone").attrs["value"] == "12 34"
    assert not document.all(class_="ds-error-summary")
    assert now(point) == (OLD, "12349901")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("phone", "spør etter Kari", id="a number in words"),
        pytest.param("email", "kari", id="an address that is none"),
        pytest.param("opening_hours", "9 til 3", id="hours in words"),
        pytest.param("phone", "a\0b", id="a NUL"),
        pytest.param("phone", "1" * 100_000, id="a huge number"),
    ],
)
def test_a_row_that_cannot_be_saved_says_why_and_nothing_is(coordinator, point, other, field, value):
    sent = table(coordinator) | row(point, **{field: value}) | row(other, right="on", phone="12349905")
    document = page_of(coordinator.post(URL, sent))
    assert document.one(id=f"id_p{point.pk}-{field}_error")
    assert document.one(class_="ds-error-summary")
    assert document.one(id=f"id_p{point.pk}-{field}").attrs["value"] == value
    assert document.one(id=f"id_p{other.pk}-phone").attrs["value"] == "12349905"
    assert "checked" in document.one(id=f"id_p{other.pk}-right").attrs
    assert [now(point), now(other)] == [(OLD, "12349901"), (OLD, "")]


def test_the_number_of_another_function_is_held_up_once_and_taken_when_it_was_meant(coordinator, point, other):
    sent = table(coordinator) | row(other, phone="12349901")
    document = page_of(coordinator.post(URL, sent))
    assert document.one(id=f"id_p{other.pk}-phone_error")
    assert now(other) == (OLD, "")
    coordinator.post(URL, sent | {document.one(id=f"id_p{other.pk}-use_shared_number").attrs["name"]: "on"})
    assert now(other) == (TODAY, "12349901")


def test_a_private_address_is_no_mailbox_of_a_function(coordinator, point):
    sent = table(coordinator) | row(point, email="kari@gmail.com")
    assert page_of(coordinator.post(URL, sent)).one(id=f"id_p{point.pk}-email_error")


# Somebody else


def changed_by_somebody_else(point, agder):
    point = ContactPoint.objects.get(pk=point.pk)
    point.phone = "12349907"
    point._history_user = make_user((Role.POLICE_COORDINATOR, agder), name="Rask Eksempel")
    point.save()


@pytest.mark.parametrize("mine", [{"right": "on"}, {"phone": "12349908"}], ids=["ticked", "corrected"])
def test_a_row_that_somebody_else_changed_is_shown_with_who_and_what(coordinator, point, other, agder, mine):
    sent = table(coordinator) | row(point, **mine) | row(other, right="on")
    changed_by_somebody_else(point, agder)
    document = page_of(coordinator.post(URL, sent))
    (told,) = [element.text for element in document.all("section") if "Rask Eksempel" in element.text]
    assert "12 34 99 07" in told
    assert [now(point), now(other)] == [(OLD, "12349907"), (OLD, "")]


def test_the_rows_that_are_not_ticked_may_change_meanwhile(coordinator, point, other, agder):
    sent = table(coordinator) | row(other, right="on")
    changed_by_somebody_else(point, agder)
    assert coordinator.post(URL, sent).status_code == 302
    assert [now(point), now(other)] == [(OLD, "12349907"), (TODAY, "")]


def test_a_new_holder_must_have_been_seen_by_whoever_ticks(coordinator, point, held, agder):
    sent = table(coordinator) | row(point, right="on")
    make_assignment(point, make_person("Prøve Rask", owner=agder))
    document = page_of(coordinator.post(URL, sent))
    assert "Prøve Rask" in document.one(class_="ds-error-summary").text
    assert now(point)[0] == OLD
    assert coordinator.post(URL, sent_by(document) | row(point, right="on")).status_code == 302
    assert now(point)[0] == TODAY


# Taking back


def undoable(client):
    return [element.attrs["value"] for element in page_of(client.get(URL)).all("button", name="undo")]


def test_a_row_is_taken_back_as_it_was_and_what_was_typed_elsewhere_stays(coordinator, point, other):
    coordinator.post(URL, table(coordinator) | row(point, phone="12349909"))
    assert undoable(coordinator) == [str(point.pk)]
    sent = table(coordinator) | row(other, phone="12 34") | {"undo": str(point.pk)}
    document = page_of(coordinator.post(URL, sent))
    assert now(point) == (OLD, "12349901")
    assert document.one(id=f"id_p{other.pk}-phone").attrs["value"] == "12 34"
    assert document.one(id=f"id_p{point.pk}-phone").attrs["value"] == "12349901"
    assert undoable(coordinator) == []


def test_what_somebody_else_verified_is_not_mine_to_take_back(coordinator, point, agder):
    coordinator.post(URL, table(coordinator) | row(point, right="on"))
    coordinator.force_login(make_user((Role.POLICE_COORDINATOR, agder)))
    assert undoable(coordinator) == []
    coordinator.post(URL, table(coordinator) | {"undo": str(point.pk)})
    assert now(point)[0] == TODAY


def test_what_was_changed_again_is_not_taken_back(coordinator, point, agder):
    coordinator.post(URL, table(coordinator) | row(point, right="on"))
    changed_by_somebody_else(point, agder)
    assert coordinator.post(URL, table(coordinator) | {"undo": str(point.pk)}).status_code == 200
    assert now(point) == (TODAY, "12349907")


def test_after_half_an_hour_nothing_is_taken_back(coordinator, point, time_machine):
    coordinator.post(URL, table(coordinator) | row(point, right="on"))
    point.history.update(history_date=timezone.now() - datetime.timedelta(minutes=31))
    assert undoable(coordinator) == []


@pytest.mark.parametrize("value", ["", "x", "9" * 40, "-1", "\0"])
def test_an_undo_that_was_altered_does_nothing(coordinator, point, value):
    assert coordinator.post(URL, table(coordinator) | {"undo": value}).status_code == 200
    assert now(point)[0] == OLD


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 40, "\0"])
def test_a_version_that_was_altered_is_a_conflict_and_no_error(coordinator, point, value):
    assert coordinator.post(URL, table(coordinator) | row(point, right="on", seen=value)).status_code == 200
    assert now(point)[0] == OLD


def test_sixty_rows_cost_as_many_queries_as_one(coordinator, agder, valle):
    few = queries(coordinator)
    for _number in range(60):
        make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle]))
    assert queries(coordinator) == few <= MOST_QUERIES


def queries(client):
    """Of a process that knows the places and asks whether they are still the same."""
    client.get(URL)
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        client.get(URL)
    return len(captured)
