import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from contacts import phones


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        pytest.param("112", "112", id="three digits"),
        pytest.param("0 28 00", "02800", id="five digits with spaces"),
        pytest.param("116 111", "116111", id="six digits"),
        pytest.param("12 34 56 78", "12345678", id="pairs"),
        pytest.param("123 45 678", "12345678", id="as a mobile number"),
        pytest.param("+47 12 34 56 78", "12345678", id="country code"),
        pytest.param("004712345678", "12345678", id="country code as 00"),
        pytest.param("(+47) 12.34.56-78", "12345678", id="brackets, full stops, hyphen"),
        pytest.param("12\u00a034\u00a056\u00a078", "12345678", id="hard spaces from a document"),
        pytest.param("47 12 34 56", "47123456", id="eight digits that begin with 47"),
    ],
)
def test_a_number_is_understood_as_people_type_it(typed, stored):
    assert phones.normalise(typed) == stored


@pytest.mark.parametrize(
    "typed",
    ["", "911", "2800", "1234567", "123456789", "+46 12345678", "117111", "02800 hele døgnet", "١١٢", "112\n0"],
)
def test_what_is_no_norwegian_number_is_refused_and_quoted(typed):
    with pytest.raises(ValidationError) as refusal:
        phones.normalise(typed)
    assert typed in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("112", "112"),
        ("02800", "02800"),
        ("116111", "116 111"),
        ("23305000", "23 30 50 00"),
        ("41234567", "412 34 567"),
        ("80012345", "800 12 345"),
    ],
)
def test_a_number_is_shown_as_norwegians_write_it(stored, read):
    assert phones.display(stored) == read


def test_only_full_numbers_are_called_with_the_country_code():
    assert [phones.uri(number) for number in ("112", "02800", "23305000")] == [
        "tel:112",
        "tel:02800",
        "tel:+4723305000",
    ]


@given(st.from_regex(re.compile(phones.STORED, re.ASCII), fullmatch=True).filter(str.isdigit))
def test_what_is_shown_can_be_typed_in_again(stored):
    assert phones.normalise(phones.display(stored)) == stored


@given(st.text())
def test_any_text_is_either_a_stored_number_or_refused(text):
    try:
        stored = phones.normalise(text)
    except ValidationError:
        return
    assert len(stored) in (3, 5, 6, 8)
    assert stored.isascii()
    assert stored.isdigit()
