"""Attempts are counted in the database: for each account and each address, by all processes together."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contacts.models import OutgoingMail
from portal.tests.login.people import Somebody

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 24, 12, tzinfo=timezone.get_default_timezone())
ATTEMPTS = 5
UNKNOWN = "ukjent@eksempel.example"
WRONG = "feil"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def from_address(number):
    return Client(REMOTE_ADDR=f"192.0.2.{number}")


def guess(email, address=1, password=WRONG):
    return from_address(address).post(reverse("account_login"), {"login": email, "password": password})


def said(answer):
    return [str(error) for errors in answer.context["form"].errors.values() for error in errors]


def test_an_account_is_locked_however_many_addresses_the_guesses_come_from(somebody):
    for number in range(ATTEMPTS):
        guess(somebody.user.email, address=number)
    answer = guess(somebody.user.email, address=99, password=somebody.password)
    assert answer.status_code == 200
    assert "12.10" in said(answer)[0] or "12:10" in said(answer)[0]


def test_it_makes_no_difference_how_the_address_is_typed(somebody):
    for _ in range(ATTEMPTS):
        guess(somebody.user.email.upper())
    assert said(guess(somebody.user.email, password=somebody.password))


def test_it_opens_again_when_it_said_it_would(somebody, clock):
    for _ in range(ATTEMPTS):
        guess(somebody.user.email)
    clock.shift(timedelta(minutes=settings.LOCKED_MINUTES, seconds=1))
    assert guess(somebody.user.email, password=somebody.password).url == reverse("mfa_authenticate")


def test_an_address_is_locked_however_many_accounts_it_tries(nobody_is_locked_out):
    answers = [said(guess(f"nr{number}@eksempel.example")) for number in range(31)]
    assert answers[0] == answers[29] != answers[30]


def test_others_are_not_locked_out_with_it(somebody):
    for _ in range(ATTEMPTS):
        guess(somebody.user.email)
    another = Somebody.with_a_role()
    assert guess(another.user.email, address=2, password=another.password).url == reverse("mfa_authenticate")


def test_the_count_is_in_the_database(somebody):
    guess(somebody.user.email)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM portal_limit")
        assert cursor.fetchone()[0] > 0


def test_known_and_unknown_accounts_are_answered_alike(somebody):
    for _ in range(ATTEMPTS + 2):
        known, unknown = guess(somebody.user.email, address=1), guess(UNKNOWN, address=2)
        assert said(known) == said(unknown)
        assert (known.status_code, known.templates[0].name) == (unknown.status_code, unknown.templates[0].name)


def test_codes_cannot_be_guessed_either(visitor, somebody):
    for _ in range(ATTEMPTS):
        somebody.type_password(visitor)
        somebody.type_code(visitor, "000000")
    answer = somebody.type_code(visitor)
    assert "12.10" in said(answer)[0] or "12:10" in said(answer)[0]


def test_codes_are_counted_for_the_account_in_all_browsers_together(somebody):
    browsers = [from_address(number) for number in range(ATTEMPTS + 1)]
    for browser in browsers:
        somebody.type_password(browser)
    for browser in browsers[:-1]:
        somebody.type_code(browser, "000000")
    assert somebody.type_code(browsers[-1]).status_code == 200


def test_logging_in_with_one_account_gives_no_more_guesses_at_another(somebody):
    thief = Somebody.with_a_role()
    for _ in range(ATTEMPTS):
        guess(somebody.user.email)
        guess(thief.user.email, password=thief.password)
    assert said(guess(somebody.user.email, password=somebody.password))


def ask_for_a_new_password(email, address=1):
    return from_address(address).post(reverse("account_reset_password"), {"email": email})


def test_whoever_asks_for_a_new_password_is_answered_alike_and_gets_a_mail(somebody):
    known, unknown = ask_for_a_new_password(somebody.user.email), ask_for_a_new_password(UNKNOWN)
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert OutgoingMail.objects.filter(to=somebody.user.email, body__contains="/konto/passord/nytt/").count() == 1
    assert OutgoingMail.objects.filter(to=UNKNOWN).count() == 1
    assert not OutgoingMail.objects.filter(to=UNKNOWN, body__contains="/konto/passord/nytt/").exists()


def test_nobody_is_flooded_with_mail(somebody):
    answers = [ask_for_a_new_password(somebody.user.email, address=number) for number in range(ATTEMPTS + 1)]
    assert [answer.status_code for answer in answers] == [302] * ATTEMPTS + [429]
    assert OutgoingMail.objects.filter(to=somebody.user.email).count() == ATTEMPTS


def test_a_flood_of_strangers_attempts_clears_no_count():
    assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 1_000_000
