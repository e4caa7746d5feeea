"""The link "still right": one contact point, one round, one use, 30 days; whatever else happens to it is told apart."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connections, transaction
from django.utils import timezone

from contacts.models import ContactPoint, Coverage, Freshness, Municipality, VerificationRequest
from contacts.services.verification import verify
from contacts.tests.factories import make_assignment, make_contact_point, make_municipality, make_person
from contacts.verification.links import Fault, Refused, asked_about, confirm, link_to
from contacts.verification.rounds import fingerprint, round_of

TODAY = timezone.localdate()
LONG_AGO = TODAY - timedelta(days=400)
Recipient, Step = VerificationRequest.Recipient, VerificationRequest.Step


def ask(point, to="noen@eksempel.example", recipient=Recipient.MAILBOX):
    """The token of a link that was sent now."""
    point = ContactPoint.objects.with_holders(TODAY).get(pk=point.pk)
    request = VerificationRequest.objects.create(
        contact_point=point,
        round=round_of(point),
        step=Step.OWNER,
        recipient=recipient,
        to=to,
        seen=fingerprint(point),
    )
    return link_to(request).rstrip("/").rpartition("/")[2]


def fault_of(token, act=confirm):
    with pytest.raises(Refused) as refused:
        act(token, TODAY)
    return refused.value.fault


@pytest.fixture
def point(db):
    return make_contact_point(verified_on=LONG_AGO, phone="12345678")


@pytest.fixture
def token(point):
    return ask(point)


def test_it_confirms_its_contact_point_and_no_other(point, token):
    other = make_contact_point(verified_on=LONG_AGO)
    confirm(token, TODAY)
    assert ContactPoint.objects.get(pk=point.pk).freshness(TODAY) == Freshness.FRESH
    assert ContactPoint.objects.get(pk=other.pk).freshness(TODAY) == Freshness.STALE


def test_looking_confirms_nothing(point, token):
    for _ in range(3):
        assert asked_about(token, TODAY) == point
    assert ContactPoint.objects.get(pk=point.pk).verified_on == LONG_AGO


def test_the_history_tells_as_what_somebody_confirmed_and_no_name(point):
    confirm(ask(point, "kari@eksempel.example", Recipient.DEPUTY), TODAY)
    entry = point.history.latest()
    assert entry.origin == "mail_link"
    assert entry.history_change_reason
    assert "kari" not in entry.history_change_reason
    assert entry.history_user is None


def test_it_works_once(token):
    confirm(token, TODAY)
    assert fault_of(token) == Fault.USED
    assert fault_of(token, asked_about) == Fault.USED


def test_it_works_for_30_days(point):
    with time_machine.travel(timezone.now() - timedelta(days=29, hours=23)):
        in_time = ask(point, "1@eksempel.example")
    with time_machine.travel(timezone.now() - timedelta(days=30, hours=1)):
        too_late = ask(point, "2@eksempel.example")
    assert fault_of(too_late) == Fault.EXPIRED
    confirm(in_time, TODAY)


@pytest.mark.parametrize(
    "alter",
    [
        lambda token: token[:-1],
        lambda token: token + "A",
        lambda token: str(int(token.partition(".")[0]) + 1) + token[token.index(".") :],
        lambda token: token.replace(".", ":"),
        lambda token: token.swapcase(),
        lambda token: "",
        lambda token: "1",
        lambda token: "1..",
        lambda token: "\x00",
        lambda token: "æøå" * 1000,
    ],
)
def test_an_altered_one_confirms_nothing(alter, token, point):
    assert fault_of(alter(token)) == Fault.ALTERED
    assert ContactPoint.objects.get(pk=point.pk).verified_on == LONG_AGO


def test_of_two_recipients_the_second_is_told_that_it_was_done(point):
    first, second = ask(point, "1@eksempel.example"), ask(point, "2@eksempel.example")
    confirm(first, TODAY)
    assert fault_of(second) == Fault.VERIFIED


def test_a_verification_on_the_desk_supersedes_it(point, token):
    verify(point=point, on=TODAY)
    assert fault_of(token) == Fault.VERIFIED


def test_an_old_one_does_not_confirm_a_later_round(point, token):
    verify(point=point, on=TODAY - timedelta(days=1))
    assert fault_of(token) == Fault.VERIFIED


def change_number(point):
    point.phone = "12345679"
    point.save()


def change_holder(point):
    make_assignment(point, valid_from=TODAY - timedelta(days=1))


def change_name_of_holder(point):
    person = point.assignments.get().person
    person.name = "Ny Eksempel"
    person.save()


def add_municipality(point):
    point.coverages.create(municipality=make_municipality())


def unpublish(point):
    point.is_published = False
    point.save()


def delete(point):
    point.assignments.all().delete()
    point.delete()


@pytest.mark.parametrize(
    "change", [change_number, change_holder, change_name_of_holder, add_municipality, unpublish, delete]
)
def test_what_was_changed_meanwhile_is_not_confirmed_unseen(change, point):
    make_assignment(point, make_person(owner=point.owner))
    token = ask(point)
    change(ContactPoint.objects.get(pk=point.pk))
    assert fault_of(token) == Fault.CHANGED
    assert fault_of(token, asked_about) == Fault.CHANGED


def test_two_presses_at_once_confirm_once(really_written):
    with transaction.atomic():
        point = make_contact_point(verified_on=LONG_AGO)
        token = ask(point)
    outcomes, barrier = [], threading.Barrier(2)

    def press():
        barrier.wait()
        try:
            outcomes.append(confirm(token, TODAY))
        except Refused as refused:
            outcomes.append(refused.fault)
        connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(2)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    try:
        assert set(outcomes) == {point, Fault.USED}
        assert point.history.count() == 2
    finally:
        remove(point)


def remove(point):
    """What was really written, with its history and its municipality."""
    municipality = point.owner
    ContactPoint.objects.filter(pk=point.pk).delete()
    Municipality.objects.filter(pk=municipality.pk).delete()
    for row in (point, municipality):
        type(row).history.filter(**{row._meta.pk.name: row.pk}).delete()
    Coverage.history.filter(contact_point_id=point.pk).delete()
