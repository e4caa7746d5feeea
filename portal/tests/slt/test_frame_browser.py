"""The pages of a scheme's frame in a browser: accessible, whole on a small screen, valid, also with what is refused."""

import pytest
from playwright.sync_api import expect

from portal.tests import browsing
from portal.tests.html import invalid_for
from slt.models import Scheme

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

SCHEME = "/skrivebord/slt/eksempel-slt-baerum"
GROUP = f"{SCHEME}/grupper/eksempel-slt-baerum-koordinering"
PAGES = [
    *("/skrivebord/slt/", "/skrivebord/slt/ny/", f"{SCHEME}/ordning/", f"{SCHEME}/kommuner/"),
    *(f"{SCHEME}/koordinatorer/", f"{SCHEME}/grupper/", f"{SCHEME}/grupper/ny/", f"{GROUP}/", f"{GROUP}/avslutt/"),
]


@pytest.fixture
def pages(_django_db_helper):
    """With those whose address has a number."""
    scheme = Scheme.objects.get(slug="eksempel-slt-baerum")
    coordinator = scheme.coordinators.get()
    held = coordinator.contact_point.assignments.filter(valid_to=None, role="holder").first()
    numbered = [f"{SCHEME}/koordinatorer/{coordinator.pk}/", f"{SCHEME}/kommuner/{scheme.areas.get().pk}/avslutt/"]
    return [*PAGES, *numbered, *([f"{SCHEME}/stillingsandel/{held.pk}/"] if held else [])]


@pytest.mark.parametrize("prefix", ["", "/nn"], ids=["nb", "nn"])
def test_every_page_is_accessible_and_whole_on_every_screen(page_of, pages, prefix):
    assert browsing.faults(page_of("slt.baerum@eksempel.example"), pages, prefix) == {}


def test_every_page_is_valid_html(page_of, pages):
    assert invalid_for(page_of("slt.baerum@eksempel.example"), pages) == []


@pytest.mark.usefixtures("_django_db_helper")
def test_ages_in_the_wrong_order_are_told_and_what_was_typed_stays(page_of):
    page = page_of("slt.baerum@eksempel.example", java_script_enabled=False)
    assert page.goto(f"{SCHEME}/ordning/").status == 200
    page.get_by_label("Fra alder").fill("23")
    page.get_by_label("Til og med alder").fill("12")
    page.get_by_role("button", name="Lagre").click()
    expect(page.locator(".ds-error-summary").get_by_text("Skriv den laveste først")).to_be_visible()
    expect(page.get_by_label("Fra alder")).to_have_value("23")


@pytest.mark.usefixtures("_django_db_helper")
def test_a_row_without_its_agency_is_told_where_it_stands(page_of):
    page = page_of("slt.baerum@eksempel.example")
    assert page.goto(f"{SCHEME}/grupper/ny/").status == 200
    page.get_by_label("Navn").first.fill("Ny prøvegruppe")
    page.locator("[name=r-0-count]").fill("4")
    page.get_by_role("button", name="Lagre gruppen").click()
    expect(page.locator("[name=r-0-agency][aria-invalid=true]")).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value("Ny prøvegruppe")
    assert browsing.violations(page, "refused") == []
