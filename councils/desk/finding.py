"""The rows that an address names, of a body that somebody may come in to. Whatever is not theirs is not there."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from councils.models import AgendaItem, Agreement, Meeting


def kept_meeting(request, body, date):
    """For the pages of whoever keeps the records."""
    return _with(body, get_object_or_404(_of(body).editable_by(request.access), date=date))


def readable_meeting(request, body, date):
    """For the members as well, from the notice on."""
    return _with(body, get_object_or_404(_of(body).readable_by(request.access), date=date))


def meeting_or_its_new_day(request, body, date):
    """The same, where a mail leads to: it may be the day before the meeting was moved."""
    mine = _of(body).readable_by(request.access)
    meeting = mine.filter(date=date).first() or mine.filter(pk__in=_once_on(body, date)).first()
    if meeting is None:
        raise Http404
    if meeting.date != date:
        raise Moved(meeting.date)
    return _with(body, meeting)


def kept_item(request, body, date, pk):
    """Found only under its own meeting."""
    items = AgendaItem.objects.editable_by(request.access).filter(meeting__body=body, meeting__date=date)
    item = get_object_or_404(items.select_related("meeting", "legal_basis"), pk=min(pk, LARGEST))
    _with(body, item.meeting)
    return item


def kept_agreement(request, body, pk):
    mine = Agreement.objects.editable_by(request.access).filter(council=body.pk)
    return get_object_or_404(mine, pk=min(pk, LARGEST))


# What no database can hold is no row's.
LARGEST = 2**62


def _once_on(body, date):
    """Those that were called for that day, and then moved."""
    return Meeting.history.filter(body=body.pk, date=date, called_at__isnull=False).values("id")


class Moved(Exception):
    """The meeting that was on this day is on another now."""

    def __init__(self, date):
        super().__init__(str(date))
        self.date = date


def _of(body):
    return Meeting.objects.filter(body=body).select_related("year_wheel_task")


def _with(body, meeting):
    """The body as it came in by the door, which knows where its pages lead."""
    meeting.body = body
    return meeting
