"""The links whose day has come are asked one after another, and what they said is written down at once.

So a run that is stopped has lost nothing, and the next one goes on where it was. Whoever takes a link puts its day off
first: two runs at the same time never ask the same one.
"""

import math
import time
from collections import defaultdict
from datetime import timedelta
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from contacts.models import ContentVersion
from guidance.links.asking import Asker, Outcome
from guidance.links.leading import LONGEST, keep_in_step
from guidance.models import CheckedLink

Status = CheckedLink.Status
# Days until the next time, by how often it has failed.
WELL, LEFT_ALONE, FAILED = 7, 7, [1, 2, 4, 7, 14]
FAILURES_UNTIL_BROKEN = 2
# What readers see: links/showing.py.
SEEN = {Status.BROKEN, Status.MOVED}
# From how many hosts without an answer, and none with one, it is our own network that is down; and after how many a run
# stops for that. Those that were asked wait until tomorrow, behind the others: so the same few cannot stop every run.
SILENT_HOSTS, ENOUGH_SILENT_HOSTS = 3, 8


class NothingAnswers(Exception):
    """No host answered: nothing was written down, since the fault is likely on this side."""


def asker():
    """One that says who asks and where to complain."""
    return Asker(agent=f"Mozilla/5.0 (compatible; LokalForebyggingLinkCheck/1.0; +{settings.SITE_URL})")


def run(*, today, limit, asker, seconds=math.inf, say=lambda line: None):
    """Returns how many were checked. At most `limit`, and none is begun after `seconds`."""
    keep_in_step(today)
    until, resting, held, checked, answered = time.monotonic() + seconds, set(), [], 0, False
    links = waiting(today, limit)
    for number, link in enumerate(links, start=1):
        if time.monotonic() > until:
            say(f"Time is up; {len(links) - number + 1} wait for the next run.")
            break
        if host(link.url) in resting or not take(link, today):
            continue
        answer = asker.ask(link.url)
        if answer.retry_after or answer.said == "429":
            resting.add(host(link.url))
        held.append((link, answer))
        answered = answered or answer.outcome != Outcome.UNREACHABLE
        if answered:
            checked += write_down(held, today)
        say(f"{number}/{len(links)} {answer.said:>4} {link.url}")
        if silent(held) >= ENOUGH_SILENT_HOSTS:
            break
    if not answered and silent(held) >= SILENT_HOSTS:
        raise NothingAnswers
    return checked + write_down(held, today)


def silent(held):
    return len({host(link.url) for link, _answer in held})


def waiting(today, limit):
    """Those that were never checked first, in the order in which they are asked."""
    return in_turns(CheckedLink.objects.due(today).order_by(F("next_check_on").asc(nulls_first=True), "pk")[:limit])


def host(url):
    return urlsplit(url).hostname


def in_turns(links):
    """One of each host, then the second of each: so that none waits long, and none is asked often."""
    by_host = defaultdict(list)
    for link in links:
        by_host[host(link.url)].append(link)
    return [link for link in chain.from_iterable(zip_longest(*by_host.values())) if link]


def take(link, today):
    tomorrow = today + timedelta(days=1)
    return CheckedLink.objects.due(today).filter(pk=link.pk).update(next_check_on=tomorrow) == 1


def write_down(held, today):
    """All that were held, and how many they are."""
    count = len(held)
    while held:
        record(*held.pop(0), today)
    return count


@transaction.atomic
def record(link, answer, today):
    """What it is from now on. Readers are told when they see something else."""
    values = verdict(link, answer, today)
    CheckedLink.objects.filter(pk=link.pk).update(**values, answer=answer.said[:100], checked_at=timezone.now())
    if values["status"] != link.status and {values["status"], link.status} & SEEN:
        ContentVersion.objects.renew()


def verdict(link, answer, today):
    """A link is broken when it failed on two days: a server may be down for a night."""

    def values(status, days, failures=0, **others):
        return {"status": status, "failures": failures, "next_check_on": today + timedelta(days=days)} | others

    match answer.outcome:
        case Outcome.WORKS:
            moved_to = answer.moved_to if len(answer.moved_to) <= LONGEST else ""
            status = Status.MOVED if moved_to else Status.WORKS
            return values(status, WELL, moved_to=moved_to, worked_on=today)
        case Outcome.LEFT_ALONE:
            days = max(LEFT_ALONE, math.ceil(answer.retry_after / 86_400))
            return values(Status.LEFT_ALONE, days)
    has_failed_today = link.failures and link.checked_at and timezone.localdate(link.checked_at) >= today
    failures = link.failures + (not has_failed_today)
    status = Status.BROKEN if failures >= FAILURES_UNTIL_BROKEN else link.status
    return values(status, FAILED[min(failures, len(FAILED)) - 1], failures)
