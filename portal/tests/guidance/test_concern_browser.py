"""The concern route as somebody uses it: in a hurry, on a phone, by keyboard, on paper."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from guidance.concern import HARMLESS_PAGE, OF_AUDIENCES
from portal.tests.test_journeys import BARE, PHONE, tab_to
from portal.tests.test_paper import A4, everything_filled_in, on_paper, printed  # noqa: F401 (a fixture)

pytestmark = pytest.mark.django_db

PREFIX = {"nb": "", "nn": "/nn"}
FROM_HOME = {
    "nb": "De fire stegene, og hvem du snakker med der du er",
    "nn": "Dei fire stega, og kven du snakkar med der du er",
}
OPEN = "chosen => document.querySelectorAll('details').forEach(one => one.open = one.id == chosen)"
LEAVE = ".leave-quickly .ds-button"
COORDINATOR = 'a[href="tel:+4712340010"]'
each_language = pytest.mark.parametrize("language", ["nb", "nn"])


@each_language
@pytest.mark.parametrize("page", [PHONE | BARE], ids=["phone without JavaScript"], indirect=True)
def test_from_home_two_presses_lead_to_somebody_to_discuss_it_with(page, language):
    assert page.goto(f"{PREFIX[language]}/").status == 200
    page.get_by_role("link", name=FROM_HOME[language]).click()
    page.get_by_role("link", name="Valle", exact=True).click()
    expect(page).to_have_url(re.compile(f"{PREFIX[language]}/bekymret/valle/$"))
    expect(page.locator(f"#discuss {COORDINATOR}")).to_be_visible()
    page.locator("details#school summary").click()
    expect(page.locator("details#school .written")).to_be_visible()


@each_language
def test_by_keyboard_the_way_out_comes_first_and_everything_else_is_reached(page, language):
    assert page.goto(f"{PREFIX[language]}/bekymret/valle/").status == 200
    page.keyboard.press("Tab")
    expect(page.locator(LEAVE)).to_be_focused()
    tab_to(page, f"#discuss {COORDINATOR}")
    expect(page.locator(f"#discuss {COORDINATOR}")).to_be_in_viewport()
    tab_to(page, "details#school summary")
    page.keyboard.press("Enter")
    expect(page.locator("details#school .written")).to_be_visible()


@pytest.mark.parametrize("page", [PHONE | BARE], ids=["phone without JavaScript"], indirect=True)
def test_one_leaves_quickly_from_wherever_on_the_page_and_without_a_trace_at_the_other_end(page):
    asked = []
    page.route(f"{HARMLESS_PAGE}**", lambda route: (asked.append(route.request), route.fulfill(body="Sol")))
    assert page.goto("/bekymret/valle/").status == 200
    page.locator("#follow-up").scroll_into_view_if_needed()
    expect(page.locator(LEAVE)).to_be_in_viewport()
    page.locator(LEAVE).click()
    expect(page).to_have_url(HARMLESS_PAGE)
    assert "referer" not in asked[0].headers


def test_the_button_prints(page):
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    assert page.goto("/bekymret/bokn/").status == 200
    page.locator("[data-print]").click()
    expect(page).to_have_title("printed")


@pytest.mark.parametrize("prefix", ["", "/nn", "/en"], ids=["nb", "nn", "en"])
@pytest.mark.parametrize("slug", ["valle", "bykle", "evje-og-hornnes"])
def test_the_card_of_a_municipality_is_one_sheet(page, slug, prefix):
    (sheet,) = printed(page, f"{prefix}/bekymret/{slug}/")
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    text = sheet.extract_text()
    assert all(number in text for number in ("112", "02800", "23 30 50 00", "116 111"))
    assert "yr.no" not in text


@pytest.mark.parametrize("prefix", ["", "/nn", "/en"], ids=["nb", "nn", "en"])
@pytest.mark.usefixtures("everything_filled_in")
def test_with_everything_filled_in_and_whoever_it_is_for_it_is_one_sheet(page, prefix):
    """The server does not see what this test wrote, so the browser is handed the page."""
    answer = Client().get(path := f"{prefix}/bekymret/bokn/")
    assert "Navnesen" in answer.content.decode()
    page.route(f"**{path}", lambda route: route.fulfill(headers=dict(answer.headers), body=answer.content))
    assert len(printed(page, path)) == 1
    for audience in OF_AUDIENCES:
        page.evaluate(
            "chosen => document.querySelectorAll('details').forEach(one => one.open = one.id == chosen)", audience
        )
        assert len(on_paper(page)) == 1, audience
