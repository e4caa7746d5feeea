"""A dialogue process is written; its events are planned, moved, cancelled, and told of when they have been."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.slugs import free_slug
from slt.models import DialogueEvent, DialogueProcess

Status = DialogueEvent.Status
# Each stands on one page with all the others, and is asked for in one form.
MOST_PARTIES = 60
MOST_EVENTS = 100


@transaction.atomic
def write_dialogue(*, process):
    """A new one gets the address that its title makes, once."""
    if process._state.adding:
        of_scheme = DialogueProcess.objects.filter(scheme=process.scheme_id)
        process.slug = free_slug(process.title, of_scheme, otherwise="dialog")
    process.full_clean()
    process.save()
    return process


@transaction.atomic
def plan_event(*, event):
    """One that is new, or that is moved, or that was cancelled and is to be after all. One that was held keeps its
    state: of it only the facts are corrected."""
    if event._state.adding:
        refuse_new_in(event.process)
    if event.status == Status.CANCELLED:
        event.status = Status.PLANNED
    event.full_clean()
    event.save()
    return event


def refuse_new_in(process):
    if process.status == DialogueProcess.Status.ENDED:
        raise ValidationError(_("This dialogue has ended. Change its status first if it goes on."))
    if process.events.count() >= MOST_EVENTS:
        raise ValidationError(
            _("A dialogue has at most %(most)s events. Begin another.") % {"most": MOST_EVENTS}, code="most"
        )


@transaction.atomic
def cancel_event(*, event):
    if event.status == Status.HELD:
        raise ValidationError(_("This event has been held, and cannot be cancelled any more."))
    event.status = Status.CANCELLED
    event.save()
    return event


@transaction.atomic
def record_event(*, event, today):
    """What came of it, and how many took part. Also to correct that later."""
    if reason := why_not_recorded(event, today):
        raise ValidationError(reason)
    event.status = Status.HELD
    event.full_clean()
    event.save()
    return event


def why_not_recorded(event, today):
    """Empty if it can be told how it went."""
    if event.status == Status.CANCELLED:
        return _("This event was cancelled. If it was held after all, plan it again first.")
    if event.date > today:
        return _("This event is on %(date)s. Write how it went when it has been.") % {"date": date_format(event.date)}
    return ""
