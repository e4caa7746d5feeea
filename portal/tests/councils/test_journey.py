"""A council's year as its secretary lives it: from the year wheel to published minutes, with an adopted strategy and
something that is carried on. On a phone without JavaScript in bokmål, and on a desktop in nynorsk."""

import io
import re

import pytest
from django.conf import settings
from django.db import connection
from pypdf import PdfReader

from councils.models import ActionItem, Meeting, Strategy
from portal.tests.councils.world import TODAY, World
from portal.tests.desk.test_journeys import DESKTOP, PHONE, Journey, wait_until_it_is_known
from portal.tests.desk.world import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.committed]

# Typed as text of an item that then is made exempt: before the meeting, and in the minutes.
CANARIES = ("kanarifugl-sakspapir", "kanarifugl-referat")
NEXT = TODAY + 30 * DAY


@pytest.fixture(params=[(PHONE, "nb"), (DESKTOP, "nn")], ids=["phone nb", "desktop nn"])
def way(request):
    return request.param


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
    return SecretarysJourney(page, language, world)


class SecretarysJourney(Journey):
    """`costs` are the pages that were fetched and the presses of each task, from the desk on."""

    def __init__(self, page, language, world):
        super().__init__(page, language)
        self.world, self.desk = world, f"{self.prefix}/skrivebord/"
        self.body = f"/skrivebord/organ/{world.council.slug}"
        self.meeting = f"{self.body}/moter/{TODAY}"

    def begin(self):
        self.page.goto(self.desk)
        self.loads = self.presses = 0

    @property
    def cost(self):
        return self.loads, self.presses

    def press(self, end):
        """A button or a link whose address ends so."""
        self.go(f'main a[href$="{end}"]')

    def submit(self, selector='main button[type="submit"]'):
        self.go(selector)


def item_called(world, title):
    return world.meeting.items.get(title=title)


def plan(journey, day):
    journey.day("#id_date", day)
    journey.page.locator("#id_starts_at").fill("09:00")
    journey.submit()


def call(journey):
    journey.begin()
    journey.go_to(f"{journey.body}/moter/nytt/")
    plan(journey, TODAY)
    journey.press("/kall-inn/")
    journey.submit()
    assert journey.world.meeting.is_called
    return journey.cost


def describe_what_will_be_exempt(journey, item):
    """The notice has been sent; its text is added afterwards."""
    journey.page.goto(f"{journey.prefix}{journey.meeting}/saker/{item.pk}/")
    journey.write("#id_description", CANARIES[0])
    journey.submit('main button[type="submit"]:not([name])')
    item.refresh_from_db()
    assert item.description == CANARIES[0]


def write_minutes(journey, strategy_item, item):
    """Attendance is prefilled. One box an item, and something that is to be done."""
    journey.begin()
    journey.go_to(f"{journey.meeting}/referat/")
    journey.go('button[value="hold"]')
    journey.write(f"#id_s{strategy_item.pk}-conclusion", "Strategien er vedtatt.")
    journey.write(f"#id_n{strategy_item.pk}x0-what", "Gjøre strategien kjent")
    journey.write(f"#id_n{strategy_item.pk}x0-responsible", "ordfører")
    journey.write(f"#id_s{item.pk}-discussion", CANARIES[1])
    journey.submit('button[type="submit"]:not([name])')
    item.refresh_from_db()
    assert item.discussion == CANARIES[1]
    journey.go(f'main a[href$="/sak/{item.pk}/"]')
    make_exempt(journey)
    journey.go('button[value="check"]')
    journey.submit()
    journey.write("#id_approved_by", "leder")
    journey.submit()
    journey.submit()
    assert journey.world.meeting.status == Meeting.Status.PUBLISHED
    return journey.cost


def make_exempt(journey):
    journey.write("#id_title", "Orientering")
    journey.page.locator("#id_legal_basis").select_option(index=1)
    journey.write("#id_exempt_reason", "Opplysninger om et pågående arbeid")
    journey.submit('form:has(#id_legal_basis) button[type="submit"]')


def record_strategy(journey):
    journey.begin()
    journey.go_to(f"{journey.body}/strategier/")
    journey.press("/strategier/ny/")
    journey.write("#id_title", "Strategi for prøving")
    for name in ("problem_understanding", "routines", "concern"):
        journey.write(f"#id_{name}", "Slik gjør vi det her.")
    journey.submit()
    journey.press("/vedta/")
    journey.page.locator("#id_adopted_in").select_option(index=1)
    journey.submit()
    return journey.cost


def follow_up(journey, action):
    journey.begin()
    journey.go_to(f"{journey.body}/oppfolging/")
    journey.page.locator('select[name$="-status"]').first.select_option("ongoing")
    journey.submit()
    action.refresh_from_db()
    assert action.status == ActionItem.Status.ONGOING
    return journey.cost


def report(journey):
    journey.begin()
    journey.go_to(f"{journey.body}/arsrapport/{TODAY.year - 1}/")
    journey.submit('main button[name="publish"]')
    assert journey.world.council.reports.get().is_published
    return journey.cost


def test_from_the_year_wheel_to_published_minutes_and_what_is_exempt_is_nowhere(journey, world):
    costs = {"call": call(journey)}
    strategy_item = item_called(world, "Strategi for forebygging")
    exempt = item_called(world, "Orientering fra politiet")
    describe_what_will_be_exempt(journey, exempt)
    costs["minutes"] = write_minutes(journey, strategy_item, exempt)
    costs["strategy"] = record_strategy(journey)
    assert Strategy.objects.get(body=world.council).adopted_in == strategy_item
    action = ActionItem.objects.get(body=world.council)
    costs["follow up"] = follow_up(journey, action)
    costs["report"] = report(journey)
    assert is_on_the_next_agenda(journey, action)
    assert costs == COSTS
    assert_public_sees_what_it_may(world, exempt)
    assert nowhere_in_the_database()
    assert nowhere_in_answers(world)


# (pages fetched, presses) of each task, from the desk on.
COSTS = {"call": (4, 4), "minutes": (9, 9), "strategy": (5, 5), "follow up": (2, 2), "report": (2, 2)}


def is_on_the_next_agenda(journey, action):
    journey.page.goto(f"{journey.prefix}{journey.body}/moter/nytt/")
    plan(journey, NEXT)
    journey.sees(action.what)
    return action.carried_to.filter(meeting__date=NEXT).exists()


def assert_public_sees_what_it_may(world, exempt):
    """The number, the neutral title, the provision and where to ask; and what was decided."""
    page = world.client().get(f"/politirad/{world.council.slug}/moter/{TODAY}/").content.decode()
    exempt.refresh_from_db()
    for text in (
        exempt.number,
        "Orientering",
        exempt.legal_basis.code,
        "post@eksempel.example",
        "Strategien er vedtatt.",
    ):
        assert text in page


def nowhere_in_the_database():
    """Every value of every table, history included."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (names of our own tables)
            for row in cursor.fetchall():
                assert not leaks(repr(row)), table
    return True


def leaks(text):
    return [canary for canary in CANARIES if canary in text]


ADDRESSES = [
    *("/politirad/", "/politirad/{slug}/", "/politirad/{slug}/moter/", "/politirad/{slug}/moter/{day}/"),
    *("/politirad/{slug}/moter/{day}/mote.pdf", "/politirad/{slug}/moter.ics", "/politirad/vedtak/"),
    *("/politirad/{slug}/arsrapporter/{last_year}/", "/sok/?q=kanarifugl", "/sok/?q=orientering"),
    *("/sok/forslag/?q=kanarifugl", "/sitemap.xml", "/kommuner/{place}/"),
    *("/politirad/{slug}/strategier/{strategy}/", "/politirad/{slug}/strategier/{strategy}/strategi.pdf"),
]
FOR_MEMBERS = [
    *("/skrivebord/", "/skrivebord/organ/{slug}/", "/skrivebord/organ/{slug}/moter/{day}/"),
    *("/skrivebord/organ/{slug}/moter/{day}/innkalling/", "/skrivebord/organ/{slug}/moter/{day}/innkalling.pdf"),
    *("/skrivebord/organ/{slug}/moter/{day}/referat/les/", "/skrivebord/organ/{slug}/moter/{day}/referat.pdf"),
    "/skrivebord/organ/{slug}/oppfolging/",
]


def nowhere_in_answers(world):
    """For everyone, for a member and for the secretary, in each language. A PDF is read as its text."""
    names = {
        "slug": world.council.slug,
        "strategy": world.council.strategies.get().slug,
        "day": TODAY,
        "place": world.municipality.slug,
        "last_year": TODAY.year - 1,
    }
    for user, addresses in (
        (None, ADDRESSES),
        (world.member, ADDRESSES + FOR_MEMBERS),
        (world.secretary, ADDRESSES + FOR_MEMBERS),
    ):
        client = world.client(user)
        for address in addresses:
            for prefix in ("", "/nn", "/en"):
                answer = client.get(f"{prefix}{address.format(**names)}" if address != "/sitemap.xml" else address)
                assert answer.status_code in (200, 300, 302), address
                assert not leaks(readable(answer)), address
    return True


def readable(answer):
    content = answer.content
    if answer.headers["Content-Type"] == "application/pdf":
        return text_of_pdf(content)
    # The word that was searched for is shown again.
    return re.sub(r'value="kanarifugl"|kanarifugl(?!-)', "", content.decode())


def text_of_pdf(content):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
