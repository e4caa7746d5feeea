"""The desk of a scheme and its working year in a browser: accessible, whole on a small screen, valid; and the way from
a finding to the agenda of the steering group."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.tests import browsing
from portal.tests.html import invalid_for
from slt.models import Finding, Priority, Scheme

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

COORDINATOR = "slt.baerum@eksempel.example"
SCHEME = "/skrivebord/slt/eksempel-slt-baerum"
PAGES = [
    *("", "arbeidsar/nytt/", "{year}", "{year}evaluering/", "{year}dokumentasjon/", "{year}funn/nytt/"),
    *("{year}funn/{finding}/", "{year}funn/{finding}/slett/", "{year}prioriteringer/ny/"),
    *("{year}prioriteringer/{to_put}/", "{year}prioriteringer/{to_put}/styringsgruppe/"),
    *("{year}prioriteringer/{put}/vedtak/", "{year}prioriteringer/{to_put}/slett/"),
    *("{year}tiltak/nytt/", "{year}tiltak/status/", "{year}tiltak/virkning/", "{year}tiltak/{measure}/"),
]
# What is written on the way, by the language it is written in.
WORDS = {
    "": ("Skriv ned et funn", "Lagre", "Lag en prioritering", "Legg fram for styringsgruppen", "Sett på sakslisten"),
    "/nn": ("Skriv ned eit funn", "Lagre", "Lag ei prioritering", "Legg fram for styringsgruppa", "Set på sakslista"),
}


@pytest.fixture
def pages(_django_db_helper):
    cycle = Scheme.objects.get(slug="eksempel-slt-baerum").years.first()
    numbers = {
        "year": f"arbeidsar/{cycle.year}/",
        "finding": cycle.findings.first().pk,
        "to_put": cycle.priorities.to_be_put().first().pk,
        "put": cycle.priorities.exclude(item=None).first().pk,
        "measure": cycle.measures.first().pk,
    }
    return [f"{SCHEME}/{path.format(**numbers)}" for path in PAGES]


@pytest.fixture
def taken_away(_django_db_helper):
    """What the way writes is committed, so that the server sees it."""
    began = timezone.now()
    yield
    for row in Priority.objects.filter(title="Prøvd i nettleseren"):
        item = row.item
        row.delete()
        if item:
            item.delete()
    Finding.objects.filter(text="Prøvd i nettleseren.").delete()
    for model in (Finding, Priority):
        model.history.filter(history_date__gte=began).delete()


@pytest.mark.parametrize("prefix", ["", "/nn"], ids=["nb", "nn"])
def test_every_page_is_accessible_and_whole_on_every_screen(page_of, pages, prefix):
    assert browsing.faults(page_of(COORDINATOR), pages, prefix) == {}


def test_every_page_is_valid_html(page_of, pages):
    assert invalid_for(page_of(COORDINATOR), pages) == []


@pytest.mark.usefixtures("taken_away")
@pytest.mark.parametrize("prefix", ["", "/nn"], ids=["nb", "nn"])
def test_from_a_finding_to_the_agenda_of_the_steering_group_without_javascript(page_of, prefix):
    write, save, choose, put, press = WORDS[prefix]
    page = page_of(COORDINATOR, java_script_enabled=False)
    assert page.goto(f"{prefix}{SCHEME}/").status == 200
    page.get_by_role("link", name=write).first.click()
    page.locator("[name=text]").fill("Prøvd i nettleseren.")
    page.locator("[name=source]").fill("Prøvekilden")
    page.get_by_role("button", name=save).first.click()
    rows = page.get_by_role("listitem").filter(has_text="Prøvd i nettleseren")
    rows.get_by_role("link", name=choose).click()
    page.locator("[name=title]").fill("Prøvd i nettleseren")
    expect(page.locator("[name=findings]:checked")).to_have_count(1)
    page.get_by_role("button", name=save).first.click()
    rows.get_by_role("link", name=put).click()
    page.get_by_role("button", name=press).click()
    row = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Prøvd i nettleseren", exact=True))
    expect(row.last).to_contain_text("styringsgruppa for slt i bærum", ignore_case=True)
