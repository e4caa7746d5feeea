import pytest

from slt import ages

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (12, 23, "ages 12–23"),
        (None, 17, "up to and including age 17 (under 18)"),
        (12, None, "from age 12"),
        (16, 16, "age 16"),
        (None, None, "all ages"),
        (0, 5, "ages 0–5"),
    ],
)
def test_ages_are_said_in_words(first, last, words):
    assert ages.in_words(first, last) == words
