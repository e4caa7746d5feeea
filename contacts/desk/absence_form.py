from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.choices import of_one_unit
from contacts.desk.fields import DayField
from contacts.desk.who import WhoForm
from contacts.models import Absence
from contacts.services.absence import refuse_days_outside

FIELD_OF = {"valid_from": "first", "valid_to": "last"}


class AbsenceForm(WhoForm):
    """Who is away from what, on which days, and who stands in. `mine` are the contact points to choose from."""

    assignments = forms.TypedMultipleChoiceField(
        label=_("Who is away?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    first = DayField(label=_("First day away"))
    last = DayField(label=_("Last day away"), help_text=_("They are back the day after, by themselves."))
    reason = forms.CharField(
        label=_("Note for the history"),
        max_length=200,
        required=False,
        help_text=_("Never why somebody is away."),
    )

    needs_somebody = False

    def __init__(self, *args, mine, people, **kwargs):
        super().__init__(*args, people=people, **kwargs)
        self.held = {held.pk: (held, point) for point in mine for held in [*point.holders, *point.coming]}
        self.fields["assignments"].choices = [
            (pk, f"{held.person.name}: {point.label}") for pk, (held, point) in self.held.items()
        ]
        self.fields["person"].choices = [
            ("", _("Nobody, or somebody new written below")),
            *self.fields["person"].choices[1:],
        ]

    def clean(self):
        super().clean()
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day cannot be before the first."))
        if "assignments" in self.cleaned_data and not of_one_unit(self.chosen_points):
            self.add_error("assignments", _("Choose contact points of one unit at a time."))

    @property
    def chosen_points(self):
        return [self.held[pk][1] for pk in self.cleaned_data["assignments"]]

    def add_errors(self, error):
        for field, messages in error.error_dict.items():
            name = FIELD_OF.get(field, field)
            self.add_error(name if name in self.fields else None, messages)

    @property
    def helper(self):
        helper = FormHelper()
        helper.mark_optional = False
        helper.layout = Layout(
            "assignments",
            Row("first", "last"),
            Fieldset(_("Who stands in"), "person", Row("name", "work_title"), Row("direct_phone", "work_email")),
            Fieldset(_("What everyone sees of the deputy"), "publication", Row(*self.DECISION[1:])),
            "reason",
        )
        helper.add_input(Submit("", _("Save the absence")))
        return helper


class DaysForm(VersionedModelForm):
    """Other days for an absence."""

    valid_from = DayField(label=_("First day away"))
    valid_to = DayField(label=_("Last day away"), help_text=_("They are back the day after, by themselves."))

    class Meta:
        model = Absence
        fields = ["valid_from", "valid_to"]

    def clean(self):
        super().clean()
        if not self.errors:
            refuse_days_outside(Absence(assignment=self.instance.assignment, **self._days))

    @property
    def _days(self):
        return {name: self.cleaned_data[name] for name in ("valid_from", "valid_to")}

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", Row("valid_from", "valid_to"))
        helper.add_input(Submit("step", _("Save the new days")))
        return helper
