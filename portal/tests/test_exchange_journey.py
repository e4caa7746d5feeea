"""Somebody fetches a file, changes a cell, looks at the preview and imports it: with a keyboard, without JavaScript."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from contacts.models import ContactPoint, Municipality, PoliceDistrict, Role, User
from contacts.tests.factories import make_contact_point, make_user
from portal.tests.browsing import DESKTOP, ENLARGED, HEIGHT, PHONE, WIDER_THAN_THE_SCREEN, violations

PAGE = "/en/skrivebord/utveksling/"
OLD, NEW = "12 34 00 81", "12 34 00 82"


@pytest.fixture
def session(django_db_setup, django_db_blocker):
    """A police coordinator with a contact point; committed, since the server is another process."""
    with django_db_blocker.unblock():
        district, valle = PoliceDistrict.objects.get(slug="agder"), Municipality.objects.get(slug="valle")
        point = make_contact_point("police_contact", owner=district, serves=[valle], key="reise", phone="12340081")
        user = make_user((Role.POLICE_COORDINATOR, district), name="Kim Eksempel")
        client = Client()
        client.force_login(user)
        yield client.cookies["sessionid"].value
        ContactPoint.objects.get(pk=point.pk).delete()
        User.objects.get(pk=user.pk).delete()


@pytest.fixture
def page(request, session, new_page, server):
    page = new_page(**getattr(request, "param", {}))
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": server}])
    page.goto(PAGE)
    return page


def fetch(page, folder):
    page.get_by_label("Text with semicolons").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Fetch the file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def choose(page, path):
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="See what will be changed").click()


def looks_right(page):
    found = []
    for width in (DESKTOP, PHONE, ENLARGED):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{width}: too wide"] * (page.evaluate(WIDER_THAN_THE_SCREEN) > 0)
        found += violations(page, width) if width != ENLARGED else []
    return found


@pytest.mark.parametrize(
    "page", [{}, {"java_script_enabled": False}], ids=["with JavaScript", "without JavaScript"], indirect=True
)
def test_a_cell_is_changed_previewed_and_imported(page, tmp_path):
    path = fetch(page, tmp_path)
    path.write_bytes(path.read_bytes().replace(OLD.encode(), NEW.encode()))
    choose(page, path)
    row = page.get_by_role("row", name="Function number")
    expect(row.get_by_role("deletion")).to_have_text(OLD)
    expect(row.get_by_role("insertion")).to_have_text(NEW)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("1 contact point")
    assert NEW in fetch(page, tmp_path).read_text()


def test_the_pages_are_accessible(page, tmp_path):
    assert looks_right(page) == []
    path = fetch(page, tmp_path)
    text = path.read_text(encoding="utf-8-sig").replace(OLD, NEW).replace("kristiansand;", "atlantis;")
    path.write_text(f"{text}ny;Police contact;agder;valle;;;;;;;;;\n")
    choose(page, path)
    expect(page.get_by_role("heading", name="Cannot be imported")).to_be_visible()
    assert looks_right(page) == []


# Marked, so that there is a database at all: the tests above need what is committed, not a transaction of their own.
@pytest.mark.django_db
def test_whoever_is_not_logged_in_is_led_to_the_login(client):
    assert client.get(PAGE).headers["Location"].endswith(f"?next={PAGE}")
