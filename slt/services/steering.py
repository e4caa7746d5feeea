"""A priority is put to the steering group, taken back from it, and decided.

Whoever coordinates the scheme may add a case to a planned meeting of its steering group, also of a council whose
records somebody else keeps (decision 0040). Nothing else there is read or changed.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.models import Overtaken
from councils.choices import Visibility
from councils.models import AgendaItem, Meeting
from councils.services.agenda import place_item, withdraw_item
from councils.services.meetings import lock
from councils.services.notices import tell_of_case
from slt.choices import Outcome
from slt.models import Priority
from slt.steering import steering_body

# As it is called in bokmål and in nynorsk: the case is written in the language of the body.
PRESENTER = "SLT-koordinator"


@transaction.atomic
def put_to_steering_group(*, priority, meeting, by, today=None):
    """As a case for decision, last on the agenda. Once: a second press finds it there."""
    stored = Priority.objects.select_for_update().get(pk=priority.pk)
    _refuse_if_put(stored)
    _refuse_unless_planned(stored.cycle.scheme, meeting, today or timezone.localdate())
    item = AgendaItem(
        meeting=meeting,
        kind=AgendaItem.Kind.DECISION,
        title=priority.title,
        description=priority.reason,
        theme=priority.theme,
        presenter=PRESENTER,
        visibility=_visibility(priority, meeting.body),
    )
    item._history_user = by
    priority.item = place_item(item)
    priority._history_user = by
    priority.save(update_fields=["item"])
    tell_of_case(item, by)
    return item


def _refuse_if_put(stored):
    if stored.outcome != Outcome.WAITING:
        raise ValidationError(_("The steering group has decided on this already."))
    if stored.is_put:
        raise ValidationError(
            _("It is on the agenda already: of the meeting on %(date)s.")
            % {"date": date_format(stored.item.meeting.date, "DATE_FORMAT")}
        )


def _refuse_unless_planned(scheme, meeting, today):
    lock(meeting)
    body = steering_body(scheme)
    if body is None or meeting.body_id != body.pk:
        raise ValidationError(_("That is no meeting of the steering group of the scheme. Choose another."))
    if meeting.status != Meeting.Status.PLANNED or meeting.date < today:
        raise ValidationError(_("The notice of that meeting has been sent, or its day has passed. Choose another."))


def _visibility(priority, body):
    """What the body's cases begin with, and never more open than the priority is."""
    return body.items_visibility if priority.visibility == Visibility.PUBLIC else Visibility.INTERNAL


def can_be_taken_back(priority):
    """Until the notice is sent, and as long as nobody has worked on it: what others wrote is not theirs to delete."""
    item = priority.item
    return bool(item) and item.meeting.status == Meeting.Status.PLANNED and item.version == 1 and not item.has_files


@transaction.atomic
def take_back(*, priority, by):
    """Off the agenda again, without a trace there. The meeting is locked before the case, as when a notice is sent."""
    if priority.item is None:
        return
    lock(priority.item.meeting)
    item = AgendaItem.objects.select_related("meeting__body").filter(pk=priority.item_id).first()
    if item is None:
        raise Overtaken(priority)
    priority.item = item
    if not can_be_taken_back(priority):
        raise ValidationError(
            _("The case was worked on, or the notice was sent. Ask whoever keeps the agenda to withdraw it.")
        )
    priority.item = None
    priority._history_user = by
    priority.save(update_fields=["item"])
    withdraw_item(item=item)


@transaction.atomic
def decide(*, priority):
    """What the steering group made of it. When it is not decided any more, there is no day either."""
    if priority.outcome == Outcome.WAITING:
        priority.decided_on = None
    priority.full_clean(exclude=["findings"])
    priority.save()
    return priority
