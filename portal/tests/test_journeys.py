"""The tasks people come for, done by keyboard alone, on a phone, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db

PHONE = {"viewport": {"width": 360, "height": 740}}
BARE = {"java_script_enabled": False}
MOST_TABS = 80
FIELD = "#place"
POLICE = 'a[href="tel:02800"]'


def devices(*options, ids):
    return pytest.mark.parametrize("page", options, ids=ids, indirect=True)


each_device = devices({}, PHONE, PHONE | BARE, ids=["desktop", "phone", "phone without JavaScript"])
without_javascript = devices(PHONE | BARE, ids=["phone without JavaScript"])


def type_on_home_page(page, text, *, path="/"):
    """Nothing is pressed before: the field has the focus."""
    page.goto(path)
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(text)


def search_for(page, text):
    type_on_home_page(page, text)
    page.keyboard.press("Enter")


def tab_to(page, selector):
    """Presses Tab until something that fits has the focus."""
    for _press in range(MOST_TABS):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} cannot be reached with {MOST_TABS} presses of Tab")


def at(path):
    return re.compile(f"{re.escape(path)}$")


@each_device
def test_one_can_type_at_once(page):
    page.goto("/")
    expect(page.locator(FIELD)).to_be_focused()


@each_device
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("Valle", "/kommuner/valle/"),
        ("baerum", "/kommuner/baerum/"),
        ("4221", "/kommuner/valle/"),
        ("oslo", "/kommuner/oslo/"),
    ],
)
def test_a_name_or_number_leads_straight_to_whom_to_call(page, typed, path):
    search_for(page, typed)
    expect(page).to_have_url(at(path))
    for number in ("112", "02800"):
        expect(page.locator(f'a[href="tel:{number}"]').first).to_be_visible()


@each_device
def test_a_former_name_leads_to_the_place_of_today_and_says_why(page):
    search_for(page, "Røyken")
    expect(page).to_have_url(at("/kommuner/asker/?q=R%C3%B8yken"))
    expect(page.get_by_role("note").first).to_contain_text(re.compile("Røyken.*2020", re.DOTALL))


@each_device
def test_of_two_places_with_the_same_name_one_chooses(page):
    search_for(page, "Herøy")
    tab_to(page, 'a.choice[href*="nordland"]')
    page.keyboard.press("Enter")
    expect(page).to_have_url(at("/kommuner/heroy-nordland/"))


@each_device
def test_from_a_card_one_can_look_up_another_place(page):
    page.goto("/kommuner/valle/")
    tab_to(page, FIELD)
    page.keyboard.type("Bokn")
    page.keyboard.press("Enter")
    expect(page).to_have_url(at("/kommuner/bokn/"))


@each_device
def test_the_first_tab_leads_past_the_menu(page):
    page.goto("/kommuner/valle/")
    page.keyboard.press("Tab")
    expect(page.locator("a[href='#content']")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "main a")
    expect(page.locator("header a:focus")).to_have_count(0)


@each_device
@pytest.mark.parametrize(
    "start", ["/", "/kommuner/valle/", "/kommuner/bokn/", "/kommuner/valle/tiltakskort/", "/sok/?q=qqqq"]
)
def test_the_police_are_reached_by_keyboard(page, start):
    page.goto(start)
    tab_to(page, POLICE)
    expect(page.locator(f"{POLICE}:focus")).to_be_visible()


@without_javascript
def test_every_way_to_call_stands_on_the_card(page):
    page.goto("/kommuner/valle/")
    for number in ("112", "02800", "+4712345601", "+4712340010", "+4723305000"):
        expect(page.locator(f'a[href="tel:{number}"]').first).to_be_visible()


@pytest.fixture
def suggestions(page):
    """On the home page, after `kris` was typed."""
    type_on_home_page(page, "kris")
    expect(page.get_by_role("option").first).to_be_visible()
    return page.get_by_role("option")


def test_a_suggestion_is_chosen_by_arrow_and_enter(page, suggestions):
    expect(suggestions.first).to_contain_text("Kristiansand")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(at("/kommuner/kristiansand/"))


def test_a_suggestion_is_chosen_by_a_tap(page, suggestions):
    suggestions.nth(1).click()
    expect(page).to_have_url(at("/kommuner/kristiansund/"))


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page, suggestions):
    page.keyboard.press("Escape")
    expect(suggestions.first).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("kris")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")


def test_the_field_says_that_it_has_suggestions(page, suggestions):
    field, listbox = page.get_by_role("combobox"), page.get_by_role("listbox")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    expect(field).to_have_attribute("aria-controls", listbox.get_attribute("id"))


def test_the_suggestion_in_focus_is_the_one_the_field_speaks_of(page, suggestions):
    for position in range(2):
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("combobox")).to_have_attribute(
            "aria-activedescendant", suggestions.nth(position).get_attribute("id")
        )


# What is said is wiped again after a moment, sooner than a slow machine may look.
REMEMBER_WHAT_IS_SAID = """
addEventListener("DOMContentLoaded", () => {
  const remember = () => document.querySelectorAll("[aria-live]").forEach((region) => {
    document.body.dataset.said = (document.body.dataset.said ?? "") + region.textContent;
  });
  new MutationObserver(remember).observe(document.body, { subtree: true, childList: true, characterData: true });
});
"""


def test_how_many_suggestions_there_are_is_said_aloud(page):
    page.add_init_script(REMEMBER_WHAT_IS_SAID)
    type_on_home_page(page, "kris", path="/en/")
    expect(page.locator("body")).to_have_attribute("data-said", re.compile(r"\d suggestions"))


def test_enter_takes_what_was_typed_when_no_suggestion_was_chosen(page, suggestions):
    page.keyboard.press("Enter")
    expect(page).to_have_url(at("/sok/?q=kris"))


def test_when_suggestions_fail_the_field_still_works(page):
    page.route("**/forslag/*", lambda route: route.abort())
    search_for(page, "Valle")
    expect(page).to_have_url(at("/kommuner/valle/"))
