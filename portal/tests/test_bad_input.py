"""Whatever arrives, the answer is a helpful page in the right language, and never a fault of ours."""

import urllib.request
from urllib.error import HTTPError
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.tests.document import Document
from portal.tests.pages import GOOD_PAGES, LANGUAGES, OTHER_ADDRESSES, each

pytestmark = pytest.mark.django_db

PREFIX = {"nb": "", "nn": "/nn", "en": "/en"}
MEGABYTE = 1_000_000
# As they stand in an address; what is not ASCII or not allowed there is percent-encoded, or was meant to be.
TEXTS = {
    "nothing": "",
    "spaces": "%20%20%20",
    "300 characters": "a" * 300,
    "a megabyte": "a" * MEGABYTE,
    "a NUL": "Valle%00",
    "a lone surrogate": "%ED%A0%80",
    "invalid UTF-8": "%FF%FE",
    "half a character": "%C3",
    "emoji": "%F0%9F%9A%93",
    "SQL": "'%20OR%201=1;%20DROP%20TABLE%20contacts_person;%20--",
    "a script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "an attribute": "%22%20onfocus=%22alert(1)",
    "a path": "../../etc/passwd",
    "an encoded path": "..%2f..%2fetc%2fpasswd",
    "a template": "{{%20settings.SECRET_KEY%20}}{%25%20debug%20%25}",
    "right to left": "%E2%80%AEella%E2%80%AC",
    "a thousand marks": "e" + "%CC%81" * 1000,
    "digits that are no digits": "%D9%A1%D9%A2%D9%A3%D9%A4",
    "a postal code that does not exist": "0000",
    "a plus": "+",
    "only percent": "%",
}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def helpful(answer, language):
    """A page in the language, with a heading and 112 and 02800."""
    document = Document(answer.content.decode())
    return document.language == language and all(document.headings) and document.shows_the_way_in


@each_language
@each_text
def test_a_search_for_anything_is_answered(client, text, language):
    answer = client.get(f"{PREFIX[language]}/sok/?q={text}")
    assert answer.status_code in (200, 400)
    assert helpful(answer, language)


@each_text
def test_suggestions_for_anything_are_a_list(client, text):
    answer = client.get(f"/sok/forslag/?q={text}")
    assert answer.status_code == 200
    assert isinstance(answer.json()["suggestions"], list)


@pytest.mark.parametrize("name", ["navn", "fylke", "distrikt", "vis"])
@each_text
def test_a_list_filtered_by_anything_is_a_list(client, text, name):
    answer = client.get(f"/kommuner/?{name}={text}")
    assert answer.status_code == 200
    assert Document(answer.content.decode()).headings


@each_text
def test_a_card_led_to_by_anything_is_still_the_card(client, text):
    answer = client.get(f"/kommuner/valle/?q={text}")
    assert answer.status_code == 200
    assert helpful(answer, "nb")


@each_language
@pytest.mark.parametrize("path", ["/kommuner/{}/", "/kommuner/{}/tiltakskort/", "/politidistrikter/{}/", "/a{}/"])
@each_text
def test_an_address_with_anything_in_it_shows_the_way_in(client, text, path, language):
    answer = client.get(PREFIX[language] + path.format(text))
    assert answer.status_code == 404
    assert helpful(answer, language)


@pytest.mark.parametrize("path", ["/kommuner/?fylke={}", "/sok/?q={}", "/kommuner/valle/?q={}", "/{}/"])
def test_what_was_sent_never_becomes_markup(client, path):
    html = client.get(path.format(TEXTS["a script"])).content.decode()
    assert "<script>alert" not in html
    assert 'onfocus="alert' not in client.get(path.format(TEXTS["an attribute"])).content.decode()


@pytest.mark.parametrize("path", ["/de/", "/sv/kommuner/", "/se/", "/xx/kommuner/valle/"])
def test_a_language_we_do_not_have_is_answered_in_bokmaal(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert helpful(answer, "nb")


@each_language
@pytest.mark.parametrize(
    "path", ["/kommuner/atlantis/", "/politidistrikter/atlantis/", "/finnes-ikke/", f"/{'a' * 8000}/"]
)
def test_what_does_not_exist_is_told_in_the_language_of_the_address(client, path, language):
    answer = client.get(PREFIX[language] + path)
    assert answer.status_code == 404
    assert helpful(answer, language)


def test_of_two_searches_in_one_address_the_last_counts(client):
    assert client.get("/sok/?q=Valle&q=Asker").headers["Location"] == "/kommuner/asker/"


@each_language
def test_an_address_with_more_fields_than_any_page_has_is_refused_with_a_page(client, settings, language):
    answer = client.get(f"{PREFIX[language]}/sok/?{'q=Valle&' * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}")
    assert answer.status_code == 413
    assert helpful(answer, language)


@each(GOOD_PAGES)
def test_a_page_that_is_sent_something_says_that_it_can_only_be_read(client, target):
    answer = client.post(target.url, {"q": "Valle"})
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert helpful(answer, target.language)


@each(GOOD_PAGES + OTHER_ADDRESSES)
def test_whoever_asks_only_for_the_headers_gets_them(client, target):
    answer = client.head(target.url)
    assert answer.status_code == target.kind.status
    assert answer.content == b""


@pytest.mark.parametrize("path", ["/%00", "/%ED%A0%80/", "/%FF/", "/kommuner/..%2f..%2fetc/", f"/{'a' * 5000}/"])
def test_the_real_server_passes_it_on_to_the_same_page(server, path):
    with pytest.raises(HTTPError) as refusal:
        urllib.request.urlopen(server + path)  # noqa: S310 (our own address)
    assert refusal.value.code == 404
    assert Document(refusal.value.read().decode()).shows_the_way_in


KNOWN = [
    b"kommuner",
    b"politidistrikter",
    b"sok",
    b"valle",
    b"oslo",
    b"kart",
    b"tiltakskort",
    b"nn",
    b"en",
    b"q",
    b"navn",
]
RAW = st.binary(max_size=30) | st.text(max_size=30).map(lambda text: text.encode(errors="surrogatepass"))
QUOTED = RAW.map(lambda raw: quote_from_bytes(raw).encode())
PARTS = st.sampled_from(KNOWN) | RAW | QUOTED
PATHS = st.lists(PARTS, max_size=5).map(lambda parts: b"/" + b"/".join(parts))
FIELDS = st.tuples(st.sampled_from([b"q", b"navn", b"fylke", b"distrikt", b"vis"]) | PARTS, PARTS).map(b"=".join)
QUERIES = st.lists(FIELDS, max_size=6).map(b"&".join)
METHODS = st.sampled_from(["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW"])


def ask(method, path, query):
    """The bytes as a server hands them on; a fault of ours is raised."""
    return Client().generic(method, "/", PATH_INFO=path.decode("latin-1"), QUERY_STRING=query.decode("latin-1"))


def is_page(answer):
    return answer.headers["Content-Type"].startswith("text/html") and answer.content


@settings(max_examples=400, deadline=None)
@given(method=METHODS, path=PATHS, query=QUERIES)
def test_no_address_makes_the_site_fail(method, path, query):
    answer = ask(method, path, query)
    assert answer.status_code < 500
    assert answer.status_code < 400 or not is_page(answer) or Document(answer.content.decode()).shows_the_way_in


@settings(max_examples=400, deadline=None)
@given(path=st.sampled_from(["/sok/", "/sok/forslag/", "/kommuner/", "/en/kommuner/valle/", "/nn/sok/"]), query=QUERIES)
def test_no_question_makes_a_page_fail(path, query):
    answer = ask("GET", path.encode(), query)
    assert answer.status_code in (200, 302, 400)
    assert not is_page(answer) or Document(answer.content.decode()).headings
