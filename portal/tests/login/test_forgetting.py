"""The daily job forgets sessions that are over and attempts that no longer count."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from portal.login.forgetting import clear_attempts, clear_sessions

pytestmark = pytest.mark.django_db


def test_what_still_holds_is_kept(visitor, somebody):
    somebody.log_in(visitor)
    cache.set("counted", [1], timeout=600)
    clear_sessions(timezone.localdate())
    clear_attempts(timezone.localdate())
    assert visitor.get("/skrivebord/").status_code == 200
    assert cache.get("counted") == [1]


def test_what_is_over_is_forgotten(visitor, somebody):
    somebody.log_in(visitor)
    cache.set("counted", [1], timeout=600)
    with time_machine.travel(timezone.now() + timedelta(hours=9), tick=False):
        assert clear_sessions(timezone.localdate()) >= 1
        assert clear_attempts(timezone.localdate()) >= 1
    assert not Session.objects.filter(pk=visitor.session.session_key).exists()
    assert cache.get("counted") is None
