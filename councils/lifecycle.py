"""Which state of a meeting may follow which, and who is told what when it does not."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from councils.models import Meeting

Status = Meeting.Status
# Planned, called, held, minutes in draft, checked for personal data, approved, published; then corrected as a new
# version.
NEXT = {
    Status.PLANNED: {Status.CALLED, Status.CANCELLED},
    Status.CALLED: {Status.HELD, Status.CANCELLED},
    Status.HELD: {Status.DRAFT},
    Status.DRAFT: {Status.CHECKED},
    Status.CHECKED: {Status.DRAFT, Status.APPROVED},
    Status.APPROVED: {Status.DRAFT, Status.PUBLISHED},
    Status.PUBLISHED: {Status.CORRECTING},
    Status.CORRECTING: {Status.PUBLISHED},
    Status.CANCELLED: set(),
}
# It has taken place, however far the minutes have come.
HELD = {*Status} - {Status.PLANNED, Status.CALLED, Status.CANCELLED}
# While the minutes are written.
WRITABLE = {Status.HELD, Status.DRAFT, Status.CORRECTING}


def may_become(meeting, status):
    return status in NEXT[Status(meeting.status)]


def move(meeting, status, *, today):
    """Sets the state, without saving. A meeting that has not been is neither held nor has minutes."""
    if not may_become(meeting, status):
        words = {"now": meeting.get_status_display(), "then": Status(status).label}
        raise ValidationError(_("The meeting is “%(now)s” and cannot become “%(then)s”."), params=words)
    if status == Status.HELD and meeting.date > today:
        raise ValidationError(_("The meeting has not taken place yet. Minutes are written from its day on."))
    meeting.status = status
