"""A council comes to be, reaches a municipality, or no longer does."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from contacts import bodies
from contacts.slugs import free_slug
from councils.founding import refuse_ended, refuse_second
from councils.models import BodyMunicipality
from councils.models.bodies import RESERVED


@transaction.atomic
def found(*, council, municipality):
    """With an address made of its name. Whether somebody may found one there, the form has asked."""
    refuse_ended(municipality)
    refuse_second([municipality], council)
    council.slug = free_slug(council.name, *bodies.every(), otherwise="politirad", reserved=RESERVED)
    council.save()
    BodyMunicipality.objects.create(body=council, municipality=municipality)
    return council


@transaction.atomic
def reach(*, council, municipality, first):
    """The council is of one more municipality."""
    refuse_ended(municipality)
    refuse_second([municipality], council)
    area = BodyMunicipality(body=council, municipality=municipality, valid_from=first)
    area.full_clean(exclude=["active_as"])
    area.save()
    return area


@transaction.atomic
def leave(*, area, last):
    """From the day after on it is no longer of this municipality. Of one it must be: a council of none is ended."""
    if not area.body.areas.filter(valid_to=None).exclude(pk=area.pk).exists():
        raise ValidationError(_("This is its only municipality. If the council has ended, say so under its status."))
    area.valid_to = last
    area.full_clean(exclude=["active_as"])
    area.save()
    return area
