"""What holds for every page of the site, whatever it is about."""

from collections import defaultdict

import pytest

from contacts.models import PlaceName
from portal.tests.html import invalid
from portal.tests.pages import GOOD_PAGES, KINDS, LANGUAGES, OTHER_ADDRESSES, OTHERS, PAGES, Page, each, routes

pytestmark = pytest.mark.django_db


def test_every_address_of_the_site_is_in_the_table_of_pages():
    assert routes() - {kind.route for kind in KINDS + OTHERS} == set()


@each(PAGES)
def test_the_status_says_how_it_went(answers, target):
    assert answers[target].status_code == target.kind.status


@each(PAGES)
def test_the_page_says_which_language_it_is_in(answers, documents, target):
    assert documents[target].language == target.language
    assert answers[target].headers["Content-Language"] == target.language


@each(PAGES)
def test_the_page_has_one_heading_of_the_first_level(documents, target):
    assert [bool(text) for text in documents[target].headings] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pages_never_have_the_same_title(documents, language):
    paths = defaultdict(set)
    for page in GOOD_PAGES:
        if page.language == language:
            paths[documents[page].title].add(page.path)
    assert [title for title, sharing in paths.items() if len(sharing) > 1] == []


def test_all_pages_are_valid_html(answers):
    assert invalid({str(page): answer.content.decode() for page, answer in answers.items()}) == []


@each([page for page in PAGES if page.kind.way_in])
def test_112_and_02800_are_a_tap_away(documents, target):
    assert documents[target].shows_the_way_in


@each(PAGES)
def test_the_same_page_is_one_click_away_in_the_other_languages(documents, target):
    links = {
        link.attrs["hreflang"]: link.attrs["href"] for link in documents[target].all("a") if "hreflang" in link.attrs
    }
    others = [Page(target.kind, language) for language in LANGUAGES if language != target.language]
    assert links == {page.language: page.url for page in others}


@each(PAGES)
def test_each_language_is_named_in_itself(documents, target):
    switch = [link for link in documents[target].all("li") if link.attrs.get("lang")]
    assert [item.attrs["lang"] for item in switch] == LANGUAGES


@each([page for page in PAGES if page.kind.slug in ("karasjok", "kafjord")])
def test_names_in_other_languages_are_marked_for_those_who_listen(documents, target):
    names = PlaceName.objects.filter(municipality__slug=target.kind.slug).values_list("language", "name")
    assert set(names)
    assert set(names) <= marked(documents[target])


@each([page for page in PAGES if page.kind.slug == "valle" and page.kind.route == "municipality"])
def test_norwegian_work_titles_are_marked_where_the_page_is_not_norwegian(documents, target):
    is_marked = ("no", "politioverbetjent") in marked(documents[target])
    assert is_marked == (target.language == "en")


def marked(document):
    """The words in another language than the page's, with that language."""
    return {(span.attrs["lang"], span.text) for span in document.all("span") if "lang" in span.attrs}


@each(PAGES)
def test_no_page_sets_a_cookie(answers, target):
    assert not answers[target].cookies


@each(GOOD_PAGES)
def test_a_page_is_kept_by_anyone_for_half_a_minute_and_where_councils_are_shown_for_five_seconds(answers, target):
    kept = set(answers[target].headers["Cache-Control"].split(", "))
    assert {"public", f"max-age={target.kind.seconds}"} <= kept
    assert ("stale-if-error=86400" in kept) == target.kind.shown_when_down


@each([page for page in PAGES if page.kind.status >= 400])
def test_a_page_about_an_error_is_kept_by_nobody(answers, target):
    assert "public" not in answers[target].headers.get("Cache-Control", "")


@each(PAGES)
def test_a_page_is_the_same_for_everyone(answers, target):
    assert answers[target].headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@each(OTHER_ADDRESSES)
def test_what_is_no_page_answers_without_a_cookie_as_well(client, target):
    answer = client.get(target.url)
    assert answer.status_code == target.kind.status
    assert not answer.cookies
    assert answer.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
