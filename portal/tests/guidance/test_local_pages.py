"""What a reader meets on the page of a municipality's guidance, and on its card."""

import pytest

from contacts import gazetteer
from guidance import examples
from guidance.models import Resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


def page(client, url, status=200):
    gazetteer.check_again()
    answer = client.get(url)
    assert answer.status_code == status
    return answer.content.decode()


def test_own_comes_before_the_districts_and_that_before_the_countrys(client):
    text = page(client, "/kommuner/baerum/veiledning/")
    places = [text.index(words) for words in ('id="own"', "eksempel-baerum-veileder/", 'id="of-district"')]
    places += [text.index(words) for words in ("eksempel-oslo-tiltakskort/", 'id="national"')]
    assert places == sorted(places)


@pytest.mark.parametrize("hidden", ["eksempel-baerum-idrett", "eksempel-baerum-nytt", "eksempel-baerum-gammel"])
def test_nothing_that_is_not_published_is_there(client, hidden):
    assert hidden not in page(client, "/kommuner/baerum/veiledning/")


def test_the_guide_says_what_its_published_edition_does_while_somebody_writes_the_next(client):
    text = page(client, "/veiledning/eksempel-baerum-veileder/")
    assert "Avvergingsplikten går foran" in text
    assert "Bruk tolk" not in text


def test_a_municipality_without_its_own_says_so_and_leads_on(client):
    text = page(client, "/kommuner/bokn/veiledning/")
    assert "Bokn har ikke publisert" in text
    assert 'href="/kommuner/bokn/"' in text
    assert 'href="/veiledning/"' in text


def test_a_text_in_the_other_written_language_is_marked(client):
    text = page(client, "/kommuner/valle/veiledning/")
    assert '<a href="/veiledning/eksempel-valle-rettleiar/" lang="nn">' in text


def test_what_was_replaced_leads_to_what_came_instead_and_names_who_answers_now(client):
    text = page(client, "/kommuner/asker/veiledning/")
    assert "Eksempelkontoret for forebygging" in text
    assert 'href="/veiledning/utgivere/eksempel-senteret/"' in text
    assert text.count('href="/veiledning/eksempel-asker-veileder/"') == 2


def test_a_former_municipality_leads_to_the_same_page_of_its_successor(client):
    gazetteer.check_again()
    answer = client.get("/kommuner/royken/veiledning/")
    assert (answer.status_code, answer["Location"]) == (301, "/kommuner/asker/veiledning/")


def test_one_that_was_divided_asks_which(client):
    assert "Haram" in page(client, "/kommuner/alesund-1507/veiledning/", status=300)


@pytest.mark.parametrize("prefix", ["", "/nn"])
def test_the_card_of_a_municipality_shows_its_own_guide_and_leads_to_all(client, prefix):
    text = page(client, f"{prefix}/kommuner/valle/")
    assert f"{prefix}/veiledning/eksempel-valle-rettleiar/" in text
    assert f"{prefix}/kommuner/valle/veiledning/" in text


def test_the_card_says_when_there_is_none(client):
    examples.remove()
    assert not Resource.objects.filter(municipality__isnull=False).exists()
    assert "Kommunen har ingen lokal veileder her" in page(client, "/kommuner/valle/")
