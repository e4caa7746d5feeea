"""The picture of the working year, seen in a real browser: on a phone, on a desk, in the dark and on paper."""

import io

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from portal.tests.browsing import DESKTOP, ENLARGED, PHONE, WIDER_THAN_THE_SCREEN, violations

pytestmark = pytest.mark.django_db

STEPS = ["Kartlegge", "Prioritere", "Gjennomføre", "Evaluere", "Dokumentere"]
MONTHS = ["Januar", "Juni", "Juli", "Desember"]
# Smaller than this nobody reads on a phone, and the picture is all there is to see at a glance.
LEAST_LETTERS = 10
LETTERS = """
    [...document.querySelectorAll('.cycle-wheel text')].map(text => {
        const scale = text.ownerSVGElement.getBoundingClientRect().width / 360;
        return parseFloat(getComputedStyle(text).fontSize) * scale;
    })
"""
OUTSIDE = """
    [...document.querySelectorAll('.cycle-wheel')].flatMap(wheel => {
        const ring = wheel.getBoundingClientRect();
        return [...wheel.querySelectorAll('text')].filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < ring.left || box.right > ring.right;
        }).map(text => text.textContent);
    })
"""


@pytest.fixture
def year(page):
    """The page of the example of this year."""
    answer = page.goto(f"/slt/eksempel-slt-baerum/{timezone.localdate().year}/")
    assert answer.status == 200
    return page


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_picture_can_be_read_at_every_width(year, width):
    year.set_viewport_size({"width": width, "height": 900})
    assert min(year.evaluate(LETTERS)) >= LEAST_LETTERS
    assert year.evaluate(OUTSIDE) == []
    assert year.evaluate(WIDER_THAN_THE_SCREEN) == 0
    expect(year.locator(".cycle-steps > li strong")).to_have_text(STEPS)


def test_it_is_accessible_in_the_light_and_in_the_dark(year):
    for width, scheme in [(ENLARGED, "light"), (DESKTOP, "light"), (DESKTOP, "dark")]:
        year.emulate_media(color_scheme=scheme)
        year.set_viewport_size({"width": width, "height": 900})
        assert violations(year, scheme) == []


def test_what_the_drawing_shows_is_said_in_words_to_a_screen_reader(year):
    figure = year.get_by_role("figure").first
    steps = figure.get_by_role("listitem")
    expect(steps).to_contain_text(STEPS)
    expect(figure.get_by_role("img")).to_have_count(0)
    expect(figure).to_contain_text("av 5 ferdig")


def test_the_year_at_a_glance_is_the_first_sheet(year):
    """Black and white, on A4: the five words in the wheel and beside it, and the twelve months."""
    sheets = PdfReader(io.BytesIO(year.pdf(format="A4", prefer_css_page_size=True, print_background=False))).pages
    text = sheets[0].extract_text()
    assert [text.count(step) for step in STEPS] == [2] * len(STEPS)
    assert [month for month in MONTHS if month not in text] == []


def test_the_states_are_told_apart_without_colour(year):
    """On paper a step that is done, one under way and one that comes next differ in fill or outline."""
    year.emulate_media(media="print")
    looks = year.evaluate(
        """Object.fromEntries([...document.querySelectorAll('.cycle-wheel [data-state]')].map(part => {
            const {fill, strokeWidth, strokeDasharray} = getComputedStyle(part.querySelector('.cycle-wheel__arrow'));
            return [part.dataset.state, `${fill} ${strokeWidth} ${strokeDasharray}`];
        }))"""
    )
    assert len(looks) > 1
    assert len(set(looks.values())) == len(looks)


@pytest.mark.parametrize(("prefix", "first"), [("", "Kartlegge"), ("/nn", "Kartleggje"), ("/en", "Map")])
def test_how_slt_works_explains_the_picture_in_each_language(page, prefix, first):
    assert page.goto(f"{prefix}/slt/slik-virker-det/").status == 200
    expect(page.locator(".cycle-wheel__name").first).to_have_text(first)
    expect(page.locator(".cycle-steps strong").first).to_have_text(first)
