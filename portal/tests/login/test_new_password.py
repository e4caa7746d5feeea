"""Forgotten or changed passwords."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import OutgoingMail
from portal.tests.login.people import Somebody

pytestmark = pytest.mark.django_db

NEW = "et-helt-nytt-passord-7"


def mails_to(person):
    return OutgoingMail.objects.filter(to=person.user.email)


@pytest.fixture
def link(visitor, somebody):
    visitor.post(reverse("account_reset_password"), {"email": somebody.user.email})
    return re.search(r"/konto/passord/nytt/\S+", mails_to(somebody).get().body)[0]


def choose(client, link, password=NEW):
    page = client.get(link, follow=True)
    return client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})


def test_a_new_password_is_chosen_by_the_link_and_the_second_factor_is_still_asked_for(visitor, somebody, link):
    assert choose(visitor, link).url == reverse("account_reset_password_from_key_done")
    assert visitor.get("/skrivebord/").status_code == 302
    assert somebody.type_password(visitor, NEW).url == reverse("mfa_authenticate")
    assert somebody.type_code(visitor).url == "/skrivebord/"


def test_the_address_of_the_page_does_not_hold_the_secret(visitor, link):
    assert "set-password" in visitor.get(link).url


def test_the_link_is_at_the_address_of_the_site_whatever_host_was_asked(somebody, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://forebygging.example.no", ["*"]
    Client(HTTP_HOST="evil.example").post(reverse("account_reset_password"), {"email": somebody.user.email})
    body = mails_to(somebody).get().body
    assert "https://forebygging.example.no/konto/passord/nytt/" in body
    assert "evil.example" not in body


def test_the_link_is_good_once(visitor, client, somebody, link):
    choose(visitor, link)
    assert client.get(link).status_code == 200
    assert client.get(link).context["token_fail"]


def test_whoever_comes_in_only_through_their_organisation_gets_no_link(visitor, somebody):
    somebody.user.authenticator_set.all().delete()
    somebody.user.set_unusable_password()
    somebody.user.save()
    visitor.post(reverse("account_reset_password"), {"email": somebody.user.email})
    assert "/konto/passord/nytt/" not in mails_to(somebody).get().body


@pytest.mark.parametrize("end", ["x/", "", "1-abc-def/", "%00-%00/", "zzzzzzzzzzzzzzzzzz-abc-def/"])
def test_an_altered_link_changes_nothing(visitor, somebody, link, end):
    altered = f"{link[:-2]}{end}" if len(end) < 3 else f"/konto/passord/nytt/{end}"
    answer = visitor.get(altered, follow=True)
    assert answer.status_code == 404 or answer.context["token_fail"]


@pytest.mark.parametrize("password", ["kort", "123456789012", "a" * 11])
def test_a_weak_password_is_refused(visitor, somebody, link, password):
    assert choose(visitor, link, password).context["form"].errors
    somebody.user.refresh_from_db()
    assert somebody.user.check_password(somebody.password)


def test_a_deactivated_user_gets_no_link(visitor, somebody):
    somebody.user.is_active = False
    somebody.user.save()
    visitor.post(reverse("account_reset_password"), {"email": somebody.user.email})
    assert not mails_to(somebody).filter(body__contains="/konto/passord/nytt/").exists()


def test_changing_the_password_ends_the_other_sessions_and_is_told_by_mail(visitor, client, somebody):
    somebody.log_in(visitor)
    client.force_login(somebody.user)
    form = {"oldpassword": somebody.password, "password1": NEW, "password2": NEW}
    assert visitor.post(reverse("account_change_password"), form).url == reverse("account")
    assert visitor.get("/skrivebord/").status_code == 200
    assert client.get("/skrivebord/").status_code == 302
    assert mails_to(somebody).exists()


def test_whoever_sits_down_at_an_open_machine_cannot_change_it(visitor, somebody):
    somebody.log_in(visitor)
    form = {"oldpassword": "feil", "password1": NEW, "password2": NEW}
    assert visitor.post(reverse("account_change_password"), form).context["form"].errors


@pytest.mark.parametrize("email", ["a\x00b@eksempel.example", "ikke en adresse", "", "x" * 500 + "@eksempel.example"])
def test_what_is_no_address_is_said_to_be_none(visitor, email):
    answer = visitor.post(reverse("account_reset_password"), {"email": email})
    assert answer.context["form"].errors
    assert not OutgoingMail.objects.exists()


def test_an_account_without_a_password_may_get_one(visitor):
    """Somebody who came in through a provider, and leaves that organisation's login behind."""
    person = Somebody.with_a_role()
    person.user.set_unusable_password()
    person.user.save()
    visitor.post(reverse("account_reset_password"), {"email": person.user.email})
    assert mails_to(person).filter(body__contains="/konto/passord/nytt/").exists()
