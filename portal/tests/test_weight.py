"""How much has to come over a poor line before the page can be read."""

import brotli
import pytest
from django.contrib.staticfiles import finders

from portal.tests.pages import PAGES, each

pytestmark = pytest.mark.django_db

CARD, HOME = 20_000, 19_500


def weight(answer, document):
    """Bytes of the page and its stylesheets, compressed as a server does it on the way and beforehand."""
    sheets = [link.attrs["href"].removeprefix("/static/") for link in document.all("link", rel="stylesheet")]
    page = len(brotli.compress(answer.content, quality=5))
    return page + sum(len(brotli.compress(_read(sheet))) for sheet in sheets)


def _read(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


@each([page for page in PAGES if page.kind.route == "municipality"])
def test_a_card_weighs_at_most_20_kilobytes(answers, documents, target):
    assert weight(answers[target], documents[target]) <= CARD


@each([page for page in PAGES if page.kind.route == "home"])
def test_the_home_page_keeps_to_its_budget(answers, documents, target):
    assert weight(answers[target], documents[target]) <= HOME
