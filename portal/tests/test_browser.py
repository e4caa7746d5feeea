"""Every page as a browser sees it: accessible, whole on a small screen, quiet, and from this site alone."""

from functools import cache
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import expect

from portal.tests import browsing
from portal.tests.faulty_urls import FAULTS
from portal.tests.pages import KINDS, LANGUAGES, LOOKED_AT, Page, each

pytestmark = pytest.mark.django_db

DARK_IN = "nb"
MOST_REQUESTS = 4


@pytest.fixture(scope="module")
def visit(browser, server):
    """Visits each page once, however many tests ask about it."""

    @cache
    def visit(target):
        context = browser.new_context(base_url=server, locale="nb-NO")
        try:
            return browsing.visit(context.new_page(), target.url, dark=target.language == DARK_IN)
        finally:
            context.close()

    return visit


@each(LOOKED_AT)
def test_axe_finds_nothing_on_a_phone_on_a_desktop_and_in_the_dark(visit, target):
    assert visit(target).violations == []


@each(LOOKED_AT)
def test_nobody_has_to_scroll_sideways_not_even_at_400_per_cent(visit, target):
    assert visit(target).wider == {browsing.DESKTOP: 0, browsing.PHONE: 0, browsing.ENLARGED: 0}


@each(LOOKED_AT)
def test_the_browser_has_nothing_to_complain_of(visit, target):
    assert visit(target).complaints == []


@each(LOOKED_AT)
def test_nothing_is_fetched_from_elsewhere(visit, target, server):
    assert visit(target).hosts == {urlsplit(server).netloc}


@each(LOOKED_AT)
def test_a_number_is_high_enough_for_a_thumb(visit, target):
    assert visit(target).low_numbers == []


@each([page for page in LOOKED_AT if page.kind.route == "municipality"])
def test_a_card_is_there_after_at_most_four_requests(visit, target):
    assert len(visit(target).requests) <= MOST_REQUESTS


@each([Page(kind, "nb") for kind in KINDS if kind.name == "municipalities, wrong filter"])
def test_what_is_wrong_with_a_filter_gets_the_focus(page, target):
    page.goto(target.url)
    expect(page.locator(".ds-error-summary")).to_be_focused()


@pytest.mark.urls("portal.tests.faulty_urls")
@pytest.mark.parametrize("status", FAULTS)
@pytest.mark.parametrize("prefix", ["", "/nn", "/en"], ids=LANGUAGES)
def test_a_page_about_a_fault_is_as_good_as_the_others(page, prefix, status):
    """The real server has no such pages to show, so the browser is handed what the site would send."""
    answer = Client(raise_request_exception=False).get(path := f"{prefix}/feil/{status}/")
    page.route(
        f"**{path}", lambda route: route.fulfill(status=status, headers=dict(answer.headers), body=answer.content)
    )
    visit = browsing.visit(page, path, dark=not prefix)
    assert visit.violations + visit.complaints + visit.low_numbers == []
    assert set(visit.wider.values()) == {0}
