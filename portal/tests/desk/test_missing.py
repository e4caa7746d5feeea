"""What is missing in my area: the worst first, in Norwegian order, filtered by links, and as a file."""

import csv
import datetime
import io
from types import SimpleNamespace

import pytest
from django.utils import timezone

from contacts import gazetteer
from contacts.desk.findings import Finding, Issue
from contacts.models import Function, Role
from contacts.services.absence import register_absence
from contacts.tests.factories import make_assignment, make_contact_point, make_district, make_municipality, make_person
from councils.tests.factories import make_council
from portal.desk.missing import as_csv
from portal.tests.coming_in import come_all_the_way_in
from portal.tests.document import Document
from slt.tests.factories import make_keeper, make_scheme, make_year

pytestmark = pytest.mark.django_db

URL, FILE = "/en/skrivebord/mangler/", "/en/skrivebord/mangler.csv"
TODAY = timezone.localdate()
OLD = TODAY - datetime.timedelta(days=400)
MOST_QUERIES = 26


@pytest.fixture
def area():
    """A district with three municipalities; Ås has everything, Ærlig nothing, Zoo somebody in every kind of trouble."""
    district = make_district("Prøvedistriktet")
    aas, _aerlig, zoo = (make_municipality(name, district=district) for name in ("Ås", "Ærlig", "Zoo"))
    for function in (Function.MUNICIPAL_CONTACT, Function.SLT_COORDINATOR):
        make_assignment(make_contact_point(function, owner=aas))
    make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[aas]))
    make_assignment(make_contact_point(Function.PREVENTION_CONTACT, owner=district))
    make_contact_point(Function.MUNICIPAL_CONTACT, owner=zoo)
    make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[zoo], verified_on=OLD))
    away = make_assignment(
        make_contact_point(Function.SLT_COORDINATOR, owner=zoo), make_person("Prøve Borte", owner=zoo)
    )
    register_absence(assignment=away, first=TODAY, last=TODAY)
    make_council(*(row.municipality for row in district.memberships.all()), status_since=TODAY)
    make_scheme(aas, zoo, status="paused")
    gazetteer.check_again()
    return district


@pytest.fixture
def client_of(enter, area):
    return enter((Role.POLICE_COORDINATOR, area))


def rows(client, query=""):
    """(place, function, what is missing) of each row."""
    return rows_of(client.get(f"{FILE}{query}").content)


def rows_of(content):
    lines = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [tuple(row[:3]) for row in csv.reader(lines, delimiter=";")][1:]


def test_the_worst_comes_first_and_then_the_alphabet_as_norwegians_have_it(client_of):
    assert rows(client_of) == [
        ("Ærlig", "Municipal contact point", "not registered"),
        ("Ærlig", "Police contact", "not registered"),
        ("Zoo", "Municipal contact point", "vacant"),
        ("Zoo", "Police contact", "not verified in time"),
        ("Zoo", "SLT coordinator", "away, nobody stands in"),
        ("Ærlig", "SLT scheme", "not registered, and voluntary"),
        ("Ærlig", "SLT coordinator", "not registered, and voluntary"),
    ]


def test_a_place_with_everything_is_not_there(client_of):
    assert "Ås" not in [place for place, *_rest in rows(client_of)]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?issue=vacant", 1),
        ("?topic=police_contact", 2),
        ("?issue=unregistered&topic=police_contact", 1),
        ("?issue=tull", 0),
        ("?topic=%00", 0),
    ],
)
def test_links_filter_the_page_and_the_file(client_of, query, count):
    document = Document(client_of.get(f"{URL}{query}").content.decode())
    assert len(document.all("tr")) == (count + 1 if count else 0)
    assert len(rows(client_of, query)) == count


def test_every_filter_that_is_offered_leads_to_as_many_rows_as_it_says(client_of):
    document = Document(client_of.get(URL).content.decode())
    offered = [element for element in document.all("a") if element.attrs["href"].startswith("?")]
    assert offered
    for element in offered:
        assert f"({len(rows(client_of, element.attrs['href']))})" in element.text


def test_no_name_is_shown_to_anybody(client_of):
    assert "Prøve Borte" not in client_of.get(URL).content.decode()


def test_what_i_can_put_right_is_a_link_and_the_rest_says_who_can(client_of, area):
    document = Document(client_of.get(URL).content.decode())
    assert "/en/skrivebord/bekrefte/" in document.links
    assert [element for element in document.all("td") if "Zoo municipality" in element.text]


@pytest.mark.parametrize(
    ("role", "count"), [(Role.POLICE_COORDINATOR, 1), (Role.AREA_ADMINISTRATOR, 3), (Role.AUDITOR, 0)]
)
def test_what_is_not_registered_can_be_registered_by_whoever_keeps_it(enter, area, role, count):
    client = enter((role, area))
    links = [url for url in Document(client.get(URL).content.decode()).links if "/contactpoint/add/" in url]
    assert len(links) == count
    assert {client.get(url).status_code for url in links} <= {200}


@pytest.mark.parametrize(
    ("role", "links"),
    [(Role.AREA_ADMINISTRATOR, ["koordinatorer", "grupper"]), (Role.POLICE_COORDINATOR, []), (Role.AUDITOR, [])],
)
def test_what_a_scheme_lacks_is_put_right_by_whoever_keeps_it(enter, area, role, links):
    scheme = make_scheme(area.memberships.get(municipality__name="Ærlig").municipality, status_since=OLD)
    document = Document(enter((role, area)).get(f"{URL}?topic=scheme").content.decode())
    own = [url for url in document.links if f"/{scheme.slug}/" in url]
    assert own == [f"/en/skrivebord/slt/{scheme.slug}/{page}/" for page in links]


def test_the_working_year_is_begun_by_the_coordinator_alone(client, area):
    scheme = make_scheme(area.memberships.get(municipality__name="Ærlig").municipality, status_since=OLD)
    make_year(scheme, year=TODAY.year - 1)
    come_all_the_way_in(client, make_keeper(scheme))
    document = Document(client.get(f"{URL}?topic=scheme").content.decode())
    assert f"/en/skrivebord/slt/{scheme.slug}/koordinatorer/" in document.links
    if TODAY.month >= 6:
        assert f"/en/skrivebord/slt/{scheme.slug}/" in document.links


def test_the_link_of_a_vacant_function_leads_to_the_form_with_it_ticked(enter, area):
    client = enter((Role.AREA_ADMINISTRATOR, area))
    (link,) = [url for url in Document(client.get(f"{URL}?issue=vacant").content.decode()).links if "point=" in url]
    assert client.get(link).status_code == 200


def test_a_municipal_editor_sees_the_own_municipality_alone(enter, area):
    zoo = area.memberships.get(municipality__name="Zoo").municipality
    assert {place for place, *_rest in rows(enter((Role.MUNICIPAL_EDITOR, zoo)))} == {"Zoo"}


def test_whoever_has_no_place_is_told_that_nothing_is_missing(enter):
    client = enter((Role.GUIDANCE_EDITOR, None))
    assert rows(client) == []
    assert client.get(URL).status_code == 200


def test_the_file_opens_in_a_norwegian_spreadsheet(client_of):
    answer = client_of.get(FILE)
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_marked_as_text(start):
    found = Finding(SimpleNamespace(full_name=f"{start}1+1"), "slt", "Valle", Issue.VACANT)
    assert rows_of(as_csv([found])) == [(f"'{start}1+1", "Valle", Issue.VACANT.label)]


def test_the_page_asks_the_same_of_the_database_for_one_municipality_and_for_the_whole_country(
    enter, django_assert_max_num_queries
):
    client = enter((Role.AREA_ADMINISTRATOR, None))
    client.get(URL)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(URL)
