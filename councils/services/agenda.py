"""The agenda. Until the notice it changes freely; after it items are added or withdrawn, and none is ever gone."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from councils.models import AgendaItem, Meeting
from councils.services.meetings import lock
from councils.services.numbering import give_numbers

Status = Meeting.Status
# As long as the minutes are not checked, something may still have been brought up, or have fallen away.
OPEN = {Status.PLANNED, Status.CALLED, Status.HELD, Status.DRAFT}


@transaction.atomic
def add_item(*, meeting, **fields):
    """At the end; after the notice with the next case number. `fields` are those of the item."""
    return place_item(AgendaItem(meeting=meeting, **{"visibility": meeting.body.items_visibility} | fields))


@transaction.atomic
def place_item(item):
    """Saves an item that is not saved yet, at the end of the agenda."""
    refuse_when_closed(item.meeting)
    last = item.meeting.items.aggregate(last=Max("position"))["last"] or 0
    item.position = last + 1
    item.save()
    if item.meeting.is_called:
        give_numbers([item])
    return item


@transaction.atomic
def withdraw_item(*, item):
    """Off the agenda: without a trace before the notice, marked as withdrawn after it."""
    refuse_when_closed(item.meeting)
    if item.meeting.is_called:
        item.is_withdrawn = True
        item.save(update_fields=["is_withdrawn"])
    else:
        item.delete()


@transaction.atomic
def restore_item(*, item):
    """A withdrawn item is on the agenda again, with the number that it had."""
    refuse_when_closed(item.meeting)
    item.is_withdrawn = False
    item.save(update_fields=["is_withdrawn"])


@transaction.atomic
def move_item(*, item, by):
    """So many places up (negative) or down; at the ends it stays."""
    refuse_when_closed(item.meeting)
    reorder(meeting=item.meeting, items=moved(list(item.meeting.items.all()), item, by))


def moved(rows, row, by):
    """These rows with that one so many places up (negative) or down; at the ends it stays."""
    here = rows.index(row)
    there = min(max(here + by, 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    return rows


@transaction.atomic
def reorder(*, meeting, items):
    """All items of a meeting that was not called yet, in this order."""
    refuse_when_closed(meeting)
    if meeting.is_called:
        raise ValidationError(_("The notice was sent. The order stays as it is there."))
    if {item.pk for item in items} != set(meeting.items.values_list("pk", flat=True)):
        raise ValidationError(_("The agenda has changed meanwhile. Look at it again."))
    for position, item in enumerate(items, start=1):
        if item.position != position:
            item.position = position
            item.save(update_fields=["position"])


def refuse_when_closed(meeting):
    """And nobody closes it before this transaction ends."""
    lock(meeting)
    if meeting.status not in OPEN:
        raise ValidationError(_("The agenda is closed: the meeting is “%(state)s”.") % _in_words(meeting))


def _in_words(meeting):
    return {"state": meeting.get_status_display()}
