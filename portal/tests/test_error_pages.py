"""Whatever goes wrong, the reader gets a page in the right language, with 112 and 02800."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from contacts import gazetteer
from portal.tests.document import Document
from portal.tests.faulty_urls import FAULTS
from portal.tests.html import invalid
from portal.tests.pages import LANGUAGES

pytestmark = pytest.mark.django_db

WITH_PREFIX = {"nb": "", "nn": "/nn", "en": "/en"}
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_fault = pytest.mark.parametrize("status", FAULTS)


@pytest.fixture
def reader():
    """A browser that sees the page for a fault, not the fault."""
    return Client(raise_request_exception=False)


@pytest.fixture
def database_down():
    def refuse(*arguments):
        raise OperationalError("the database does not answer")

    with connection.execute_wrapper(refuse):
        yield


@each_language
@each_fault
@pytest.mark.urls("portal.tests.faulty_urls")
def test_a_fault_shows_the_way_in_in_the_language_of_the_page(reader, status, language):
    answer = reader.get(f"{WITH_PREFIX[language]}/feil/{status}/")
    document = Document(answer.content.decode())
    assert answer.status_code == status
    assert document.language == answer.headers["Content-Language"] == language
    assert document.shows_the_way_in
    assert [bool(text) for text in document.headings] == [True]


@pytest.mark.urls("portal.tests.faulty_urls")
def test_the_pages_for_faults_are_valid_html(reader):
    paths = [f"{prefix}/feil/{status}/" for prefix in WITH_PREFIX.values() for status in FAULTS]
    assert invalid({path: reader.get(path).content.decode() for path in paths}) == []


@each_fault
@pytest.mark.urls("portal.tests.faulty_urls")
def test_a_fault_is_never_kept_and_never_sets_a_cookie(reader, status):
    answer = reader.get(f"/feil/{status}/")
    assert "public" not in answer.headers.get("Cache-Control", "")
    assert not answer.cookies


@pytest.mark.urls("portal.tests.faulty_urls")
def test_a_fault_of_ours_says_nothing_about_what_it_was(reader):
    assert "RuntimeError" not in reader.get("/feil/500/").content.decode()


@each_language
def test_without_the_database_a_card_asks_to_come_back_soon(reader, language, database_down):
    answer = reader.get(f"{WITH_PREFIX[language]}/kommuner/valle/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert Document(answer.content.decode()).language == language
    assert Document(answer.content.decode()).shows_the_way_in


@pytest.mark.parametrize("path", ["/", "/kommuner/", "/politidistrikter/", "/sok/?q=Herøy"])
def test_without_the_database_the_places_already_known_are_still_shown(reader, path):
    reader.get("/")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gazetteer, "_renew", _refuse)
        gazetteer.check_again()
        assert reader.get(path).status_code == 200


def _refuse(today):
    raise OperationalError("the database does not answer")


@pytest.mark.parametrize(("path", "status"), [("/", 503), ("/kommuner/valle/", 503), ("/finnes/ikke/", 404)])
def test_a_process_that_starts_without_the_database_still_answers(reader, monkeypatch, database_down, path, status):
    monkeypatch.setattr(gazetteer._Shelf, "gazetteer", None)
    answer = reader.get(path)
    assert answer.status_code == status
    assert Document(answer.content.decode()).shows_the_way_in


def test_once_the_database_is_back_so_is_the_card(reader):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gazetteer._Shelf, "gazetteer", None)
        patch.setattr(gazetteer, "_renew", _refuse)
        assert reader.get("/kommuner/valle/").status_code == 503
    gazetteer.check_again()
    assert reader.get("/kommuner/valle/").status_code == 200


def test_the_number_of_a_row_is_not_taken_for_that_of_a_municipality(admin_client):
    """0301 is Oslo, and may be the number of an absence as well: the answer must not depend on the number."""
    answer = admin_client.get("/skrivebord/fravaer/4601/")
    assert answer.status_code == 404
    assert "/kommuner/bergen/" not in answer.content.decode()
    assert "/kommuner/bergen/" in admin_client.get("/4601/").content.decode()


OFFERED = "Mente du en av disse?"


@pytest.mark.parametrize(
    "path",
    ["/kommuner/kristiansnad/", "/kommuner/kristiansnad/tiltakskort/", "/bekymret/kristiansnad/", "/kristiansnad/"],
)
def test_what_does_not_exist_offers_the_place_it_may_have_meant(client, path):
    page = client.get(path).content.decode()
    assert OFFERED in page
    assert "/kommuner/kristiansand/" in page


@pytest.mark.parametrize(
    "path", ["/politirad/eksempel-baerum/2001-01-01/", "/slt/finnes-ikke/", "/veiledning/naboer/", "/finnes/ikke/"]
)
def test_a_day_or_a_title_is_not_taken_for_a_place(client, path):
    """2001 is a postal code in Lillestrøm."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert OFFERED not in answer.content.decode()
