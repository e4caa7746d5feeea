"""What was typed on the desk is not lost when the session ended, and nothing of it is stored."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from councils.models import Meeting
from councils.tests.factories import make_item, make_meeting, make_secretary
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

OURS = {"HTTP_ORIGIN": "http://testserver"}
TYPED = "Rådet drøftet natteravnene,\nog ble enige."


@pytest.fixture
def meeting():
    return make_meeting(status=Meeting.Status.DRAFT)


@pytest.fixture
def item(meeting):
    return make_item(meeting, number=1)


@pytest.fixture
def url(meeting):
    return f"/en/skrivebord/organ/{meeting.body.slug}/moter/{meeting.date}/referat/"


@pytest.fixture
def browser(meeting):
    """Checks the token, as the real one is checked."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_secretary(meeting.body))
    return client


def token_on(answer):
    return Document(answer.content.decode()).all("input", name="csrfmiddlewaretoken")[0].attrs["value"]


def typed(item, token):
    return {
        "csrfmiddlewaretoken": token,
        f"s{item.pk}-seen": "1",
        f"s{item.pk}-discussion": TYPED,
        f"s{item.pk}-conclusion": "",
        f"s{item.pk}-visibility": "public",
    }


def sent_by(answer):
    document = Document(answer.content.decode())
    hidden = {e.attrs["name"]: e.attrs["value"] for e in document.all("input", type="hidden")}
    return hidden | {e.attrs["name"]: e.text.removeprefix("\n") for e in document.all("textarea")}


def test_it_is_shown_again_and_saved_after_a_new_login_in_another_tab(browser, item, meeting, url):
    form = typed(item, token_on(browser.get(url)))
    Session.objects.all().delete()
    kept = browser.post(url, form)
    assert kept.status_code == 403
    assert sent_by(kept)[f"s{item.pk}-discussion"] == TYPED
    assert "no-store" in kept.headers["Cache-Control"]
    browser.force_login(make_secretary(meeting.body))
    browser.get(url)
    browser.cookies[settings.CSRF_COOKIE_NAME] = "n" * 32  # as logging in gives a new one
    once_more = browser.post(url, sent_by(kept), **OURS)
    assert once_more.status_code == 403
    saved = browser.post(url, sent_by(once_more), **OURS)
    assert saved.status_code == 302
    item.refresh_from_db()
    assert item.discussion == TYPED


def test_nothing_that_another_site_sent_is_shown_with_a_token(browser, item, url):
    foreign = browser.post(url, typed(item, "x" * 64), HTTP_ORIGIN="http://annet.example")
    assert TYPED not in foreign.content.decode()
    assert "csrfmiddlewaretoken" not in foreign.content.decode()


def test_whoever_never_was_here_is_led_to_the_login(client, item, url):
    answer = client.post(url, typed(item, ""))
    assert answer.status_code == 302
    assert "logg-inn" in answer.headers["Location"]


def test_the_account_pages_show_no_password_again(browser):
    Session.objects.all().delete()
    answer = browser.post("/en/konto/passord/", {"oldpassword": "hemmelig"}, **OURS)
    assert "hemmelig" not in answer.content.decode()
