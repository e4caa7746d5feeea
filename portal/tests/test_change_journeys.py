"""Organisational changes from end to end in a browser: planned, looked at, undone; planned, and shown on its day.

What is here is committed, as the server is another process; so the world is taken away afterwards.
"""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from contacts.models import (
    AuditEvent,
    ContactPoint,
    County,
    Function,
    Municipality,
    OrganisationalChange,
    Person,
    PoliceDistrict,
    Role,
    User,
)
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)
from portal.tests.browsing import DESKTOP, ENLARGED, HEIGHT, PHONE, WIDER_THAN_THE_SCREEN, violations

LIST = "/en/skrivebord/organisasjonsendringer/"


class World:
    """Two districts; three municipalities in the first, one of them with a contact point that somebody holds."""

    def __init__(self):
        self.district, self.other = make_district("Prøvedalen"), make_district("Prøvestranda")
        self.places = [make_municipality(name, district=self.district) for name in ("Prøvenes", "Prøvevik", "Prøvemo")]
        self.points = [make_contact_point(owner=self.places[0]), make_contact_point(owner=self.places[1])]
        make_assignment(self.points[0], make_person("Nina Eksempel", owner=self.places[0]))
        self.police = make_contact_point(Function.POLICE_CONTACT, owner=self.district, serves=self.places)
        self.coordinator = make_user((Role.POLICE_COORDINATOR, self.district), name="Kim Eksempel")
        self.administrator = make_user((Role.AREA_ADMINISTRATOR, None), name="Eli Eksempel")

    def take_away(self):
        OrganisationalChange.objects.all().delete()
        AuditEvent.objects.filter(district__in=[self.district, self.other]).delete()
        User.objects.filter(pk__in=[self.coordinator.pk, self.administrator.pk]).delete()
        ContactPoint.objects.filter(pk__in=[point.pk for point in (*self.points, self.police)]).delete()
        Person.objects.filter(owner_municipality__in=self.places).delete()
        Municipality.objects.filter(pk__in=[place.pk for place in self.places]).update(
            county=None, valid_to="2000-01-01"
        )
        for place in self.places:
            place.successions.all().delete()
            Municipality.objects.get(pk=place.pk).delete()
        PoliceDistrict.objects.filter(pk__in=[self.district.pk, self.other.pk]).delete()
        County.objects.filter(number="99", municipalities=None).delete()


@pytest.fixture
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        world = World()
        yield world
        world.take_away()


@pytest.fixture
def come_in(new_page, server):
    """A page of somebody who is logged in."""

    def come_in(user, **options):
        client = Client()
        client.force_login(user)
        page = new_page(**options)
        page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
        page.goto(LIST)
        return page

    return come_in


def tomorrow():
    return timezone.localdate() + datetime.timedelta(days=1)


def plan_merger(page):
    page.get_by_role("link", name="Municipalities merge").click()
    page.get_by_label("Prøvenes (Prøvefylke)").check()
    page.get_by_label("Prøvevik (Prøvefylke)").check()
    page.get_by_label("Name of the new municipality").fill("Prøvesund")
    page.get_by_label("Municipality number").fill("9999")
    page.get_by_label("First day of the new order").fill(tomorrow().isoformat())
    page.get_by_role("button", name="Show what changes").click()


def looks_right(page):
    found = []
    for width in (DESKTOP, PHONE, ENLARGED):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{page.url} {width}: too wide"] * (page.evaluate(WIDER_THAN_THE_SCREEN) > 0)
        found += violations(page, f"{page.url} {width}") if width != ENLARGED else []
    page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    page.emulate_media(color_scheme="dark")
    found += violations(page, f"{page.url} dark")
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["with JavaScript", "without JavaScript"])
def test_a_coordinator_plans_a_merger_looks_at_it_schedules_it_and_undoes_it(world, come_in, options):
    page = come_in(world.coordinator, **options)
    plan_merger(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Prøvenes, Prøvevik → Prøvesund")
    expect(page.get_by_role("table", name="Contact points")).to_contain_text(world.points[0].key)
    expect(page.get_by_role("table", name="Pages")).to_contain_text("leads to Prøvesund")
    expect(page.get_by_role("heading", name="The page of Prøvesund as it will be")).to_be_visible()
    page.get_by_role("button", name="Schedule").click()
    expect(page.get_by_text("It is scheduled.")).to_be_visible()
    page.goto(LIST)
    expect(page.get_by_role("table", name="Planned")).to_contain_text("Scheduled")
    page.get_by_role("link", name="Prøvenes, Prøvevik → Prøvesund").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("It is undone.")).to_be_visible()
    assert Municipality.objects.get(pk=world.places[0].pk).valid_to is None


def test_an_administrator_moves_a_municipality_and_its_page_shows_it_on_its_day(world, come_in):
    page = come_in(world.administrator)
    page.get_by_role("link", name="A municipality moves to another police district").click()
    page.get_by_label("Municipality", exact=True).select_option(label="Prøvemo (Prøvefylke)")
    page.get_by_label("New police district").select_option(label="Prøvestranda")
    page.get_by_label("First day of the new order").fill(tomorrow().isoformat())
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_role("table", name="Contact points")).to_contain_text("Prøvenes, Prøvevik")
    page.get_by_role("button", name="Schedule").click()
    expect(page.get_by_text("It is scheduled.")).to_be_visible()
    the_day_comes()
    page.goto(f"/en/kommuner/{world.places[2].slug}/")
    expect(page.locator(".facts-line")).to_contain_text("Prøvestranda police district")
    page.goto(LIST)
    expect(page.get_by_role("table", name="Earlier")).to_contain_text("Carried out")


def the_day_comes():
    OrganisationalChange.objects.update(date=timezone.localdate())
    call_command("daily", verbosity=0)


def test_the_pages_are_accessible(world, come_in):
    page = come_in(world.administrator)
    found = looks_right(page)
    for what in ("kommuner-slas-sammen", "kommune-deles", "kommune-far-nytt-navn", "politidistrikt-deles"):
        page.goto(f"{LIST}ny/{what}/")
        found += looks_right(page)
    page.goto(f"{LIST}fil/")
    found += looks_right(page)
    page.goto(LIST)
    plan_merger(page)
    assert [*found, *looks_right(page)] == []


def test_a_division_that_asks_is_accessible(world, come_in):
    page = come_in(world.coordinator)
    page.get_by_role("link", name="A municipality is divided").click()
    page.get_by_label("Municipality", exact=True).select_option(label="Prøvenes (Prøvefylke)")
    for part, (name, number) in enumerate([("Prøvenord", "9997"), ("Prøvesør", "9998")], start=1):
        group = page.get_by_role("group", name=f"Part {part}")
        group.get_by_label("Name").fill(name)
        group.get_by_label("Municipality number").fill(number)
    page.get_by_label("First day of the new order").fill(tomorrow().isoformat())
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_role("heading", name="Who gets what")).to_be_visible()
    assert looks_right(page) == []
    page.get_by_role("button", name="Save, and show what changes").click()
    expect(page.get_by_role("heading", name="The page of Prøvenord as it will be")).to_be_visible()
    assert looks_right(page) == []


# Marked, so that there is a database at all: the tests above need what is committed, not a transaction of their own.
@pytest.mark.django_db
def test_the_world_is_taken_away_again():
    assert not Municipality.objects.filter(name__startswith="Prøve").exists()
