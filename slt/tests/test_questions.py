"""What people ask about SLT, in bokmål, nynorsk and English, and how it is understood: a table of what was meant."""

import statistics
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contacts import gazetteer
from contacts.tests.stopwatch import milliseconds
from slt.questions import MAX_LENGTH, MOST_PLACES, Ages, of_place, understand

pytestmark = pytest.mark.django_db

# The golden table. Each question -> the municipalities that are meant, and the ages.
OF_A_PLACE = {
    # As the issue asks
    "gjelder slt for 16-åringer i Bykle": (["bykle"], 16),
    "slt valle 20 år": (["valle"], 20),
    "Hvem koordinerer for Bykle?": (["bykle"], None),
    # Bokmål
    "Dekker SLT en 20-åring i Valle?": (["valle"], 20),
    "Dekker SLT tjueåringer i Kristiansand?": (["kristiansand"], 20),
    "dekker slt tjuetre år i karasjok?": (["karasjok"], 23),
    "SLT i Valle": (["valle"], None),
    "valle slt": (["valle"], None),
    "slt valle 20": (["valle"], 20),
    "SLT-koordinator i Bykle": (["bykle"], None),
    "SLT-koordinatoren i Bykle kommune": (["bykle"], None),
    "Bykles SLT-koordinator": (["bykle"], None),
    "hvem er slt koordinator i bærum": (["baerum"], None),
    "hvem er slt-koordinator i baerum": (["baerum"], None),
    "Har Oslo SLT?": (["oslo"], None),
    "har Vestre Toten slt": (["vestre-toten"], None),
    "Hvem skal jeg kontakte i Bykle om SLT": (["bykle"], None),
    "Kan sønnen min på 16 i Bykle få hjelp av SLT?": (["bykle"], 16),
    "Er datteren min på 19 innenfor SLT i Kåfjord?": (["kafjord"], 19),
    "Gjelder SLT ikke for 20-åringer i Valle?": (["valle"], 20),
    "hvor gammel må man være for slt i valle": (["valle"], None),
    "Hvilken aldersgruppe har SLT i Bærum?": (["baerum"], None),
    "SLT Valle i 2026": (["valle"], None),
    "0-åring Valle": (["valle"], 0),
    "hvordan er det å få hjelp av slt i Bykle": (["bykle"], None),
    "deler Valle og Bykle koordinator?": (["valle", "bykle"], None),
    "Hvem deler Bykle koordinator med?": (["bykle"], None),
    "Vestre Toten og Bykle slt": (["vestre-toten", "bykle"], None),
    "jobber SLT med voksne på 25 i Asker": (["asker"], 25),
    "seksten år i Bykle": (["bykle"], 16),
    # Ages that are not one
    "Dekker SLT under 18 i Valle?": (["valle"], (0, 17)),
    "SLT over 23 Valle": (["valle"], (24, 120)),
    "SLT til og med 18 år i Valle": (["valle"], (0, 18)),
    "fra 13 til 18 år i Bykle": (["bykle"], (13, 18)),
    "12-23 Valle": (["valle"], (12, 23)),
    "mellom 16 og 18 år i Bykle": (["bykle"], (16, 18)),
    "slt herøy (nordland) 13–18": (["heroy-nordland"], (13, 18)),
    # Nynorsk
    "Dekkjer SLT ein 20-åring i Valle?": (["valle"], 20),
    "Gjeld SLT for 16-åringar i Bykle?": (["bykle"], 16),
    "Kven koordinerer for Bykle?": (["bykle"], None),
    "Kven samordnar SLT i Bykle kommune?": (["bykle"], None),
    "Har Valle SLT-ordning?": (["valle"], None),
    "Kan guten min på 17 få hjelp av SLT i Valle?": (["valle"], 17),
    "kva alder gjeld slt for i Luster": (["luster"], None),
    "Er ein tjueåring omfatta av SLT i Bykle?": (["bykle"], 20),
    "Dotter mi er 19 og bur i Valle, dekkjer SLT ho?": (["valle"], 19),
    "Høyrer ein nittanåring heime i SLT i Valle?": (["valle"], 19),
    "Kven har ansvaret for SLT i Bykle?": (["bykle"], None),
    "eg lurer på kven som er koordinator i Bykle": (["bykle"], None),
    "tolvåring i Bykle": (["bykle"], 12),
    # English
    "Does SLT cover a 20-year-old in Valle?": (["valle"], 20),
    "Is a sixteen-year-old in Bykle covered?": (["bykle"], 16),
    "Who coordinates for Bykle?": (["bykle"], None),
    "who coordinates slt in the municipality of Bykle": (["bykle"], None),
    "slt Valle, 17 years old": (["valle"], 17),
    "twenty-two years Bykle": (["bykle"], 22),
    "SLT for young people under 18 in Valle": (["valle"], (0, 17)),
    # Places as everywhere: of before, in other languages, numbers, without Norwegian letters, parts
    "SLT i Røyken": (["asker"], None),
    "slt Gáivuotna": (["kafjord"], None),
    "slt 4747": (["valle"], None),
    "slt Sandvika 17": (["baerum"], 17),
    "SLT-koordinator i Bydel Alna": (["oslo"], None),
    "SLT Bergen 2025": (["bergen"], None),
    "slt ås": (["as"], None),
    "SLT i Hå": (["ha"], None),
    "Hvem koordinerer SLT i Time": (["time"], None),
    "Storgata 1, 1337 Sandvika slt": (["baerum"], None),
}

# Each question -> what is wanted, where (a county or a district), and what the list is filtered by.
OF_THE_LIST = {
    "Hvilke kommuner deler koordinator?": ("shared", "", {"deler": "ja"}),
    "Kva kommunar deler koordinator?": ("shared", "", {"deler": "ja"}),
    "Kva for kommunar har felles SLT-koordinator": ("shared", "", {"deler": "ja"}),
    "kommunar som har same koordinator": ("shared", "", {"deler": "ja"}),
    "Which municipalities share a coordinator?": ("shared", "", {"deler": "ja"}),
    "Which municipalities in Agder share a coordinator": ("shared", "agder", {"deler": "ja"}),
    "Hvem har ikke SLT?": ("without", "", {"status": "uten"}),
    "hvem har egentlig ikke slt": ("without", "", {"status": "uten"}),
    "Kven har ikkje SLT?": ("without", "", {"status": "uten"}),
    "kven manglar slt-koordinator": ("without", "", {"status": "uten"}),
    "Kven saknar SLT?": ("without", "", {"status": "uten"}),
    "Kvar finst det ikkje SLT?": ("without", "", {"status": "uten"}),
    "Who has no SLT?": ("without", "", {"status": "uten"}),
    "municipalities without SLT": ("without", "", {"status": "uten"}),
    "hvem har ikke slt i agder": ("without", "agder", {"status": "uten"}),
    "kommuner uten SLT i Finnmark": ("without", "finnmark", {"status": "uten"}),
    "Hvem mangler SLT i Innlandet fylke?": ("without", "innlandet", {"status": "uten"}),
    "Hvem har ikke SLT i Rogaland?": ("without", "rogaland", {"status": "uten"}),
    "Hvem har SLT?": ("having", "", {}),
    "Kva kommunar er med i SLT?": ("having", "", {}),
    "Which municipalities have SLT?": ("having", "", {}),
    "SLT": ("having", "", {}),
    "slt møre og romsdal": ("having", "more-og-romsdal", {}),
    "slt i Oslo politidistrikt": ("having", "oslo", {}),
    "Hva er SLT?": ("practice", "", {}),
    "Kva er SLT": ("practice", "", {}),
    "Kva gjer ein SLT-koordinator?": ("practice", "", {}),
    "Korleis arbeider kommunar med SLT?": ("practice", "", {}),
    "How does SLT work?": ("practice", "", {}),
    "hvordan fungerer slt i praksis": ("practice", "", {}),
    "hvem koordinerer?": ("who", "", {}),
    "kven er koordinator her": ("who", "", {}),
    "SLT-koordinator": ("who", "", {}),
    "hvor er stillingen ledig": ("", "", {"andel": "ledig"}),
    "vacant slt coordinator positions": ("", "", {"andel": "ledig"}),
    "slt-koordinator i 50 % stilling": ("", "", {"andel": "21-50"}),
    "planlagt slt": ("", "", {"status": "planned"}),
    "hvor er SLT avviklet": ("", "", {"status": "ended"}),
    "kvar er SLT sett på pause": ("", "", {"status": "paused"}),
}

# Of an age, and of no place.
OF_AN_AGE = {
    "Dekker SLT her en 20-åring?": 20,
    "20 år": 20,
    "20-åring": 20,
    "hvilke kommuner dekker 20-åringer?": 20,
    "kva kommunar dekkjer 16-åringar": 16,
    "which municipalities cover a 20-year-old?": 20,
    "slt for unge 16-18 år": (16, 18),
}


def ages(expected):
    if expected is None:
        return None
    return Ages(*expected) if isinstance(expected, tuple) else Ages(expected, expected)


@pytest.mark.parametrize(("text", "expected"), OF_A_PLACE.items())
def test_a_question_of_a_place_is_understood(text, expected):
    question = understand(text)
    assert ([place.slug for place in question.places], question.ages) == (expected[0], ages(expected[1]))


@pytest.mark.parametrize(("text", "expected"), OF_THE_LIST.items())
def test_a_question_of_all_municipalities_is_understood(text, expected):
    question = understand(text)
    area = question.area.slug if question.area else ""
    assert (question.wants, area, question.filters) == expected
    assert not question.places


@pytest.mark.parametrize(("text", "expected"), OF_AN_AGE.items())
def test_an_age_without_a_place_is_understood(text, expected):
    question = understand(text)
    assert (question.ages, question.places, question.unknown) == (ages(expected), (), "")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("gjelder slt for 15-åringer i Herøy", ["heroy-more-og-romsdal", "heroy-nordland"]),
        ("slt bø", ["bo", "midt-telemark"]),
        ("SLT i Viken", ["ostfold", "akershus", "buskerud"]),
        ("SLT i Kristiansnd", ["kristiansand", "kristiansund"]),
    ],
)
def test_a_name_that_can_mean_several_is_asked_about(text, offered):
    question = understand(text)
    assert not question.places
    assert [match.target.slug for match in question.choices][: len(offered)] == offered


def test_a_misspelling_of_one_name_is_understood():
    assert [place.slug for place in understand("SLT i Kritiansund").places] == ["kristiansund"]


@pytest.mark.parametrize("text", ["pizza", "asdfghjkl", "!!!", "hei", "slt pizza"])
def test_what_is_no_question_is_not_understood(text):
    question = understand(text)
    assert question.unknown or not question.is_understood


@pytest.mark.parametrize("text", ["slt -1 år valle", "slt valle 999 år", "valle slt -5", "SLT Valle 121"])
def test_an_age_that_nobody_has_is_told_apart_from_the_place(text):
    question = understand(text)
    assert ([place.slug for place in question.places], question.ages) == (["valle"], None)
    assert question.bad_age


def test_a_place_whose_number_is_no_age():
    question = understand("slt 0301")
    assert ([place.slug for place in question.places], question.ages) == (["oslo"], None)


def test_outside_every_municipality():
    assert understand("slt på Svalbard").outside == "svalbard"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Valle", "valle"), ("Herøy (Nordland)", "heroy-nordland"), ("Røyken", "asker"), ("4747", "valle")],
)
def test_a_field_for_the_place_takes_what_the_portal_takes(text, expected):
    question = of_place(text, Ages(20, 20))
    assert ([place.slug for place in question.places], question.ages) == ([expected], Ages(20, 20))


def test_a_former_place_says_why_it_leads_there():
    assert understand("slt i Røyken").explained
    assert not understand("slt i Asker").explained


@given(st.text(max_size=MAX_LENGTH * 2))
@example("\x00")
@example("20" * 300)
@example("slt " * 60)
@example("’s ' s –")
def test_no_text_is_too_strange(text):
    question = understand(text)
    assert len(question.places) <= MOST_PLACES


def test_the_words_of_questions_hide_no_municipality():
    """Whatever a municipality is called, its name beside SLT leads to it, or is asked about."""
    hidden = [
        place.name
        for place in gazetteer.current().municipalities
        if place not in (question := understand(f"SLT i {place.name}")).places
        and place not in [match.target for match in question.choices]
    ]
    assert hidden == []


def test_to_understand_takes_no_time():
    times = [milliseconds(partial(understand, text)) for text in [*OF_A_PLACE, *OF_THE_LIST]]
    assert statistics.median(times) < 20
