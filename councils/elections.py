"""When municipal councils are elected, and who is to be confirmed after it.

Source: valgloven (lov 16. juni 2023 nr. 62): in September of every fourth year, on a Monday that the King in Council
sets. In 2011, 2015, 2019 and 2023 it was the second Monday of the month, so that is the day expected here. Members are
asked for only after it; a week more or less does no harm.
"""

import datetime

FIRST_YEAR, EVERY = 2023, 4
MONDAY, A_WEEK = 0, 7


def expected_day(year):
    """The second Monday of September: 2027 gives the 13th."""
    first = datetime.date(year, 9, 1)
    to_monday = (MONDAY - first.weekday()) % A_WEEK
    return first + datetime.timedelta(days=to_monday + A_WEEK)


def latest_before(today):
    """The last election that is over: from the day after it, members are to be confirmed."""
    year = today.year - (today.year - FIRST_YEAR) % EVERY
    day = expected_day(year)
    return day if day < today else expected_day(year - EVERY)


def next_from(today):
    """The next election, on this day or later."""
    return expected_day(latest_before(today).year + EVERY)
