"""Planning a change of police districts: one form a kind."""

from crispy_forms.layout import Fieldset
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.models import ChangeKind, PoliceDistrict, Successor, UnitKind
from contacts.organisational_changes.plan_forms import PlaceField, PlacesField, PlanForm, SplitForm, name_field


class DistrictForm(PlanForm):
    unit = UnitKind.DISTRICT
    needs_whole_country = True

    def new_district(self, name, name_nn="", headquarters=""):
        names = {"nn": name_nn} if name_nn else {}
        return Successor(is_new=True, name=name, names=names, headquarters=headquarters)


class MergeDistricts(DistrictForm):
    kind = ChangeKind.MERGE
    heading = _("Police districts merge")
    lead = _("Their municipalities, contact points and roles go to the new one, or to one that goes on.")

    districts = PlacesField(label=_("Police districts that end"), queryset=PoliceDistrict.objects.none())
    into = PlaceField(
        label=_("They become part of"),
        queryset=PoliceDistrict.objects.none(),
        required=False,
        empty_label=_("A new police district"),
    )
    name = name_field(required=False, label=_("Name of the new police district"))
    name_nn = name_field(required=False, label=_("Name in nynorsk"), help_text=_("Only if it is another one."))
    headquarters = name_field(required=False, label=_("Headquarters"))
    fields_in_order = ["districts", "into", Fieldset(_("A new police district"), "name", "name_nn", "headquarters")]

    def clean(self):
        if not self.cleaned_data.get("into") and not self.cleaned_data.get("name") and "name" not in self.errors:
            self.add_error("name", gettext("A new police district needs a name."))

    def units(self):
        return [place for place in self.cleaned_data["districts"] if place != self.cleaned_data["into"]]

    def successors(self):
        data = self.cleaned_data
        if data["into"]:
            return [Successor(is_new=False, district=data["into"])]
        return [self.new_district(data["name"], data["name_nn"], data["headquarters"])]


class SplitDistrict(SplitForm, DistrictForm):
    kind = ChangeKind.SPLIT
    heading = _("A police district is divided")
    lead = _("It ends. You say on the next page which municipality goes where, and who gets what.")

    unit_that_ends = PlaceField(label=_("Police district"), queryset=PoliceDistrict.objects.none())

    def fields_of_a_part(self):
        options = {"queryset": PoliceDistrict.objects.none(), "required": False}
        return {
            "goes_on": PlaceField(label=_("Becomes part of"), empty_label=_("A new police district"), **options),
            "name": name_field(required=False),
            "headquarters": name_field(required=False, label=_("Headquarters")),
        }

    def clean(self):
        for part in self.parts:
            values = self.part(part)
            if values["headquarters"] and not (values["goes_on"] or values["name"]):
                self.add_error(f"name_{part}", gettext("A new police district needs a name."))

    def successor(self, *, goes_on, name, headquarters):
        if goes_on:
            return Successor(is_new=False, district=goes_on)
        return self.new_district(name, headquarters=headquarters)


class RenameDistrict(DistrictForm):
    kind = ChangeKind.RENAME
    heading = _("A police district gets a new name")
    lead = _("It keeps its address here. The old name still leads to it.")

    district = PlaceField(label=_("Police district"), queryset=PoliceDistrict.objects.none())
    name = name_field(label=_("New name"))
    name_nn = name_field(required=False, label=_("Name in nynorsk"), help_text=_("Only if it is another one."))
    fields_in_order = ["district", "name", "name_nn"]

    def units(self):
        return [self.cleaned_data["district"]]

    def successors(self):
        data = self.cleaned_data
        names = {"nn": data["name_nn"]} if data["name_nn"] else {}
        return [Successor(is_new=False, district=data["district"], name=data["name"], names=names)]
