"""The emergency account: loud, and not to be had in the browser."""

import pytest
from django.core.management import CommandError, call_command

from contacts.access import access_of
from contacts.models import AuditEvent, OutgoingMail, Role, RoleGrant, User
from contacts.tests.factories import make_district, make_user
from portal.tests.login.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(nobody_is_locked_out):
    User.objects.filter(email__endswith="@eksempel.example").update(is_active=False)
    return Somebody(User.objects.create_superuser("nod@eksempel.example", PASSWORD)).with_an_app()


def alarms():
    return set(OutgoingMail.objects.filter(key__startswith="break-glass-").values_list("to", flat=True))


def test_its_login_is_recorded(visitor, root):
    root.log_in(visitor)
    assert AuditEvent.objects.get(kind=AuditEvent.Kind.BREAK_GLASS).user == root.user


def test_those_who_look_after_the_users_of_the_whole_country_are_told(visitor, root):
    told = {make_user((role, None)).email for role in (Role.AUDITOR, Role.USER_ADMINISTRATOR)}
    make_user((Role.AUDITOR, make_district()))
    make_user((Role.AREA_ADMINISTRATOR, None))
    make_user((Role.AUDITOR, None), is_active=False)
    root.log_in(visitor)
    assert alarms() == told


def test_a_password_alone_raises_no_alarm_and_opens_nothing(visitor, root):
    root.type_password(visitor)
    assert not AuditEvent.objects.exists()


def test_the_login_of_anybody_else_raises_no_alarm(visitor, somebody):
    somebody.log_in(visitor)
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("path", ["/skrivebord/", "/konto/", "/konto/totrinn/", "/konto/invitasjoner/"])
def test_every_page_says_so(visitor, root, somebody, path):
    root.log_in(visitor)
    assert b"break-glass" in visitor.get(path).content


def test_no_page_of_anybody_else_says_so(visitor, somebody):
    somebody.log_in(visitor)
    assert b"break-glass" not in visitor.get("/skrivebord/").content


def test_it_has_no_role_rows(root):
    assert access_of(root.user).is_break_glass
    assert not RoleGrant.objects.filter(user=root.user).exists()


def test_it_can_be_shut_out_at_once(visitor, root):
    root.log_in(visitor)
    call_command("shut_out", root.user.email, verbosity=0)
    assert visitor.get("/skrivebord/").status_code == 302
    assert root.type_password(visitor).url == "/konto/sperret/"


def test_shutting_out_ends_nobody_elses_session(visitor, client, root, somebody):
    root.log_in(visitor)
    somebody.log_in(client)
    call_command("shut_out", root.user.email)
    assert client.get("/skrivebord/").status_code == 200


def test_somebody_who_lost_phone_and_codes_sets_up_a_new_second_factor(visitor, somebody):
    somebody.log_in(visitor)
    call_command("reset_second_factor", somebody.user.email)
    assert visitor.get("/skrivebord/").status_code == 302
    somebody.type_password(visitor)
    assert visitor.get("/skrivebord/").url == "/konto/totrinn/"


@pytest.mark.parametrize("command", ["shut_out", "reset_second_factor"])
def test_a_user_that_is_not_there_is_named(command):
    with pytest.raises(CommandError, match=r"ingen@eksempel\.example"):
        call_command(command, "ingen@eksempel.example")
