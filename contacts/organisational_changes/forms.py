"""What somebody fills in to plan a change: one form a kind. Each knows the units that change and what there is then."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.validators import RegexValidator
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.date_inputs import DateInput
from contacts.folding import norwegian_order
from contacts.models import (
    ChangeKind,
    County,
    Language,
    Municipality,
    PoliceDistrict,
    Successor,
    UnitKind,
)
from contacts.services import organisational_change

MOST_PARTS = 4
MINORITY_LANGUAGES = [Language.NORTHERN_SAMI, Language.LULE_SAMI, Language.SOUTHERN_SAMI, Language.KVEN]


class PlaceField(forms.ModelChoiceField):
    """One of the places within reach, in Norwegian alphabetical order, with the county where names repeat."""

    def label_from_instance(self, place):
        county = getattr(place, "county", None)
        return f"{place.name} ({county.name})" if county else place.name


class PlacesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, place):
        return PlaceField.label_from_instance(self, place)


class NumberField(forms.CharField):
    default_validators = [
        RegexValidator(r"^\d{4}\Z", _("A municipality number has four digits, with the leading zero."))
    ]

    def __init__(self, **options):
        super().__init__(**{"label": _("Municipality number"), "max_length": 4} | options)
        self.widget.attrs |= {"inputmode": "numeric", "size": 4}


class PlanForm(forms.Form):
    """`heading` is the form's and the page's; `fields_in_order` the layout of what comes before the day."""

    kind = unit = heading = lead = None
    needs_whole_country = False

    date = forms.DateField(
        label=_("First day of the new order"),
        widget=DateInput,
        help_text=_("A day to come, usually 1 January. Until then you can undo it."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        help_text=_("For example the decision it rests on. Never about a person."),
    )

    def __init__(self, *args, access, today, **options):
        super().__init__(*args, **options)
        municipalities = Municipality.objects.planned_by(access).current(today).filter(valid_to=None)
        self.choose_from(Municipality, in_order(municipalities.select_related("county")))
        self.choose_from(PoliceDistrict, in_order(PoliceDistrict.objects.planned_by(access).filter(valid_to=None)))

    def choose_from(self, model, places):
        for field in self.fields.values():
            if isinstance(field, PlaceField | PlacesField) and field.queryset.model is model:
                field.queryset = model.objects.filter(pk__in=[place.pk for place in places])
                if model is Municipality:
                    field.queryset = field.queryset.select_related("county")
                empty = [("", field.empty_label)] if isinstance(field, PlaceField) else []
                field.widget.choices = [
                    *empty,
                    *((place.pk, field.label_from_instance(place)) for place in places),
                ]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(*self.fields_in_order, "date", "note")
        helper.add_input(Submit("", _("Show what changes")))
        return helper

    @property
    def plan(self):
        """What `services.organisational_change.plan` takes."""
        return {
            "kind": self.kind,
            "unit": self.unit,
            "date": self.cleaned_data["date"],
            "note": self.cleaned_data["note"],
            "units": self.units(),
            "successors": self.successors(),
        }

    def new_municipality(self, units, *, name, number, district=None, **values):
        """In the county that its number says, and in the police district of those before, unless one is chosen."""
        county = self.county_of(number)
        return Successor(
            is_new=True,
            name=name,
            number=number,
            county=county,
            belongs_to=district or organisational_change.common_district(units),
            **values,
        )

    def county_of(self, number):
        return County.objects.filter(number=number[:2]).first() if number else None

    def check_number(self, field):
        number = self.cleaned_data.get(field)
        if number and not self.county_of(number):
            text = gettext("No county has the number %(number)s, with which this begins.")
            self.add_error(field, text % {"number": number[:2]})

    def other_names(self):
        names = {language.value: self.cleaned_data.get(f"name_{language.value}") for language in MINORITY_LANGUAGES}
        return {language: name for language, name in names.items() if name}


def in_order(places):
    return sorted(places, key=lambda place: norwegian_order(place.name))


def name_field(**options):
    return forms.CharField(**{"label": _("Name"), "max_length": 60} | options)


OTHER_NAMES = Fieldset(
    _("Names in other languages"), Row(*(f"name_{language.value}" for language in MINORITY_LANGUAGES))
)


class WithOtherNames(forms.Form):
    name_se = name_field(label=Language.NORTHERN_SAMI.label, required=False)
    name_smj = name_field(label=Language.LULE_SAMI.label, required=False)
    name_sma = name_field(label=Language.SOUTHERN_SAMI.label, required=False)
    name_fkv = name_field(label=Language.KVEN.label, required=False)


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


class SplitForm(PlanForm):
    """One unit becomes up to four, each a new one or one that goes on. Parts that are left empty are none."""

    kind = ChangeKind.SPLIT

    def __init__(self, *args, **options):
        self.base_fields = type(self).base_fields | {
            f"{name}_{part}": field for part in self.parts for name, field in self.fields_of_a_part().items()
        }
        super().__init__(*args, **options)

    parts = range(1, MOST_PARTS + 1)

    @property
    def fields_in_order(self):
        names = self.fields_of_a_part()
        layouts = [
            Fieldset(gettext("Part %(number)s") % {"number": part}, Row(*(f"{name}_{part}" for name in names)))
            for part in self.parts
        ]
        return ["unit_that_ends", *layouts]

    def part(self, part):
        """What was written about it, by the names of the fields."""
        return {name: self.cleaned_data.get(f"{name}_{part}") for name in self.fields_of_a_part()}

    def units(self):
        return [self.cleaned_data["unit_that_ends"]]

    def successors(self):
        return [self.successor(**values) for part in self.parts if any((values := self.part(part)).values())]


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


# By the last part of the address.
PLAN_FORMS = {
    "kommuner-slas-sammen": MergeMunicipalities,
    "kommune-deles": SplitMunicipality,
    "kommune-far-nytt-navn": RenameMunicipality,
    "kommune-far-nytt-nummer": RenumberMunicipality,
    "kommune-flyttes": TransferMunicipality,
    "politidistrikter-slas-sammen": MergeDistricts,
    "politidistrikt-deles": SplitDistrict,
    "politidistrikt-far-nytt-navn": RenameDistrict,
}


class DivisionForm(forms.Form):
    """Who gets what: one field a question, with the proposal ticked. Optional ones ask whether a row is carried on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, change, questions, visible, **options):
        super().__init__(*args, initial={"version": change.version}, **options)
        self.change, self.questions = change, questions
        self.by_id = {str(successor.pk): successor for successor in change.successors.all()}
        given = {}
        for allotment in change.allotments.all():
            given.setdefault((allotment.model, allotment.key), []).append(allotment.successor_id)
        for question in questions:
            self.fields[field_name(question)] = self.field(question, given.get(question.key), question.row in visible)

    def field(self, question, given, is_visible):
        label = f"{question.label}: {question.private}" if question.private and is_visible else question.label
        if question.is_optional:
            return forms.BooleanField(label=label, required=False, initial=given != [None])
        choices = [(pk, str(successor)) for pk, successor in self.by_id.items()]
        initial = given or [successor.pk for successor in question.proposed]
        if question.may_be_several:
            several = {"widget": forms.CheckboxSelectMultiple, "initial": initial}
            return forms.MultipleChoiceField(label=label, choices=choices, **several)
        return forms.ChoiceField(label=label, choices=choices, initial=initial[0])

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_action = f"{self.change.get_absolute_url()}fordeling/"
        helper.layout = Layout("version", *(Fieldset(title, *names) for title, names in self.by_topic().items()))
        helper.add_input(Submit("", _("Save, and show what changes")))
        return helper

    def renew_version(self):
        """After somebody else was quicker: what was chosen here stays, and is saved at the next press."""
        self.data = self.data.copy()
        self.data["version"] = self.change.version

    @property
    def divides(self):
        return any(not question.is_optional for question in self.questions)

    def by_topic(self):
        topics = {}
        for question in self.questions:
            title = gettext("Tick those that stay") if question.is_optional else capfirst(question.topic.label)
            topics.setdefault(title, []).append(field_name(question))
        return topics

    @property
    def answers(self):
        return {
            question.key: [None] if question.is_optional else self.chosen(question)
            for question in self.questions
            if not (question.is_optional and self.cleaned_data[field_name(question)])
        }

    def chosen(self, question):
        value = self.cleaned_data[field_name(question)]
        return [self.by_id[pk] for pk in (value if isinstance(value, list) else [value])]


def field_name(question):
    return "-".join(question.key).replace(".", "-")


class VersionForm(forms.Form):
    """For a single press: only what somebody saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_(
            "With the columns old_number, old_name, new_number, new_name, change_date and kind, as in the register of "
            "municipality changes. A seventh column, police_district, names the new district by its code, such as p04."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    @property
    def helper(self):
        helper = FormHelper()
        helper.add_input(Submit("", _("Read the file")))
        return helper
