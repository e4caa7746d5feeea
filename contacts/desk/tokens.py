"""Which versions of the rows a preview has shown: if any is another one when it is to be saved, somebody was faster."""

import re

from django.db.models import Prefetch

from contacts.models import Assignment, ContactPoint
from contacts.querysets import not_ended_before

MODELS = {"p": ContactPoint, "a": Assignment}
_TOKEN = re.compile(r"([pa])(\d{1,18})v(\d{1,9})", re.ASCII)


def tokens_of(point_ids, on):
    """Of these contact points and of everybody who holds them on the day or later: {("p", 12): 3, ("a", 44): 1}."""
    held = Prefetch("assignments", Assignment.objects.filter(not_ended_before(on)), to_attr="held")
    tokens = {}
    for point in ContactPoint.objects.filter(pk__in=point_ids).prefetch_related(held):
        tokens["p", point.pk] = point.version
        tokens |= {("a", assignment.pk): assignment.version for assignment in point.held}
    return tokens


def as_text(tokens):
    """For a hidden field: "p12v3 a44v1"."""
    return " ".join(f"{kind}{pk}v{version}" for (kind, pk), version in tokens.items())


def from_text(text):
    """What cannot be read is left out, and is then another version than that of today."""
    return {(kind, int(pk)): int(version) for kind, pk, version in _TOKEN.findall(text)}


def differing(seen, now):
    """The rows that are new, changed or gone since: {("a", 44): version seen, or 0}."""
    return {key: seen.get(key, 0) for key in {*seen, *now} if seen.get(key) != now.get(key)}
