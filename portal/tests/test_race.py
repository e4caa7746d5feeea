"""Fifty people save the same thing at once, through the real server: one wins, and everybody else is told.

What is here is committed, as the server is another process; so each test takes away what it made.
"""

import http.client
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html import unescape
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from contacts.models import (
    Assignment,
    ContactPoint,
    Coverage,
    DistrictMembership,
    Function,
    Municipality,
    Person,
    Role,
    RoleGrant,
    User,
)
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)
from portal.tests.plugin import serving

SAVES = 50
FEWER = 8
TOKEN = "x" * 32
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
WINNER = re.compile(r"By (Person \d+)")


pytestmark = pytest.mark.django_db


@pytest.fixture
def _django_db_helper(django_db_setup, django_db_blocker):
    """In the place of pytest-django's, which keeps a transaction open round each test, and so SQLite locked."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def busy_server(django_db_setup):
    """With several processes and threads, so that the saves do meet."""
    with serving("--workers", "2", "--blocking-threads", "4", "--backlog", "256") as address:
        yield urlsplit(address).netloc


class World:
    """A district, what it keeps, and those who keep it; with a session each."""

    def __init__(self, address, people):
        self.address, self.began = address, timezone.now()
        self.district = make_district("Prøvedalen")
        self.municipality = make_municipality(district=self.district)
        self.point = make_contact_point(
            Function.POLICE_CONTACT, owner=self.district, serves=[self.municipality], phone="12340000"
        )
        self.person = make_person("Per Eksempel", owner=self.district)
        self.users = [
            make_user((Role.POLICE_COORDINATOR, self.district), name=f"Person {number}") for number in range(people)
        ]
        self.sessions = [session_of(user) for user in self.users]

    def take_away(self):
        for user in self.users:
            user.delete()
        Assignment.objects.filter(contact_point=self.point).delete()
        ContactPoint.objects.filter(pk=self.point.pk).delete()
        Person.objects.filter(owner_district=self.district).delete()
        self.municipality.delete()
        self.district.delete()
        for model in (Assignment, ContactPoint, Coverage, DistrictMembership, Municipality, Person, RoleGrant, User):
            model.history.filter(history_date__gte=self.began).delete()

    def page(self, path):
        return self._ask("GET", path, self.sessions[0])

    def fields(self, path):
        """What the page would send unchanged, read from its markup."""
        status, text = self.page(path)
        assert status == 200, text
        return sent_by(text)

    def race(self, path, sendings):
        """All at the same moment: each by another person. (status, text) of each."""
        start = threading.Barrier(len(sendings))

        def save(session, fields):
            start.wait()
            return self._ask("POST", path, session, fields)

        with ThreadPoolExecutor(len(sendings)) as pool:
            return list(pool.map(save, self.sessions, sendings))

    def _ask(self, method, path, session, fields=None):
        cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
        headers = {"Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
        with closing(http.client.HTTPConnection(self.address, timeout=60)) as connection:
            connection.request(method, path, urlencode(fields or {}, doseq=True), headers)
            answer = connection.getresponse()
            return answer.status, unescape(answer.read().decode())


def session_of(user):
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def sent_by(text):
    """The fields of the page's last form, as a browser without JavaScript would send them."""
    form = text[text.rindex("<form") :]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, kind = attribute(tag, "name"), attribute(tag, "type")
        if name and kind not in {"submit", "checkbox", "radio"}:
            sent[name] = attribute(tag, "value")
        elif name and " checked" in tag:
            sent[name] = attribute(tag, "value") or "on"
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return {name: value for name, value in sent.items() if name != "csrfmiddlewaretoken" and "__prefix__" not in name}


def attribute(tag, name):
    found = re.search(rf' {name}="([^"]*)"', tag)
    return found[1] if found else ""


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


def test_a_role_that_ended_before_the_save_saves_nothing(world):
    path = f"/en/admin/contacts/contactpoint/{world.point.pk}/change/"
    fields = world.fields(path) | {"phone": "12340199", "_save": ""}
    RoleGrant.objects.filter(user__in=world.users).update(ends_at=timezone.now())
    answers = world.race(path, [fields] * FEWER)

    assert max(statuses(answers)) < 500
    assert ContactPoint.objects.get(pk=world.point.pk).phone == "12340000"
