"""Where a contact point is in its round of verification, and what exactly somebody was asked about."""

import datetime
import hashlib

from django.utils import timezone

from contacts.models import VerificationRequest
from contacts.models.points import DUE_BEFORE_STALE

Step = VerificationRequest.Step

BEFORE_STALE = {
    Step.OWNER: DUE_BEFORE_STALE,
    Step.DEPUTY: datetime.timedelta(days=7),
    Step.DISTRICT: datetime.timedelta(),
}
NEVER = "never"


def round_of(point):
    return point.verified_on.isoformat() if point.verified_on else NEVER


def deadline(point, today):
    """The day on which the contact point is stale. One that was never verified is so already: those who are asked get
    as long as others do, from the day on which they were."""
    if point.stale_from:
        return point.stale_from
    asked = [request.sent_at for request in point.verification_requests.all() if request.round == NEVER]
    return (timezone.localdate(min(asked)) if asked else today) + DUE_BEFORE_STALE


def steps_reached(point, today):
    """Also those whose day has passed, so that a job that runs late catches up."""
    end = deadline(point, today)
    return [step for step, before in BEFORE_STALE.items() if today >= end - before]


def fingerprint(point):
    """Of all that somebody vouches for: another value when any of it was changed. `point`: fetched `with_holders`."""
    held = [(held.pk, held.version, held.person.version) for held in point.current_assignments]
    served = [(coverage.pk, coverage.version) for coverage in point.coverages.all()]
    return hashlib.sha256(repr((point.version, sorted(held), sorted(served))).encode()).hexdigest()[:16]
