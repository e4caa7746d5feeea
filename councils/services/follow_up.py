"""Action items after the meeting: done on a day, open again, or agreed on between two meetings."""

from django.db import transaction


@transaction.atomic
def save_action_item(*, action_item, today):
    """With the day on which it was done, which sets itself and is taken away when it is open again.

    Planned agendas ask for what is open on the day (services/carrying.py): so what is done leaves them by itself.
    """
    action_item.done_on = action_item.done_on_if(action_item.status, today)
    action_item.full_clean()
    action_item.save()
    return action_item
