"""People who log in by the pages, as a browser would: with a password, and an app that shows codes."""

from dataclasses import dataclass

import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from contacts.models import Role, User
from contacts.tests.factories import make_district, make_user
from portal.example_users.codes import codes_now

PASSWORD = "et-godt-passord-42"
STEP = 30


@dataclass
class Somebody:
    user: User
    password: str = PASSWORD

    @classmethod
    def with_a_role(cls):
        person = cls.with_password_only()
        TOTP.activate(person.user, generate_totp_secret())
        return person

    @classmethod
    def with_password_only(cls):
        return cls(make_user((Role.POLICE_COORDINATOR, make_district()), password=PASSWORD))

    @property
    def code(self):
        return codes_now([self.user])[self.user.pk]

    def code_at(self, moment):
        with time_machine.travel(moment, tick=False):
            return self.code

    def type_password(self, client, password=None, **query):
        form = {"login": self.user.email, "password": password or self.password} | query
        return client.post(reverse("account_login"), form)

    def type_code(self, client, code=None):
        return client.post(reverse("mfa_authenticate"), {"code": code or self.code})

    def log_in(self, client, **query):
        self.type_password(client, **query)
        return self.type_code(client)

    def lose_factors(self):
        Authenticator.objects.filter(user=self.user).delete()
