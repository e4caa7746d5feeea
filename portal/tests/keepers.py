"""A district that several people keep, committed: for tests in which the real server answers to more than one of them.

Whoever uses it is marked `committed`, and takes the world away afterwards.
"""

import http.client
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html import unescape
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client
from django.utils import timezone

from contacts.models import (
    Assignment,
    AuditEvent,
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
from contacts.tests.factories import make_contact_point, make_district, make_municipality, make_person, make_user

TOKEN = "x" * 32


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
        AuditEvent.objects.filter(at__gte=self.began).delete()
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
