"""The rows that an address names, of a body that somebody may come in to. Whatever is not theirs is not there."""

from django.shortcuts import get_object_or_404

from councils.models import AgendaItem, Meeting


def kept_meeting(request, body, date):
    """For the pages of whoever keeps the records."""
    return get_object_or_404(_of(body).editable_by(request.access), date=date)


def readable_meeting(request, body, date):
    """For the members as well, from the notice on."""
    return get_object_or_404(_of(body).readable_by(request.access), date=date)


def kept_item(request, body, date, pk):
    """Found only under its own meeting."""
    items = AgendaItem.objects.editable_by(request.access).filter(meeting__body=body, meeting__date=date)
    return get_object_or_404(items.select_related("meeting__body", "legal_basis"), pk=min(pk, LARGEST))


# What no database can hold is no row's.
LARGEST = 2**62


def _of(body):
    return Meeting.objects.filter(body=body).select_related("body", "year_wheel_task")
