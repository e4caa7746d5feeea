"""The five tasks of a police coordinator, by keyboard alone, on a phone without JavaScript and on a desktop."""

import time

import pytest
from django.conf import settings
from playwright.sync_api import expect

from contacts.models import Absence, ContactPoint, Person
from portal.tests.desk.world import DAY, TODAY, World

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
MOST_TABS = 120


@pytest.fixture
def world(_django_db_helper):
    world = World()
    yield world
    world.take_away()


class Journey:
    """Somebody at the keyboard. `loads` are the pages that were fetched, `presses` the times something was pressed."""

    def __init__(self, page, language):
        self.page, self.prefix = page, "" if language == "nb" else f"/{language}"
        self.loads = self.presses = 0
        page.goto(f"{self.prefix}/skrivebord/")

    def reach(self, selector):
        """Presses Tab until something that fits has the focus."""
        for _press in range(MOST_TABS):
            if self.page.locator(f"{selector}:focus").count():
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{selector} cannot be reached with {MOST_TABS} presses of Tab")

    def go(self, selector):
        """By a link or a button to another page."""
        self.reach(selector)
        self.presses += 1
        self.loads += 1
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def go_to(self, path):
        self.go(f'main a[href="{self.prefix}{path}"]')

    def tick(self, selector):
        self.reach(selector)
        self.presses += 1
        self.page.keyboard.press("Space")

    def write(self, selector, text):
        self.reach(selector)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, selector, text):
        """In a list, by typing what it says."""
        self.reach(selector)
        self.page.keyboard.type(text)

    def day(self, selector, day):
        """How a date is typed depends on the browser's own language."""
        self.reach(selector)
        self.page.locator(selector).fill(str(day))

    def sees(self, text):
        expect(self.page.locator("main")).to_contain_text(text)


@pytest.fixture(
    params=[(PHONE, "nb"), (PHONE, "nn"), (DESKTOP, "nb"), (DESKTOP, "nn")],
    ids=["phone nb", "phone nn", "desktop nb", "desktop nn"],
)
def journey(request, new_page, world, server):
    options, language = request.param
    page = new_page(**options)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": world.session(), "url": server}])
    wait_until_it_is_known(page, world.district)
    return Journey(page, language)


def wait_until_it_is_known(page, district):
    """The server asks once a second whether the places are still the same."""
    for _try in range(100):
        if page.request.get(district.get_absolute_url()).ok:
            return
        time.sleep(0.05)
    pytest.fail(f"The server does not know {district}")


def holders(point):
    return [held.person.name for held in point.assignments.current(TODAY)]


def test_a_new_officer_in_two_municipalities(journey, world):
    journey.go_to("/skrivebord/ny-kontaktperson/")
    for point in world.points[:2]:
        journey.tick(f'[name="points"][value="{point.pk}"]')
    journey.write("#id_name", "Nora Eksempel")
    journey.write("#id_direct_phone", "12 34 56 79")
    journey.choose('[name="publication"]', "")
    journey.page.keyboard.press("ArrowDown")
    journey.write("#id_publication_decided_by", "HR")
    journey.day("#id_publication_decided_on", TODAY)
    journey.go('button[name="step"], input[name="step"]')
    expect(journey.page.locator(".before-after")).to_have_count(2)
    journey.sees("Kari Eksempel")
    journey.go('button[value="save"]')
    assert [holders(point) for point in world.points[:2]] == [["Nora Eksempel"]] * 2
    assert (journey.loads, journey.presses) == (3, 5)


def test_all_contact_points_verified_and_one_row_taken_back(journey, world):
    journey.go_to("/skrivebord/bekrefte/")
    journey.write(f"#id_p{world.points[0].pk}-phone", "12 34 56 60")
    journey.go('button[name="tick_all"]')
    journey.go('button[type="submit"]:not([name])')
    points = ContactPoint.objects.filter(owner_district=world.district)
    assert {point.verified_on for point in points} == {TODAY}
    assert points.get(pk=world.points[0].pk).phone == "12345660"
    assert (journey.loads, journey.presses) == (3, 3)
    journey.go(f'button[name="undo"][value="{world.stale.pk}"]')
    assert points.get(pk=world.stale.pk).verified_on == TODAY - 400 * DAY


def test_an_absence_with_a_deputy_and_back_before_time(journey, world):
    journey.go_to("/skrivebord/fravaer/")
    journey.tick('[name="assignments"]')
    journey.day("#id_first", TODAY)
    journey.day("#id_last", TODAY + 9 * DAY)
    journey.choose("#id_person", "Ola")
    journey.go('button[type="submit"]')
    absence = Absence.objects.get(assignment__contact_point__owner_district=world.district)
    assert (absence.valid_from, absence.deputy.person.name) == (TODAY, "Ola Eksempel")
    assert (journey.loads, journey.presses) == (2, 3)
    journey.go_to(f"/skrivebord/fravaer/{absence.pk}/")
    journey.go('button[value="end"]')
    assert not Absence.objects.filter(pk=absence.pk).exists()


def test_what_is_missing_and_from_there_to_where_it_is_put_right(journey, world):
    journey.go_to("/skrivebord/mangler/")
    expect(journey.page.locator(".findings tbody tr").nth(3)).to_be_visible()
    journey.go('a[href="?issue=vacant"]')
    expect(journey.page.locator(".findings tbody tr")).to_have_count(1)
    assert (journey.loads, journey.presses) == (2, 2)
    vacant = world.points[2]
    journey.go(f'a[href$="?point={vacant.pk}"]')
    expect(journey.page.locator(f'[name="points"][value="{vacant.pk}"]')).to_be_checked()


def test_an_organisational_change_is_planned_looked_at_and_undone(journey, world):
    journey.go_to("/skrivebord/organisasjonsendringer/")
    journey.go_to("/skrivebord/organisasjonsendringer/ny/kommune-far-nytt-navn/")
    journey.choose("#id_municipality", world.municipalities[0].name)
    journey.write("#id_name", "Nyprøve")
    journey.day("#id_date", TODAY + 60 * DAY)
    journey.go('main button[type="submit"]')
    journey.sees("Nyprøve")
    journey.go('form[action$="/planlegg/"] button')
    journey.go('form[action$="/angre/"] button')
    assert (journey.loads, journey.presses) == (5, 5)


def test_a_name_is_hidden_from_the_table(journey, world):
    journey.go_to("/skrivebord/bekrefte/")
    journey.go(f'a[href$="/personer/{world.kari.pk}/skjul/"]')
    journey.write("#id_reason", "Etter avtale")
    journey.go('main button[type="submit"]')
    assert Person.objects.get(pk=world.kari.pk).never_publish
