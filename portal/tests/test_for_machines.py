"""What search engines, phones and crawlers read: functions and places, never a person."""

import json
import xml.etree.ElementTree as ElementTree

import pytest
import vobject
from django.utils import timezone

from contacts.models import Function, Municipality, Person, PoliceDistrict, Publication
from contacts.tests.factories import make_assignment, make_contact_point, make_person
from portal.tests.document import Document
from portal.tests.pages import GOOD_PAGES, LANGUAGES, each

pytestmark = pytest.mark.django_db

BOKN, BOKNS_DISTRICT = "/kommuner/bokn/", "/politidistrikter/sor-vest/"
NAME, DIRECT = "Prøve Navnesen", "12345678"
OF_A_FUNCTION = {"@type", "contactType", "telephone", "email", "hoursAvailable"}
PAGE, LINK, ALTERNATE = (
    "{http://www.sitemaps.org/schemas/sitemap/0.9}url",
    "{http://www.sitemaps.org/schemas/sitemap/0.9}loc",
    "{http://www.w3.org/1999/xhtml}link",
)


def structured(document):
    (script,) = document.all("script", type="application/ld+json")
    return json.loads(script.text)


def cards(client, slug):
    return list(vobject.readComponents(client.get(f"/kommuner/{slug}/kontakter.vcf").content.decode()))


@pytest.fixture
def named_contacts():
    """In Bokn and its police district a contact whose name and direct number may be shown, and no example."""
    owners = {
        Function.MUNICIPAL_CONTACT: Municipality.objects.get(slug="bokn"),
        Function.PREVENTION_CONTACT: PoliceDistrict.objects.get(slug="sor-vest"),
    }
    for function, owner in owners.items():
        make_assignment(
            make_contact_point(function, owner=owner, phone="12340099", email="bokn@prove.example"),
            make_person(NAME, direct_phone=DIRECT),
            publication=Publication.NAME_AND_DIRECT,
            publication_decided_on=timezone.localdate(),
            publication_decided_by="HR",
        )


@each([page for page in GOOD_PAGES if page.kind.route in ("municipality", "district")])
def test_a_card_tells_search_engines_what_it_is_about(documents, target):
    data = structured(documents[target])
    assert data["@type"] == "GovernmentOrganization"
    assert data["url"].endswith(target.path)
    assert data["contactPoint"][-1]["telephone"] == "02800"


@each([page for page in GOOD_PAGES if page.kind.route in ("municipality", "district")])
def test_an_invented_number_never_reaches_a_search_engine(documents, target):
    assert "eksempel" not in json.dumps(structured(documents[target])).lower()
    assert "1234" not in json.dumps(structured(documents[target]))


@pytest.mark.parametrize("address", [BOKN, BOKNS_DISTRICT])
def test_search_engines_get_the_function_and_not_the_person(client, named_contacts, address):
    html = client.get(address).content.decode()
    data = structured(Document(html))
    assert NAME in html
    assert "12340099" in data["contactPoint"][0]["telephone"]
    assert all(set(point) <= OF_A_FUNCTION for point in data["contactPoint"])
    assert NAME not in str(data)
    assert DIRECT not in str(data)


def test_a_phone_keeps_the_function_and_not_the_person(client, named_contacts):
    (municipal, prevention, police) = cards(client, "bokn")
    assert municipal.email.value == prevention.email.value == "bokn@prove.example"
    assert "12340099" in municipal.tel.value
    assert police.tel.value == "02800"
    assert NAME not in (kept := client.get(f"{BOKN}kontakter.vcf").content.decode())
    assert DIRECT not in kept


@pytest.mark.parametrize("slug", ["valle", "bykle", "asker", "karasjok", "bokn"])
def test_no_name_from_the_database_is_in_the_file_for_a_phone(client, slug):
    kept = " ".join(str(card) for card in cards(client, slug))
    assert Person.objects.exists()
    assert [person.name for person in Person.objects.all() if person.name in kept] == []


def test_the_file_for_a_phone_says_which_contacts_are_invented(client):
    invented = [card.fn.value for card in cards(client, "valle")[:-1]]
    assert len(invented) > 1
    assert all("Valle" in name and "EKSEMPEL" in name.upper().replace("EXAMPLE", "EKSEMPEL") for name in invented)


# Of a list only the list itself, and of minutes and guidance the newest; not what a card of a municipality leads to.
OF_LISTS = ("meetings", "meeting_version")
OF_GROUPS = tuple(f"group_{name}" for name in OF_LISTS)
OF_A_PLACE = ("action_card", "municipality_guidance", "concern_here")
NOT_WORTH_FINDING = {"search", "resource_edition", *OF_A_PLACE, *OF_LISTS, *OF_GROUPS}


@pytest.fixture
def sitemap(client):
    """Address -> {language: address of the same page in that language}."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 (our own)
    return {
        page.findtext(LINK): {link.get("hreflang"): link.get("href") for link in page.iter(ALTERNATE)}
        for page in root.iter(PAGE)
    }


def test_every_page_worth_finding_is_in_the_sitemap(sitemap, documents):
    """But not a text of the library where it is shown in another language than the page's."""
    worth = [page for page in GOOD_PAGES if page.kind.route not in NOT_WORTH_FINDING]
    paths = {page.path for page in worth if not documents[page].all("link", rel="canonical")}
    assert paths - {url.removeprefix("http://testserver") for url in sitemap} == set()


def test_the_sitemap_leads_from_each_page_to_itself_in_every_language(sitemap):
    """A text of the library in those in which it is written."""
    fewer = [url for url, others in sitemap.items() if set(others) != {*LANGUAGES, "x-default"}]
    assert [url for url in fewer if "/veiledning/" not in url] == []
    assert all(url in others.values() and set(others.values()) <= set(sitemap) for url, others in sitemap.items())


def test_the_sitemap_knows_which_language_is_which(sitemap):
    starts = {"nb": "http://testserver/kommuner/", "nn": "http://testserver/nn/", "en": "http://testserver/en/"}
    others = sitemap["http://testserver/kommuner/valle/"]
    assert all(others[language].startswith(start) for language, start in starts.items())


def test_crawlers_are_kept_from_the_search_in_every_language(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /sok/", "Disallow: /nn/sok/", "Disallow: /en/sok/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
