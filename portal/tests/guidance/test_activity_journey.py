"""A reader finds an activity for a youth club in two clicks, without JavaScript, on a phone and on a desktop."""

import pytest
from playwright.sync_api import expect

from portal.tests.desk.test_journeys import DESKTOP, PHONE

pytestmark = pytest.mark.django_db
READERS = [
    (PHONE | {"java_script_enabled": False}, "/", "Fritidsklubb (", "Temakveld som ungdommene lager selv", "Slik gjør"),
    (DESKTOP, "/nn/", "Fritidsklubb (", "Temakveld som ungdommane lagar sjølve", "Slik gjer"),
]


class Clicks:
    """Counts those that a reader needs; each must lead to a page that is there."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def on(self, name):
        with self.page.expect_response(lambda answer: answer.request.is_navigation_request()) as answer:
            self.page.get_by_role("link", name=name).first.click()
        assert answer.value.status == 200
        self.count += 1


@pytest.mark.parametrize(("options", "home", "arena", "activity", "steps"), READERS, ids=["phone nb", "desktop nn"])
def test_a_reader_finds_an_activity_for_a_youth_club_in_two_clicks(new_page, options, home, arena, activity, steps):
    page = new_page(**options)
    assert page.goto(home).status == 200
    clicks = Clicks(page)
    clicks.on(arena)
    clicks.on(activity)
    assert clicks.count == 2
    expect(page.get_by_role("heading", level=1, name=activity)).to_be_visible()
    expect(page.get_by_role("heading", name=steps)).to_be_visible()
    expect(page.locator("main ol > li").nth(4)).to_be_visible()
