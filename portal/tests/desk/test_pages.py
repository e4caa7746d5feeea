"""Every page of the desk as a browser sees it: accessible, whole on a small screen, quiet; and valid HTML."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from portal.tests import browsing
from portal.tests.desk.world import DAY, TODAY, World
from portal.tests.html import invalid

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGES = ["desk", "missing", "change_of_officer", "verification", "absences", "absence"]
# What a page answers to a form: with errors, or a preview.
FORMS = ["preview", "officer with errors", "table with errors", "table after saving", "absence with errors"]


@pytest.fixture(scope="module")
def _django_db_helper(django_db_setup, django_db_blocker):
    """In the place of pytest-django's, which keeps a transaction open round each test, and so SQLite locked."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def world(_django_db_helper):
    world = World()
    world.plan_something()
    yield world
    world.take_away()


@pytest.fixture(scope="module")
def client(world):
    client = Client()
    client.force_login(world.coordinator)
    return client


@pytest.fixture
def page(new_page, world, server):
    page = new_page()
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": world.session(), "url": server}])
    return page


def address(name, world, language):
    with translation.override(language):
        return reverse(name, args=[world.absence.pk] if name == "absence" else [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_whole_on_every_screen(page, world, name, language):
    assert browsing.visit(page, address(name, world, language), colours=language == "nb").faults == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMS)
def test_what_is_answered_to_a_form_is_so_too(page, world, client, name, language):
    """The browser is handed what the site answered, as a form that was sent cannot be visited."""
    path, html = answered(name, client, world, language)
    page.route(f"**{path}", lambda route: route.fulfill(status=200, content_type="text/html", body=html))
    assert browsing.visit(page, path, colours=language == "nb").faults == []


def test_every_page_is_valid_html(client, world):
    pages = {path: client.get(path).content.decode() for path in (address(name, world, "nb") for name in PAGES)}
    assert invalid(pages | {name: answered(name, client, world, "nb")[1] for name in FORMS}) == []


def answered(name, client, world, language):
    """The address, and what it answers to the form."""
    point, old = world.points[0], world.points[2]
    officer = {"points": point.pk, "name": "Nora Eksempel", "leaving": "everybody", "publication": "function"}
    row = {f"p{point.pk}-seen": "1", f"p{point.pk}-phone": "spør etter Kari", f"p{point.pk}-right": "on"}
    verified = {f"p{old.pk}-seen": "1", f"p{old.pk}-phone": "12345670", f"p{old.pk}-right": "on"}
    route, sent = {
        "preview": ("change_of_officer", officer | {"on": str(TODAY + DAY)}),
        "officer with errors": ("change_of_officer", {"points": "", "direct_phone": "spør etter Kari"}),
        "table with errors": ("verification", row),
        "table after saving": ("verification", verified),
        "absence with errors": ("absences", {"first": "i morgen"}),
    }[name]
    path = address(route, world, language)
    answer = client.post(path, sent, follow=True)
    assert answer.status_code == 200
    return path, answer.content.decode()
