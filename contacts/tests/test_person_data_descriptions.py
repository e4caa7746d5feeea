"""What is held up, measured by labelled sentences; and the neutral wording that is suggested instead."""

import pytest
from django.utils import translation

from contacts.person_data import guard
from contacts.tests.sentences import harmless, labelled

pytestmark = pytest.mark.once_on("SQLite")

LEAST_RECALL = 0.95
LEAST_PRECISION = 0.95


def kinds_in(sentence):
    return [finding.kind.value for finding in guard.check(sentence).held_up]


def test_there_are_enough_sentences_to_measure_by():
    assert len(labelled()) + len(harmless()) >= 120
    assert min(len(labelled()), len(harmless())) >= 60


def test_nearly_all_that_points_at_somebody_is_held_up_and_nearly_nothing_else():
    missed = [sentence for kind, sentence in labelled() if kind not in kinds_in(sentence)]
    mistaken = [sentence for sentence in harmless() if kinds_in(sentence)]
    found = len(labelled()) - len(missed)
    assert found / len(labelled()) >= LEAST_RECALL, missed
    assert found / (found + len(mistaken)) >= LEAST_PRECISION, mistaken
    print(f"recall {found / len(labelled()):.3f}, precision {found / (found + len(mistaken)):.3f}", missed, mistaken)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_suggested_wording_is_held_up_by_nothing(language):
    with translation.override(language):
        for kind in guard.HELD_UP:
            suggestion = str(guard.Finding(kind, 0, 0).suggestion)
            assert not guard.check(f"Det gjelder {suggestion} og {suggestion}.")


def test_a_finding_tells_where_it_stands_and_keeps_none_of_the_text():
    text = "Det gjelder en gutt på 15 år."
    (finding,) = guard.check(text).held_up
    assert finding.words(text) == "en gutt på 15 år"
    assert "gutt" not in repr(finding)


def test_a_bare_name_is_held_up_with_a_neutral_wording_and_an_office_is_not():
    text = "Kevin og Mathilde på Eksempel ungdomsskole ruser seg. Kari Nordmann orienterte."
    (finding,) = guard.check(text).held_up
    assert finding.words(text).startswith("Kevin og Mathilde")
    with translation.override("nb"):
        assert "flere personer i kommunen" in finding.advice(text)


@pytest.mark.parametrize(
    "address", ["/veiledning/bekymret-for-en-elev/", "https://eksempel.example/ein-ung-gutt", "en-elev"]
)
def test_an_address_with_such_words_is_read_and_points_at_nobody(address):
    assert not guard.check(f"Se {address} for mer.")


def test_ordinary_minutes_are_held_up_nowhere():
    assert not guard.check(" ".join(harmless()))


@pytest.mark.django_db
def test_what_the_portal_publishes_itself_is_no_private_number():
    from contacts.models import ContactPoint

    point = ContactPoint.objects.published().exclude(phone="").exclude(email="").first()
    text = f"Ring {point.phone} eller skriv til {point.email.upper()}."
    assert guard.check(text)
    assert not guard.check_here(text)
    ContactPoint.objects.filter(phone=point.phone).update(is_published=False)
    assert guard.check_here(text)
