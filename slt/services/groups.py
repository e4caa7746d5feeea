"""A group of a scheme comes to be, with the municipalities of its scheme."""

from django.db import transaction

from councils.choices import Visibility
from slt.services.schemes import free_address, take_groups_along


@transaction.atomic
def found_group(*, group):
    """Its meetings and minutes are internal until somebody decides otherwise: most groups talk about local worries."""
    group.slug = free_address(group.name, otherwise="slt-gruppe")
    group.language = group.scheme.language
    group.meetings_visibility = group.items_visibility = Visibility.INTERNAL
    group.is_example = group.scheme.is_example
    group.save()
    take_groups_along(group.scheme)
    return group
