"""Both written forms and the words of staff become the same stems; compounds are found by their parts."""

import pytest

from portal.search import lexicon
from portal.search.drafts import joined, plain
from portal.search.words import folded, known_ends, known_parts, parts, stem, stems

pytestmark = pytest.mark.once_on("SQLite")

SAME = [
    ("valdeleg", "voldelig"),
    ("førebygging", "forebygge"),
    ("ungdommar", "ungdommer"),
    ("rettleiing", "veiledning"),
    ("skular", "skoler"),
    ("teieplikta", "taushetsplikten"),
    ("kommunar", "kommunene"),
    ("heimen", "hjemmet"),
    ("ringjer", "ringe"),
    ("avverjingsplikt", "avvergingsplikt"),
    ("leiaren", "lederen"),
    ("uroa", "uro"),
    ("bekymret", "bekymringer"),
    ("Taushetsplikt", "TAUSHETSPLIKTEN"),
    ("forebygging", "forebyggjande"),
    ("spelarar", "spillere"),
    ("saman", "sammen"),
    ("røynsler", "erfaringene"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[" ".join(pair) for pair in SAME])
def test_they_are_the_same_word(one, other):
    assert stems(one) == stems(other) != []


@pytest.mark.parametrize("text", ["ikkje", "ikke", "kva", "hva", "frå", "og", "the", "hvem kan eg"])
def test_small_words_say_nothing(text):
    assert stems(text) == []


@pytest.mark.parametrize(
    ("compound", "of"),
    [
        ("radikaliseringskontakt", "radikalisering kontakt"),
        ("politirådsmøte", "politi råd møte"),
        ("ungdomsklubb", "ungdom klubb"),
        ("førebyggingskontakten", "forebygging kontakt"),
        ("bekymringsmelding", "bekymring melding"),
    ],
)
def test_a_compound_is_known_by_what_it_is_made_of(compound, of):
    assert list(parts(folded(compound)[0], frozenset())) == stems(of)


@pytest.mark.parametrize("word", ["kommune", "ekstremisme", "veiledning", "etterretning", "a", ""])
def test_what_is_no_compound_is_left_whole(word):
    assert parts(word, known_parts()) == ()


def test_however_many_words_are_asked_for_few_are_kept(monkeypatch):
    monkeypatch.setattr(lexicon, "MOST_TAKEN_APART", 3)
    known = lexicon.Lexicon([])
    for number in range(20):
        known.parts("radikaliseringskontakt" + "a" * number)
    assert len(known._parts) <= 3
    assert known.parts("radikaliseringskontakt")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (joined("aktivt", "", "Rådet gir råd."), "Aktivt. Rådet gir råd."),
        (joined("Hvem ringer du?", "02800"), "Hvem ringer du? 02800."),
        (plain("## Drøft det\n\nGå til lederen."), "Drøft det. Gå til lederen."),
        (plain("## Hva nå?\n\nRing [politiet](https://prove.example)."), "Hva nå? Ring politiet."),
    ],
)
def test_what_a_hit_shows_reads_as_sentences(written, shown):
    assert written == shown


@pytest.mark.parametrize(
    ("compound", "some_of_it"),
    [("skoleskyting", "skole"), ("kildekritikk", "kilde"), ("fritidstilbudleder", "fritid leder"), ("skolen", "")],
)
def test_of_a_compound_that_is_nowhere_is_looked_for_what_is_known_of_it(compound, some_of_it):
    known = frozenset(stems("skole kilde fritid leder ting"))
    assert list(known_ends(compound, known)) == stems(some_of_it)


@pytest.mark.parametrize(
    ("typed", "there", "meant"),
    [
        ("night", "right", ""),
        ("gutt", "gått", ""),
        ("politirå", "politiråd", "politiråd"),
        ("kommnue", "kommune", "kommune"),
        ("dadikalisering", "radikalisering", "radikalisering"),
    ],
)
def test_a_slip_is_mended_and_another_word_left_alone(typed, there, meant):
    known = lexicon.Lexicon([(folded(there)[0], there, stem(folded(there)[0]), 5)])
    assert known.nearest(folded(typed)[0]) == meant
