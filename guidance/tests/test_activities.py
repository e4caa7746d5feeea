"""The catalogue of activities, narrowed by arena, prevention level, age and duration."""

import pytest
from django.urls import reverse

from contacts.tests.factories import make_municipality
from guidance import activities
from guidance.activity_facts import ActivityFacts
from guidance.choices import Arena, Kind, PreventionLevel
from guidance.models import Resource
from guidance.tests.factories import make_draft, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]
LIST = "/veiledning/aktiviteter/"


def make_activity(title, *, arenas=(Arena.FAITH,), levels=(PreventionLevel.PRIMARY,), **fields):
    resource = make_resource(Kind.ACTIVITY, arenas=list(arenas), levels=list(levels), **fields)
    return make_published(resource, title=title, languages=("nb",)).resource


@pytest.fixture
def only_ours():
    Resource.objects.all().delete()


def titles(client, query=""):
    answer = client.get(f"{LIST}{query}")
    assert answer.status_code == 200
    return [card.item.title for card in answer.context["cards"]]


@pytest.mark.usefixtures("only_ours")
class TestNarrowing:
    def test_filters_are_combined(self, client):
        make_activity("Klubbkveld", arenas=[Arena.YOUTH_CLUB], age_from=13, age_to=15, minutes_from=60, minutes_to=90)
        make_activity("Klubbår", arenas=[Arena.YOUTH_CLUB], age_from=16, age_to=18)
        make_activity("Skoletime", arenas=[Arena.SCHOOL], age_from=13, age_to=15)
        assert titles(client) == ["Klubbkveld", "Klubbår", "Skoletime"]
        assert titles(client, "?arena=youth_club") == ["Klubbkveld", "Klubbår"]
        assert titles(client, "?arena=youth_club&alder=13-15") == ["Klubbkveld"]
        assert titles(client, "?arena=youth_club&alder=13-15&tid=45") == []

    def test_each_link_says_how_many_it_shows_together_with_what_is_chosen(self, client):
        make_activity("Klubbkveld", arenas=[Arena.YOUTH_CLUB, Arena.SPORTS], age_from=13, age_to=15)
        make_activity("Kamp", arenas=[Arena.SPORTS], age_from=16, age_to=18)
        selection = client.get(f"{LIST}?alder=13-15").context["selection"]
        counts = {link.label: link.count for link in selection.links(activities.ARENA)}
        assert counts == {Arena.YOUTH_CLUB.label: 1, Arena.SPORTS.label: 1}
        (sports,) = [link for link in selection.links(activities.ARENA) if link.label == Arena.SPORTS.label]
        assert titles(client, sports.url) == ["Klubbkveld"]

    def test_what_is_chosen_can_be_taken_away_again(self, client):
        make_activity("Klubbkveld", arenas=[Arena.YOUTH_CLUB], age_from=13, age_to=15)
        page = client.get(f"{LIST}?arena=youth_club&alder=13-15").content.decode()
        assert 'href="?arena=youth_club"' in page
        assert 'href="?alder=13-15"' in page
        assert f'href="{LIST}"' in page

    def test_an_unknown_choice_is_said_and_narrows_nothing(self, client):
        make_activity("Klubbkveld")
        answer = client.get(f"{LIST}?arena=atlantis")
        assert [card.item.title for card in answer.context["cards"]] == ["Klubbkveld"]
        assert "Arena" in [str(facet.label) for facet in answer.context["selection"].unknown]

    def test_only_activities_that_are_published_and_in_use_are_there(self, client):
        make_published(make_resource(), title="Artikkel")
        make_draft(make_resource(Kind.ACTIVITY), title="Utkast")
        newer = make_activity("Ny")
        make_activity("Gammel", superseded_by=newer)
        assert titles(client) == ["Ny"]

    def test_one_of_a_municipality_says_where_it_applies(self, client):
        make_activity("Lokal kveld", municipality=make_municipality("Prøvebokn"))
        assert "Prøvebokn" in client.get(LIST).content.decode()


BANDS = [
    ((None, None), {"barn", "13-15", "16-18", "voksne"}),
    ((12, 19), {"barn", "13-15", "16-18", "voksne"}),
    ((13, 15), {"13-15"}),
    ((6, None), {"barn", "13-15", "16-18", "voksne"}),
    ((18, None), {"16-18", "voksne"}),
    ((None, 12), {"barn"}),
    ((19, 19), {"voksne"}),
]


@pytest.mark.parametrize(("ages", "bands"), BANDS, ids=str)
def test_an_activity_is_in_every_band_that_its_ages_touch(ages, bands):
    assert {band.value for band in activities.AGES if band.is_touched_by(*ages)} == bands


FACTS = [
    ({"age_from": 13, "age_to": 19}, "ages", "13–19 år"),
    ({"age_from": 18}, "ages", "fra 18 år"),
    ({"age_to": 12}, "ages", "til og med 12 år"),
    ({}, "ages", ""),
    ({"minutes_from": 45, "minutes_to": 45}, "duration", "45 minutter"),
    ({"group_to": 30}, "group_size", "inntil 30 deltakere"),
]


@pytest.mark.parametrize(("fields", "fact", "words"), FACTS, ids=str)
def test_a_span_is_told_in_words_whichever_end_is_open(fields, fact, words):
    assert getattr(ActivityFacts(Resource(**fields)), fact) == words


def test_the_ways_in_lead_from_any_page_to_the_arena():
    ways = {str(way.label): way for way in activities.ways_in()}
    club = ways[str(Arena.YOUTH_CLUB.label)]
    assert club.url == f"{reverse('activities')}?arena=youth_club"
    assert club.count > 0


@pytest.mark.parametrize("arena", Arena.values)
def test_there_is_something_for_every_arena_in_both_written_languages(client, arena):
    cards = client.get(f"{LIST}?arena={arena}").context["cards"]
    assert len(cards) >= 3
    assert all({"nb", "nn"} <= card.item.titles.keys() for card in cards)
