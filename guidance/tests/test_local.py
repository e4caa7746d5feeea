"""Local before national: the municipality's own first, then its police district's, then the country's."""

import datetime

import pytest
from django.utils import timezone

from contacts import gazetteer
from contacts.tests.factories import make_district, make_municipality
from guidance import local
from guidance.choices import Kind, Theme
from guidance.models import Resource
from guidance.tests.factories import make_draft, make_published, make_publisher, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def municipality(district):
    Resource.objects.all().delete()
    return make_municipality("Prøvebokn", district=district)


def named(title, kind=Kind.ARTICLE, **fields):
    return make_published(make_resource(kind, url="https://eksempel.example/", **fields), title=title).resource


def place_of(municipality):
    return gazetteer.current().municipalities_by_id[municipality.pk]


def titles(lines):
    return [item.title for item in lines]


def test_guides_and_cards_come_first_and_what_was_replaced_last(municipality):
    guide = named("Å være bekymret", Kind.LOCAL_GUIDE, municipality=municipality)
    named("Artikkel", municipality=municipality)
    named("Kort", Kind.ACTION_CARD, municipality=municipality)
    named("Avlegs", Kind.LOCAL_GUIDE, municipality=municipality, superseded_by=guide)
    shown = local.of(place_of(municipality))
    assert titles(shown.own) == ["Å være bekymret", "Kort", "Artikkel", "Avlegs"]
    assert shown.own[-1].instead.title == "Å være bekymret"


def test_each_stands_where_it_applies(municipality, district):
    named("Eget", Kind.LOCAL_GUIDE, municipality=municipality)
    named("Distriktets", Kind.ACTION_CARD, district=district)
    named("Nasjonal veileder", Kind.LOCAL_GUIDE)
    named("Et annet sted", Kind.LOCAL_GUIDE, municipality=make_municipality())
    named("Et annet distrikt", district=make_district())
    shown = local.of(place_of(municipality))
    assert (titles(shown.own), titles(shown.district), titles(shown.national)) == (
        ["Eget"],
        ["Distriktets"],
        ["Nasjonal veileder"],
    )


def test_the_rest_of_the_country_is_under_the_first_theme_of_each_and_activities_have_their_own_list(municipality):
    named("Om råd", themes=[Theme.COUNCILS, Theme.CONCERN])
    named("Lenke", Kind.LINK, themes=[Theme.MEDIA])
    named("Uten tema")
    named("Lek", Kind.ACTIVITY, themes=[Theme.CONCERN])
    by_theme = [(theme, [item.title for item in items]) for theme, items in local.of(place_of(municipality)).by_theme]
    assert [items for _theme, items in by_theme] == [["Om råd"], ["Lenke"], ["Uten tema"]]
    assert by_theme[0][0] == Theme.CONCERN.label


def test_what_should_have_been_reviewed_and_whose_publisher_has_ended_is_said(municipality):
    today = timezone.localdate()
    after = make_publisher(name="Etterfølgeren")
    ended = make_publisher(ended_on=today - DAY, successor=after)
    named("Gammel", Kind.LOCAL_GUIDE, municipality=municipality, review_on=today - DAY)
    Resource.objects.filter(municipality=municipality).update(publisher=ended)
    gazetteer.check_again()
    (line,) = local.of(place_of(municipality)).own
    assert line.review_was_due == today - DAY
    assert line.publisher_has_ended
    assert line.answers_now == after


def test_the_guide_of_a_municipality_is_its_own_that_holds_else_its_card(municipality):
    place = place_of(municipality)
    assert local.guide_of(place) is None
    make_draft(make_resource(Kind.LOCAL_GUIDE, municipality=municipality))
    named("Nasjonal", Kind.LOCAL_GUIDE)
    card = named("Kort", Kind.ACTION_CARD, municipality=municipality)
    gazetteer.check_again()
    assert local.guide_of(place).title == "Kort"
    named("Avlegs", Kind.LOCAL_GUIDE, municipality=municipality, superseded_by=card)
    gazetteer.check_again()
    assert local.guide_of(place).title == "Kort"
    named("Veileder", Kind.LOCAL_GUIDE, municipality=municipality)
    gazetteer.check_again()
    assert local.guide_of(place).title == "Veileder"
