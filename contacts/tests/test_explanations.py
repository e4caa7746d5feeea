"""The sentence that says why a text led to a place, in the language of the page."""

import pytest
from django.utils import translation

from contacts import gazetteer
from contacts.explanations import describe, explain, kind_of_place
from contacts.lookup import look_up

pytestmark = pytest.mark.django_db

# What is typed -> what is said, by language. The English sentences are the ones in the code.
ENGLISH = {
    "Røyken": "Røyken became part of Asker in 2020.",
    "0627": "0627 was the municipality number of Røyken. Røyken became part of Asker in 2020.",
    "0220": "0220 was the municipality number of Asker. "
    "Asker, Røyken and Hurum were merged into the new municipality Asker in 2020.",
    "Tysfjord": "Tysfjord was divided in 2020, between Narvik and Hamarøy.",
    "Snillfjord": "Snillfjord was divided in 2020, between Heim, Hitra and Orkland.",
    "Skodje": "Skodje became part of Ålesund in 2020. Haram was separated from Ålesund in 2024.",
    "1507": "1507 was the municipality number of Ålesund. Haram was separated from Ålesund in 2024.",
    "0219": "0219 was the municipality number of Bærum until the end of 2019. Today it is 3201.",
    "3024": "3024 was the municipality number of Bærum until the end of 2023. Today it is 3201.",
    "Deatnu": "Deatnu is the Northern Sámi name of Tana.",
    "Hábmer": "Hábmer is the Lule Sámi name of Hamarøy.",
    "Snåase": "Snåase is the Southern Sámi name of Snåsa.",
    "Yykeä": "Yykeä is the Kven name of Lyngen.",
    "Romerike": "Romerike police district became part of Øst police district in 2016.",
    "Hordaland": "Hordaland police district became part of Vest police district in 2016.",
    "Aust-Agder": "Aust-Agder county became part of Agder county in 2020.",
    "Viken": "Viken county was divided in 2024, between Østfold, Akershus and Buskerud.",
    "1337": "Postal code 1337 Sandvika is in Bærum.",
    "Sandvika": "Sandvika is a postal place in Bærum.",
    "Sagene": "Sagene is a city district of Oslo.",
}
BOKMAL = {
    "Røyken": "Røyken ble en del av Asker i 2020.",
    "0220": "0220 var kommunenummeret til Asker. Asker, Røyken og Hurum ble slått sammen til nye Asker i 2020.",
    "Snillfjord": "Snillfjord ble delt mellom Heim, Hitra og Orkland i 2020.",
    "Romerike": "Romerike politidistrikt ble en del av Øst politidistrikt i 2016.",
    "Hordaland": "Hordaland politidistrikt ble en del av Vest politidistrikt i 2016.",
    "Sagene": "Sagene er en bydel i Oslo.",
}
NYNORSK = {
    "Røyken": "Røyken vart ein del av Asker i 2020.",
    "0220": "0220 var kommunenummeret til Asker. Asker, Røyken og Hurum vart slått saman til nye Asker i 2020.",
    "Sagene": "Sagene er ein bydel i Oslo.",
    "Romerike": "Romerike politidistrikt vart ein del av Aust politidistrikt i 2016.",
    "Søndre Buskerud": "Søndre Buskerud politidistrikt vart ein del av Sør-Aust politidistrikt i 2016.",
}
SAID = [
    pytest.param(text, language, sentence, id=f"{ascii(text)[1:-1]} in {language}")
    for language, sentences in (("en", ENGLISH), ("nb", BOKMAL), ("nn", NYNORSK))
    for text, sentence in sentences.items()
]


@pytest.mark.parametrize(("text", "language", "sentence"), SAID)
def test_the_page_says_why(text, language, sentence):
    with translation.override(language):
        assert explain(look_up(text).matches[0]) == sentence


@pytest.mark.parametrize("text", ENGLISH, ids=[ascii(text)[1:-1] for text in ENGLISH])
def test_every_sentence_is_said_in_each_language_in_its_own_words(text):
    match = look_up(text).matches[0]
    with translation.override("nb"):
        bokmal = explain(match)
    with translation.override("nn"):
        nynorsk = explain(match)
    assert len({ENGLISH[text], bokmal, nynorsk}) >= 2
    assert ENGLISH[text] not in (bokmal, nynorsk)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Nesbyen was called Nes until the end of 2019."),
        ("nb", "Nesbyen het Nes til og med 2019."),
        ("nn", "Nesbyen heitte Nes til og med 2019."),
    ],
    ids=["en", "nb", "nn"],
)
def test_a_municipality_that_was_only_renamed_says_what_it_was_called(language, sentence):
    with translation.override(language):
        assert [explain(match) for match in look_up("Nes").matches] == ["", sentence]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_each_part_of_a_divided_place_says_the_same(language):
    with translation.override(language):
        sentences = [explain(match) for match in look_up("Snillfjord").matches]
    assert len(sentences) == 3
    assert len(set(sentences)) == 1


@pytest.mark.parametrize("text", ["Valle", "0301", "Øst politidistrikt", "Aust", "Oslo fylke", "Krisitansand"])
def test_a_name_of_today_needs_no_explanation(text):
    assert explain(look_up(text).only) == ""


# What a place is, in a list of choices


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Herøy i Nordland", "municipality in Nordland"),
        ("Valle", "municipality in Agder"),
        ("Oslo politidistrikt", "police district"),
        ("Vestland", "county"),
    ],
)
def test_a_choice_says_what_kind_of_place_it_is(text, said):
    match = look_up(text).only
    with translation.override("en"):
        assert kind_of_place(match.target) == said
        assert describe(match) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Røyken", "Asker, municipality in Akershus"),
        ("Deatnu", "Tana, municipality in Finnmark"),
        ("1337", "Bærum, municipality in Akershus"),
        ("Romerike", "Øst, police district"),
        ("Aust-Agder", "Agder, county"),
    ],
)
def test_a_choice_that_is_called_something_else_today_says_so(text, said):
    with translation.override("en"):
        assert describe(look_up(text).only) == said


@pytest.mark.parametrize(("language", "name"), [("nb", "Øst"), ("nn", "Aust"), ("en", "Øst")], ids=["nb", "nn", "en"])
def test_a_police_district_is_called_as_the_page_calls_it(language, name):
    with translation.override(language):
        assert gazetteer.current().district_by_slug["ost"].name == name
