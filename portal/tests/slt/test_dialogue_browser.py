"""Dialogues in a browser: the pages of the desk, accessible, whole on a small screen and valid; and one written."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.tests import browsing
from portal.tests.html import invalid_for
from slt.models import DialogueEvent, DialogueProcess

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

LIST = "/skrivebord/slt/eksempel-slt-baerum/dialog/"
DIALOGUE = f"{LIST}trygge-kvelder/"
COORDINATOR = "slt.baerum@eksempel.example"


@pytest.fixture
def pages(_django_db_helper):
    events = DialogueEvent.objects.filter(process__slug="trygge-kvelder")
    held, planned = (events.filter(status=status).first().pk for status in ("held", "planned"))
    numbered = [f"{DIALOGUE}moter/{held}/gjennomfort/", f"{DIALOGUE}moter/{planned}/"]
    return [LIST, f"{LIST}ny/", DIALOGUE, f"{DIALOGUE}moter/ny/", *numbered]


@pytest.mark.parametrize("prefix", ["", "/nn"], ids=["nb", "nn"])
def test_every_page_is_accessible_and_whole_on_every_screen(page_of, pages, prefix):
    assert browsing.faults(page_of(COORDINATOR), pages, prefix) == {}


def test_every_page_is_valid_html(page_of, pages):
    assert invalid_for(page_of(COORDINATOR), pages) == []


@pytest.fixture
def taken_away(_django_db_helper):
    """What the test wrote is committed, for the server to see."""
    began = timezone.now()
    yield
    DialogueProcess.objects.filter(slug="provedialog").delete()
    for model in (DialogueProcess, DialogueEvent):
        model.history.filter(history_date__gte=began).delete()


@pytest.mark.usefixtures("taken_away")
def test_a_dialogue_is_written_without_a_script_and_everyone_sees_what_it_invites_to(page_of):
    page = page_of(COORDINATOR, java_script_enabled=False)
    assert page.goto(LIST).status == 200
    page.get_by_role("link", name="Ny dialog").click()
    page.get_by_label("Tittel").fill("Prøvedialog")
    page.get_by_label("Mål").fill("Flere steder å være")
    page.get_by_role("button", name="Lagre dialogen").click()
    page.get_by_role("link", name="Planlegg et møte").click()
    page.get_by_label("Tittel").fill("Prøvekvelden")
    page.get_by_label("Dag").fill((timezone.localdate() + datetime.timedelta(days=3)).isoformat())
    page.get_by_label("Åpen for alle").check()
    page.get_by_role("button", name="Planlegg møtet").click()
    expect(page.get_by_role("cell", name="Prøvekvelden Åpent for alle")).to_be_visible()
    assert page.goto("/slt/dialog/").status == 200
    page.get_by_role("link", name="Prøvekvelden").click()
    expect(page.get_by_role("heading", name="Prøvedialog")).to_be_visible()
