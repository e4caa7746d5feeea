"""Where a resource applies, as one choice: the whole country, a police district or a municipality."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.folding import norwegian_order
from guidance.permissions import districts_kept_by, edits_library, municipalities_kept_by

COUNTRY = "land"
FIELDS = {"d": "district", "k": "municipality"}


def where(resource):
    """Its place as the address and the forms name it: "land", "d12", "k34"."""
    if resource.district_id:
        return f"d{resource.district_id}"
    return f"k{resource.municipality_id}" if resource.municipality_id else COUNTRY


def place_of(value):
    """The fields of a resource that applies there. Of what names no place, the country's."""
    found = re.fullmatch(r"([dk])(\d{1,18})", value, re.ASCII)
    if not found:
        return {"district": None, "municipality": None}
    return {"district": None, "municipality": None, FIELDS[found[1]]: int(found[2])}


class PlaceField(forms.ChoiceField):
    """Only where somebody keeps what applies; gives {"district": …, "municipality": …}."""

    def __init__(self, **options):
        super().__init__(label=_("Applies in"), **options)

    def offer(self, access):
        self.rows = {
            **{f"d{row.pk}": ("district", row) for row in districts_kept_by(access)},
            **{f"k{row.pk}": ("municipality", row) for row in municipalities_kept_by(access)},
        }
        country = [(COUNTRY, _("The whole country"))] if edits_library(access) else []
        districts, municipalities = self._named("district"), self._named("municipality")
        groups = [(_("Police districts"), districts), (_("Municipalities"), municipalities)]
        self.choices = [*country, *((name, rows) for name, rows in groups if rows)]
        self.only = next(iter(self.rows), COUNTRY) if len(self.rows) + len(country) == 1 else ""

    def _named(self, kind):
        named = [(value, row.name) for value, (of, row) in self.rows.items() if of == kind]
        return sorted(named, key=lambda one: norwegian_order(one[1]))

    def clean(self, value):
        value = super().clean(self.only or value)
        if value == COUNTRY:
            return {"district": None, "municipality": None}
        if value not in self.rows:
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": value})
        kind, row = self.rows[value]
        return {"district": None, "municipality": None, kind: row}
