"""Everyone must have a second factor, and reaches nothing before it is there."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from contacts.models import User
from portal.example_users.codes import code_of
from portal.tests.login.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

PRIVATE = [
    "/skrivebord/",
    "/skrivebord/mangler/",
    "/admin/",
    "/admin/contacts/person/",
    "/nn/admin/contacts/person/add/",
    "/konto/",
    "/konto/passord/",
    "/konto/totrinn/koder/",
]


@pytest.fixture
def newcomer(nobody_is_locked_out):
    return Somebody.with_password_only()


@pytest.fixture
def with_password_only(visitor, newcomer):
    newcomer.type_password(visitor)
    return visitor


@pytest.fixture
def set_up_the_app(monkeypatch):
    """What allauth does on commit, done at once: in a test there is no commit within the request."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda callback: callback())

    def set_up(client):
        client.get(reverse("mfa_activate_totp"))
        return client.post(reverse("mfa_activate_totp"), {"code": code_of(client.session["mfa.totp.secret"])})

    return set_up


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", PRIVATE)
def test_a_password_alone_leads_to_where_one_sets_it_up_and_nowhere_else(with_password_only, path, method):
    answer = getattr(with_password_only, method)(path)
    assert answer.status_code == 302
    assert answer.url.endswith("/konto/totrinn/")


def test_a_password_alone_gives_no_access_to_rows(with_password_only):
    assert not with_password_only.get("/konto/totrinn/").wsgi_request.access


def test_the_app_is_set_up_without_typing_the_password_again_and_opens_the_desk(with_password_only, set_up_the_app):
    page = with_password_only.get(reverse("mfa_activate_totp"))
    assert b"data:image/svg+xml" in page.content
    assert with_password_only.session["mfa.totp.secret"] in page.content.decode()
    assert set_up_the_app(with_password_only).url == reverse("mfa_view_recovery_codes")
    assert with_password_only.get("/konto/totrinn/koder/").context["unused_codes"]
    assert with_password_only.get("/skrivebord/").status_code == 200


def test_a_wrong_code_sets_nothing_up(with_password_only):
    with_password_only.get(reverse("mfa_activate_totp"))
    answer = with_password_only.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert answer.context["form"].errors
    assert with_password_only.get("/skrivebord/").status_code == 302


def test_a_session_from_before_it_was_set_up_ends_rather_than_being_let_in(visitor, newcomer, set_up_the_app):
    """Whoever had guessed the password earlier."""
    thief = Client()
    newcomer.type_password(thief)
    newcomer.type_password(visitor)
    set_up_the_app(visitor)
    answer = thief.get("/skrivebord/")
    assert "/konto/logg-inn/" in answer.url
    for path in ("/konto/totrinn/", reverse("mfa_add_webauthn"), reverse("mfa_activate_totp")):
        assert "/konto/logg-inn/" in thief.get(path).url


def test_the_only_factor_cannot_be_removed(visitor, somebody):
    somebody.log_in(visitor)
    answer = visitor.get(reverse("mfa_deactivate_totp"))
    assert answer.context["form"].errors
    visitor.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=somebody.user, type="totp").exists()


@pytest.fixture
def passkey(somebody):
    return Authenticator.objects.create(user=somebody.user, type="webauthn", data={"name": "Nøkkel", "credential": {}})


def test_one_of_two_factors_can_be_removed_and_then_not_the_other(visitor, somebody, passkey):
    somebody.log_in(visitor)
    visitor.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=somebody.user, type="totp").exists()
    answer = visitor.post(reverse("mfa_remove_webauthn", args=[passkey.pk]))
    assert answer.status_code == 409
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_nobody_removes_the_passkey_of_another(visitor, somebody, passkey):
    another = Somebody(Somebody.with_a_role().user)
    another.log_in(visitor)
    assert visitor.post(reverse("mfa_remove_webauthn", args=[passkey.pk])).status_code == 404


def test_the_break_glass_account_needs_one_too(visitor):
    root = Somebody(User.objects.create_superuser("rot@eksempel.example", PASSWORD))
    root.type_password(visitor)
    assert visitor.get("/admin/").url.endswith("/konto/totrinn/")


def test_secrets_are_not_readable_in_the_database(somebody):
    stored = Authenticator.objects.get(user=somebody.user).data["secret"]
    assert stored.startswith("gAAAA")


def test_a_key_that_was_changed_still_reads_what_the_old_one_wrote(visitor, somebody, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key" * 5
    somebody.log_in(visitor)
    assert visitor.get("/skrivebord/").status_code == 200
