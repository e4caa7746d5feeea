"""How long a session lasts: half an hour without a word, and a working day at most, whatever the cookie says."""

import time

from django.conf import settings
from django.contrib.auth.signals import user_logged_in

BEGAN, SEEN = "login.began", "login.seen"
# Written at most this often: most requests only read.
SECONDS_BETWEEN_WRITES = 60
IDLE, LONG = "idle", "long"


def why_ended(session):
    """IDLE, LONG, or nothing while it lasts. A session that does not say when it began has ended."""
    now = time.time()
    if now - session.get(BEGAN, 0) >= settings.SESSION_LONGEST_SECONDS:
        return LONG
    if now - session.get(SEEN, 0) >= settings.SESSION_IDLE_SECONDS:
        return IDLE
    return ""


def prolong(session):
    now = time.time()
    if now - session[SEEN] >= SECONDS_BETWEEN_WRITES:
        session[SEEN] = now


def seconds_since_login(session):
    return time.time() - session.get(BEGAN, 0)


def begin(session):
    session[BEGAN] = session[SEEN] = time.time()


def _begins_with_the_login(sender, request, user, **kwargs):
    begin(request.session)


def connect():
    user_logged_in.connect(_begins_with_the_login, dispatch_uid="a_session_begins_with_the_login")
