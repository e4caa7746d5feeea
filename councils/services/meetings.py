"""A meeting is planned, called, moved or cancelled. What is on its agenda: agenda.py; who is told: notices.py."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from councils import lifecycle
from councils.models import AgendaItem, Meeting
from councils.services import notices
from councils.services.carrying import carry_over
from councils.services.numbering import give_numbers

Status = Meeting.Status
# Whose day, time and place can still be changed.
AHEAD = {Status.PLANNED, Status.CALLED}
ONE_A_DAY = gettext_lazy("There is already a meeting on this day. Open that one, or choose another day.")


@transaction.atomic
def plan_meeting(
    *, body, date, starts_at=None, ends_at=None, place="", kind=Meeting.Kind.ORDINARY, visibility="", task=None
):
    """A draft, with the standing items, what is carried over and the items of the year wheel's task already there."""
    if Meeting.objects.filter(body=body, date=date).exists():
        raise ValidationError({"date": ONE_A_DAY})
    meeting = Meeting.objects.create(
        body=body,
        date=date,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        kind=kind,
        visibility=visibility or body.meetings_visibility,
        year_wheel_task=task,
    )
    for position, item in enumerate([*_standing_items(meeting), *_items_of(task, meeting)], start=1):
        item.position = position
        item.save()
    carry_over(meeting=meeting)
    return meeting


def _standing_items(meeting):
    for standing in meeting.body.standing_items.all():
        yield AgendaItem(
            meeting=meeting,
            title=standing.title,
            theme=standing.theme,
            presenter=standing.presenter,
            visibility=standing.visibility,
            is_standing=True,
        )


def _items_of(task, meeting):
    for title in task.titles if task else ():
        yield AgendaItem(meeting=meeting, title=title, visibility=meeting.body.items_visibility)


@transaction.atomic
def plan_year(*, body, dates, **when_and_where):
    """Drafts of a year's meetings, all or none: `dates` is {task of the year wheel: day}."""
    in_order = sorted(dates.items(), key=lambda pair: pair[1])
    return [plan_meeting(body=body, date=date, task=task, **when_and_where) for task, date in in_order]


def obstacles_to_calling(meeting, items, today):
    """What is to be put right before the notice can be sent, in words for whoever sends it."""
    if meeting.date < today:
        yield _("The day of the meeting has passed. Move the meeting first.")
    if meeting.starts_at is None:
        yield _("Say when the meeting begins.")
    if not items:
        yield _("The agenda is empty. Add an item first.")


@transaction.atomic
def call_meeting(*, meeting, by, today=None):
    """Sends the notice: the items get their numbers, and the members a mail. From now on nothing is taken away."""
    today = today or timezone.localdate()
    lock(meeting)
    items = list(meeting.items.order_by("position", "pk"))
    obstacles = list(obstacles_to_calling(meeting, items, today))
    if obstacles:
        raise ValidationError(obstacles)
    lifecycle.move(meeting, Status.CALLED, today=today)
    carry_over(meeting=meeting)
    meeting.called_at = timezone.now()
    save_as(by, meeting, "status", "called_at")
    give_numbers(items)
    notices.tell_of_meeting(meeting)


WHEN_AND_WHERE = ("date", "starts_at", "ends_at", "place")


@transaction.atomic
def move_meeting(*, meeting, by, today=None, **fields):
    """Another day, time or place; of what kind it is and who may see it can change with it.

    Of another day, time or place the members are told when they were called, and their calendars know it as newer.
    """
    before = lock(meeting)
    if meeting.status not in AHEAD:
        raise ValidationError(_("Only a meeting that has not been held can be moved."))
    date = fields.get("date", before.date)
    if meeting.is_called and date != before.date and date < (today or timezone.localdate()):
        raise ValidationError({"date": _("A meeting is moved to a day that is still to come.")})
    if Meeting.objects.filter(body=meeting.body_id, date=date).exclude(pk=meeting.pk).exists():
        raise ValidationError({"date": ONE_A_DAY})
    for name, value in fields.items():
        setattr(meeting, name, value)
    is_news = meeting.is_called and any(getattr(meeting, name) != getattr(before, name) for name in WHEN_AND_WHERE)
    meeting.sequence = before.sequence + is_news
    save_as(by, meeting, *fields, "sequence")
    if is_news:
        notices.tell_of_move(meeting)


@transaction.atomic
def cancel_meeting(*, meeting, by, today=None):
    """Of one that was called everybody sees that it is cancelled, and the members are told."""
    lock(meeting)
    lifecycle.move(meeting, Status.CANCELLED, today=today or timezone.localdate())
    meeting.sequence += 1
    save_as(by, meeting, "status", "sequence")
    if meeting.is_called:
        notices.tell_of_cancellation(meeting)


@transaction.atomic
def discard_meeting(*, meeting):
    """Takes a draft away that nobody was called to, with its agenda."""
    lock(meeting)
    if meeting.is_called:
        raise ValidationError(_("The notice was sent. Cancel the meeting instead."))
    for item in meeting.items.all():
        item.delete()
    meeting.delete()


def lock(meeting):
    """Until the transaction ends, nobody else changes what depends on its state. Returns it as it is stored."""
    stored = Meeting.objects.select_for_update().get(pk=meeting.pk)
    meeting.status, meeting.called_at = stored.status, stored.called_at
    return stored


def save_as(user, row, *fields):
    """The history says who, also outside a request."""
    row._history_user = user
    row.save(update_fields=fields)
