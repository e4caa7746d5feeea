"""The minutes in a real browser: saved by themselves, and nothing lost when the connection or the session goes."""

import datetime

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from contacts.models import RoleGrant
from councils.models import AgendaItem, Attendance, Body, BodyMunicipality, Meeting
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_member,
    make_secretary,
)
from portal.tests.browsing import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

TODAY = timezone.localdate()


class Council:
    """A council whose minutes are being written, committed so that the real server sees it, and taken away again."""

    def __init__(self):
        self.sessions = []
        self.body = make_council()
        self.secretary = make_secretary(self.body, name="Siv Eksempel")
        date = TODAY - datetime.timedelta(days=2)
        self.meeting = make_meeting(self.body, status=Meeting.Status.DRAFT, date=date)
        self.item = make_item(self.meeting, number=17, title="Natteravner")
        make_item(self.meeting, number=18, visibility="internal", title="Budsjett", conclusion="For oss")
        make_exempt_item(self.meeting, number=19)
        make_action_item(self.body, item=self.item)
        self.meeting.attendance.create(member=make_member(self.body, role="ordfører"))
        self.meeting.attendance.create(guest="kommuneoverlege")

    @property
    def url(self):
        return f"/en/skrivebord/organ/{self.body.slug}/moter/{self.meeting.date}/referat/"

    def session(self):
        client = Client()
        client.force_login(self.secretary)
        self.sessions.append(client.session.session_key)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    def end_sessions(self):
        """Of our own secretary: others are logged in for the tests that follow."""
        Session.objects.filter(session_key__in=self.sessions).delete()

    def take_away(self):
        items = AgendaItem.objects.filter(body=self.body)
        self.meeting.versions.all().forget()
        Attendance.objects.filter(meeting__body=self.body).delete()
        self.body.action_items.all().delete()
        items.delete()
        Meeting.objects.filter(body=self.body).delete()
        RoleGrant.objects.filter(user=self.secretary).delete()
        self.end_sessions()
        municipalities = list(self.body.municipalities.all())
        BodyMunicipality.objects.filter(body=self.body).delete()
        self.body.members.all().delete()
        Body.objects.get(pk=self.body.pk).delete()
        self.secretary.delete()
        for municipality in municipalities:
            municipality.delete()


@pytest.fixture
def council(server):
    council = Council()
    yield council
    council.take_away()


@pytest.fixture
def log_in(council, server):
    def log_in(page):
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": council.session(), "url": server}
        page.context.add_cookies([cookie])

    return log_in


@pytest.fixture
def open_minutes(council, new_page, log_in):
    def open_minutes(**options):
        page = new_page(**options)
        log_in(page)
        page.visit = Visit()
        page.visit.listen(page)
        page.goto(council.url)
        return page

    return open_minutes


def box(page, council, name="discussion"):
    return page.locator(f"#id_s{council.item.pk}-{name}")


def stored(council):
    return AgendaItem.objects.get(pk=council.item.pk).discussion


def test_it_saves_by_itself_and_says_when(council, open_minutes):
    page = open_minutes()
    box(page, council).fill("Rådet drøftet natteravnene.")
    expect(page.locator("[data-status]")).to_contain_text("Saved")
    assert stored(council) == "Rådet drøftet natteravnene."
    assert page.evaluate("sessionStorage.length") == 0
    box(page, council).fill("Rådet drøftet natteravnene lenge.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("Saved")
    assert stored(council) == "Rådet drøftet natteravnene lenge."


def test_a_lost_connection_loses_nothing(council, open_minutes):
    page = open_minutes()
    page.context.set_offline(True)
    box(page, council).fill("Skrevet uten nett.")
    expect(page.locator("[data-status]")).to_contain_text("No connection")
    page.context.set_offline(False)
    expect(page.locator("[data-status]")).to_contain_text("Saved", timeout=60_000)
    assert stored(council) == "Skrevet uten nett."


def test_an_ended_session_loses_nothing(council, open_minutes, log_in):
    page = open_minutes()
    council.end_sessions()
    box(page, council).fill("Skrevet etter at økten var over.")
    expect(page.locator("[data-status]")).to_contain_text("logged out")
    log_in(page)
    page.goto(council.url)
    page.get_by_role("button", name="Put it back").click()
    expect(box(page, council)).to_have_value("Skrevet etter at økten var over.")
    expect(page.locator("[data-status]")).to_contain_text("Saved")
    assert stored(council) == "Skrevet etter at økten var over."


def test_without_a_script_an_ended_session_loses_nothing(council, open_minutes, log_in):
    page = open_minutes(java_script_enabled=False)
    box(page, council).fill("Skrevet uten skript,\nog sendt for sent.")
    council.end_sessions()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("logged out")
    log_in(page)
    page.get_by_role("button", name="Save", exact=True).click()
    assert stored(council) == "Skrevet uten skript,\nog sendt for sent."


def test_whoever_logs_out_leaves_nothing_in_the_window(council, open_minutes):
    page = open_minutes()
    page.context.set_offline(True)
    box(page, council).fill("Usagt.")
    expect(page.locator("[data-status]")).to_contain_text("No connection")
    page.context.set_offline(False)
    page.goto("/en/konto/logg-ut/")
    page.locator("main form button").click()
    page.wait_for_url("**/en/")
    assert page.evaluate("sessionStorage.length") == 0


def test_from_the_box_to_everyone_by_keyboard(council, open_minutes):
    page = open_minutes()
    box(page, council, "conclusion").fill("Vedtatt av rådet.")
    page.get_by_role("button", name="go on to the check").press("Enter")
    page.get_by_role("button", name="Everything is looked at").press("Enter")
    page.get_by_label("Approved by").fill("leder")
    page.get_by_role("button", name="Approve").press("Enter")
    expect(page.get_by_role("button", name="Publish the minutes")).to_be_visible()
    expect(page.locator(".minutes-preview")).not_to_contain_text("Budsjett")
    page.get_by_role("button", name="Publish the minutes").press("Enter")
    page.get_by_role("link", name="See what everyone sees").press("Enter")
    expect(page.locator("main")).to_contain_text("Vedtatt av rådet.")


PAGES = ["", "sjekk/", "../sak/{item}/"]
LATER = [(Meeting.Status.CHECKED, ["", "godkjenn/"]), (Meeting.Status.APPROVED, ["", "publiser/", "les/"])]


def faults(page, url):
    page.visit.complaints.clear()
    page.goto(url)
    page.visit.examine_everywhere(page)
    return page.visit.faults


def test_every_page_of_the_minutes_is_accessible_on_a_phone_enlarged_and_quiet(council, open_minutes):
    page = open_minutes()
    for rest in PAGES:
        assert faults(page, council.url + rest.format(item=council.item.pk)) == []
    for state, pages in LATER:
        Meeting.objects.filter(pk=council.meeting.pk).update(
            status=state, approved_by="leder", approved_on=council.meeting.date
        )
        for rest in pages:
            assert faults(page, council.url + rest) == []
