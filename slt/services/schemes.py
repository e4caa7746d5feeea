"""A scheme comes to be, reaches a municipality, or no longer does; and its groups with it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from contacts import bodies
from contacts.slugs import free_slug
from councils.founding import refuse_ended
from councils.models import BodyMunicipality
from slt.models import SchemeMunicipality
from slt.models.schemes import OF_ANOTHER_MUNICIPALITY, RESERVED


@transaction.atomic
def found(*, scheme, municipality):
    """With an address made of its name. Whether somebody may found one there, the form has asked."""
    refuse_ended(municipality)
    refuse_second([municipality], scheme)
    council = scheme.steering_council
    if council and not council.areas.current(timezone.localdate()).filter(municipality=municipality).exists():
        raise ValidationError({"steering_council": OF_ANOTHER_MUNICIPALITY})
    scheme.slug = free_address(scheme.name, otherwise="slt")
    scheme.save()
    SchemeMunicipality.objects.create(scheme=scheme, municipality=municipality)
    return scheme


def free_address(name, otherwise):
    """One that neither a scheme nor a body has: a role that is for one of them names it by its address."""
    return free_slug(name, *bodies.every(), otherwise=otherwise, reserved=RESERVED)


@transaction.atomic
def reach(*, scheme, municipality, first):
    """The scheme is of one more municipality, and its groups are."""
    refuse_ended(municipality)
    refuse_second([municipality], scheme)
    area = SchemeMunicipality(scheme=scheme, municipality=municipality, valid_from=first)
    area.full_clean(exclude=["is_active"])
    area.save()
    take_groups_along(scheme)
    return area


@transaction.atomic
def leave(*, area, last):
    """From the day after on it is no longer of this municipality. Of one it must be: a scheme of none is wound up."""
    if not area.scheme.areas.filter(valid_to=None).exclude(pk=area.pk).exists():
        raise ValidationError(_("This is its only municipality. If the scheme is wound up, say so under its status."))
    area.valid_to = last
    area.full_clean(exclude=["is_active"])
    area.save()
    take_groups_along(area.scheme)
    return area


def take_groups_along(scheme):
    """The groups are of the municipalities of their scheme, on the same days. Ended groups as well: their records are
    kept by whoever keeps the scheme."""
    mine = {(area.municipality_id, area.valid_from): area.valid_to for area in scheme.areas.all()}
    for group in scheme.groups.all():
        there = {(area.municipality_id, area.valid_from): area for area in group.areas.all()}
        for key, area in there.items():
            if key not in mine:
                area.delete()
            elif area.valid_to != mine[key]:
                area.valid_to = mine[key]
                area.save()
        for municipality, first in mine.keys() - there.keys():
            BodyMunicipality.objects.create(
                body=group, municipality_id=municipality, valid_from=first, valid_to=mine[municipality, first]
            )


def standing_in(municipalities, scheme):
    """The rows of other active schemes in these municipalities; none while this one is not active."""
    if not scheme.is_active:
        return SchemeMunicipality.objects.none()
    taken = SchemeMunicipality.objects.filter(municipality__in=municipalities, is_active=True)
    return taken.exclude(scheme=scheme.pk).select_related("scheme", "municipality")


def refuse_second(municipalities, scheme):
    """A municipality is in one active scheme at most. Says which that is, and what one can do."""
    errors = [second(row) for row in standing_in(municipalities, scheme)]
    if errors:
        raise ValidationError(errors)


def second(row):
    return ValidationError(
        format_html(
            _(
                '{municipality} is in an active SLT scheme already: <a href="{url}">{scheme}</a>. A municipality is in '
                "one. Let it leave that one first: ask its coordinator. Or give this scheme another status."
            ),
            municipality=row.municipality.name,
            url=row.scheme.get_absolute_url(),
            scheme=row.scheme.name,
        ),
        code="second",
    )
