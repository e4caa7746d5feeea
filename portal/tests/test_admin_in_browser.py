"""The admin's pages in a real browser, on the examples that the server has."""

import re
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from contacts.models import Assignment, ContactPoint, Coverage, Role, User
from portal.tests import browsing
from portal.tests.coming_in import come_all_the_way_in


class World(NamedTuple):
    session: str
    point: Any
    later: Any
    municipality: int


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Rows to look at that are committed, so that the server sees them, and are taken away again."""
    with django_db_blocker.unblock():
        everything = User.objects.create_user("pages@eksempel.example", name="Prøve Eksempel")
        for role in (Role.AREA_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.AUDITOR):
            everything.grants.create(role=role)
        point = ContactPoint.objects.get(key="eksempel-politikontakt-setesdal")
        person = point.assignments.first().person
        later = timezone.localdate() + timedelta(days=900)
        assignment = Assignment.objects.create(
            contact_point=point, person=person, valid_from=later, valid_to=later, role="deputy"
        )
        come_all_the_way_in(client := Client(), everything)
        yield World(client.cookies["sessionid"].value, point, assignment, Coverage.objects.first().municipality_id)
        assignment.delete()
        everything.delete()


def page_of(model, page="changelist", *args):
    return reverse(f"admin:contacts_{model}_{page}", args=args)


ADDRESSES = {
    "first page": lambda world: reverse("admin:index"),
    "app": lambda world: reverse("admin:app_list", args=["contacts"]),
    "list": lambda world: page_of("contactpoint"),
    "list, searched and filtered": lambda world: page_of("contactpoint") + "?q=e&freshness=fresh&o=-1",
    "list, empty": lambda world: page_of("contactpoint") + "?q=finnesikke",
    "list of users": lambda world: page_of("user"),
    "list of roles": lambda world: page_of("rolegrant"),
    "list of events": lambda world: page_of("auditevent"),
    "list in pages": lambda world: page_of("municipality"),
    "adding": lambda world: page_of("contactpoint", "add"),
    "adding a role": lambda world: page_of("rolegrant", "add"),
    "changing, with inlines": lambda world: page_of("contactpoint", "change", world.point.pk),
    "changing a person": lambda world: page_of("person", "change", world.later.person_id),
    "reading": lambda world: page_of("municipality", "change", world.municipality),
    "history": lambda world: page_of("contactpoint", "history", world.point.pk),
    "deleting": lambda world: page_of("assignment", "delete", world.later.pk),
}


@pytest.fixture
def open_page(new_page, server, world):
    """Opens pages as somebody who sees everything."""

    def open_page(**options):
        page = new_page(**options)
        page.context.add_cookies([{"name": "sessionid", "value": world.session, "url": server}])
        return page

    return open_page


@pytest.mark.once_on("SQLite")
@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_is_accessible_whole_on_a_phone_and_quiet_under_its_policy(open_page, world, name):
    page = open_page()
    visit = browsing.visit(page, ADDRESSES[name](world))
    expect(page.locator(".admin")).to_have_count(1)  # and not an error page, which is as good
    assert visit.faults == []


@pytest.mark.parametrize("prefix", ["/nn", "/en"])
def test_and_so_in_the_other_languages(open_page, world, prefix):
    visit = browsing.visit(open_page(), prefix + ADDRESSES["changing, with inlines"](world))
    assert visit.violations + visit.complaints == []


def test_what_is_wrong_gets_the_focus_and_the_page_stays_accessible(open_page, world):
    page = open_page()
    visit = browsing.Visit()
    visit.listen(page)
    page.goto("/en" + ADDRESSES["changing, with inlines"](world))
    page.get_by_label("Function number").fill("ask Kari")
    page.locator("#assignments-group [data-row]").last.get_by_label("First day").fill("2026-01-01")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".ds-error-summary")).to_be_focused()
    expect(page.get_by_label("Function number")).to_have_value("ask Kari")
    for width in (browsing.DESKTOP, browsing.PHONE):
        visit.examine(page, width)
    assert visit.violations + visit.complaints == []
    page.locator(".ds-error-summary a").first.click()
    expect(page.get_by_label("Function number")).to_be_focused()


def test_a_row_is_added_and_taken_away_again(open_page, world):
    page = open_page()
    page.goto("/en" + ADDRESSES["changing, with inlines"](world))
    group = page.locator("#coverages-group")
    before = group.locator("[data-row]").count()
    total = group.locator("[name=coverages-TOTAL_FORMS]")
    group.get_by_role("button", name=re.compile("^Add another")).click()
    expect(group.locator("[data-row]")).to_have_count(before + 1)
    expect(total).to_have_value(str(before + 1))
    expect(group.locator(f"#id_coverages-{before}-municipality")).to_be_focused()
    assert browsing.violations(page, "row added") == []
    group.get_by_role("button", name="Remove").click()
    expect(group.locator("[data-row]")).to_have_count(before)
    expect(total).to_have_value(str(before))


def test_all_on_the_page_are_ticked_at_once(open_page, world):
    page = open_page()
    page.goto("/en" + page_of("contactpoint"))
    page.get_by_label("All on this page").check()
    boxes = page.locator("input.action-select")
    assert boxes.count() > 1
    assert all(boxes.nth(index).is_checked() for index in range(boxes.count()))


def test_without_a_script_there_is_an_empty_row_to_fill_in(open_page, world):
    page = open_page(java_script_enabled=False)
    page.goto("/en" + ADDRESSES["changing, with inlines"](world))
    expect(page.locator("#coverages-group select")).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^Add another"))).to_have_count(0)
