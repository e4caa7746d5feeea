"""The pages that come once a year are looked at in a browser: accessible, and no wider than a phone."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from councils.models import Answer, Member, Question, SelfEvaluation, YearlyReport
from portal.tests import browsing
from portal.tests.councils.world import TODAY, World
from portal.tests.desk.test_journeys import wait_until_it_is_known
from portal.tests.desk.world import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

PAGES = [
    *("", "medlemmer/bekreft/", f"arsrapport/{TODAY.year}/", f"arsrapport/{TODAY.year - 1}/"),
    *(f"arsrapport/{TODAY.year - 1}/nytt-utkast/", f"egenvurdering/{TODAY.year}/"),
    *(f"egenvurdering/{TODAY.year}/rediger/", f"moter/{TODAY - 9 * DAY}/arkiv/", f"moter/{TODAY - 9 * DAY}/slett/"),
]
# What a member may read of a body.
READ = [
    "",
    "moter/",
    f"moter/{TODAY - 9 * DAY}/",
    "strategier/",
    "planer/",
    "oppfolging/",
    f"egenvurdering/{TODAY.year}/",
]


@pytest.fixture
def world(_django_db_helper):
    world = World(language="nb")
    body = world.council
    Member.objects.create(body=body, role="varaordfører", is_elected=True, valid_from=TODAY - 3000 * DAY)
    body.meetings.create(date=TODAY - 9 * DAY, status="published", called_at=world.began)
    YearlyReport.objects.create(body=body, year=TODAY.year - 1, text_nb="# Møter\n\nVårt", text_nn="# Møte\n\nVårt")
    for year, score in ((TODAY.year - 1, 2), (TODAY.year, 4)):
        evaluation = SelfEvaluation.objects.create(body=body, year=year, improve="Møtes oftere")
        Answer.objects.create(evaluation=evaluation, question=Question.UNDERSTANDING, score=score, comment="Fordi")
    yield world
    world.take_away()


@pytest.mark.parametrize("prefix", ["", "/nn"], ids=["nb", "nn"])
def test_the_pages_are_accessible_and_fit_on_every_screen(world, new_page, server, prefix):
    page = new_page()
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": world.session(), "url": server}])
    wait_until_it_is_known(page, world.district)
    for rest in PAGES:
        seen = browsing.visit(page, f"{prefix}/skrivebord/organ/{world.council.slug}/{rest}", colours=not prefix)
        assert seen.faults == [], rest


def test_what_a_member_reads_is_accessible_and_fits_on_every_screen(world, new_page, server):
    page = new_page()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": world.session(world.member), "url": server}
    page.context.add_cookies([cookie])
    wait_until_it_is_known(page, world.district)
    for rest in READ:
        seen = browsing.visit(page, f"/skrivebord/organ/{world.council.slug}/{rest}")
        expect(page.locator(".ds-breadcrumbs"), f"{rest} is missing").to_have_count(1)
        assert seen.faults == [], rest
