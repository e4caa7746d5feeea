"""What comes out of the printer."""

import io

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from contacts.models import Function, Municipality, PoliceDistrict, Publication
from contacts.models.points import POLICE_FUNCTIONS
from contacts.tests.factories import make_assignment, make_contact_point, make_person

pytestmark = pytest.mark.django_db

A4 = (595, 842)
each_prefix = pytest.mark.parametrize("prefix", ["", "/nn", "/en"], ids=["nb", "nn", "en"])


def printed(page, path):
    page.goto(path)
    return on_paper(page)


def on_paper(page):
    return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=False))).pages


def text_of(sheets):
    return " ".join(sheet.extract_text() for sheet in sheets)


def longest():
    """The municipality with contacts whose action card says most."""
    slugs = Municipality.objects.filter(coverages__isnull=False).distinct().values_list("slug", flat=True)
    return max(slugs, key=lambda slug: len(Client().get(f"/kommuner/{slug}/tiltakskort/").content))


@each_prefix
@pytest.mark.parametrize(
    "slug", ["valle", "asker", "bokn", "evje-og-hornnes", longest], ids=lambda slug: getattr(slug, "__name__", slug)
)
def test_the_action_card_is_one_sheet(page, slug, prefix):
    slug = slug() if callable(slug) else slug
    (sheet,) = printed(page, f"{prefix}/kommuner/{slug}/tiltakskort/")
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    assert all(number in sheet.extract_text() for number in ("112", "02800", "23 30 50 00", "116 111"))


@pytest.fixture
def everything_filled_in():
    """In Bokn every function has a holder with a long name and title, a number, a mailbox and opening hours."""
    owners = {True: PoliceDistrict.objects.get(slug="sor-vest"), False: Municipality.objects.get(slug="bokn")}
    published = {
        "publication": Publication.NAME,
        "publication_decided_on": timezone.localdate(),
        "publication_decided_by": "HR",
    }
    reach = {
        "phone": "12340099",
        "email": "forebyggende.kontakt@prove.example",
        "opening_hours": "Mo-Th 08:00-15:30; Fr 08:00-14:00",
    }
    for function in Function:
        serves = [] if function == Function.PREVENTION_CONTACT else [owners[False]]
        point = make_contact_point(function, owner=owners[function in POLICE_FUNCTIONS], serves=serves, **reach)
        person = make_person("Prøve-Margrethe Eksempelsen Navnesen", work_title="Rådgiver for forebyggende arbeid")
        make_assignment(point, person, share=50, **published)


@each_prefix
def test_an_action_card_with_everything_filled_in_is_still_one_sheet(page, everything_filled_in, prefix):
    """The server does not see what this test wrote, so the browser is handed the page."""
    answer = Client().get(path := f"{prefix}/kommuner/bokn/tiltakskort/")
    page.route(f"**{path}", lambda route: route.fulfill(headers=dict(answer.headers), body=answer.content))
    assert "Navnesen" in answer.content.decode()
    assert len(printed(page, path)) == 1


@pytest.mark.parametrize(
    "slug", ["valle", "bokn", "kafjord", longest], ids=lambda slug: getattr(slug, "__name__", slug)
)
def test_the_card_of_a_municipality_is_at_most_two_sheets(page, slug):
    slug = slug() if callable(slug) else slug
    sheets = printed(page, f"/kommuner/{slug}/")
    assert len(sheets) <= 2
    assert all(number in text_of(sheets) for number in ("112", "02800", "23 30 50 00"))


@pytest.mark.parametrize("path", ["/kommuner/valle/", "/kommuner/valle/tiltakskort/"])
def test_what_is_only_for_the_screen_is_not_printed(page, path):
    page.emulate_media(media="print")
    page.goto(path)
    for part in ("header.site-header", "footer.site-footer", "nav", "form"):
        for element in page.locator(part).all():
            expect(element).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


@each_prefix
def test_no_number_is_cut_off_at_the_edge_of_the_paper(page, prefix):
    """In Valle one function has two numbers, each with whose it is."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 710, "height": 1000})  # what the margins of the sheet leave, in CSS pixels
    page.goto(f"{prefix}/bekymret/valle/")
    cut_off = "links => links.filter(link => link.scrollWidth > link.clientWidth).map(link => link.textContent)"
    assert page.locator(".contact-cards .phone").evaluate_all(cut_off) == []
