"""The pages about meetings as a browser sees them: accessible, whole on a small screen, quiet; and valid HTML.

On the invented council of Bærum, which the server has with a meeting in every state.
"""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from councils.models import Agreement, Body, Meeting
from portal.tests import browsing
from portal.tests.html import invalid_for

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

SLUG, SECRETARY = "eksempel-baerum", "sekretar.baerum@eksempel.example"
LANGUAGES = [code for code, _name in settings.LANGUAGES]
# With the state of the meeting that the page is about.
OF_MEETINGS = {
    "meeting_desk": "published",
    "notice": "called",
    "agenda": "planned",
    "add_item": "called",
    "call_meeting": "planned",
    "move_meeting": "called",
    "cancel_meeting": "called",
}
OF_ITEMS = ["agenda_item", "item_files"]
OF_AGREEMENTS = ["agreement", "agreement_files"]
OF_BODIES = ["agreements", "body_desk", "body_meetings", "plan_meeting", "year_wheel", "add_year_wheel_task"]
PAGES = [*OF_MEETINGS, *OF_ITEMS, *OF_AGREEMENTS, *OF_BODIES, "plan_year"]


def address(name, language):
    body = Body.objects.get(slug=SLUG)
    state = OF_MEETINGS.get(name, "called")
    meeting = Meeting.objects.filter(body=body, status=state).first()
    if name in OF_ITEMS:
        arguments = [SLUG, meeting.date, meeting.items.exclude(visibility="exempt").first().pk]
    elif name in OF_AGREEMENTS:
        arguments = [SLUG, Agreement.objects.filter(council=body.pk).first().pk]
    elif name == "plan_year":
        arguments = [SLUG, meeting.date.year]
    else:
        arguments = [SLUG, meeting.date] if name in OF_MEETINGS else [SLUG]
    with translation.override(language):
        return reverse(name, args=arguments)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_whole_and_quiet(page_of, name, language):
    visit = browsing.visit(page_of(SECRETARY), address(name, language), colours=language == "nb")
    assert visit.faults == []


def test_every_page_is_valid_html(page_of):
    assert invalid_for(page_of(SECRETARY), [address(name, "nb") for name in PAGES]) == []


@pytest.mark.parametrize("field", ["ends_at", "legal_basis"])
def test_an_answer_to_a_form_with_errors_is_accessible_too(page_of, field):
    """A meeting that ends before it begins, and an exempt item without a provision."""
    page = page_of(SECRETARY)
    if field == "ends_at":
        page.goto(address("plan_meeting", "nb"))
        page.fill("input[name=starts_at]", "12:00")
        page.fill("input[name=ends_at]", "10:00")
    else:
        page.goto(address("add_item", "nb"))
        page.fill("input[name=title]", "Nøytral tittel")
        page.select_option("select[name=visibility]", "exempt")
    page.click("form.form button[type=submit] >> nth=0")
    expect(page.locator(f"#id_{field}_error")).to_be_visible()
    assert browsing.violations(page, "errors") == []
