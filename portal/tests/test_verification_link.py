"""The page behind the link "still right", as whoever got the mail meets it; and what readers see meanwhile."""

import re
from datetime import timedelta

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from contacts.models import Assignment, ContactPoint, Municipality, OutgoingMail, Publication, VerificationRequest
from contacts.services.verification import verify
from contacts.tests.factories import make_assignment, make_contact_point, make_person
from contacts.verification import links, reminders
from portal.tests.browsing import visit
from portal.tests.document import Document
from portal.tests.html import invalid

today = timezone.localdate
MAILBOX = "bokn@eksempel.example"


@pytest.fixture
def bokn(django_db_setup):
    return Municipality.objects.get(slug="bokn")


def make_point(municipality, *, stale_in=20):
    """Held by somebody who may be named and by somebody who may not, and asked about soon."""
    point = make_contact_point(
        owner=municipality,
        verified_on=today() + timedelta(days=stale_in) - relativedelta(months=6),
        phone="12345678",
        email=MAILBOX,
        opening_hours="Mo-Fr 08:00-15:30",
    )
    for name, never in (("Kari Eksempel", False), ("Lise Kanarifugl", True)):
        person = make_person(name, owner=municipality, direct_phone="12345699", never_publish=never)
        terms = {"publication_decided_on": today(), "publication_decided_by": "HR"}
        make_assignment(point, person, publication=Publication.NAME_AND_DIRECT, **terms)
    return point


@pytest.fixture
def point(db, bokn):
    return make_point(bokn)


@pytest.fixture
def address(point):
    """From the mail itself."""
    return address_in_mail()


def address_in_mail():
    reminders.remind(today())
    return re.search(r"/konto/bekreft/\S+", OutgoingMail.objects.get(to=MAILBOX).body)[0]


def verified_on(point):
    return ContactPoint.objects.values_list("verified_on", flat=True).get(pk=point.pk)


def text_of(answer):
    return " ".join(Document(answer.content.decode()).one("main").text.split())


def english(address):
    return f"/en{address}"


def test_it_shows_what_is_confirmed_and_asks_for_one_press(client, address, bokn):
    answer = client.get(english(address))
    assert answer.status_code == 200
    text = text_of(answer)
    assert all(part in text for part in ("Municipal contact point", bokn.name, "Kari Eksempel", "12 34 56 78", MAILBOX))
    assert len(Document(answer.content.decode()).all("form", method="post")) == 1


def test_it_shows_no_direct_number_and_no_name_that_is_never_published(client, address):
    text = client.get(english(address)).content.decode()
    assert "Kanarifugl" not in text
    assert "12345699" not in text.replace(" ", "")


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_a_mail_scanner_does_confirms_nothing(method, client, address, point):
    before = verified_on(point)
    for _ in range(3):
        assert getattr(client, method)(address).status_code == 200
    assert verified_on(point) == before
    assert not VerificationRequest.objects.filter(used_at__isnull=False).exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_nothing_else_is_answered(method, client, address, point):
    assert getattr(client, method)(address).status_code == 405
    assert verified_on(point) != today()


def test_one_press_confirms_without_a_login_a_cookie_or_a_token_of_the_form(address, point):
    client = Client(enforce_csrf_checks=True)
    client.get(address)
    answer = client.post(english(address))
    assert answer.status_code == 200
    assert not client.cookies
    assert verified_on(point) == today()
    point.refresh_from_db()
    assert str(point.asked_again_on.year) in text_of(answer)


def test_a_second_press_says_that_it_was_done(client, address):
    client.post(address)
    answer = client.post(english(address))
    assert answer.status_code == 410
    assert "Already confirmed" in text_of(answer)


def alter(address):
    return address[:-3] + ("AA/" if address[-3:] != "AA/" else "BB/")


@pytest.mark.parametrize(
    ("fault", "status"),
    [("altered", 400), ("expired", 410), ("used", 410), ("verified", 410), ("changed", 410)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_confirms_nothing_says_why_and_reveals_nothing(fault, status, method, client, address, point):
    newest = ContactPoint.objects.get(pk=point.pk)
    now = timezone.now()
    if fault == "altered":
        address = alter(address)
    elif fault == "expired":
        now += timedelta(days=31)
    elif fault == "used":
        client.post(address)
    elif fault == "verified":
        verify(point=newest, on=today())
    elif fault == "changed":
        newest.phone = "12345670"
        newest.save()
    with time_machine.travel(now):
        answer = getattr(client, method)(english(address))
    assert answer.status_code == status
    html = answer.content.decode()
    assert not re.search(r"Kari|Kanarifugl|1234|Bokn|bokn", html.replace(english(address), "").replace(address, ""))
    says_nothing_was_confirmed = "Nothing has been confirmed" in text_of(answer)
    assert says_nothing_was_confirmed == (fault not in ("used", "verified"))


def test_every_page_is_valid_html(client, address):
    pages = {"ask": client.get(address), "done": client.post(address), "refused": client.get(english(address))}
    assert invalid({name: answer.content.decode() for name, answer in pages.items()}) == []


def test_the_address_is_kept_by_nobody_and_passed_on_to_nobody(client, address):
    for answer in (client.get(address), client.post(address), client.get(address)):
        assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].split(", "))
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert 'content="noindex, nofollow"' in answer.content.decode()


def test_somebody_who_sees_that_something_is_wrong_is_led_to_the_desk(client, address):
    assert f'href="{reverse("desk")}"' in client.get(address).content.decode()


def test_a_stale_name_disappears_by_itself_and_returns_with_the_press_in_the_mail(client, db, bokn):
    point = make_point(bokn, stale_in=1)
    address = address_in_mail()

    def names():
        return client.get(bokn.get_absolute_url()).content.decode().count("Kari Eksempel")

    assert names()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert not names()
        assert "02800" in client.get(bokn.get_absolute_url()).content.decode()
        assert client.post(address).status_code == 200
        assert names()
        assert ContactPoint.objects.get(pk=point.pk).verified_on == timezone.localdate()


@pytest.fixture
def really_asked(django_db_setup, django_db_blocker):
    """A contact point and a link to confirm it, committed for the server, and removed afterwards."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            point = make_point(Municipality.objects.get(slug="bokn"))
            request = VerificationRequest.objects.create(
                contact_point=point,
                round=point.verified_on.isoformat(),
                step=VerificationRequest.Step.OWNER,
                recipient=VerificationRequest.Recipient.MAILBOX,
                to=MAILBOX,
                seen=links.fingerprint(ContactPoint.objects.with_holders(today()).get(pk=point.pk)),
            )
        yield links.link_to(request).partition("/konto/")[2]
        people = [held.person for held in Assignment.objects.filter(contact_point=point)]
        ContactPoint.objects.filter(pk=point.pk).delete()
        for row in (point, *people):
            type(row).objects.filter(pk=row.pk).delete()
            type(row).history.filter(id=row.pk).delete()
        Assignment.history.filter(contact_point_id=point.pk).delete()


def test_in_a_browser_it_takes_one_press_without_scripts_and_every_page_is_accessible(new_page, really_asked):
    page = new_page(java_script_enabled=False)
    checked = new_page()
    for language in ("", "/nn", "/en"):
        seen = visit(checked, f"{language}/konto/{really_asked}")
        assert (seen.violations, [width for width in seen.wider.values() if width > 0]) == ([], [])
    page.goto(f"/en/konto/{really_asked}")
    page.get_by_role("button", name="still right").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, it is confirmed")
    seen = visit(checked, f"/en/konto/{really_asked}")
    expect(checked.locator("main")).to_contain_text("Already confirmed")
    assert seen.violations == []
