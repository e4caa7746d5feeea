"""What the forms that plan a change have in common: the fields, the day, and what a plan is made of."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.date_inputs import DateInput
from contacts.folding import norwegian_order
from contacts.models import ChangeKind, County, Language, Municipality, PoliceDistrict, Successor
from contacts.person_data.forms import GuardedForm
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


class PlanForm(GuardedForm, forms.Form):
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


class WithOtherNames(GuardedForm, forms.Form):
    name_se = name_field(label=Language.NORTHERN_SAMI.label, required=False)
    name_smj = name_field(label=Language.LULE_SAMI.label, required=False)
    name_sma = name_field(label=Language.SOUTHERN_SAMI.label, required=False)
    name_fkv = name_field(label=Language.KVEN.label, required=False)


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
