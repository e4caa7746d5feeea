"""Identity numbers of every kind, made from the published rules and not from the guard's code; and ways to write them.

They are made while a test runs and stand nowhere. Where one is enough it is a test person's, which nobody has.
"""

import calendar
import random

TODAY, FROM_2032 = (11,), (11, 12, 13, 14)
# To the day and to the month.
KINDS = {
    "fødselsnummer": (0, 0),
    "D-number": (40, 0),
    "Tenor": (0, 80),
    "health services": (0, 40),
    "health network": (0, 65),
    "Tenor D-number": (40, 80),
    "health services D-number": (40, 40),
}
WEIGHTS_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
WEIGHTS_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def identity_number(kind="Tenor", rule=TODAY, chance=None):
    """Made anew until no check digit is 10, as those who give them out do."""
    chance = chance or random.Random(14)
    while True:
        digits = _date(*KINDS[kind], chance) + [chance.randrange(10) for _ in range(3)]
        digits.append(_check(digits, WEIGHTS_1, chance.choice(rule)))
        digits.append(_check(digits, WEIGHTS_2, 11))
        if 10 not in digits:
            return "".join(map(str, digits))


def _date(to_day, to_month, chance):
    year, month = chance.randrange(1940, 2040), chance.randint(1, 12)
    day = chance.randint(1, calendar.monthrange(year, month)[1])
    return [int(digit) for digit in f"{day + to_day:02}{month + to_month:02}{year % 100:02}"]


def _check(digits, weights, whole):
    return (whole - sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11) % 11


def duf_number(chance=None):
    """A year, a serial number, and what the serial number and the year weigh together."""
    chance = chance or random.Random(14)
    year, serial = chance.randint(1990, 2032), f"{chance.randrange(10**6):06}"
    digits = [int(digit) for digit in f"{serial}{year}"]
    check = sum(digit * weight for digit, weight in zip(digits, (4, 6, 3, 2, 7, 5, 4, 6, 3, 2), strict=True)) % 11
    return f"{year}{serial}{check:02}"


def grouped(separator, *lengths):
    """Writes the digits in groups; what is left is the last group."""

    def write(digits):
        groups, at = [], 0
        for length in (*lengths, len(digits)):
            groups.append(digits[at : at + length])
            at += length
        return separator.join(group for group in groups if group)

    return write


def in_digits_from(zero):
    return lambda digits: "".join(chr(ord(zero) + int(digit)) for digit in digits)


WAYS_OF_WRITING = {
    "plain": grouped(""),
    "with a space": grouped(" ", 6),
    "with spaces": grouped(" ", 2, 2, 2),
    "with full stops": grouped(".", 2, 2, 2),
    "with hyphens": grouped("-", 2, 2, 2),
    "with slashes": grouped("/", 2, 2, 2),
    "with an en dash and spaces": grouped(" – ", 6),
    "with no-break spaces": grouped("\u00a0", 2, 2, 2),
    "with thin spaces": grouped("\u2009", 6, 3),
    "with a zero-width space between all digits": grouped("\u200b", *[1] * 11),
    "with a soft hyphen": grouped("\u00ad", 4),
    "with underscores": grouped("_", 6),
    "over two lines": grouped("\r\n", 7),
    "digit by digit": grouped(" ", *[1] * 11),
    "in threes": grouped(" ", 3, 3, 3),
    "with a comma": grouped(", ", 6),
    "full-width": in_digits_from("０"),
    "Arabic-Indic": in_digits_from("٠"),
}
