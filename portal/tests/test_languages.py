"""The language lives in the path and nowhere else."""

import pytest
from django.test import override_settings

from portal.languages import in_every_language, language_of


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "nb"),
        ("/kommuner/", "nb"),
        ("/nn/", "nn"),
        ("/en/kommuner/asker/", "en"),
        ("/en-gb/kommuner/", "nb"),
        ("/nnn/", "nb"),
        ("/de/", "nb"),
    ],
)
def test_only_the_very_first_word_says_the_language(path, language):
    assert language_of(path) == language


def test_a_page_links_to_itself_in_the_other_languages_with_what_was_asked():
    addresses = {code: address for code, _name, address in in_every_language("/nn/sok/?q=Her%C3%B8y")}
    assert addresses == {"nb": "/sok/?q=Her%C3%B8y", "nn": "/nn/sok/?q=Her%C3%B8y", "en": "/en/sok/?q=Her%C3%B8y"}


@pytest.mark.parametrize("path", ["/nn//evil.example/x", "//evil.example/x", "/en///evil.example"])
def test_no_language_link_leads_to_another_host(path):
    assert not any(address.startswith("//") for _code, _name, address in in_every_language(path))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("/nb/", "/"),
        ("/nb/kommuner/asker/?q=R%C3%B8yken", "/kommuner/asker/?q=R%C3%B8yken"),
        ("/nb//evil.example", "/evil.example"),
    ],
)
def test_a_guessed_prefix_for_bokmal_leads_to_the_page(client, typed, leads_to):
    response = client.get(typed)
    assert (response.status_code, response.url) == (301, leads_to)


@pytest.mark.django_db
@override_settings(ALLOWED_HOSTS=["portal.example"])
def test_a_refused_host_is_told_so_in_the_language_of_the_address(client):
    client.get("/en/", headers={"host": "portal.example"})
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert '<html lang="nb"' in response.content.decode()
