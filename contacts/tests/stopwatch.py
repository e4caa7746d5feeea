"""How long something takes, told as on the machine on which the limits were written: they are about what the portal
does, not about whose computer does it, nor about what else that computer does meanwhile.

Before and after each measurement a yardstick is timed, work of a known size and of the same kind: a regular expression
over Norwegian text, and plain Python. A machine that takes twice as long for the yardstick may take twice as long for
everything. The limit in the test is then a ratio, written in milliseconds.
"""

import re
import time

# What the yardstick takes, at its fastest, where the limits were written: two cores, Python 3.11.
YARDSTICK_MILLISECONDS = 1.2
TEXT = "Rådet møttes 12.03.2026 kl. 10.30, sak 17/26; 120 000 kroner. " * 200
PATTERN = re.compile(r"\b\d{1,3}(?:[ .]\d{2,3})+\b|\b[A-ZÆØÅ]\w+(?= \w+)")


def milliseconds(work, *, times=1):
    """Of processor time, the fastest of several, counted in yardsticks: each is fastest when least is in its way."""
    took, yardsticks = [], [_processor_time(_yardstick) for _ in range(5)]
    for _ in range(times):
        took.append(_processor_time(work))
        yardsticks.append(_processor_time(_yardstick))
    return min(took) / min(yardsticks) * YARDSTICK_MILLISECONDS


def _yardstick():
    counted = {}
    for word in PATTERN.findall(TEXT):
        counted[word] = counted.get(word, 0) + 1
    return sum(len(word) * times for word, times in counted.items()) + sum(ord(letter) & 7 for letter in TEXT)


def _processor_time(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun
