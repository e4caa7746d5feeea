"""Invented guidance of municipalities and a police district, in every state, so that all pages can be seen.

Evidently invented, marked, and made anew when they are old: what is to be published on a day to come has been then.
"""

from django.db import transaction

from guidance.examples import baerum, making, others
from guidance.models import Edition, Resource

EXAMPLES = (*baerum.RESOURCES, *others.RESOURCES)


@transaction.atomic
def load(today):
    """Makes what is not there, and anew what is old. Returns how many resources were written."""
    if is_old(today):
        remove()
    there = set(Resource.objects.filter(is_example=True).values_list("addresses__slug", flat=True))
    missing = [example for example in EXAMPLES if example.slug not in there and not making.is_taken(example)]
    made = {example.slug: making.make(example, today) for example in missing}
    for example in missing:
        making.supersede(example, made)
    return len(missing)


@transaction.atomic
def remove():
    """Every invented resource, with all that was written into it. Returns how many there were."""
    resources = Resource.objects.filter(is_example=True)
    count = len(resources)
    resources.delete()
    making.remove_publishers()
    return count


def is_old(today):
    """None is scheduled any more."""
    approved = Edition.objects.filter(resource__is_example=True, status=Edition.Status.APPROVED)
    return approved.exists() and not approved.filter(publish_on__gt=today).exists()
