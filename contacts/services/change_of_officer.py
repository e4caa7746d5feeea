"""Somebody else holds a function from a day on. Whoever held it until then stops the day before, by themselves."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from contacts.models import Assignment
from contacts.querysets import not_ended_before
from contacts.services.absence import end_absence
from contacts.services.terms import FUNCTION_ONLY
from contacts.services.verification import verify

ONE_DAY = datetime.timedelta(days=1)
A_MOMENT = datetime.timedelta(minutes=1)
EVERYBODY = None


@transaction.atomic
def change_officer(*, points, person, on, leaving=EVERYBODY, terms=FUNCTION_ONLY, verified_on=None):
    """`person` holds these contact points from this day, until further notice.

    `leaving` are the ids of the people who stop: everybody who holds them, unless said; nobody when it is empty, and
    the new one shares the function. `points` carry the versions that somebody saw: each takes a new one, so that of two
    who change the same officer at once the second raises `Overtaken`. With `verified_on` the rest of what is registered
    is verified on that day.

    Raises ValidationError, and nothing is saved, when somebody would hold more than a full position.
    """
    points = sorted(points, key=lambda point: point.pk)  # always in the same order, so that nobody waits in a circle
    for point in points:
        _take_turn(point, verified_on)
        _let_go(point, person, on, leaving)
    if person._state.adding:
        person.full_clean()
        person.save()
    return [_take_over(point, person, on, terms) for point in points]


def _take_turn(point, verified_on):
    if verified_on:
        verify(point=point, on=verified_on)
    else:
        point.save(update_fields=[])


def _let_go(point, person, on, leaving):
    """Also what the new holder was until now in this function: as deputy, or with another share."""
    for held in still_holding(point, on).filter(role=Assignment.Role.HOLDER):
        if leaving is EVERYBODY or held.person_id in leaving:
            end_assignment(held, on - ONE_DAY)
    for held in still_holding(point, on).filter(person=person.pk):  # asked anew: a deputy may have gone with a holder
        end_assignment(held, on - ONE_DAY)


def still_holding(point, on):
    """Everybody who holds the function on this day or is to hold it later."""
    return point.assignments.filter(not_ended_before(on)).select_related("person").order_by("pk")


def end_assignment(held, last):
    """After this day. What was to begin later never happens; its history stays. The same for absences and deputies."""
    for absence in held.absences.select_related("deputy"):
        end_absence(absence=absence, on=last + ONE_DAY)
    if held.valid_from > last:
        held.delete()
    else:
        held.valid_to = last
        held.save()


def _take_over(point, person, on, terms):
    held = Assignment(contact_point=point, person=person, valid_from=on, **terms.as_fields())
    held.full_clean()
    held.save()
    return held


@transaction.atomic
def call_off(*, held, on):
    """A change that lies ahead does not happen: whoever was to stop the day before it goes on as was planned before.

    `held` is the assignment that was to begin after `on`, with the version that somebody saw.
    """
    if held.valid_from <= on:
        raise ValidationError(_("This has begun already. Make a new change of officer instead."))
    planned = _when_planned(held)
    held.contact_point.save(update_fields=[])
    stopped = held.contact_point.assignments.filter(valid_to=held.valid_from - ONE_DAY, role=Assignment.Role.HOLDER)
    end_assignment(held, held.valid_from - ONE_DAY)
    for before in stopped:
        _go_on(before, planned)


def _when_planned(held):
    """The moments between which the change was written: the contact point took its turn first, `held` came last.

    What was planned elsewhere ended nobody else's assignment by itself, and the moments lie together.
    """
    last = held.history.last().history_date
    turn = held.contact_point.history.filter(history_date__range=(last - A_MOMENT, last)).first()
    return (turn.history_date if turn else last), last


def _go_on(held, planned):
    """Until the day that stood there before the change, or further notice. Whose end is not of the change keeps it."""
    shortened = held.history.filter(history_date__range=planned, history_type="~").first()
    former = shortened and shortened.prev_record
    if former:
        held.valid_to = former.valid_to
        held.full_clean()
        held.save()
