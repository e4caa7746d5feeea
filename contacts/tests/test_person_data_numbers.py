"""Identity numbers: all are found, however they are written, and little else."""

import random
from functools import cache, partial

import pytest

from contacts.person_data import guard, numbers
from contacts.person_data.numbers import Kind
from contacts.tests.identity_numbers import (
    FROM_2032,
    KINDS,
    TODAY,
    WAYS_OF_WRITING,
    duf_number,
    identity_number,
)
from contacts.tests.stopwatch import milliseconds

pytestmark = pytest.mark.once_on("SQLite")

NUMBERS = 10_000
RANDOM_STRINGS = 100_000
MOST_FALSE_ALARMS = 0.011
MOST_MILLISECONDS = 5


@cache
def generated(count):
    """Of every kind and both rules, by turns."""
    chance = random.Random(2032)
    makers = [partial(identity_number, kind, rule, chance) for kind in KINDS for rule in (TODAY, FROM_2032)]
    makers.append(partial(duf_number, chance))
    return [makers[turn % len(makers)]() for turn in range(count)]


@pytest.mark.parametrize("way", WAYS_OF_WRITING.values(), ids=WAYS_OF_WRITING)
def test_ten_thousand_numbers_are_all_found(way):
    """Each in a sentence, and at the place where it stands."""
    missed = []
    for digits in generated(NUMBERS):
        text = f"Gjelder {way(digits)}, sak 17/26."
        found = numbers.find(text)
        if [text[one.start : one.end] for one in found] != [way(digits)]:
            missed.append(digits)
    assert not missed


def test_of_random_strings_few_are_mistaken_for_one():
    chance = random.Random(11)
    mistaken = sum(numbers.has_any(f"{chance.randrange(10**11):011}") for _ in range(RANDOM_STRINGS))
    assert mistaken / RANDOM_STRINGS <= MOST_FALSE_ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "Sak 17/26, 18/26, 19/26 og 20/26",
        "Organisasjonsnummer 974 760 673 MVA",
        "Kommunene 0301, 1103, 4203, 4204 og 4206",
        "Ring 112, 02800, 116 111 eller 23 30 50 00",
        "02800 23 30 50 00 116 111",
        "Møtet 12.03.2026 kl. 10.30–12.00, 14 deltakere",
        "Perioden 2024–2027, 1500 kr og 120 000 kr",
        "12.03.2026 140, 13.03.2026 150, 14.03.2026 160",
        "Kr 1 250 000 000 i 2026",
    ],
)
def test_what_stands_in_ordinary_minutes_is_none(text):
    assert numbers.find(text) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("fødselsnummer", Kind.BIRTH_NUMBER),
        ("D-number", Kind.D_NUMBER),
        ("Tenor", Kind.SYNTHETIC),
        ("health network", Kind.SYNTHETIC),
        ("Tenor D-number", Kind.SYNTHETIC),
    ],
)
def test_each_is_called_what_it_is(kind, expected):
    assert numbers.classify(identity_number(kind)) == expected


@pytest.mark.parametrize("digits", ["02013299997", "30108299920", "30108299939"])
def test_the_tax_administrations_own_examples_of_the_rule_of_2032_are_found(digits):
    assert numbers.has_any(digits)


def test_a_part_of_a_longer_number_is_none():
    assert not numbers.has_any(f"1{identity_number()}")
    assert not numbers.has_any(f"{identity_number()}7")


def test_two_beside_each_other_are_both_found():
    one = identity_number()
    assert len(numbers.find(f"{one} {one}; {one[:6]} {one[6:]}")) == 3


MINUTES = (
    "Møte i politirådet 12.03.2026 kl. 10.30–12.00. Sak 17/26: Politikontakten orienterte om ungdomsmiljøet. Elevene i "
    "9. klasse ved skolen fikk besøk, og ungdom i alderen 13–16 år deltok. Rådet ba om 120 000 kroner til tiltak. Ring "
    "02800 eller 23 30 50 00. Organisasjonsnummer 974 760 673. En elev på skolen sa at kommunen bør følge opp. "
)


def test_ten_kilobytes_take_five_milliseconds():
    """Where the limit was written; elsewhere as much longer as the yardstick takes there: see stopwatch.py."""
    text = (MINUTES * 40)[:10_000]
    assert milliseconds(partial(guard.check, text), times=40) <= MOST_MILLISECONDS


def test_what_is_made_to_take_long_does_not():
    for piece in (
        "1 ",
        "12 ",
        "010190 ",
        "en ",
        "ung ",
        "gutt ",
        "a@a.",
        "A.",
        "0",
        "٠ ",
        "åring ",
        "\u200b1",
        "1-",
        "Kari ",
        "Elev Xan ",
    ):
        text = (piece * 10_000)[:10_000]
        assert milliseconds(partial(guard.check, text), times=3) <= 20 * MOST_MILLISECONDS, piece
