"""Those who write in a browser: every page of their desk; and a text from a blank page to its readers.

What it costs: four pages and four presses to write and send it to review, three presses to read and approve it.
"""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from contacts.models import OutgoingMail
from guidance.models import Edition, Picture, Publisher, Resource, Source, Text
from portal.tests import browsing
from portal.tests.desk.test_journeys import DESKTOP, PHONE
from portal.tests.html import invalid_for

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

WRITER, OTHER, EDITOR = (f"{name}@eksempel.example" for name in ("kommune.valle", "slt.valle", "veiledning"))
OF_RESOURCE = ["resource_desk", "resource_facts", "resource_pictures", "archive_resource"]
HISTORIES = [Resource, Edition, Text, Source, Picture, Publisher]


@pytest.fixture
def pages(_django_db_helper):
    """One of each: of a draft, of what is in review, and of what is for the editors alone."""
    drafts = Edition.objects.filter(resource__is_example=True, resource__archived_on=None)
    draft = drafts.filter(status="draft", texts__language="nb").first().resource_id
    review = drafts.in_review().first().resource_id
    publisher = Publisher.objects.first().pk
    return [
        reverse("guidance_desk"),
        reverse("new_resource"),
        *(reverse(name, args=[draft]) for name in (*OF_RESOURCE, "edit_edition", "submit_edition", "delete_draft")),
        reverse("approve_edition", args=[review]),
        reverse("preview_edition", args=[draft, "nb"]),
        reverse("publisher_desk"),
        reverse("new_publisher"),
        reverse("edit_publisher", args=[publisher]),
        reverse("missed_words"),
    ]


@pytest.mark.parametrize("prefix", ["", "/nn"], ids=["nb", "nn"])
def test_every_page_is_accessible_and_whole_on_every_screen(page_of, pages, prefix):
    assert browsing.faults(page_of(EDITOR), pages, prefix) == {}


def test_every_page_is_valid_html(page_of, pages):
    assert invalid_for(page_of(EDITOR), pages) == []


@pytest.fixture
def nothing_is_left(_django_db_helper):
    began = timezone.now()
    yield
    Resource.objects.filter(addresses__slug__in=["provetekst-for-valle", "provetekst-i-valle"]).delete()
    OutgoingMail.objects.filter(created_at__gte=began).delete()
    for model in HISTORIES:
        model.history.filter(history_date__gte=began).delete()


WORDS = {
    "": ("Begynn å skrive", "Lagre og send til godkjenning", "tekst venter på", "Godkjenn"),
    "/nn": ("Byrj å skrive", "Lagre og send til godkjenning", "tekst ventar på", "Godkjenn"),
}


@pytest.mark.usefixtures("nothing_is_left")
@pytest.mark.parametrize(
    ("options", "prefix"), [(PHONE, ""), (DESKTOP, "/nn")], ids=["phone nb", "desktop nn by keyboard"]
)
def test_a_text_is_written_in_both_languages_approved_by_another_and_read(page_of, new_page, options, prefix):
    """On the desktop with the keyboard alone."""
    begin, send, waits, approve = WORDS[prefix]
    title = f"Prøvetekst {'i' if prefix else 'for'} Valle"
    press = (lambda found: found.press("Enter")) if options is DESKTOP else (lambda found: found.click())
    page = page_of(WRITER, **options)
    assert page.goto(f"{prefix}/skrivebord/").status == 200
    press(page.locator("main .choice[href$='/skrivebord/veiledning/']"))
    press(page.locator("main .choice[href$='/skrivebord/veiledning/ny/']"))
    page.locator("[name=title]").fill("Prøvetekst for Valle")
    page.locator("[name=language][value=nb]").check()
    page.locator("[name=kind]").select_option("local_guide")
    page.locator("[name=owner]").fill("Førebyggjande eining")
    press(page.get_by_role("button", name=begin))
    page.locator("[name=nb-summary]").fill("Hvem du snakker med.")
    page.locator("[name=nb-body]").fill("## Først\n\nRing 02800.")
    page.locator("[name=nn-title]").fill("Prøvetekst i Valle")
    page.locator("[name=nn-summary]").fill("Kven du snakkar med.")
    page.locator("[name=nn-body]").fill("## Først\n\nRing 02800.")
    press(page.get_by_role("button", name=send))
    assert Edition.objects.get(texts__slug="provetekst-i-valle").status == "review"

    page = page_of(OTHER, **options)
    assert page.goto(f"{prefix}/skrivebord/").status == 200
    press(page.get_by_role("link", name=waits))
    press(page.get_by_role("link", name=title))
    press(page.get_by_role("button", name=approve, exact=True))

    reader = new_page(**options)
    slug = "provetekst-i-valle" if prefix else "provetekst-for-valle"
    assert reader.goto(f"{prefix}/veiledning/{slug}/").status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
