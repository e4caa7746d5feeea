"""The person-data guard on the whole site: no form is without it, and what it refuses is kept nowhere."""

import io
import logging
import re

import pytest
from django import forms
from django.contrib import admin
from django.core import mail
from django.db import connection
from django.urls import get_resolver
from playwright.sync_api import expect

from contacts.access import access_of
from contacts.exchange.services import export_contact_points
from contacts.models import ContactPoint, PersonDataDecision, User
from contacts.person_data.forms import GuardedForm, is_free_text
from contacts.tests.identity_numbers import WAYS_OF_WRITING, identity_number
from portal.tests.browsing import violations

pytestmark = pytest.mark.django_db

OURS = ("contacts.", "councils.", "portal.", "slt.", "guidance.")
# Forms in which something can be typed that is no free text, and why that is so.
NO_FREE_TEXT = {
    "MunicipalityFilterForm": "a search, which the middleware looks at",
    "CouncilFilterForm": "a search, which the middleware looks at",
    "DecisionFilterForm": "a search, which the middleware looks at",
    "ResourceFilterForm": "a search, which the middleware looks at",
    "SltForm": "a search, which the middleware looks at",
    "ConfirmForm": "a signed table, of which every cell was looked at",
    "PasteForm": "a table, of which the service looks at every cell",
    "AuthenticateForm": "a code",
    "ReauthenticateWithCodeForm": "a code",
    "ActivateTOTPForm": "a code",
    "LoginForm": "an address or a password",
    "AddWebAuthnForm": "replaced by AddPasskeyForm",
}


def every_form():
    """All form classes of ours that somebody has defined, once every page and the admin have been imported."""
    get_resolver().url_patterns  # noqa: B018 (imports every view)
    waiting, found = [forms.BaseForm], set()
    while waiting:
        subclasses = [one for one in waiting.pop().__subclasses__() if one not in found]
        waiting += subclasses
        found |= set(subclasses)
    return sorted(
        (form for form in found if form.__module__.startswith(OURS) and ".tests." not in form.__module__),
        key=lambda form: f"{form.__module__}.{form.__qualname__}",
    )


def has_free_text(form):
    return any(is_free_text(field) for field in getattr(form, "base_fields", {}).values())


def test_every_form_in_which_text_can_be_typed_is_guarded():
    unguarded = [
        f"{form.__module__}.{form.__qualname__}"
        for form in every_form()
        if has_free_text(form) and not issubclass(form, GuardedForm) and form.__name__ not in NO_FREE_TEXT
    ]
    assert unguarded == []


def test_every_form_of_the_admin_is_guarded():
    """Also those that the admin makes itself, and those of rows within a page."""
    unguarded = []
    for model, model_admin in admin.site._registry.items():
        parts = [model_admin, *(inline(model, admin.site) for inline in model_admin.inlines)]
        unguarded += [repr(part) for part in parts if not issubclass(part.form, GuardedForm)]
    assert unguarded == []


# Searching


@pytest.mark.parametrize(
    "address",
    ["/sok/?q={}", "/nn/sok/?q={}", "/sok/forslag/?q={}", "/kommuner/?navn={}", "/kommuner/valle/?q={}", "/?{}=1"],
)
@pytest.mark.parametrize("way", ["plain", "with a space", "full-width"])
def test_whoever_searches_for_an_identity_number_is_told_not_to(client, caplog, address, way):
    number = WAYS_OF_WRITING[way](identity_number())
    with caplog.at_level(logging.DEBUG):
        answer = client.get(address.format(number))
    assert answer.status_code == 400
    assert "02800" in answer.content.decode()
    assert identity_number()[-5:] not in answer.content.decode() + str(answer.headers) + caplog.text
    assert not answer.cookies


def test_and_so_is_whoever_searches_in_the_admin(client):
    client.force_login(User.objects.get(email="politi.agder@eksempel.example"))
    assert client.get(f"/admin/contacts/person/?q={identity_number()}").status_code == 400


@pytest.mark.parametrize("text", ["Valle", "4222", "02800", "4748", "23 30 50 00", "Sak 17/26"])
def test_other_numbers_are_searched_for_as_before(client, text):
    assert client.get("/sok/", {"q": text}, follow=True).status_code == 200


# What is refused is kept nowhere


@pytest.fixture
def keeper(client):
    """Somebody who keeps a district, with one of its contact points and somebody who holds it."""
    user = User.objects.get(email="politi.agder@eksempel.example")
    client.force_login(user)
    return user


def a_point_of(user):
    points = ContactPoint.objects.editable_by(access_of(user)).filter(assignments__isnull=False)
    return points.order_by("pk").first()


def everything_stored():
    """Every column of every table that can hold text, as one text; sessions are read out as well."""
    from django.contrib.sessions.models import Session

    parts = [str(session.get_decoded()) for session in Session.objects.all()]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (our own tables)
            parts += [str(row) for row in cursor.fetchall()]
    return "\n".join(parts)


def test_an_identity_number_that_was_refused_is_in_no_table_session_log_or_mail(client, keeper, caplog):
    number, point = identity_number(), a_point_of(keeper)
    written = f"Gjelder {number[:6]} {number[6:]}"
    person = point.assignments.first().person
    attempts = {
        f"/skrivebord/personer/{person.pk}/skjul/": {"reason": written},
        f"/admin/contacts/contactpoint/{point.pk}/change/": {"reason": written, "phone": number, "seen": point.version},
        f"/admin/contacts/person/{person.pk}/change/": {"name": written, "reason": written, "seen": person.version},
        "/skrivebord/ny-kontaktperson/": {"name": written, "reason": written, "step": "save", "points": [point.pk]},
        "/skrivebord/fravaer/": {"reason": written, "name": written},
        "/skrivebord/utveksling/eksport/": {"form": "csv", "with_names": "on", "reason": written},
        "/skrivebord/bekrefte/": {f"p{point.pk}-phone": number, f"p{point.pk}-seen": point.version},
    }
    with caplog.at_level(logging.DEBUG):
        answers = {address: client.post(address, data) for address, data in attempts.items()}
        client.get("/sok/", {"q": number})
    answered = {address: answer.status_code for address, answer in answers.items()}
    assert set(answered.values()) <= {200, 400}, answered
    told = "\n".join([everything_stored(), caplog.text, str([message.message() for message in mail.outbox])])
    assert number not in told
    assert written not in told
    # Five digits stand in many a longer number, such as the time of a login.
    assert not re.search(rf"(?<![\w.]){number[6:]}(?!\w)", told)
    assert not PersonDataDecision.objects.exists()


def test_a_line_of_an_import_with_an_identity_number_is_named_and_not_repeated(client, keeper):
    number = identity_number()
    content = export_contact_points(access=access_of(keeper), user=keeper, form="csv").decode("utf-8-sig")
    header, line, *_rest = content.splitlines()
    sent = io.BytesIO("\n".join([header, re.sub("^[^;,]+", number, line)]).encode())
    sent.name = "kontaktpunkter.csv"
    answer = client.post("/en/skrivebord/utveksling/import/", {"file": sent})
    assert answer.status_code == 200
    assert "identity number" in answer.content.decode()
    assert number not in re.sub(r'(?s)name="token".*?>', "", answer.content.decode())


# What is held up


def test_whoever_ticks_that_it_points_at_nobody_goes_on_and_that_is_recorded(client, keeper):
    person = a_point_of(keeper).assignments.first().person
    address, text = f"/en/skrivebord/personer/{person.pk}/skjul/", "Mora til eleven har bedt om det."
    asked = client.post(address, {"reason": text}).content.decode()
    assert "a person in the municipality" in asked
    name, token = re.search(r'type="checkbox" name="(decided_reason)"[^>]* value="(\w+)"', asked).groups()
    assert client.post(address, {"reason": f"{text} Elev K.L.", name: token}).status_code == 200
    assert client.post(address, {"reason": text, name: token}).status_code == 302
    decision = PersonDataDecision.objects.get()
    assert (decision.user, decision.row_label, decision.kinds) == (keeper, "contacts.person", "adult: 1")


@pytest.mark.once_on("SQLite")
def test_the_question_is_answered_by_keyboard_without_a_script_and_what_was_typed_is_there(page_of):
    page = page_of("politi.agder@eksempel.example", java_script_enabled=False)
    asked_about(page)
    box = page.locator("[name=decided_reason]")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(page.locator("[name=reason]")).to_have_value("En gutt på 15 år i Valle.")


@pytest.mark.once_on("SQLite")
@pytest.mark.parametrize("width", [320, 1280])
def test_the_question_breaks_no_rule_of_accessibility_and_fits_the_screen(page_of, width):
    page = page_of("politi.agder@eksempel.example", viewport={"width": width, "height": 800}, bypass_csp=True)
    asked_about(page)
    assert violations(page, width) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def asked_about(page):
    page.goto("/skrivebord/fravaer/")
    page.fill("[name=reason]", "En gutt på 15 år i Valle.")
    page.press("[name=reason]", "Enter")
    page.wait_for_selector("[name=decided_reason]")
