"""Planning a change of municipalities: one form a kind."""

from crispy_forms.layout import Fieldset
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.models import ChangeKind, Municipality, PoliceDistrict, Successor, UnitKind
from contacts.organisational_changes.plan_forms import (
    OTHER_NAMES,
    NumberField,
    PlaceField,
    PlacesField,
    PlanForm,
    SplitForm,
    WithOtherNames,
    name_field,
)


class MergeMunicipalities(WithOtherNames, PlanForm):
    kind, unit = ChangeKind.MERGE, UnitKind.MUNICIPALITY
    heading = _("Municipalities merge")
    lead = _("Into a new one, which has its own name and number; or into one that goes on as it is.")

    municipalities = PlacesField(label=_("Municipalities that end"), queryset=Municipality.objects.none())
    into = PlaceField(
        label=_("They become part of"),
        queryset=Municipality.objects.none(),
        required=False,
        empty_label=_("A new municipality"),
        help_text=_("Choose one only if it goes on with its number, and takes the others in."),
    )
    name = name_field(required=False, label=_("Name of the new municipality"))
    number = NumberField(required=False)
    district = PlaceField(
        label=_("Police district"),
        queryset=PoliceDistrict.objects.none(),
        required=False,
        empty_label=_("As the municipalities before"),
    )
    fields_in_order = [
        "municipalities",
        "into",
        Fieldset(_("A new municipality"), "name", "number", "district"),
        OTHER_NAMES,
    ]

    def clean(self):
        if not self.cleaned_data.get("into"):
            for field in ("name", "number"):
                if not self.cleaned_data.get(field) and field not in self.errors:
                    self.add_error(field, gettext("A new municipality needs this."))
        self.check_number("number")

    def units(self):
        return [place for place in self.cleaned_data["municipalities"] if place != self.cleaned_data["into"]]

    def successors(self):
        data = self.cleaned_data
        if data["into"]:
            return [Successor(is_new=False, municipality=data["into"])]
        values = {"name": data["name"], "number": data["number"], "district": data["district"]}
        return [self.new_municipality(self.units(), **values, names=self.other_names())]


class SplitMunicipality(SplitForm):
    unit = UnitKind.MUNICIPALITY
    heading = _("A municipality is divided")
    lead = _("It ends, and all that it had is given to those that come after. You say who gets what on the next page.")

    unit_that_ends = PlaceField(label=_("Municipality"), queryset=Municipality.objects.none())

    def fields_of_a_part(self):
        options = {"queryset": Municipality.objects.none(), "required": False}
        return {
            "goes_on": PlaceField(label=_("Becomes part of"), empty_label=_("A new municipality"), **options),
            "name": name_field(required=False),
            "number": NumberField(required=False),
        }

    def clean(self):
        for part in self.parts:
            self.check_number(f"number_{part}")
            values = self.part(part)
            if not values["goes_on"] and bool(values["name"]) != bool(values["number"]):
                self.add_error(f"name_{part}", gettext("A new municipality needs a name and a number."))

    def successor(self, *, goes_on, name, number):
        if goes_on:
            return Successor(is_new=False, municipality=goes_on)
        return self.new_municipality(self.units(), name=name, number=number)


class OneMunicipality(PlanForm):
    """Of the same municipality after as before."""

    unit = UnitKind.MUNICIPALITY

    municipality = PlaceField(label=_("Municipality"), queryset=Municipality.objects.none())

    def units(self):
        return [self.cleaned_data["municipality"]]

    def successors(self):
        return [Successor(is_new=False, municipality=self.cleaned_data["municipality"], **self.values())]


class RenameMunicipality(WithOtherNames, OneMunicipality):
    kind = ChangeKind.RENAME
    heading = _("A municipality gets a new name")
    lead = _("It keeps its number and its address here. The old name still leads to it.")

    name = name_field(required=False, label=_("New name"), help_text=_("Empty: only the names below are new."))
    fields_in_order = ["municipality", "name", OTHER_NAMES]

    def values(self):
        return {"name": self.cleaned_data["name"], "names": self.other_names()}


class RenumberMunicipality(OneMunicipality):
    kind = ChangeKind.RENUMBER
    heading = _("A municipality gets a new number")
    lead = _("The old number still leads to it.")

    number = NumberField(label=_("New number"))
    fields_in_order = ["municipality", "number"]

    def clean(self):
        self.check_number("number")

    def values(self):
        number = self.cleaned_data["number"]
        return {"number": number, "county": self.county_of(number)}


class TransferMunicipality(OneMunicipality):
    kind = ChangeKind.TRANSFER
    heading = _("A municipality moves to another police district or county")
    lead = _("The police’s contact points that serve it go along, or end serving it; the preview shows which.")

    district = PlaceField(
        label=_("New police district"),
        queryset=PoliceDistrict.objects.none(),
        required=False,
        empty_label=_("The same as before"),
    )
    number = NumberField(
        label=_("New number"),
        required=False,
        help_text=_("Only when it moves to another county: its first two digits say which."),
    )
    fields_in_order = ["municipality", "district", "number"]

    def clean(self):
        self.check_number("number")

    def values(self):
        number = self.cleaned_data["number"]
        return {"belongs_to": self.cleaned_data["district"], "number": number, "county": self.county_of(number)}
