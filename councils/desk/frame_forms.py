"""Forms of a council's frame: founding it, what it is, and of which municipalities."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LongDayField, LongTextField
from contacts.folding import norwegian_order
from contacts.models import Municipality
from councils import founding
from councils.models import Council
from councils.querysets import municipalities_kept_by


class PlaceField(forms.ModelChoiceField):
    """A municipality of today that somebody keeps. Of one that has ended, it is said what it became."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Municipality.objects.none(), **{"label": _("Municipality")} | kwargs)

    def offer(self, municipalities):
        today = timezone.localdate()
        offered = municipalities.current(today).select_related("county")
        self.queryset = municipalities | Municipality.objects.filter(valid_to__lt=today)
        in_order = sorted(offered, key=lambda place: (norwegian_order(place.name), place.pk))
        names = [(place.pk, f"{place.name} ({place.county.name})") for place in in_order]
        self.widget.choices = [("", "---------"), *names] if len(names) != 1 else names

    def clean(self, value):
        municipality = super().clean(value)
        if municipality:
            founding.refuse_ended(municipality)
        return municipality


class CouncilForm(founding.RefusesSecond, VersionedModelForm):
    """What a council is. Its municipalities and members have pages of their own."""

    status_since = LongDayField(label=_("Status since"), required=True)
    founded_on = LongDayField(label=_("Founding decision made"))
    purpose = LongTextField(
        label=_("Purpose"),
        rows=4,
        max_length=2000,
        help_text=_("What the council is for. It is advisory and strategic, and never deals with individual cases."),
    )

    class Meta:
        model = Council
        fields = [
            *("name", "form", "city_district", "status", "status_since", "status_note"),
            *("founded_on", "founding_decision", "purpose", "secretariat", "minimum_meetings", "language"),
            *("meetings_visibility", "items_visibility"),
            *("email", "access_contact", "press_function", "press_phone", "press_email"),
        ]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            "seen",
            Fieldset(_("The council"), "name", Row("form", "city_district"), "purpose", "secretariat"),
            Fieldset(_("Status"), Row("status", "status_since"), "status_note"),
            Fieldset(_("Founding"), Row("founded_on", "founding_decision")),
            Fieldset(
                _("How it works"), Row("minimum_meetings", "language"), Row("meetings_visibility", "items_visibility")
            ),
            Fieldset(
                _("Where to turn"),
                Row("email", "access_contact"),
                "press_function",
                Row("press_phone", "press_email"),
            ),
        )
        helper.add_input(Submit("", _("Save")))
        return helper


class NewCouncilForm(CouncilForm):
    """The least that a council needs. The rest is filled in afterwards, on its own pages."""

    municipality = PlaceField(help_text=_("Of several municipalities: begin with one, and add the others afterwards."))

    class Meta:
        model = Council
        fields = ["name", "form", "city_district", "status", "status_since", "status_note"]

    founded_on = purpose = None

    def __init__(self, *args, access, **kwargs):
        super().__init__(*args, access=access, **kwargs)
        self.fields["municipality"].offer(municipalities_kept_by(access))

    second_is_told_at = "municipality"

    def municipalities_of(self):
        return [self.cleaned_data["municipality"]]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            "municipality",
            "name",
            Row("form", "city_district"),
            Row("status", "status_since"),
            "status_note",
        )
        helper.add_input(Submit("", _("Create the council")))
        return helper


class AreaForm(forms.Form):
    """One more municipality, of those that somebody keeps. `body`: what has `areas`."""

    kept_by = staticmethod(municipalities_kept_by)

    municipality = PlaceField()
    first = LongDayField(label=_("First day"), required=True)

    def __init__(self, *args, body, access, **kwargs):
        super().__init__(*args, **kwargs)
        there = body.areas.filter(valid_to=None).values("municipality")
        self.fields["municipality"].offer(self.kept_by(access).exclude(pk__in=there))
        self.fields["first"].initial = timezone.localdate

    @property
    def offers_any(self):
        return any(value for value, _name in self.fields["municipality"].widget.choices)

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(Row("municipality", "first"))
        helper.add_input(Submit("", _("Add the municipality")))
        return helper


class LastDayForm(forms.Form):
    last = LongDayField(label=_("Last day"), required=True)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "last")
        helper.add_input(Submit("", _("Save the last day")))
        return helper
