"""Half an hour without a word, or eight hours in all, and the session is over, whatever the cookie says."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 24, 8, tzinfo=timezone.get_default_timezone())
PAGE = "/skrivebord/mangler/?vis=alle"


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def inside(clock, visitor, somebody):
    somebody.log_in(visitor)
    return visitor


def work(client, clock, minutes, every=10):
    for _ in range(0, minutes, every):
        clock.shift(timedelta(minutes=every))
        client.get("/konto/")


def test_after_29_minutes_one_is_still_inside(inside, clock):
    clock.shift(timedelta(minutes=29))
    assert inside.get(PAGE).status_code == 200


def test_after_31_minutes_one_is_told_why_and_led_back(inside, clock, somebody):
    clock.shift(timedelta(minutes=31))
    answer = inside.get(PAGE)
    assert "ended=idle" in answer.url
    page = inside.get(answer.url)
    assert page.context["request"].GET["next"] == PAGE
    assert b'role="status"' in page.content
    assert somebody.log_in(inside, next=page.context["request"].GET["next"]).url == PAGE


def test_after_eight_hours_of_work_the_day_is_over(inside, clock):
    work(inside, clock, minutes=470)
    assert inside.get(PAGE).status_code == 200
    clock.shift(timedelta(minutes=11))
    assert "ended=long" in inside.get(PAGE).url


def test_an_ended_session_cannot_be_used_again(inside, clock):
    key = inside.session.session_key
    clock.shift(timedelta(minutes=31))
    inside.get(PAGE)
    clock.shift(timedelta(minutes=-31))
    assert not inside.session.exists(key)
    assert inside.get(PAGE).status_code == 302


def test_reading_public_pages_does_not_keep_one_logged_in(inside, clock):
    for _ in range(4):
        clock.shift(timedelta(minutes=10))
        assert inside.get("/kommuner/valle/").status_code == 200
    assert "ended=idle" in inside.get(PAGE).url


def test_something_sent_after_the_end_does_nothing(inside, clock, somebody):
    clock.shift(timedelta(minutes=31))
    answer = inside.post(reverse("account_change_password"), {"oldpassword": "x"})
    assert "/konto/logg-inn/" in answer.url
    somebody.user.refresh_from_db()
    assert somebody.user.check_password(somebody.password)


def test_an_open_page_is_open_also_to_whoever_was_logged_out_just_now(inside, clock):
    clock.shift(timedelta(minutes=31))
    assert inside.get(reverse("account_reset_password")).status_code == 200


def test_the_page_of_somebody_is_kept_by_nobody(inside):
    assert {"private", "no-store"} <= set(inside.get("/konto/").headers["Cache-Control"].split(", "))


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(inside):
    for name in ("sessionid", "csrftoken"):
        cookie = inside.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["max-age"]
