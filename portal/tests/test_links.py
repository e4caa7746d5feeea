"""Every link on every page, followed once."""

import re
from collections import defaultdict
from urllib.parse import urldefrag, urljoin

import pytest
from django.test import Client

from portal.tests.document import Document
from portal.tests.pages import PAGES, each

pytestmark = pytest.mark.django_db

# Pages of a municipality, and choices in lists: there are hundreds of each, made by the same lines in every language.
OF_MANY = re.compile(r"/(nn|en)/((kommuner|bekymret)/[\w-]+/|.*\?.*)")
OUT_OF_THE_SITE = ("tel:", "mailto:", "http://", "https://")


def links(page, document):
    """The addresses a page leads to, without their fragments."""
    inside = [link for link in document.links if not link.startswith(OUT_OF_THE_SITE)]
    return {urldefrag(urljoin(page.url, link)).url for link in inside}


@pytest.fixture(scope="module")
def followed(documents, django_db_blocker):
    """The answer to every link; of many of a kind, all in bokmål and every third in each other language."""
    client = Client()
    with django_db_blocker.unblock():
        found = sorted(set().union(*(links(page, document) for page, document in documents.items())))
        asked = [url for number, url in enumerate(found) if number % 3 == 0 or not OF_MANY.fullmatch(url)]
        return {url: _to_its_end(client.get(url)) for url in asked}


def _to_its_end(answer):
    """A file is closed when it has been read."""
    if answer.streaming:
        list(answer)
    return answer


def test_every_link_leads_somewhere(followed):
    assert len(followed) > 500
    expected = {page.url: page.kind.status for page in PAGES}
    assert {
        url: answer.status_code
        for url, answer in followed.items()
        if answer.status_code not in (200, 300, 301, 302, expected.get(url))
    } == {}


def test_no_two_places_share_a_title_in_a_language(followed):
    """Two are called Herøy, two Våler, and Oslo is a municipality and a police district."""
    paths = defaultdict(set)
    for url, answer in followed.items():
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            document = Document(answer.content.decode())
            paths[document.language, document.title].add(url.partition("?")[0])
    assert {title: sharing for title, sharing in paths.items() if len(sharing) > 1} == {}


@each(PAGES)
def test_a_link_within_a_page_finds_its_target(documents, target):
    fragments = {urldefrag(link).fragment for link in documents[target].links if link.startswith("#")}
    assert "content" in fragments
    assert fragments - documents[target].ids == set()
