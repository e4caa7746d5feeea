"""People who log in by the pages, as a browser would: with a password, and an app that shows codes."""

from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from contacts.models import Role, User
from contacts.tests.factories import make_district, make_user
from portal.example_users.codes import codes_now

PASSWORD = "et-godt-passord-42"


@dataclass
class Somebody:
    user: User
    password: str = PASSWORD

    @classmethod
    def with_a_role(cls):
        return cls.with_password_only().with_an_app()

    @classmethod
    def with_password_only(cls):
        return cls(make_user((Role.POLICE_COORDINATOR, make_district()), password=PASSWORD))

    def with_an_app(self):
        TOTP.activate(self.user, generate_totp_secret())
        return self

    @property
    def code(self):
        return codes_now([self.user])[self.user.pk]

    def type_password(self, client, password=None, **query):
        form = {"login": self.user.email, "password": password or self.password} | query
        return client.post(reverse("account_login"), form)

    def type_code(self, client, code=None):
        return client.post(reverse("mfa_authenticate"), {"code": code or self.code})

    def log_in(self, client, **query):
        self.type_password(client, **query)
        return self.type_code(client)
