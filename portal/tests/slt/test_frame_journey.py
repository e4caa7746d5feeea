"""A group of a scheme comes to be as its coordinator makes it: from the desk to who takes part, and to its members.

On a phone without JavaScript in bokmål, and on a desktop in nynorsk.
"""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from councils.models import BodyMunicipality, Member
from portal.tests.desk.test_journeys import DESKTOP, PHONE
from slt.models import Group, Representation

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

NAME = "Prøvegruppa for kveldene"
WAYS = [(PHONE, "", "utførende", "Lagre gruppen"), (DESKTOP, "/nn", "utførande", "Lagre gruppa")]


@pytest.fixture
def nothing_is_left(_django_db_helper):
    began = timezone.now()
    yield
    for group in Group.objects.filter(name=NAME):
        group.delete()
    for model in (Group, Representation, BodyMunicipality, Member):
        model.history.filter(history_date__gte=began).delete()


@pytest.mark.usefixtures("nothing_is_left")
@pytest.mark.parametrize(("options", "prefix", "level", "save"), WAYS, ids=["phone nb", "desktop nn"])
def test_a_coordinator_makes_a_group_and_writes_its_leader(page_of, options, prefix, level, save):
    page = page_of("slt.baerum@eksempel.example", **options)
    assert page.goto(f"{prefix}/skrivebord/slt/").status == 200
    page.get_by_role("link", name="SLT i Bærum (eksempel)").click()
    page.get_by_role("link", name="Grupper", exact=True).click()
    page.get_by_role("link", name=f"Ny gruppe: {level}").click()
    page.locator("[name=name]").fill(NAME)
    page.locator("[name=r-0-agency]").select_option("leisure")
    page.locator("[name=r-0-count]").fill("3")
    page.locator("[name=r-0-what]").fill("uteteam")
    page.get_by_role("button", name=save).click()
    expect(page.get_by_text("Fritid og kultur: 3 (uteteam)").last).to_be_visible()
    group = Group.objects.get(name=NAME)
    assert (group.level, group.meetings_visibility) == ("executing", "internal")
    page.locator(f"a[href$='/skrivebord/organ/{group.slug}/medlemmer/']").click()
    page.locator(f"a[href$='/skrivebord/organ/{group.slug}/medlemmer/ny/']").click()
    page.locator("[name=role]").fill("leder for utekontakten")
    page.locator("[name=kind]").select_option("leader")
    page.locator("main button[type=submit]").click()
    assert group.members.get().kind == "leader"
