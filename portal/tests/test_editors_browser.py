"""What two editors and the history look like in a real browser: no rule of accessibility broken, nothing too wide."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import expect

from contacts.tests.factories import make_assignment
from portal.tests.browsing import Visit
from portal.tests.keepers import World

pytestmark = [pytest.mark.django_db, pytest.mark.committed]


@pytest.fixture
def world(server):
    world = World(urlsplit(server).netloc, 2)
    make_assignment(world.point, world.person)
    yield world
    world.take_away()


@pytest.fixture
def open_as(world, new_page, server):
    """A page as one of the two sees it."""

    def open_page(number, path, **options):
        page = new_page(**options)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": world.sessions[number], "url": server}
        page.context.add_cookies([cookie])
        page.visit = Visit()
        page.visit.listen(page)
        page.goto(f"/en/admin/contacts/contactpoint/{world.point.pk}/{path}")
        return page

    return open_page


def faults(page):
    """Of the page as it is now, on a phone, on a desktop, enlarged, and in the dark."""
    page.visit.examine_everywhere(page)
    return page.visit.faults


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_second_sees_both_versions_chooses_and_saves(world, open_as, java_script):
    second = open_as(1, "change/", java_script_enabled=java_script)
    first = open_as(0, "change/")
    first.get_by_label("Function number").fill("12 34 77 11")
    save(first)
    second.get_by_label("Function number").fill("12 34 77 22")
    save(second)
    expect(second.get_by_role("region", name="Changed while you were editing")).to_contain_text("Person 0")
    expect(second.locator("input[name=phone]")).to_have_value("12 34 77 22")
    if java_script:
        assert faults(second) == []
    second.get_by_label("You typed: 12 34 77 22").check()
    save(second)
    world.point.refresh_from_db()
    assert world.point.phone == "12347722"


def test_the_history_and_the_way_back(world, open_as):
    page = open_as(0, "change/")
    page.get_by_label("Function number").fill("12 34 77 11")
    page.get_by_label("Reason").fill("New switchboard")
    save(page)
    page = open_as(0, "history/")
    expect(page.locator("main")).to_contain_text("New switchboard")
    assert faults(page) == []
    page.get_by_role("link", name="Set back to this version").click()
    assert faults(page) == []
    page.get_by_label("Reason").fill("The old one works after all")
    page.get_by_role("button", name="Set back").click()
    world.point.refresh_from_db()
    assert world.point.phone == "12340000"


def test_a_page_whose_row_is_gone(world, open_as):
    page = open_as(1, "change/")
    page.get_by_label("Function number").fill("12 34 77 99")
    world.point.owner = world.point.owner.__class__.objects.exclude(pk=world.district.pk).first()
    world.point.save()
    save(page)
    expect(page.locator("main")).to_contain_text("12 34 77 99")
    page.visit.complaints.clear()  # of the status 404
    assert faults(page) == []
