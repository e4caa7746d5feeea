"""One request as one principal, straight to the handler, and what came back in one word."""

import logging
import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from urllib.parse import urlsplit

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import login
from django.core.handlers.base import BaseHandler
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import RequestFactory
from django.urls import reverse
from django.utils.functional import cached_property

from portal.tests.access.pdfs import text_of

WRITES = re.compile(r'^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)
# What a request may note of itself: that somebody is still there, and how often somebody has tried.
NOTES = {"django_session", "portal_limit"}
# Between any two answers. That somebody is still there is noted in their session once in a while.
DIFFERS = r'(?<=csrfmiddlewaretoken" value=")\w+|Content-Length: \d+|Expires: .*|Set-Cookie sessionid: '
# On the page for an address that leads nowhere: places with a similar name, whatever there is or was at the address.
SUGGESTED = re.compile(r'<h2>[^<]*</h2>\s*<ul class="choices">.*?</ul>', re.DOTALL)
WORDS = {
    200: "ok",
    300: "ask",
    400: "bad",
    403: "refused",
    404: "missing",
    405: "method",
    409: "conflict",
    410: "gone",
}


@dataclass
class Answer:
    """`word` says how it went, `written` which tables were written to, `faults` what went wrong inside."""

    word: str
    status: int
    headers: dict
    body: str
    written: set = field(default_factory=set)
    faults: list = field(default_factory=list)
    logged: list = field(default_factory=list)

    @property
    def text(self):
        """All that reaches whoever asked."""
        return "\n".join([*(f"{name}: {value}" for name, value in self.headers.items()), self.body])

    def without(self, names):
        """To compare answers: without what differs between any two, and without what an address calls the row."""
        text = re.sub(DIFFERS, "", self.text)
        for name in names:
            text = re.sub(rf"(/|%2F){re.escape(str(name))}(?=/|%2F)", r"\1-", text)
        return self.status, re.sub(r"\n\s+", "\n", SUGGESTED.sub("\n", text))


class Asker:
    """Asks as each principal, with one session for each; everything that is written is taken back."""

    def __init__(self, world):
        self.world = world
        self.sessions = {}
        self.factory = RequestFactory(SERVER_NAME="localhost")

    @cached_property
    def handler(self):
        handler = BaseHandler()
        handler.load_middleware()
        return handler

    def ask(self, principal, verb, url, data=None):
        request = self.request(principal, verb, url, data)
        with watching() as seen, taken_back(seen.written):
            response = self.handler.get_response(request)
            body = b"".join(response) if response.streaming else response.content
            for close in response._resource_closers:
                close()
        headers = dict(response.items()) | {f"Set-Cookie {name}": "" for name in response.cookies}
        return Answer(
            word_for(response),
            response.status_code,
            headers,
            readable(body, headers),
            seen.written - NOTES,
            seen.faults,
            seen.logged,
        )

    def request(self, principal, verb, url, data=None):
        method = getattr(self.factory, verb.lower(), None)
        request = method(url, data or {}) if verb == "POST" else method(url)
        request._dont_enforce_csrf_checks = True
        if principal.key in self.world.users:
            request.COOKIES[settings.SESSION_COOKIE_NAME] = self.session_of(principal)
        return request

    def session_of(self, principal):
        if principal.key not in self.sessions:
            self.sessions[principal.key] = log_in(self.world.users[principal.key], principal.has_second_factor)
        return self.sessions[principal.key]


def readable(body, headers):
    """As a reader has it, and as it is: a PDF may hide words from whoever looks at its bytes only."""
    text = body.decode("utf-8", "replace")
    return f"{text}\n{text_of(body)}" if headers.get("Content-Type", "").startswith("application/pdf") else text


def log_in(user, has_second_factor):
    """The key of a session in which this user gave a password and, if they have one, a code."""
    request = RequestFactory().get("/")
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.user = user
    login(request, user, settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, user, "password", email=user.email)
    if has_second_factor:
        factor = TOTP.activate(user, generate_totp_secret()).instance
        record_authentication(request, user, "mfa", id=factor.pk, type=factor.type)
    request.session.save()
    return request.session.session_key


def word_for(response):
    if 300 < response.status_code < 400:
        path = urlsplit(response.headers["Location"]).path
        return next((word for word, route in DOORS.items() if path == reverse(route)), "onward")
    return WORDS.get(response.status_code, "fault")


DOORS = {"login": "account_login", "factor": "mfa_index"}


class Watch(logging.Handler):
    """What happens inside while a request is answered: writes, exceptions that become a page, lines for the log."""

    def __init__(self):
        super().__init__()
        self.written, self.faults, self.logged = set(), [], []

    def emit(self, record):
        self.logged.append(logging.Formatter().format(record))

    def note_writes(self, execute, sql, params, many, context):
        if found := WRITES.match(sql):
            self.written.add(found[1])
        return execute(sql, params, many, context)

    def note_fault(self, sender, **details):
        self.faults.append(repr(sys.exc_info()[1]))


@contextmanager
def watching():
    watch, root = Watch(), logging.getLogger()
    others, root.handlers = root.handlers, [watch]
    got_request_exception.connect(watch.note_fault)
    try:
        with connection.execute_wrapper(watch.note_writes):
            yield watch
    finally:
        root.handlers = others
        got_request_exception.disconnect(watch.note_fault)


@contextmanager
def taken_back(written):
    """Puts everything in the database back, if anything was written."""
    with transaction.atomic():
        yield
        if written:
            transaction.set_rollback(True)
