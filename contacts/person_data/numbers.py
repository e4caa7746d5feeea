"""National identity numbers in a text, however they are written.

Eleven digits are an identity number when they begin with a day and a month and end with two check digits that fit.
To the day, a D-number adds 40. To the month, health services' own numbers and test persons add 40, the health network's
test persons 65, and the tax administration's (Tenor) 80. From 2032 the first check digit may leave a remainder of 0 to
3 where today it must be 0, and the second is as before (Skatteetaten, "Nytt fødselsnummer fra 2032"); so what holds
today holds then as well, and one rule finds both. The three digits between say no century from then on: they are not
looked at.

Twelve digits are a DUF number of the immigration authorities when they begin with a year and the last two are the
weighted sum of the others, modulo 11.

An account number ends with the same check digit, and one that begins like a day is not told from an identity number. It
is refused as well: it has no more to do here.
"""

import enum
import re
from itertools import pairwise
from typing import NamedTuple

from contacts.person_data.characters import plain


class Kind(enum.Enum):
    """What an identity number is."""

    BIRTH_NUMBER = "birth_number"
    D_NUMBER = "d_number"
    SYNTHETIC = "synthetic"
    DUF = "duf"


class Number(NamedTuple):
    kind: Kind
    start: int
    end: int


def find(text):
    """Every identity number, in the order in which they stand."""
    return list(_numbers(plain(text)))


def has_any(text):
    return any(True for _number in _numbers(plain(text)))


def classify(digits):
    """The kind of identity number that these digits are, or None."""
    if len(digits) == 11 and digits[:4] in DAYS and _is_a_day(digits) and _checks(digits):
        return _kind_of(digits)
    if len(digits) == 12 and digits[:4] in DUF_YEARS and duf_check_digits(digits[:10]) == digits[10:]:
        return Kind.DUF
    return None


# The rules of eleven digits

D_NUMBER = 40
SYNTHETIC_MONTHS = (40, 65, 80)
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS = {
    f"{day + to_day:02}{month + to_month:02}"
    for month, longest in enumerate(LONGEST_MONTHS, start=1)
    for day in range(1, longest + 1)
    for to_day in (0, D_NUMBER)
    for to_month in (0, *SYNTHETIC_MONTHS)
}
LEAP_DAYS = {f"{29 + to_day}{2 + to_month:02}" for to_day in (0, D_NUMBER) for to_month in (0, *SYNTHETIC_MONTHS)}
FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
MOST_REMAINDER = 3


def _is_a_day(digits):
    return digits[:4] not in LEAP_DAYS or int(digits[4:6]) % 4 == 0


def _checks(digits):
    values = [int(digit) for digit in digits]
    return not weighted(values, SECOND_WEIGHTS) and weighted(values, FIRST_WEIGHTS) <= MOST_REMAINDER


def weighted(values, weights):
    return sum(value * weight for value, weight in zip(values, weights, strict=False)) % 11


def _kind_of(digits):
    if int(digits[2:4]) > len(LONGEST_MONTHS):
        return Kind.SYNTHETIC
    return Kind.D_NUMBER if digits[0] > "3" else Kind.BIRTH_NUMBER


# The rule of twelve digits

DUF_YEARS = {str(year) for year in range(1980, 2050)}
DUF_WEIGHTS = (4, 6, 3, 2, 7, 5, 4, 6, 3, 2)


def duf_check_digits(digits):
    """Of a year and a serial number; the serial number is counted first."""
    return f"{weighted([int(digit) for digit in digits[4:] + digits[:4]], DUF_WEIGHTS):02}"


# Where they stand. A number is whole groups of digits: "010190 12345" and "0 1 0 1 …", but no part of a longer group.

# Groups with a few characters between that are neither letters nor digits.
_RUN = re.compile(r"\d+(?:[^0-9A-Za-z\x80-\U0010ffff]{1,6}\d+)*", re.ASCII)
_GROUP = re.compile(r"[0-9]+")
# Whatever the groups are, when no more lies between them than spaces and one of these.
_TIGHT = re.compile(r"\s*[-./_\\]*\s*")
# And with anything between: the day and the rest, apart or not, or digit by digit.
_USUAL = {(6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2), (1,) * 11, (6, 6), (10, 2), (4, 6, 2), (1,) * 12}
_YEAR = re.compile(r"(?:19|20)\d\d")
LENGTHS = (12, 11)


def _numbers(text):
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= min(LENGTHS):
            yield from _numbers_in(text, run)


def _numbers_in(text, run):
    groups = [group.span() for group in _GROUP.finditer(text, run.start(), run.end())]
    digits = "".join(text[start:end] for start, end in groups)
    first_of, at = {}, 0  # where a group begins among the digits: which group that is
    for index, (start, end) in enumerate(groups):
        first_of[at] = index
        at += end - start
    first_of[at] = len(groups)
    over = 0
    for begin, first in first_of.items():
        for length in LENGTHS if begin >= over else ():
            after = first_of.get(begin + length)
            kind = after and classify(digits[begin : begin + length])
            if kind and _reads_as_one(text, groups[first:after]):
                yield Number(kind, groups[first][0], groups[after - 1][1])
                over = begin + length
                break


def _reads_as_one(text, groups):
    if tuple(end - start for start, end in groups) in _USUAL:
        return True
    words = [text[start:end] for start, end in groups]
    between = [text[one[1] : next_one[0]] for one, next_one in pairwise(groups)]
    return all(_TIGHT.fullmatch(gap) for gap in between) and not _is_about_years(words, between)


def _is_about_years(words, between):
    """A date with its year, and what follows: "12.03.2026 140"; or the years from and to: "2024-2027 1500"."""
    dates = zip(words, words[1:], words[2:], strict=False)
    if any(len(day) <= 2 and len(month) <= 2 and _YEAR.fullmatch(year) for day, month, year in dates):
        return True
    return len(words) == 3 and all(_YEAR.fullmatch(word) for word in words[:2]) and not between[0].isspace()
