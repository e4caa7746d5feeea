"""The pages of the concern route: nothing can be written there, and nobody is left without somebody to call."""

import pytest

from contacts.models import Assignment, Function, Municipality
from contacts.tests.factories import make_assignment, make_contact_point
from guidance.concern import HARMLESS_PAGE, KEYS
from guidance.models import Resource
from portal.tests.document import Document
from portal.tests.pages import LANGUAGES, PAGES, each
from portal.tests.test_queries import MOST_FOR_A_CARD, queries

pytestmark = pytest.mark.django_db

ROUTE = [page for page in PAGES if page.kind.route in ("concern", "concern_here") and page.kind.status < 400]
FIELDS = ("form", "input", "textarea", "select", "datalist")
PREFIXES = {"nb": "", "nn": "/nn", "en": "/en"}
each_language = pytest.mark.parametrize("language", LANGUAGES)


def document(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return Document(answer.content.decode())


@each(ROUTE)
def test_nothing_can_be_written_there(documents, target):
    assert documents[target].all(*FIELDS) == []


@each(ROUTE)
def test_the_first_link_leads_away_and_does_not_tell_from_where(documents, target):
    first = documents[target].all("a")[0]
    assert first.attrs["href"] == HARMLESS_PAGE
    assert first.attrs["rel"] == "noreferrer"


@each(ROUTE)
def test_every_national_number_can_be_tapped(documents, target):
    assert {"tel:112", "tel:02800", "tel:+4723305000", "tel:116111"} <= set(documents[target].links)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ("Portalen tar ikke imot bekymringer.", "sletter ikke historikken")),
        ("nn", ("Portalen tek ikkje imot meldingar om uro.", "slettar ikkje historikken")),
    ],
)
@pytest.mark.parametrize("path", ["/bekymret/", "/bekymret/valle/", "/bekymret/bokn/"])
def test_it_says_that_nothing_is_received_and_that_the_browser_remembers(client, language, said, path):
    page = client.get(f"{PREFIXES[language]}{path}").content.decode()
    assert all(words in page for words in said)


def test_every_municipality_of_today_is_a_link_away(client):
    links = document(client, "/bekymret/").links
    assert {f"/bekymret/{slug}/" for slug in ("oslo", "heroy-nordland", "valle", "amli")} <= set(links)
    assert sum(link.startswith("/bekymret/") and link != "/bekymret/" for link in links) == 357


@pytest.mark.usefixtures("places_read_anew")
def test_without_its_texts_the_route_still_has_steps_numbers_and_contacts(client):
    Resource.objects.filter(key__in=KEYS).update(key="")
    make_contact_point(owner=Municipality.objects.get(slug="bokn"), phone="12349999").save()
    page = document(client, "/bekymret/bokn/")
    assert [step.attrs["id"] for step in page.all("li", class_="concern-step")] == [
        "concern",
        "discuss",
        "dialogue",
        "follow-up",
    ]
    assert "tel:+4712349999" in page.links
    assert page.all("details") == []


def test_a_name_that_is_stale_is_hidden_and_02800_stays(client):
    stale = Assignment.objects.filter(contact_point__key__contains="bykle").values_list("person__name", flat=True)
    page = client.get("/bekymret/bykle/").content.decode()
    assert "Ikke bekreftet i tide" in page
    assert not any(name in page for name in stale if name not in client.get("/kommuner/bykle/").content.decode())


def test_a_former_municipality_leads_to_the_one_it_became(client):
    answer = client.get("/nn/bekymret/royken/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/nn/bekymret/asker/")


def test_one_that_was_divided_asks_which(client):
    page = Document(client.get("/bekymret/alesund-1507/").content.decode())
    assert {"/bekymret/alesund/", "/bekymret/haram/"} <= set(page.links)


@pytest.mark.parametrize("path", ["/bekymret/atlantis/", "/bekymret/va%00lle/", "/bekymret/%F0%9F%98%80/"])
def test_what_is_no_municipality_is_no_page_and_shows_the_way_in(client, path):
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert Document(answer.content.decode()).shows_the_way_in


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_is_received(client, method):
    assert getattr(client, method)("/bekymret/valle/").status_code == 405


@pytest.mark.parametrize("count", [1, 12], ids="{} contacts".format)
def test_it_costs_the_same_however_many_contacts_there_are(client, count):
    municipality = Municipality.objects.get(slug="bokn")
    for _number in range(count):
        make_assignment(make_contact_point(Function.MUNICIPAL_CONTACT, owner=municipality, phone="12349999"))
    assert client.get("/bekymret/bokn/").content.decode().count("+4712349999") >= count
    assert queries(client, "/bekymret/bokn/") == MOST_FOR_A_CARD


@each_language
@pytest.mark.parametrize("start", ["/", "/kommuner/valle/", "/kommuner/valle/tiltakskort/", "/om/", "/finnes-ikke/"])
def test_the_route_is_one_click_from_where_people_are(client, language, start):
    prefix = PREFIXES[language]
    links = Document(client.get(f"{prefix}{start}").content.decode()).links
    here = "valle/" if "valle" in start else ""
    assert f"{prefix}/bekymret/{here}" in links
