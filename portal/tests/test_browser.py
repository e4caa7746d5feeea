"""Every page as a browser sees it: accessible, whole on a small screen, quiet, and from this site alone."""

from functools import cache
from urllib.parse import urlsplit

import pytest

from portal.tests import browsing
from portal.tests.pages import PAGES, each

pytestmark = pytest.mark.django_db

DARK_IN = "nb"


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


@each(PAGES)
def test_axe_finds_nothing_on_a_phone_on_a_desktop_and_in_the_dark(visit, target):
    assert visit(target).violations == []


@each(PAGES)
def test_nobody_has_to_scroll_sideways_not_even_at_400_per_cent(visit, target):
    assert visit(target).wider == {browsing.DESKTOP: 0, browsing.PHONE: 0, browsing.ENLARGED: 0}


@each(PAGES)
def test_the_browser_has_nothing_to_complain_of(visit, target):
    assert visit(target).complaints == []


@each(PAGES)
def test_nothing_is_fetched_from_elsewhere(visit, target, server):
    assert visit(target).hosts == {urlsplit(server).netloc}


@each(PAGES)
def test_a_number_is_high_enough_for_a_thumb(visit, target):
    assert visit(target).low_numbers == []
