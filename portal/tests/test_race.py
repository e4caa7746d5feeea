"""Fifty people save the same thing at once, through the real server: one wins, and everybody else is told.

What is here is committed, as the server is another process; so each test takes away what it made.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from contacts.models import Assignment, AuditEvent, ContactPoint, Role, RoleGrant
from contacts.tests.factories import make_assignment, make_grant, make_user
from portal.tests.keepers import World
from portal.tests.plugin import serving

SAVES = 50
FEWER = 8
WINNER = re.compile(r"By (Person \d+)")


pytestmark = [pytest.mark.django_db, pytest.mark.committed]


@pytest.fixture(scope="module")
def busy_server(django_db_setup):
    """With several processes and threads, so that the saves do meet."""
    with serving("--workers", "2", "--blocking-threads", "4", "--backlog", "256") as address:
        yield urlsplit(address).netloc


@pytest.fixture
def world(busy_server, request):
    world = World(busy_server, getattr(request, "param", FEWER))
    yield world
    world.take_away()


def statuses(answers):
    return sorted(status for status, _text in answers)


@pytest.mark.parametrize("world", [SAVES], indirect=True, ids=["50"])
def test_of_fifty_who_save_a_row_at_once_one_wins_and_all_others_are_told(world):
    path = f"/en/admin/contacts/contactpoint/{world.point.pk}/change/"
    fields = world.fields(path)
    numbers = [f"123401{number:02}" for number in range(SAVES)]
    answers = world.race(path, [fields | {"phone": number, "_save": ""} for number in numbers])

    assert statuses(answers) == [200] * (SAVES - 1) + [302]
    winner = [status for status, _text in answers].index(302)
    assert ContactPoint.objects.get(pk=world.point.pk).phone == numbers[winner]
    assert world.point.history.count() == 2
    for number, (status, text) in zip(numbers, answers, strict=True):
        if status == 200:
            assert WINNER.findall(text) == [f"Person {winner}"]
            assert f'value="{number}"' in text  # what they typed
            assert f"12 34 01 {winner:02}" in text  # beside what is stored now


def test_an_inline_saved_at_once_has_one_winner(world):
    assignment = make_assignment(world.point, world.person)
    path = f"/en/admin/contacts/contactpoint/{world.point.pk}/change/"
    fields = world.fields(path)
    answers = world.race(
        path, [fields | {"assignments-0-share": str(share), "_save": ""} for share in range(1, FEWER + 1)]
    )

    assert statuses(answers) == [200] * (FEWER - 1) + [302]
    winner = [status for status, _text in answers].index(302)
    assert Assignment.objects.get(pk=assignment.pk).share == winner + 1
    assert all(WINNER.findall(text) == [f"Person {winner}"] for status, text in answers if status == 200)


def test_of_those_who_register_the_same_holder_at_once_one_wins_and_nobody_meets_an_error(world):
    path = f"/en/admin/contacts/contactpoint/{world.point.pk}/change/"
    new = {
        "assignments-TOTAL_FORMS": "1",
        "assignments-0-person": str(world.person.pk),
        "assignments-0-role": "holder",
        "assignments-0-valid_from": "2026-01-01",
        "assignments-0-publication": "function",
        "_save": "",
    }
    answers = world.race(path, [world.fields(path) | new] * FEWER)

    assert statuses(answers) == [200] * (FEWER - 1) + [302]
    assert Assignment.objects.filter(contact_point=world.point).count() == 1


def test_an_action_on_the_same_row_at_once_is_done_once(world):
    for user in world.users:
        make_grant(user, Role.USER_ADMINISTRATOR, world.district)
    ended = make_user((Role.POLICE_COORDINATOR, world.district)).grants.get()
    world.users.append(ended.user)
    path = "/en/admin/contacts/rolegrant/"
    sent = {"action": "end_now", "index": "0", "_selected_action": ended.pk, f"seen-{ended.pk}": ended.version}
    assert f'name="seen-{ended.pk}" value="{ended.version}"' in world.page(path)[1]
    answers = world.race(path, [sent] * FEWER)

    assert statuses(answers) == [302] * FEWER
    assert ended.history.count() == 2
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.ROLE_ENDED).count() == 1


def test_a_role_that_ended_before_the_save_saves_nothing(world):
    path = f"/en/admin/contacts/contactpoint/{world.point.pk}/change/"
    fields = world.fields(path) | {"phone": "12340199", "_save": ""}
    RoleGrant.objects.filter(user__in=world.users).update(ends_at=timezone.now())
    answers = world.race(path, [fields] * FEWER)

    assert max(statuses(answers)) < 500
    assert ContactPoint.objects.get(pk=world.point.pk).phone == "12340000"
