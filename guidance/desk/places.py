"""Where a resource applies, as one choice: the whole country, a police district or a municipality."""

import re

from django import forms
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

    @property
    def only_row(self):
        """The place, as the fields of a resource, where there is no other to choose."""
        return _fields(*next(iter(self.rows.values()))) if len(self.rows) == 1 and len(self.choices) == 1 else None

    def _named(self, kind):
        named = [(value, row.name) for value, (of, row) in self.rows.items() if of == kind]
        return sorted(named, key=lambda one: norwegian_order(one[1]))

    def clean(self, value):
        value = super().clean(value)
        return _fields(*self.rows[value]) if value in self.rows else _fields()


def _fields(kind="", row=None):
    nowhere = {"district": None, "municipality": None}
    return nowhere | {kind: row} if kind else nowhere
