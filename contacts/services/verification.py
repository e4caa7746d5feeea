"""R3: somebody says that what is registered for a contact point is still right."""

from django.db import transaction


@transaction.atomic
def verify(*, point, on, corrected=()):
    """What is registered is right on this day; `corrected` are the fields that somebody put right on `point` in the
    same step. Everything else stays as it is in the database.

    Raises `Overtaken` when somebody changed the contact point after `point` was read: then it is not what was looked
    at. Set `point.version` to what a form has shown. Why and from where is told with `recording`.
    """
    point.verified_on = on
    point.clean()
    point.save(update_fields=["verified_on", *corrected])


@transaction.atomic
def take_back(*, point, to, restored=()):
    """A verification by mistake: the day of the one before counts again; None when there was none. `restored` are the
    fields that were given back to `point` as they were."""
    point.verified_on = to
    point.clean()
    point.save(update_fields=["verified_on", *restored])
