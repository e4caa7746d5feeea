"""Coming in: with a password and a second factor, and not with less."""

from datetime import datetime, timedelta

import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 24, 12, tzinfo=timezone.get_default_timezone())

DESK = "/skrivebord/"
PRIVATE = [DESK, "/admin/", "/admin/contacts/person/", "/konto/", "/konto/passord/", "/nn/skrivebord/", "/en/admin/"]


def is_inside(client):
    return client.get(DESK).status_code == 200


@pytest.mark.parametrize("path", PRIVATE)
def test_whoever_is_not_logged_in_is_led_to_the_login_page_and_back(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code == 302
    assert "/konto/logg-inn/" in answer.url
    assert answer.url.endswith(f"next={path}")


def test_a_password_and_a_code_lead_to_the_desk(visitor, somebody):
    assert somebody.type_password(visitor).url == reverse("mfa_authenticate")
    assert not is_inside(visitor)
    assert somebody.type_code(visitor).url == DESK
    assert is_inside(visitor)


@pytest.mark.parametrize("path", ["/skrivebord/mangler/", "/en/skrivebord/", "/admin/contacts/person/?q=a"])
def test_one_comes_to_where_one_was_going(visitor, somebody, path):
    assert somebody.log_in(visitor, next=path).url == path


@pytest.mark.parametrize(
    "address", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example", "///evil.example"]
)
def test_nobody_is_led_to_another_site(visitor, somebody, address):
    assert somebody.log_in(visitor, next=address).url == DESK


def test_a_wrong_password_is_refused(visitor, somebody):
    answer = somebody.type_password(visitor, "feil")
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not is_inside(visitor)


def test_a_wrong_code_is_refused(visitor, somebody):
    somebody.type_password(visitor)
    assert somebody.type_code(visitor, "000000").context["form"].errors
    assert not is_inside(visitor)


@pytest.mark.parametrize("seconds", [0, 25, 55])
def test_a_code_is_good_once(visitor, client, somebody, seconds):
    with time_machine.travel(START, tick=False) as clock:
        somebody.log_in(visitor)
        code = somebody.code
        clock.shift(seconds)
        somebody.type_password(client)
        assert somebody.type_code(client, code).context["form"].errors
    assert not is_inside(client)


def test_a_recovery_code_is_good_once(visitor, client, somebody):
    code = RecoveryCodes.activate(somebody.user).generate_codes()[0]
    somebody.type_password(visitor)
    assert somebody.type_code(visitor, code).url == DESK
    somebody.type_password(client)
    assert somebody.type_code(client, code).context["form"].errors


def test_the_session_is_another_one_after_the_login(visitor, somebody):
    """So that nobody can hand out a session and be let in by it when somebody logs in."""
    somebody.type_password(visitor)
    before = visitor.session.session_key
    somebody.type_code(visitor)
    assert visitor.session.session_key != before


def test_a_deactivated_user_is_out_at_the_next_page(visitor, somebody):
    somebody.log_in(visitor)
    somebody.user.is_active = False
    somebody.user.save()
    assert not is_inside(visitor)


def test_a_deactivated_user_does_not_come_in(visitor, somebody):
    somebody.user.is_active = False
    somebody.user.save()
    assert somebody.type_password(visitor).url == reverse("account_inactive")
    assert visitor.get(reverse("account_inactive")).status_code == 200
    assert not is_inside(visitor)


def test_a_role_that_ended_a_minute_ago_opens_nothing(visitor, somebody):
    somebody.log_in(visitor)
    grant = somebody.user.grants.get()
    grant.begins_at, grant.ends_at = timezone.now() - timedelta(days=2), timezone.now() - timedelta(minutes=1)
    grant.save()
    for path in (DESK, "/admin/", "/admin/contacts/person/"):
        answer = visitor.get(path)
        assert answer.status_code == 403
        assert "contacts/desk/no_role.html" in [template.name for template in answer.templates]
    assert visitor.get("/konto/").status_code == 200


@pytest.mark.parametrize("field", ["login", "password", "next"])
def test_a_nul_in_a_field_is_no_server_error(visitor, somebody, field):
    form = {"login": somebody.user.email, "password": somebody.password, field: "a\x00b"}
    assert visitor.post(reverse("account_login"), form).status_code in (200, 302)
    assert not is_inside(visitor)


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "confirm-email/", "social/signup/", "3rdparty/", "2fa/", "login/code/", "login/"]
)
def test_what_nobody_needs_of_allauth_does_not_exist(visitor, path):
    assert visitor.get(f"/konto/{path}").status_code == 404


def test_logging_out_asks_once_and_ends_the_session(visitor, somebody):
    somebody.log_in(visitor)
    assert visitor.get(reverse("account_logout")).status_code == 200
    assert is_inside(visitor)
    assert visitor.post(reverse("account_logout")).url == reverse("home")
    assert not is_inside(visitor)


def test_the_old_login_page_of_the_admin_leads_to_the_only_one(visitor):
    answer = visitor.get("/admin/login/?next=/admin/contacts/")
    assert answer.status_code == 302
    assert answer.url.startswith("/konto/logg-inn/")
