"""Two who make an address of the same title at the same moment: the second gets the next one, and no error.

What is here is committed, as each has a connection of its own; so each test takes away what it made.
"""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection, transaction
from django.utils import timezone

from contacts.access import NOBODY
from contacts.models import Municipality, PoliceDistrict
from contacts.tests.factories import make_district, make_municipality
from councils.models import Council, Plan, Strategy
from councils.services.founding import found as found_council
from councils.services.plans import write_plan
from councils.services.strategies import write_strategy
from councils.tests.factories import make_council
from guidance.choices import Kind
from guidance.desk.publisher_forms import PublisherForm
from guidance.models import Publisher, Resource
from guidance.services.resources import begin
from guidance.tests.factories import make_publisher
from slt.choices import Level
from slt.models import DialogueProcess, Group, Scheme
from slt.services.dialogues import write_dialogue
from slt.services.groups import found_group
from slt.services.schemes import found as found_scheme
from slt.tests.factories import make_scheme

TITLE, FIRST, SECOND = "Samtidig prøve", "samtidig-prove", "samtidig-prove-2"
# By when the second would have been done, had it not waited for the first.
A_MOMENT = 0.5

pytestmark = [pytest.mark.django_db, pytest.mark.committed]


class World:
    """Where addresses are made, and how one of each kind is."""

    def __init__(self):
        self.district = make_district()
        self.places = [make_municipality(district=self.district) for _number in range(4)]
        self.council_there, self.scheme_there = make_council(self.places[0]), make_scheme(self.places[0])
        self.publisher_there = make_publisher()

    def council(self, place):
        return found_council(council=Council(name=TITLE), municipality=place)

    def scheme(self, place):
        return found_scheme(scheme=Scheme(name=TITLE), municipality=place)

    def group(self, place):
        return found_group(group=Group(scheme=self.scheme_there, name=TITLE, level=Level.EXECUTING))

    def strategy(self, place):
        return write_strategy(strategy=Strategy(body=self.council_there, title=TITLE))

    def plan(self, place):
        return write_plan(plan=Plan(body=self.council_there, title=TITLE))

    def dialogue(self, place):
        return write_dialogue(process=DialogueProcess(scheme=self.scheme_there, title=TITLE, aim="Prøve"))

    def resource(self, place):
        in_a_year = timezone.localdate() + relativedelta(years=1)
        resource = Resource(
            kind=Kind.ARTICLE, owner="Prøve", publisher=self.publisher_there, review_on=in_a_year, name=TITLE
        )
        return begin(resource=resource, language="nb", title=TITLE, user=None).addresses.get()

    def publisher(self, place):
        name = TITLE + "!" * self.places.index(place)  # no two have the same
        form = PublisherForm({"name": name, "country": "NO"}, instance=Publisher(), access=NOBODY)
        assert form.is_valid(), form.errors
        return form.save()

    def take_away(self):
        DialogueProcess.objects.filter(title=TITLE).delete()
        Group.objects.filter(name=TITLE).delete()
        Scheme.objects.filter(municipalities__in=self.places).delete()
        for rows in (Strategy.objects, Plan.objects):
            rows.filter(body=self.council_there).delete()
        Council.objects.filter(municipalities__in=self.places).delete()
        Resource.objects.filter(publisher=self.publisher_there).delete()
        Publisher.objects.filter(pk=self.publisher_there.pk).delete()
        Publisher.objects.filter(name__startswith=TITLE).delete()
        Municipality.objects.filter(pk__in=[place.pk for place in self.places]).delete()
        PoliceDistrict.objects.filter(pk=self.district.pk).delete()


@pytest.fixture
def world(db):
    world = World()
    yield world
    world.take_away()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *[(kind, kind) for kind in ("council", "scheme", "group", "strategy", "plan", "dialogue")],
        *[(kind, kind) for kind in ("resource", "publisher")],
        # A role that is for one of these names it by its address alone.
        pytest.param("council", "scheme", id="a council and a scheme"),
        pytest.param("scheme", "council", id="a scheme and a council"),
        pytest.param("group", "scheme", id="a group and a scheme"),
    ],
)
def test_of_two_at_once_the_second_gets_the_next_address(world, first, second):
    _none, *places = world.places

    def follow():
        try:
            with transaction.atomic():
                return getattr(world, second)(places[1]).slug
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            address = getattr(world, first)(places[0]).slug
            following = pool.submit(follow)
            wait([following], timeout=A_MOMENT)
        assert (address, following.result(timeout=30)) == (FIRST, SECOND)
