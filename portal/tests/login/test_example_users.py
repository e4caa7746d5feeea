"""The users of a newcomer's own machine; and that no other machine knows them."""

import pytest
from django.core.management import call_command

from contacts.models import Role, RoleGrant, User
from portal.example_users import people
from portal.tests.test_settings import PRODUCTION, manage

pytestmark = pytest.mark.django_db

PAGE = "/konto/eksempelbrukere/"


def test_there_is_one_for_each_role():
    held = set(RoleGrant.objects.filter(user__email__endswith=people.DOMAIN).values_list("role", flat=True))
    assert held >= set(Role)


def test_the_page_shows_who_where_password_and_code(visitor):
    page = visitor.get(PAGE).content.decode()
    assert people.PASSWORD in page
    assert all(example.email in page for example in people.USERS)


@pytest.mark.parametrize("example", people.USERS, ids=lambda example: example.key)
def test_each_gets_in_by_pressing_and_typing_the_code_shown(visitor, example):
    visitor.post(PAGE, {"login": example.email, "password": people.PASSWORD})
    code = visitor.get("/konto/logg-inn/totrinn/").context["example_code"]
    assert visitor.post("/konto/logg-inn/totrinn/", {"code": code}).url == "/skrivebord/"
    assert visitor.get("/skrivebord/").status_code == 200


def test_pressing_another_is_to_be_the_other(visitor):
    for example in people.USERS[:2]:
        visitor.post(PAGE, {"login": example.email, "password": people.PASSWORD})
        visitor.post(
            "/konto/logg-inn/totrinn/", {"code": visitor.get("/konto/logg-inn/totrinn/").context["example_code"]}
        )
    assert visitor.get("/konto/").wsgi_request.user.email == people.USERS[1].email


def test_the_code_of_somebody_real_is_never_shown(visitor, somebody):
    somebody.user.email = "noen@politiet.example"
    somebody.user.save()
    somebody.type_password(visitor)
    page = visitor.get("/konto/logg-inn/totrinn/")
    assert page.context["example_code"] is None
    assert somebody.code not in page.content.decode()


def test_loading_again_makes_none_twice():
    count = User.objects.count(), RoleGrant.objects.count()
    call_command("load_example_users")
    assert (User.objects.count(), RoleGrant.objects.count()) == count


def test_removed_they_have_no_role_and_no_way_in(visitor):
    call_command("load_example_users", "--remove")
    example = people.USERS[0]
    visitor.post(PAGE, {"login": example.email, "password": people.PASSWORD})
    assert visitor.get("/skrivebord/").status_code == 302
    assert not RoleGrant.objects.filter(user__email__endswith=f"@{people.DOMAIN}").exists()


def test_production_knows_neither_the_page_nor_the_users(tmp_path):
    ask = f"from django.urls import is_valid_path as v; print(bool(v('{PAGE}')), bool(v('/konto/logg-inn/')))"
    production = PRODUCTION | {"DATA_DIR": str(tmp_path)}
    answer = manage("shell", "--no-imports", "-c", ask, settings="portal.settings.prod", **production)
    assert answer.stdout.split() == ["False", "True"], answer.stderr
    command = manage("load_example_users", settings="portal.settings.prod", **production)
    assert "Unknown command" in command.stderr


def test_in_production_cookies_are_for_this_host_alone_and_by_tls_only(tmp_path):
    ask = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE)"
    )
    answer = manage(
        "shell", "--no-imports", "-c", ask, settings="portal.settings.prod", **PRODUCTION | {"DATA_DIR": str(tmp_path)}
    )
    assert answer.stdout.split() == ["__Host-session", "True", "__Host-csrf", "True"], answer.stderr
