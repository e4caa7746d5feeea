"""R3: somebody says that what is registered for a contact point is still right."""

from django.db import transaction


@transaction.atomic
def verify(*, point, on):
    """What is registered is right on this day. Everything else stays as it is in the database.

    Raises `Overtaken` when somebody changed the contact point after `point` was read: that was not looked at.
    Set `point.version` to what a form has shown. Why and from where is told with `recording`.
    """
    point.verified_on = on
    point.clean()
    point.save(update_fields=["verified_on"])


@transaction.atomic
def take_back(*, point, to):
    """A verification by mistake: the day of the one before counts again; None when there was none."""
    point.verified_on = to
    point.clean()
    point.save(update_fields=["verified_on"])
