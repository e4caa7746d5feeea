"""What a body of each kind is beyond that it meets: its own model, where its pages are, and from where it is kept.

This app knows councils. An app with other bodies says so of its own (`AppConfig.ready`).
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class OnDesk:
    """Where the pages of a body on the desk lead, beside its own. Empty: nowhere that this access may open."""

    frame_url: str = ""
    above_name: str = ""
    above_url: str = ""


@dataclass(frozen=True)
class KindOfBody:
    """`prefix`: before the name of each public page of its meetings; `on_desk(body, access)`: see OnDesk."""

    model: type
    page: str
    prefix: str
    on_desk: Callable


_kinds = {}


def register(kind, **details):
    """For `AppConfig.ready`. The rows of the model know which of them are `active()`."""
    _kinds[kind] = KindOfBody(**details)


def council_on_desk(body, access):
    return OnDesk(frame_url=reverse("council_frame", args=[body.slug]))


def page_url(body):
    return reverse(_kinds[body.kind].page, args=[body.slug])


def meeting_url(body, route, *args):
    """`route`: what the page is called of a council: "meeting", "meetings", "calendar"."""
    return reverse(f"{_kinds[body.kind].prefix}{route}", args=[body.slug, *args])


def on_desk(body, access):
    return _kinds[body.kind].on_desk(body, access)


def active(bodies):
    """The keys of those that are not ended, dormant or only wished for. A query for each kind among them."""
    of_kind = defaultdict(list)
    for body in bodies:
        of_kind[body.kind].append(body.pk)
    return {
        key
        for kind, keys in of_kind.items()
        for key in _kinds[kind].model.objects.active().filter(pk__in=keys).values_list("pk", flat=True)
    }
