"""Somebody who holds a function is away from a day to a day, and comes back by themselves; a deputy may stand in."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from contacts.models import Absence, Assignment
from contacts.services.terms import FUNCTION_ONLY

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def register_absence(*, assignment, first, last, deputy=None, terms=FUNCTION_ONLY):
    """`deputy` is a person who stands in on the same days, shown as `terms` say; without one the function says until
    when nobody is there. The contact point takes a new version, so that of two who plan at once one is told.

    Raises ValidationError, and nothing is saved, when the days overlap another absence or leave the assignment.
    """
    assignment.contact_point.save(update_fields=[])
    absence = Absence(assignment=assignment, valid_from=first, valid_to=last)
    refuse_days_outside(absence)
    absence.full_clean(exclude=["deputy"])
    if deputy is not None:
        absence.deputy = _stand_in(absence, deputy, terms)
    absence.save()
    return absence


@transaction.atomic
def change_absence(*, absence, first, last):
    """Other days, for the deputy as well."""
    absence.valid_from, absence.valid_to = first, last
    refuse_days_outside(absence)
    absence.full_clean(exclude=["deputy"])
    absence.save()
    if absence.deputy:
        absence.deputy.valid_from, absence.deputy.valid_to = first, last
        absence.deputy.full_clean()
        absence.deputy.save()
    return absence


@transaction.atomic
def end_absence(*, absence, on):
    """Back on this day: it was the day before that was the last day away. What had not begun by then never happens."""
    if absence.valid_from >= on:
        withdraw_absence(absence=absence)
    elif absence.valid_to >= on:
        change_absence(absence=absence, first=absence.valid_from, last=on - ONE_DAY)


@transaction.atomic
def withdraw_absence(*, absence):
    """It does not happen, and nobody stands in. The history of both stays."""
    deputy = absence.deputy
    absence.delete()
    if deputy:
        deputy.delete()


def refuse_days_outside(absence):
    """Nobody is away from what they do not hold on that day."""
    held = absence.assignment
    if absence.valid_from < held.valid_from or (held.valid_to and absence.valid_to > held.valid_to):
        raise ValidationError(
            {"valid_from": _("%(name)s does not hold the function on all of these days.") % {"name": held.person}}
        )


def _stand_in(absence, person, terms):
    if person.pk == absence.assignment.person_id:
        raise ValidationError({"person": _("The deputy must be somebody else than the one who is away.")})
    if person._state.adding:
        person.full_clean()
        person.save()
    deputy = Assignment(
        contact_point=absence.assignment.contact_point,
        person=person,
        role=Assignment.Role.DEPUTY,
        valid_from=absence.valid_from,
        valid_to=absence.valid_to,
        **terms.as_fields(),
    )
    deputy.full_clean()
    deputy.save()
    return deputy
