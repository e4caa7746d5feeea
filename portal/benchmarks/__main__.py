"""Prints the figures that QUALITY.md publishes. Reads the database of `make run`, writes nothing."""

import os
import statistics
import time

import brotli
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
django.setup()

from django.conf import settings  # noqa: E402 (after setup)
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from contacts import gazetteer, lookup  # noqa: E402
from contacts.gazetteer import Gazetteer  # noqa: E402
from contacts.place_index import Index  # noqa: E402

TYPED = ["baerum", "0219", "1337", "Sandvika", "Hordaland", "1507", "Kárášjohka", "Herøy", "Krisitansand", "qqqqqqqq"]
PAGES = ["/", "/kommuner/valle/", "/kommuner/valle/tiltakskort/", "/kommuner/", "/kommuner/kart/", "/sok/?q=Herøy"]
ROUNDS = 30


def main():
    print(f"Places: {len(gazetteer.current().municipalities)} municipalities on {connection.vendor}\n")
    places()
    lookups()
    pages()


def places():
    today = gazetteer.current().on
    print(f"{'Reading all places from the database':<38}{best(lambda: Gazetteer(today), rounds=5):9.1f} ms")
    print(f"{'Making the index of their names':<38}{best(lambda: Index(gazetteer.current()), rounds=5):9.1f} ms\n")


def lookups():
    names = sorted(lookup.index().names)
    report(f"Lookup of {len(names)} names", names)
    report("The same with a wrong letter", [name[:2] + "x" + name[3:] for name in names])
    for text in TYPED:
        print(f"  {text:<36}{best(lambda text=text: lookup.look_up(text)):9.3f} ms")


def report(what, texts):
    times = [best(lambda text=text: lookup.look_up(text), rounds=5) for text in texts]
    print(f"{what:<38}{statistics.median(times):9.3f} ms (median), slowest {max(times):.3f} ms")


def pages():
    client = Client(headers={"host": "localhost"})
    css = len(brotli.compress((settings.BASE_DIR / "static" / "build" / "portal.css").read_bytes()))
    print(f"\n{'page':<30}{'queries':>9}{'ms':>7}{'HTML kB':>9}{'Brotli kB':>11}{'with CSS':>10}")
    for page in PAGES:
        html = client.get(page).content
        small = len(brotli.compress(html))
        cost = best(lambda page=page: client.get(page))
        size = f"{len(html) / 1000:>9.1f}{small / 1000:>11.1f}{(small + css) / 1000:>10.1f}"
        print(f"{page:<30}{queries(client, page):>9}{cost:>7.1f}{size}")


def queries(client, page):
    """With the question whether a place has changed, which a process asks once a second."""
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)


def best(act, rounds=ROUNDS):
    """The shortest of some rounds: what the work costs when nothing else disturbs it."""
    return min(milliseconds(act) for _ in range(rounds))


def milliseconds(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
