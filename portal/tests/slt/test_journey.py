"""The journeys of SLT: whoever asks about it, and whoever coordinates it through a day's work and slips on the way.

On a phone without JavaScript in bokmål, and on a desktop in nynorsk, by keyboard; what was fetched and pressed is held.
"""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from councils.models import AgendaItem
from portal.tests import browsing
from portal.tests.desk.test_journeys import DESKTOP, PHONE, Journey, wait_until_it_is_known
from portal.tests.slt.world import TODAY, World
from slt.models import Finding, Measure, Priority, Scheme

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

each_way = pytest.mark.parametrize("way", [(PHONE, "nb"), (DESKTOP, "nn")], ids=["phone nb", "desktop nn"])


class SltJourney(Journey):
    """`costs` are the pages that were fetched and the presses of each task, from where it begins."""

    def begin(self, path):
        assert self.page.goto(f"{self.prefix}{path}").status == 200
        self.loads = self.presses = 0

    @property
    def cost(self):
        return self.loads, self.presses

    def submit(self):
        self.go('main form button[type="submit"]:not([name])')

    def fits(self):
        """Nothing reaches out over the side of the screen."""
        assert self.page.evaluate(browsing.WIDER_THAN_THE_SCREEN) == 0


# --- Whoever asks ---

ONE_LOAD = (1, 1)
STARTS = ["/", "/slt/"]
QUESTIONS = {
    "nb": {
        "Dekker SLT i Bærum en 20-åring?": ("Ja. SLT", "gjelder 12–23 år"),
        "Dekker SLT en 20-åring i Bykle?": ("Nei. SLT", "til og med 17 år"),
        "Dekker SLT her en 20-åring?": ("SLT dekker en 20-åring i", "Skriv hvilken kommune det gjelder"),
        "Hvem koordinerer for Bykle?": ("Kari Eksempel", "50 % stilling", "Også for Valle"),
        "Hvilke kommuner deler koordinator?": ("deler koordinator", "Kari Eksempel, 50 % stilling"),
        "Hvem har ikke SLT?": ("kommuner har ikke SLT i dag", "kommunens kontaktpunkt eller politikontakten"),
        "SLT i Utsira": ("Nei. SLT er ikke registrert her.", "Ring 02800 og spør etter politikontakten"),
    },
    "nn": {
        "Dekkjer SLT i Bærum ein 20-åring?": ("Ja. SLT", "gjeld 12–23 år"),
        "Dekkjer SLT ein 20-åring i Bykle?": ("Nei. SLT", "til og med 17 år"),
        "Dekkjer SLT her ein 20-åring?": ("SLT dekkjer ein 20-åring i", "Skriv kva kommune det gjeld"),
        "Kven koordinerer for Bykle?": ("Kari Eksempel", "50 % stilling", "Også for Valle"),
        "Kva kommunar deler koordinator?": ("deler koordinator", "Kari Eksempel, 50 % stilling"),
        "Kven har ikkje SLT?": ("kommunar har ikkje SLT i dag", "kontaktpunktet i kommunen eller politikontakten"),
        "Har Utsira SLT?": ("Nei. SLT er ikkje registrert her.", "Ring 02800 og spør etter politikontakten"),
    },
}


@pytest.fixture
def reader(_django_db_helper, new_page, way):
    options, language = way
    return SltJourney(new_page(**options), language)


@each_way
@pytest.mark.parametrize("start", STARTS, ids=["home", "slt"])
def test_each_question_is_answered_by_one_page(reader, way, start):
    for question, expected in QUESTIONS[way[1]].items():
        reader.begin(start)
        reader.write('main [name="q"]', question)
        reader.go('main [name="q"]')
        for text in expected:
            reader.sees(text)
        reader.fits()
        assert reader.cost == ONE_LOAD, question


@each_way
def test_the_list_is_chosen_by_age_and_share_of_a_position(reader):
    reader.begin("/slt/")
    reader.write("#id_alder", "16")
    reader.page.locator("#id_andel").select_option("21-50")
    reader.go('main form:has(#id_alder) button[type="submit"]')
    reader.sees("SLT i Valle og Bykle (eksempel)")
    expect(reader.page.get_by_text("SLT i Bærum (eksempel)")).to_have_count(0)
    expect(reader.page.locator("#id_alder")).to_have_value("16")
    expect(reader.page.locator("#id_andel")).to_have_value("21-50")
    assert reader.cost == ONE_LOAD


# --- Whoever coordinates ---


@pytest.fixture
def world(_django_db_helper, way):
    world = World(language=way[1])
    yield world
    world.take_away()


@pytest.fixture
def journey(new_page, world, way, server):
    options, language = way
    page = new_page(**options)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": world.session(), "url": server}])
    wait_until_it_is_known(page, world.district)
    return CoordinatorsJourney(page, language, world)


class CoordinatorsJourney(SltJourney):
    def __init__(self, page, language, world):
        super().__init__(page, language)
        self.world, self.scheme = world, f"/skrivebord/slt/{world.scheme.slug}"
        self.year = f"{self.scheme}/arbeidsar/{world.cycle.year}"

    def begin(self, path="/skrivebord/"):
        super().begin(path)

    def refused(self, name):
        expect(self.page.locator(f'[name="{name}"][aria-invalid="true"]')).to_be_visible()
        expect(self.page.locator(".ds-error-summary")).to_be_visible()
        self.fits()


def see_groups(journey):
    """Both groups and the day of the next meeting, on the first page."""
    journey.begin()
    for group in (journey.world.steering, journey.world.group):
        journey.sees(group.name)
    meeting = f"/skrivebord/organ/{journey.world.steering.slug}/moter/{journey.world.meeting.date}/"
    expect(journey.page.locator(f'main a[href="{journey.prefix}{meeting}"]').first).to_be_visible()
    journey.fits()
    return journey.cost


# What may point at one person is held up until it is written about the group.
ABOUT_ONE, ABOUT_MANY = (
    "Jonas Eksempel (15) selger e-sigaretter ved skolen.",
    "Flere på ungdomstrinnet kjøper e-sigaretter ved skolen.",
)


def write_a_finding(journey):
    journey.begin()
    journey.go_to(f"{journey.year}/funn/nytt/")
    journey.write("#id_text", ABOUT_ONE)
    journey.write("#id_source", "Elevrådet")
    journey.submit()
    journey.refused("text")
    expect(journey.page.locator("#id_text")).to_have_value(ABOUT_ONE)
    expect(journey.page.locator("#id_source")).to_have_value("Elevrådet")
    assert not Finding.objects.filter(cycle=journey.world.cycle).exists()
    journey.write("#id_text", ABOUT_MANY)
    journey.submit()
    assert Finding.objects.get(cycle=journey.world.cycle).text == ABOUT_MANY
    return journey.cost


def make_a_priority(journey):
    """From the desk, where the finding waits, to the agenda of the steering group."""
    journey.begin()
    journey.go(f'main .todo[href*="{journey.year}/prioriteringer/ny/"]')
    journey.tick('[name="findings"]')
    journey.write("#id_title", "Kveldene ved skolen")
    journey.submit()
    priority = Priority.objects.get(cycle=journey.world.cycle)
    assert priority.findings.get().text == ABOUT_MANY
    journey.go_to(f"{journey.year}/prioriteringer/{priority.pk}/styringsgruppe/")
    journey.submit()
    item = AgendaItem.objects.get(meeting=journey.world.meeting)
    assert item.title == priority.title
    return journey.cost


def say_how_measures_go(journey):
    """Both in one table."""
    journey.begin()
    journey.go_to(f"{journey.year}/tiltak/status/")
    for number, status in enumerate(["done", "ongoing"]):
        journey.page.locator(f"#id_m-{number}-status").select_option(status)
    journey.submit()
    journey.fits()
    late, early = (Measure.objects.get(pk=measure.pk) for measure in journey.world.measures)
    assert (late.status, late.done_on, early.status) == ("done", TODAY, "ongoing")
    return journey.cost


def record_the_event(journey):
    journey.begin()
    journey.go(f'main a[href$="/moter/{journey.world.event.pk}/gjennomfort/"]')
    journey.write("#id_people", "43")
    journey.write("#id_outcome", "Ungdommene vil ha åpent til klokka 23 på fredager.")
    journey.submit()
    journey.sees("43")
    event = journey.world.event
    event.refresh_from_db()
    assert (event.status, event.people) == ("held", 43)
    return journey.cost


def mend_the_ages(journey):
    """From 23 to 12 is told, and what was typed is there to be mended."""
    journey.begin(f"{journey.scheme}/")
    journey.go_to(f"{journey.scheme}/ordning/")
    journey.write("#id_age_from", "23")
    journey.write("#id_age_to", "12")
    journey.write("#id_host_unit", "Prøveetaten")
    journey.submit()
    journey.refused("age_from")
    for field, typed in {"age_from": "23", "age_to": "12", "host_unit": "Prøveetaten"}.items():
        expect(journey.page.locator(f"#id_{field}")).to_have_value(typed)
    journey.write("#id_age_from", "13")
    journey.write("#id_age_to", "20")
    journey.submit()
    scheme = Scheme.objects.get(pk=journey.world.scheme.pk)
    assert (scheme.age_from, scheme.age_to, scheme.host_unit) == (13, 20, "Prøveetaten")
    return journey.cost


TASKS = [see_groups, write_a_finding, make_a_priority, say_how_measures_go, record_the_event, mend_the_ages]
# (pages fetched, presses) of each task, from the desk on.
COSTS = {
    "see_groups": (0, 0),
    "write_a_finding": (3, 3),
    "make_a_priority": (4, 5),
    "say_how_measures_go": (2, 2),
    "record_the_event": (2, 2),
    "mend_the_ages": (3, 3),
}


@each_way
def test_a_day_of_whoever_coordinates(journey):
    assert {task.__name__: task(journey) for task in TASKS} == COSTS
