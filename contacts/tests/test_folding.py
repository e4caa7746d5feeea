"""What people type and what is official meet in one spelling; lists are in Norwegian order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.folding import contradicts, fold, norwegian_order, words
from contacts.models import Municipality

NORWEGIAN = "abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧžöäï -"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Bærum", "BÆRUM", id="capitals"),
        pytest.param("Bærum", "baerum", id="æ without the key"),
        pytest.param("Bærum", "Bärum", id="æ on a Swedish keyboard"),
        pytest.param("Tromsø", "tromso", id="ø without the key"),
        pytest.param("Tromsø", "Tromsoe", id="ø as it was telegraphed"),
        pytest.param("Tromsø", "Tromsö", id="ø on a Swedish keyboard"),
        pytest.param("Ås", "Aas", id="å as it was written before 1917"),
        pytest.param("Ås", "as", id="å without the key"),
        pytest.param("Ås", "A\u030as", id="å as a letter and a ring"),
        pytest.param("Kárášjohka", "Karasjohka", id="Sámi accents"),
        pytest.param("Porsáŋgu", "Porsangu", id="Sámi ŋ"),
        pytest.param("Đ ŧ Ž č", "d t z c", id="Sámi đ, ŧ, ž and č"),
        pytest.param("Midt-Telemark", "midt telemark", id="a space for a hyphen"),
        pytest.param("Midt-Telemark", "MidtTelemark", id="nothing for a hyphen"),
        pytest.param("Midt-Telemark", "Midt\u2013Telemark", id="a dash for a hyphen"),
        pytest.param("Bø i Vesterålen", " Bø  i\u00a0Vesterålen.", id="odd spaces and a full stop"),
        pytest.param("Herøy (Nordland)", "Herøy, Nordland", id="punctuation"),
        pytest.param("Valle", "Ｖａｌｌｅ", id="full-width letters"),
    ],
)
def test_two_ways_of_writing_a_name_are_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ås", "Os"), ("Bø", "By"), ("Vardø", "Vadsø"), ("Kristiansand", "Kristiansund"), ("1507", "1508")],
    ids=" and ".join,
)
def test_two_different_names_stay_two(one, other):
    assert fold(one) != fold(other)


@pytest.mark.django_db
def test_no_two_municipalities_of_different_names_become_one():
    names = set(Municipality.objects.filter(valid_to=None).values_list("name", flat=True))
    assert len(names) == 355
    assert len({fold(name) for name in names}) == 355


def test_a_name_is_taken_apart_at_spaces_and_hyphens():
    assert words("Bø i Vesterålen") == ["bo", "i", "vesteralen"]
    assert words("Nord-Aurdal") == ["nord", "aurdal"]


@pytest.mark.parametrize(
    "text", ["", "   ", "–", "?!", "🚓", "日本", "\x00", "\ud800"], ids=lambda text: ascii(text) or "nothing"
)
def test_a_text_without_letters_of_ours_folds_to_nothing(text):
    assert fold(text) == ""
    assert words(text) == []


@given(st.text(alphabet=NORWEGIAN))
def test_case_and_the_form_of_unicode_never_matter(text):
    assert fold(text.upper()) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_any_text_folds_to_plain_letters_and_digits(text):
    folded = fold(text)
    assert folded == "".join(letter for letter in folded if letter in "abcdefghijklmnopqrstuvwxyz0123456789")


# A letter that was typed


@pytest.mark.parametrize(
    ("text", "label"),
    [("Røa", "Roa"), ("RØA", "Roa"), ("Röa", "Roa"), ("Ro\u0308a", "Roa"), ("Ås", "As"), ("Båtsfjord", "Batsfjord")],
)
def test_a_letter_that_was_typed_is_not_changed(text, label):
    assert fold(text) == fold(label)
    assert contradicts(text, label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mandalen", "Måndalen"),
        ("Aas", "Ås"),
        ("AAlstahaug", "Alstahaug"),
        ("Tromsoe", "Tromsø"),
        ("Tromsö", "Tromsø"),
        ("A\u030as", "Ås"),
        ("Baerum", "Bærum"),
        ("Karasjohka", "Kárášjohka"),
        ("Karašjohka", "Kárášjohka"),
        ("sørvaranger", "Sør-Varanger"),
        ("bø i vesterålen", "Bø i Vesterålen"),
        ("Ål kommune", "Ål"),
        ("Snåase", "Snåase"),
    ],
)
def test_what_cannot_be_typed_everywhere_is_forgiven(text, label):
    assert not contradicts(text, label)


# Norwegian order


@pytest.mark.parametrize(
    "in_order",
    [
        pytest.param(["Asker", "Vinje", "Ævnes", "Øksnes", "Ås"], id="æ, ø and å after z"),
        pytest.param(["Ål", "Ålesund", "Ås", "Åseral", "Åsnes"], id="within å"),
        pytest.param(["Sel", "Sortland", "Sør-Odal", "Sørfold"], id="ø is not o"),
        pytest.param(["Asker", "Aurland", "Ålesund"], id="å is not a"),
        pytest.param(["Cahki", "Čáhppi", "Cuhci", "Deatnu", "Đihti", "Divtasvuodna"], id="Sámi č and đ by c and d"),
        pytest.param(["Ornes", "Öja", "Øksnes", "Åfjord"], id="Swedish ö as ø"),
        pytest.param(["asker", "BERGEN", "Drammen"], id="capitals do not matter"),
    ],
)
def test_names_are_sorted_as_norwegians_sort(in_order):
    assert sorted(set(in_order), key=norwegian_order) == in_order


def test_a_name_sorts_the_same_in_both_forms_of_unicode():
    assert norwegian_order(unicodedata.normalize("NFD", "Åseral")) == norwegian_order("Åseral")
