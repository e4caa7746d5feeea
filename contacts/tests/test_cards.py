"""Whom do I contact in my municipality? Every one of them has an answer, and it is the same on every card it is on."""

import datetime

import pytest
from django.utils import timezone, translation

from contacts import gazetteer
from contacts.cards import contacts_of_district, contacts_of_municipality
from contacts.models import ContactPoint, Function, Municipality, Publication
from contacts.national_numbers import NATIONAL, all_numbers
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]

DAY = datetime.timedelta(days=1)
PHONE, OTHER_PHONE = "12349901", "12349902"


@pytest.fixture
def home(district):
    """A municipality of which nothing is known but its district."""
    return make_municipality("Prøvevik", slug="provevik", district=district)


def places_today():
    gazetteer.check_again()
    return gazetteer.current()


def cards_of(municipality):
    places = places_today()
    return contacts_of_municipality(places.municipalities_by_id[municipality.pk], places)


def card_of(municipality, function):
    [card] = [card for card in cards_of(municipality) if card.function == function]
    return card


def named(name="Prøve Person", **fields):
    decision = {"publication_decided_on": timezone.localdate(), "publication_decided_by": "HR"}
    person = make_person(name, direct_phone="12349902")
    return {"person": person, "publication": Publication.NAME_AND_DIRECT} | decision | fields


# R2: always a way in


def test_every_municipality_has_all_four_functions_in_their_order():
    places = places_today()
    functions = {
        place.slug: list(dict.fromkeys(card.function for card in contacts_of_municipality(place, places)))
        for place in places.municipalities
    }
    assert len(functions) == 357
    assert [slug for slug, found in functions.items() if found != list(Function)] == []


def test_every_contact_of_every_municipality_leads_somewhere():
    places = places_today()
    cards = [card for place in places.municipalities for card in contacts_of_municipality(place, places)]
    assert len(cards) >= 4 * 357
    assert [card for card in cards if not (card.needs_fallback or card.phone or card.named)] == []


@pytest.mark.parametrize("kind", ["municipalities", "districts"])
def test_every_page_of_a_place_shows_02800_and_its_functions(client, kind):
    places = getattr(places_today(), kind)
    functions = list(Function) if kind == "municipalities" else [Function.PREVENTION_CONTACT]
    with translation.override("nb"):
        wanted = ["tel:112", "tel:02800", *(str(function.label) for function in functions)]
    pages = {place.slug: client.get(place.get_absolute_url()).content.decode() for place in places}
    assert len(pages) in (357, 12)
    assert [slug for slug, page in pages.items() if not all(text in page for text in wanted)] == []


def test_every_district_has_a_prevention_contact_or_says_that_none_is_registered():
    places = places_today()
    states = {place.slug: [card.state for card in contacts_of_district(place, places)] for place in places.districts}
    assert len(states) == 12
    assert all(states.values())
    assert {"held", "stale", "unregistered"} <= {state for found in states.values() for state in found}


def test_a_municipality_of_which_nothing_is_known_shows_each_function_as_not_registered(home):
    cards = cards_of(home)
    assert [(card.function, card.state) for card in cards] == [(function, "unregistered") for function in Function]
    assert all(card.needs_fallback for card in cards)


def test_a_municipality_without_a_district_shows_nobody_elses_prevention_contact():
    make_contact_point(Function.PREVENTION_CONTACT)
    assert card_of(make_municipality(), Function.PREVENTION_CONTACT).state == "unregistered"


def test_the_national_numbers_are_there_also_when_the_database_has_none():
    assert [number.number for number in all_numbers({}).values()] == ["112", "02800", "23 30 50 00", "116 111"]
    assert all_numbers(places_today().national).keys() == NATIONAL.keys()


def test_a_corrected_national_number_is_the_one_that_is_shown():
    records = places_today().national
    records["pst"].phone = "12345678"
    assert all_numbers(records)["pst"].number == "12 34 56 78"


# Who serves whom


def test_two_contact_points_of_a_function_are_both_shown(home):
    for phone in (PHONE, OTHER_PHONE):
        make_contact_point(Function.SLT_COORDINATOR, owner=home, phone=phone)
    phones = {card.phone for card in cards_of(home) if card.function == Function.SLT_COORDINATOR}
    assert phones == {PHONE, OTHER_PHONE}


def test_a_prevention_contact_serves_every_municipality_of_its_district_and_no_other(home, district):
    make_contact_point(Function.PREVENTION_CONTACT, owner=district, phone=PHONE)
    neighbour, stranger = make_municipality(district=district), make_municipality(district=make_district())
    function = Function.PREVENTION_CONTACT
    assert [card_of(place, function).phone for place in (home, neighbour)] == [PHONE] * 2
    assert card_of(stranger, function).state == "unregistered"


def test_a_prevention_contact_is_shown_on_the_page_of_its_district(district):
    make_contact_point(Function.PREVENTION_CONTACT, owner=district, phone=PHONE)
    places = places_today()
    cards = contacts_of_district(places.districts_by_id[district.pk], places)
    assert [card.phone for card in cards] == [PHONE]


def test_a_contact_point_serves_those_it_covers_and_not_its_owner_by_itself(home, district):
    make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[home], phone=PHONE)
    assert card_of(home, Function.POLICE_CONTACT).phone == PHONE
    assert card_of(make_municipality(district=district), Function.POLICE_CONTACT).state == "unregistered"


def test_a_contact_point_that_is_not_published_is_not_shown(home, district):
    make_contact_point(owner=home, is_published=False)
    make_contact_point(Function.PREVENTION_CONTACT, owner=district, is_published=False)
    places = places_today()
    assert {card.state for card in cards_of(home)} == {"unregistered"}
    assert contacts_of_district(places.districts_by_id[district.pk], places)[0].state == "unregistered"


# R6: one contact point, several municipalities


@pytest.fixture
def three(district):
    return [make_municipality(name, district=district) for name in ("Ånes", "Prøvenes", "Østnes")]


@pytest.fixture
def shared(three, district):
    return make_contact_point(Function.POLICE_CONTACT, owner=district, serves=three, phone="12349901")


def test_each_card_names_the_others_in_norwegian_order(three, shared):
    others = {place.name: [o.name for o in card_of(place, shared.function).shared_with] for place in three}
    assert others == {
        "Ånes": ["Prøvenes", "Østnes"],
        "Prøvenes": ["Østnes", "Ånes"],
        "Østnes": ["Prøvenes", "Ånes"],
    }


def test_a_contact_point_that_serves_one_names_no_others(home):
    make_contact_point(owner=home)
    assert card_of(home, Function.MUNICIPAL_CONTACT).shared_with == ()


def test_a_municipality_that_no_longer_exists_is_not_named_among_the_others(three, shared):
    Municipality.objects.filter(pk=three[0].pk).update(valid_to=timezone.localdate() - DAY)
    three[1].save()
    assert [other.name for other in card_of(three[1], shared.function).shared_with] == ["Østnes"]


def test_a_municipality_that_is_newer_than_the_places_in_memory_breaks_no_card(home):
    contact_point, places = make_contact_point(owner=home, phone=PHONE), places_today()
    contact_point.municipalities.add(make_municipality())
    [card] = [c for c in contacts_of_municipality(places.municipalities_by_id[home.pk], places) if c.phone == PHONE]
    assert card.shared_with == ()


def test_one_edit_changes_every_card(three, shared):
    shared.phone, shared.opening_hours = "12349903", "Mo-Fr 09:00-15:00"
    shared.save()
    cards = [card_of(place, shared.function) for place in three]
    assert [(card.phone, card.opening_hours) for card in cards] == [("12349903", "Mo-Fr 09:00-15:00")] * 3


def test_one_new_holder_is_on_every_card(three, shared):
    make_assignment(shared, **named())
    assert [card_of(place, shared.function).named[0].name for place in three] == ["Prøve Person"] * 3


# On the page itself


def test_nobody_who_left_is_on_the_page(client, home):
    point = make_contact_point(owner=home, phone="12349901")
    yesterday = timezone.localdate() - DAY
    make_assignment(point, **named("Gammelt Navn", valid_from=yesterday, valid_to=yesterday))
    make_assignment(point, **named("Nytt Navn"))
    page = client.get("/kommuner/provevik/").content.decode()
    assert "Nytt Navn" in page
    assert "Gammelt Navn" not in page


def test_nobody_is_named_on_a_page_that_was_not_verified_in_time(client, home):
    point = make_contact_point(owner=home, phone="12349901", verified_on=datetime.date(2020, 1, 1))
    make_assignment(point, **named("Uverifisert Navn"))
    page = client.get("/kommuner/provevik/").content.decode()
    assert "tel:+4712349901" in page
    assert "Uverifisert Navn" not in page
    assert "12349902" not in page


def test_the_address_of_a_former_municipality_leads_to_its_successors_and_nowhere_else(client):
    former = places_today().former_municipalities
    led = {place.slug: where_it_leads(client.get(f"/kommuner/{place.slug}/")) for place in former}
    successors = {place.slug: {target.slug for target, _path in gazetteer.successors(place)} for place in former}
    assert led == successors
    assert led["tysfjord"] == {"narvik", "hamaroy"}


def where_it_leads(response):
    """The address of the redirect, or of all that the page asks about."""
    if response.status_code == 301:
        return {response.url.split("/")[2]}
    return {match.target.slug for match in response.context["answer"].matches}


def test_whoever_comes_from_the_address_of_a_former_municipality_is_told_why(client):
    page = client.get("/kommuner/royken/", follow=True).content.decode()
    assert "Røyken ble en del av Asker i 2020." in page


@pytest.mark.parametrize("page", ["", "tiltakskort/", "kontakter.vcf"], ids=["card", "action card", "vCard"])
def test_the_address_of_a_municipality_of_a_year_to_come_leads_nowhere_yet(client, page):
    make_municipality(slug="kommer", valid_from=timezone.localdate() + DAY).numbers.update(
        valid_from=timezone.localdate() + DAY
    )
    assert client.get(f"/kommuner/kommer/{page}").status_code == 404


# The cost


@pytest.mark.parametrize("many", [0, 1, 12, 100])
def test_a_municipality_costs_four_queries_however_many_contacts_it_has(
    home, three, many, django_assert_max_num_queries
):
    for _ in range(many):
        point = make_contact_point(Function.SLT_COORDINATOR, owner=home, serves=[home, *three])
        make_assignment(point, **named())
    places_today()
    with django_assert_max_num_queries(4):
        cards = cards_of(home)
    assert sum(len(card.named) and len(card.shared_with) for card in cards) == 3 * many


def test_a_district_costs_four_queries(district, django_assert_max_num_queries):
    for _ in range(12):
        make_assignment(make_contact_point(Function.PREVENTION_CONTACT, owner=district), **named())
    places_today()
    with django_assert_max_num_queries(4):
        places = places_today()
        assert len(contacts_of_district(places.districts_by_id[district.pk], places)) == 12


def test_the_examples_show_every_state_a_card_can_have():
    places = places_today()
    assert ContactPoint.objects.filter(is_example=True).exists()
    cards = [card for place in places.municipalities for card in contacts_of_municipality(place, places)]
    assert {card.state for card in cards} == {"held", "vacant", "stale", "unregistered"}
    assert {card.freshness for card in cards if card.freshness} == {"fresh", "due", "stale"}
