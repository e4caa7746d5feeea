"""Wherever the texts that came with the portal lead inside it, there is a page."""

import re

import pytest

from guidance import index, markdown
from guidance.models import Text

pytestmark = pytest.mark.django_db


def hrefs(text, language):
    html = "".join(markdown.render(getattr(text, name), language=language) for name in Text.MARKDOWN)
    return set(re.findall(r'href="(/[^"]*)"', html))


@pytest.fixture
def inside(db):
    """{address without its language: one resource that leads there}."""
    texts = Text.objects.exclude(edition__resource__key="").select_related("edition__resource")
    return {href: text.edition.resource.key for text in texts for href in hrefs(text, text.language)}


def test_links_to_other_resources_lead_to_what_is_published(inside):
    known = index.current().addresses
    slugs = {found[1]: key for href, key in inside.items() if (found := re.fullmatch(r"/veiledning/([\w-]+)/", href))}
    assert len(slugs) > 40
    assert {slug: key for slug, key in slugs.items() if slug not in known | {"aktiviteter": None}} == {}


def test_links_to_other_pages_lead_somewhere(client, inside):
    others = sorted(href for href in inside if not re.fullmatch(r"/veiledning/[\w-]+/", href))
    assert {"/bekymret/", "/kommuner/", "/slt/"} <= set(others)
    assert {href: status for href in others if (status := client.get(href).status_code) != 200} == {}
