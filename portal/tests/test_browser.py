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

# What shows a type of page in another state is looked at in one language only.
WITH_COLOURS = {page for page in LOOKED_AT if page.language == "nb" or Page(page.kind, "nb") not in LOOKED_AT}
MOST_REQUESTS = 4


@pytest.fixture(scope="module")
def visit(browser, server):
    """Visits each page once, however many tests ask about it."""
    context = browser.new_context(base_url=server, locale="nb-NO")
    page = context.new_page()

    @cache
    def visit(target):
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": browsing.DESKTOP, "height": browsing.HEIGHT})
        visit = browsing.visit(page, target.url, colours=target in WITH_COLOURS)
        visit.stop_listening(page)
        return visit

    yield visit
    context.close()


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
def test_a_card_is_there_after_at_most_four_requests(page, target):
    """For somebody who has never been here."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(target.url, wait_until="load")
    assert 2 <= len(asked) <= MOST_REQUESTS


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
    visit = browsing.visit(page, path, colours=not prefix)
    assert visit.violations + visit.complaints + visit.low_numbers == []
    assert set(visit.wider.values()) == {0}
