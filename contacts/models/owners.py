from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.models.places import Municipality, PoliceDistrict

# For constraints: at most one of the two; which of them is needed, each kind of row says itself.
NOT_TWO_OWNERS = Q(owner_district__isnull=True) | Q(owner_municipality__isnull=True)


class Owned(models.Model):
    """Belongs to one unit, a police district or a municipality, and only that unit's people may edit it (R7)."""

    owner_district = models.ForeignKey(
        PoliceDistrict,
        verbose_name=_("owning police district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    owner_municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("owning municipality"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def owner(self):
        return self.owner_district or self.owner_municipality

    @owner.setter
    def owner(self, unit):
        self.owner_district = unit if isinstance(unit, PoliceDistrict) else None
        self.owner_municipality = unit if isinstance(unit, Municipality) else None

    def has_same_owner_as(self, other):
        return (self.owner_district_id, self.owner_municipality_id) == (
            other.owner_district_id,
            other.owner_municipality_id,
        )
