"""The link "still right" in a mail: whoever has it may confirm one contact point, once, in one round, within 30 days.

The token is the number of a `VerificationRequest`, signed with its time. The row knows the rest: what was asked about
and whether it was used. The token is the secret, so that neither a login nor a session is needed.
"""

import datetime

from django.conf import settings
from django.core import signing
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from contacts.models import ContactPoint, Overtaken, VerificationRequest
from contacts.recording import Origin, recording
from contacts.services.verification import verify
from contacts.verification.rounds import fingerprint, round_of

LASTS = datetime.timedelta(days=30)
_signer = signing.TimestampSigner(salt="contacts.verification.link", sep=".")


class Fault(models.TextChoices):
    """Why a link confirms nothing."""

    ALTERED = "altered"
    EXPIRED = "expired"
    USED = "used"
    VERIFIED = "verified"
    CHANGED = "changed"


class Refused(Exception):
    """The link confirms nothing. `fault` says why, and nothing about the contact point."""

    def __init__(self, fault):
        super().__init__(fault)
        self.fault = fault


def link_to(request):
    """The address in a mail, in the language of mails."""
    with translation.override(settings.LANGUAGE_CODE):
        return settings.SITE_URL + reverse("confirm_contact", args=[_signer.sign(request.pk)])


def asked_about(token, today):
    """The contact point that the link confirms, as it is registered. Raises `Refused`."""
    return _point_of(_request_of(VerificationRequest.objects.all(), token), today)


@transaction.atomic
def confirm(token, today):
    """Verifies the contact point, which is returned. Raises `Refused`. Of two presses at once, one confirms."""
    request = _request_of(VerificationRequest.objects.select_for_update(), token)
    point = _point_of(request, today)
    try:
        with recording(reason=_reason(request), origin=Origin.MAIL_LINK):
            verify(point=point, on=today)
    except Overtaken:
        raise Refused(Fault.CHANGED) from None
    VerificationRequest.objects.filter(pk=request.pk).update(used_at=timezone.now())
    return point


def _request_of(requests, token):
    try:
        pk = int(_signer.unsign(token, max_age=LASTS))
    except signing.SignatureExpired:
        raise Refused(Fault.EXPIRED) from None
    except signing.BadSignature:
        raise Refused(Fault.ALTERED) from None
    request = requests.filter(pk=pk).first()
    if request is None:  # the contact point is gone, and what was asked about it with it
        raise Refused(Fault.CHANGED)
    if request.used_at:
        raise Refused(Fault.USED)
    return request


def _point_of(request, today):
    point = ContactPoint.objects.published().with_holders(today).filter(pk=request.contact_point_id).first()
    if point and round_of(point) != request.round:
        raise Refused(Fault.VERIFIED)
    if point is None or fingerprint(point) != request.seen:
        raise Refused(Fault.CHANGED)
    return point


def _reason(request):
    """Who confirmed, as far as we know: as what they were written to. In the language of the histories."""
    with translation.override(settings.LANGUAGE_CODE):
        return _("Confirmed by the link in the mail to %(recipient)s.") % {"recipient": request.get_recipient_display()}
