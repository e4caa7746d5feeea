"""The daily job that asks for verification: each recipient gets one mail about all that has come up since the last."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from contacts import gazetteer
from contacts.desk.my_points import places_of
from contacts.folding import norwegian_order
from contacts.keepers import Keepers
from contacts.models import ContactPoint, VerificationRequest
from contacts.services import outbox
from contacts.verification.links import link_to
from contacts.verification.recipients import recipients
from contacts.verification.rounds import deadline, fingerprint, round_of, steps_reached

# No longer than a person is kept who has left their last function: see services/clearing.py.
KEPT_FOR = datetime.timedelta(days=180)


@dataclass(frozen=True)
class Item:
    """A contact point in a mail. Never the name of a person."""

    request: VerificationRequest
    label: str
    deadline: datetime.date
    is_stale: bool
    page: str

    @property
    def link(self):
        return link_to(self.request)


def remind(today):
    """Writes what nobody was told yet. Returns how many mails."""
    keepers = Keepers(today)
    points = ContactPoint.objects.published().with_holders(today).prefetch_related("verification_requests")
    requests = [request for point in points for request in _new_requests(point, keepers, today)]
    VerificationRequest.objects.bulk_create(requests)
    with translation.override(settings.LANGUAGE_CODE):
        return _write(requests, today)


def _new_requests(point, keepers, today):
    known = {
        (request.step, request.to) for request in point.verification_requests.all() if request.round == round_of(point)
    }
    return [
        VerificationRequest(
            contact_point=point, round=round_of(point), step=step, to=to, recipient=recipient, seen=fingerprint(point)
        )
        for step in steps_reached(point, today)
        for to, recipient in recipients(point, step, keepers).items()
        if (step, to) not in known
    ]


def _write(requests, today):
    by_recipient = defaultdict(list)
    places = gazetteer.current()
    for request in requests:
        by_recipient[request.to].append(_item(request, places, today))
    for to, items in by_recipient.items():
        key = f"verification-{min(item.request.pk for item in items)}"
        outbox.put(key=key, to=to, subject=_subject(items), body=_body(items))
    return len(by_recipient)


def _item(request, places, today):
    point = request.contact_point
    where = places_of(point, places)
    names = ", ".join(place.full_name for place in where)
    return Item(
        request=request,
        label=f"{point.get_function_display()}: {names}" if names else f"{point.get_function_display()} ({point.key})",
        deadline=deadline(point, today),
        is_stale=today >= deadline(point, today),
        page=settings.SITE_URL + (where[0].get_absolute_url() if where else reverse("home")),
    )


def _subject(items):
    if all(item.request.step == VerificationRequest.Step.DISTRICT for item in items):
        text = ngettext(
            "%(count)s contact point was not confirmed in time",
            "%(count)s contact points were not confirmed in time",
            len(items),
        )
    else:
        text = ngettext(
            "Is this still right? %(count)s contact point to confirm",
            "Is this still right? %(count)s contact points to confirm",
            len(items),
        )
    return text % {"count": len(items)}


def _body(items):
    items = sorted(items, key=lambda item: norwegian_order(item.label))
    steps = {step.value: [item for item in items if item.request.step == step] for step in VerificationRequest.Step}
    return outbox.text_of("verification.txt", **steps)


def clear(today):
    """Forgets whom we asked. So what nobody has verified half a year later is asked about once more."""
    return VerificationRequest.objects.filter(sent_at__lt=timezone.now() - KEPT_FOR).delete()[0]
