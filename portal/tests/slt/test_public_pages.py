"""The questions about SLT, answered in one page load from the search field or the page of SLT; and a scheme's page."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts import gazetteer
from contacts.models import Function, Municipality, Publication
from contacts.tests.factories import make_assignment, make_contact_point, make_municipality
from councils.choices import Agency
from councils.tests.factories import make_council
from slt.choices import Level
from slt.models import Office, Scheme
from slt.tests.factories import make_coordinator, make_dialogue, make_group, make_scheme, make_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]
Status = Scheme.Status


def text(client, url):
    gazetteer.check_again()
    answer = client.get(url, follow=True)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def reply(client, query, language=""):
    gazetteer.check_again()
    answer = client.get(f"{language}/slt/", {"q": query})
    assert answer.status_code == 200
    found = re.search(r'<div class="slt-reply.*?</div>\s*(?=<form|<div class="ds-error)', answer.content.decode(), re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


@pytest.fixture
def scheme():
    """Of two municipalities of today that have no example."""
    here, there = Municipality.objects.filter(slug__in=["utsira", "bokn"]).order_by("-slug")
    scheme = make_scheme(here, there, name="SLT på prøve", slug="slt-pa-prove", age_from=12, age_to=23)
    held_by(make_coordinator(scheme), "Prøve Koordinator", share=50)
    return scheme


def held_by(coordinator, name, **fields):
    point = coordinator.contact_point
    assignment = make_assignment(
        point,
        publication=Publication.NAME,
        publication_decided_on=point.verified_on,
        publication_decided_by="HR",
        **fields,
    )
    assignment.person.name = name
    assignment.person.save()


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("Dekker SLT en 20-åring i Utsira?", "", "Ja. SLT dekker en 20-åring her. SLT på prøve gjelder 12–23 år."),
        ("Dekkjer SLT ein 24-åring i Utsira?", "/nn", "Nei. SLT her dekkjer ikkje ein 24-åring. SLT på prøve gjeld"),
        ("Does SLT in Utsira cover 20 to 25?", "/en", "In part. SLT here covers some of ages 20–25, not all."),
    ],
)
def test_whether_an_age_is_covered_is_a_yes_or_a_no_with_the_reason(client, scheme, query, language, expected):
    assert expected in reply(client, query, language)


def test_who_coordinates_is_the_card_of_the_coordinator(client, scheme):
    answer = reply(client, "Hvem koordinerer for Bokn?")
    assert "Prøve Koordinator, 50 % stilling" in answer
    assert "Også for Utsira" in answer


def test_the_fields_of_the_form_answer_the_same(client, scheme):
    assert "Ja. SLT dekker en 20-åring her." in text(client, "/slt/?kommune=Utsira&alder=20")


@pytest.mark.parametrize("query", ["Hvem koordinerer for Bokn?", "SLT i Bokn", "slt-koordinator bokn"])
def test_the_search_field_of_the_portal_leads_to_the_answer(client, scheme, query):
    gazetteer.check_again()
    answer = client.get("/sok/", {"q": query})
    assert answer.status_code == 302
    assert answer.url.startswith("/slt/?q=")
    assert "Prøve Koordinator" in text(client, answer.url)


def test_a_place_alone_is_still_found_as_before(client):
    assert client.get("/sok/", {"q": "Bokn"}).url == "/kommuner/bokn/"


def test_where_there_is_none_the_reply_says_whom_to_turn_to(client):
    here = Municipality.objects.get(slug="utsira")
    make_contact_point(Function.MUNICIPAL_CONTACT, owner=here, phone="12345678")
    answer = reply(client, "SLT i Utsira")
    assert "Nei. SLT er ikke registrert her. Ta heller kontakt med" in answer
    assert "Kommunens kontaktpunkt" in answer
    assert "12 34 56 78" in answer


def test_a_coordinator_without_a_described_scheme_is_not_called_no_slt(client):
    here = Municipality.objects.get(slug="utsira")
    make_assignment(make_contact_point(Function.SLT_COORDINATOR, owner=here))
    assert "Ordningen og alderen er ikke beskrevet ennå" in reply(client, "Dekker SLT en 16-åring i Utsira?")
    assert "Kommunen har en SLT-koordinator. Ordningen er ikke beskrevet ennå." in text(client, "/kommuner/utsira/")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.PLANNED, "Ikke ennå. SLT er planlagt her"),
        (Status.PAUSED, "Ikke nå. SLT er satt på pause her."),
        (Status.ENDED, "Nei. SLT er avviklet her."),
    ],
)
def test_a_scheme_that_is_not_active_is_no_yes(client, status, expected):
    make_scheme(Municipality.objects.get(slug="utsira"), status=status)
    answer = reply(client, "Dekker SLT en 16-åring i Utsira?")
    assert expected in answer
    assert "Ta heller kontakt med" in answer


def test_who_has_none_lists_those_without_and_not_those_with(client, scheme):
    assert "har ikke SLT i dag (Rogaland)" in reply(client, "Hvem har ikke SLT i Rogaland?")
    listed = client.get("/slt/", {"q": "Hvem har ikke SLT i Rogaland?"}).content.decode()
    assert "/kommuner/kvitsoy/" in listed
    assert 'href="/kommuner/bokn/"' not in listed


def test_those_that_share_a_coordinator_are_named_together(client, scheme):
    assert "Bokn , Utsira Prøve Koordinator, 50 % stilling" in text(client, "/slt/?q=Hvilke+kommuner+deler+koordinator")


@pytest.mark.parametrize(
    ("chosen", "is_there"),
    [
        ("fylke=rogaland", True),
        ("fylke=agder", False),
        ("distrikt=sor-vest", True),
        ("alder=23", True),
        ("alder=24", False),
        ("andel=21-50", True),
        ("andel=ledig", False),
        ("niva=steering", True),
        ("niva=executing", False),
        ("status=active", True),
        ("status=planned", False),
    ],
)
def test_a_filter_shows_what_fits(client, scheme, chosen, is_there):
    scheme.has_executing = False
    scheme.save()
    assert ("SLT på prøve" in text(client, f"/slt/?{chosen}")) == is_there


@pytest.mark.parametrize("age", ["abc", "-1", "999", "12,5", "20 år"])
def test_an_age_that_is_none_is_answered_in_words_and_stays(client, age):
    gazetteer.check_again()
    answer = client.get("/slt/", {"alder": age}).content.decode()
    assert "Skriv alderen som et helt tall fra 0 til 120" in answer
    assert f'value="{age}"' in answer


@pytest.mark.parametrize(
    ("prefix", "words"), [("/nn", "Skriv alderen som eit heilt tal frå 0 til 120"), ("/en", "Write the age as a whole")]
)
def test_an_age_that_is_none_is_answered_in_the_language_of_the_page(client, prefix, words):
    assert words in client.get(f"{prefix}/slt/", {"alder": "abc"}).content.decode()


@pytest.mark.parametrize(("path", "name"), [("/en/slt/dialog/", "Theme"), ("/en/politirad/vedtak/", "Theme")])
def test_what_is_wrong_with_a_filter_is_named_as_readers_name_it(client, path, name):
    assert f"{name}: Select a valid choice" in client.get(f"{path}?tema=atlantis").content.decode()


@pytest.mark.parametrize("age", ["-1 år", "999 år"])
def test_an_age_that_is_none_in_a_question_is_said_to_be_none(client, scheme, age):
    assert "er ikke en alder vi kan svare for" in reply(client, f"Dekker SLT i Utsira {age}?")


@pytest.mark.parametrize("query", ["pizza", "slt i Langtvekkistan", "a" * 201])
def test_what_is_not_understood_stays_and_the_reader_sees_what_can_be_asked(client, query):
    gazetteer.check_again()
    answer = client.get("/slt/", {"q": query}).content.decode()
    assert f'value="{query}"' in answer
    assert "Du kan spørre:" in answer


def test_a_name_of_two_municipalities_is_asked_about_and_the_age_goes_along(client):
    gazetteer.check_again()
    answer = client.get("/slt/", {"q": "Dekker SLT en 15-åring i Herøy?"}).content.decode()
    assert "Hvilket sted mener du?" in answer
    assert "?kommune=Her%C3%B8y+%28Nordland%29&amp;alder=15" in answer
    assert "SLT i Herøy kommune (Nordland)" in text(client, "/slt/?kommune=Herøy+(Nordland)&alder=15")


def test_a_municipality_of_before_leads_to_that_of_today_and_says_why(client):
    answer = reply(client, "SLT i Røyken")
    assert "Røyken ble en del av Asker i 2020" in answer
    assert "SLT i Asker kommune" in answer


# --- The page of a scheme ---


def test_the_page_of_a_scheme_tells_what_it_is(client, scheme):
    group = make_group(scheme, level=Level.EXECUTING, name="Prøvegruppa ute")
    group.representation.create(agency=Agency.SCHOOL, count=3)
    Office.objects.create(
        coordinator=scheme.coordinators.get(),
        municipality=scheme.municipalities.first(),
        place="Prøvehuset",
        days="onsdag",
    )
    make_dialogue(scheme, title="Prøvedialogen her")
    make_year(scheme)
    Scheme.objects.filter(pk=scheme.pk).update(established=1998, host_unit="Prøveetaten")
    page = text(client, "/slt/slt-pa-prove/")
    for expected in [
        "12–23 år",
        "1998",
        "Prøveetaten",
        "Prøve Koordinator, 50 % stilling",
        "Prøvehuset, onsdag",
        "Prøvegruppa ute",
        "Skole og barnehage (3)",
        "Prøvedialogen her",
        f"{timezone.localdate().year}: 0 av 5",
    ]:
        assert expected in page
    year = f"/slt/slt-pa-prove/{timezone.localdate().year}/"
    assert f'href="{year}"' in client.get("/slt/slt-pa-prove/").content.decode()


def test_a_scheme_without_a_working_year_says_so(client, scheme):
    assert "Det er ikke registrert noe for dette året." in text(client, "/slt/slt-pa-prove/")


def test_the_levels_stand_from_steering_to_executing_with_the_council_as_steering_group(client, scheme):
    scheme.steering_council = make_council(scheme.municipalities.first(), name="Prøverådet")
    scheme.save()
    page = text(client, "/slt/slt-pa-prove/")
    assert page.index("Styrende") < page.index("Prøverådet") < page.index("Koordinerende") < page.index("Utførende")


def test_a_scheme_of_this_very_moment_has_its_page(client):
    client.get("/slt/")
    make_scheme(name="SLT nå", slug="slt-na")
    assert client.get("/slt/slt-na/").status_code == 200


def test_an_ended_group_is_not_shown(client, scheme):
    make_group(scheme, name="Prøvegruppa før", ended_on=timezone.localdate())
    assert "Prøvegruppa før" not in text(client, "/slt/slt-pa-prove/")


def test_a_scheme_that_was_wound_up_says_so_and_where_to_turn(client, scheme):
    scheme.status = Status.ENDED
    scheme.save()
    page = text(client, "/slt/slt-pa-prove/")
    assert "Ordningen er avviklet." in page
    assert "Ta heller kontakt med kommunens kontaktpunkt eller politikontakten:" in page
    make_scheme(scheme.municipalities.first(), name="SLT etterpå")
    assert "SLT her i dag: SLT etterpå" in text(client, "/slt/slt-pa-prove/")


def test_what_machines_read_names_nobody(client, scheme):
    page = client.get("/slt/slt-pa-prove/").content.decode()
    data = re.search(r'application/ld\+json">(.*?)</script>', page, re.S)[1]
    assert json.loads(data)["audience"] == {"@type": "PeopleAudience", "suggestedMinAge": 12, "suggestedMaxAge": 23}
    assert "Koordinator" not in data


# --- The card of a municipality ---


def test_the_card_names_the_scheme_its_ages_and_with_whom_the_coordinator_is_shared(client, scheme):
    card = text(client, "/kommuner/utsira/")
    assert "SLT på prøve Gjelder 12–23 år Deler koordinator med Bokn" in card


def test_the_card_says_that_there_is_none(client):
    assert "SLT er ikke registrert her. Ta heller kontakt med" in text(client, "/kommuner/utsira/")


# --- What it costs ---


@pytest.mark.parametrize("count", [1, 12, 100], ids="{} schemes".format)
@pytest.mark.parametrize(
    ("url", "most"),
    [
        ("/slt/", 1),
        ("/slt/?q=SLT+i+Bokn", 4),
        ("/slt/?deler=ja", 1),
        ("/kommuner/utsira/", 4),
        ("/slt/slt-pa-prove/", 17),
    ],
)
def test_a_page_costs_the_same_however_many_schemes_there_are(client, scheme, count, url, most):
    for _number in range(count - 1):
        make_coordinator(make_scheme(make_municipality()))
    gazetteer.check_again()
    client.get(url)
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    assert len(captured) <= most
