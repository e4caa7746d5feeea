"""What was agreed and is not done yet stands on the agenda of every following meeting."""

from django.db import transaction

from councils.models import ActionItem, CarriedItem


def carried_to(meeting):
    """The action items on the agenda of a meeting: until the notice those that are open today, then those that were."""
    if meeting.is_called:
        return ActionItem.objects.filter(carried_to__meeting=meeting)
    return ActionItem.objects.filter(body=meeting.body_id).open()


@transaction.atomic
def carry_over(*, meeting):
    """Puts the open action items on the agenda, and takes off those that are done by now. Until the notice."""
    open_now = set(ActionItem.objects.filter(body=meeting.body_id).open().values_list("pk", flat=True))
    meeting.carried.exclude(action_item__in=open_now).delete()
    there = set(meeting.carried.values_list("action_item", flat=True))
    CarriedItem.objects.bulk_create(CarriedItem(meeting=meeting, action_item_id=pk) for pk in sorted(open_now - there))
