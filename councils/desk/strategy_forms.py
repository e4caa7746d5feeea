"""The forms in which a strategy is written and adopted. Their help texts teach what belongs under each heading."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LongDayField, LongTextField
from contacts.desk.tables import TableFormSet
from councils.models import Objective, Strategy
from councils.services.strategies import HEADINGS, adopting_items

MOST_OBJECTIVES = 30


class StrategyForm(VersionedModelForm):
    """A draft: the three headings, whose place it takes, and for how long it is to hold."""

    problem_understanding = LongTextField(
        label=_("Shared problem understanding"),
        help_text=_(
            "What you see together: which problems there are here, where, and in which groups. Say what you know from "
            "figures, what from experience, and what you do not know. Never about single persons or cases."
        ),
    )
    routines = LongTextField(
        label=_("Routines for cooperation and responsibility"),
        help_text=_(
            "Who does what, and when: who takes the first step, who is told, who follows up, and how you work together "
            "within the duty of secrecy. Name functions, not people."
        ),
    )
    concern = LongTextField(
        label=_("Strategy for handling concern"),
        help_text=_(
            "What happens when somebody is worried: whom they talk to first, who decides on the next step, and when "
            "the police come in. Describe the way a concern goes, never a concern that you have had."
        ),
    )
    valid_from = LongDayField(label=_("First day"))
    valid_to = LongDayField(label=_("Last day"), help_text=_("It expires by itself the day after."))
    review_on = LongDayField(label=_("To be reviewed"), help_text=_("On this day it comes up on your desk."))

    class Meta:
        model = Strategy
        fields = ["title", *HEADINGS, "predecessor", "valid_from", "valid_to", "review_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        earlier = Strategy.objects.filter(body=self.instance.body_id).exclude(status=Strategy.Status.DRAFT)
        self.fields["predecessor"].queryset = earlier.exclude(pk=self.instance.pk)
        self.fields["predecessor"].help_text = _("That one expires the day before this one begins to hold.")

    def clean(self):
        cleaned = super().clean()
        if not self.instance.is_draft:
            raise ValidationError(
                _(
                    "The strategy was adopted while you wrote, and its text stays as adopted. Copy what you typed, and "
                    "make a new version."
                )
            )
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(
            "seen",
            "title",
            *HEADINGS,
            Fieldset(_("When it holds"), Row("valid_from", "valid_to", "review_on"), "predecessor"),
        )
        return helper


class DatesForm(VersionedModelForm):
    """Of what was adopted only the days can be changed."""

    valid_to = LongDayField(label=_("Last day"), help_text=_("It expires by itself the day after."))
    review_on = LongDayField(label=_("To be reviewed"), help_text=_("On this day it comes up on your desk."))

    class Meta:
        model = Strategy
        fields = ["valid_to", "review_on"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", Row("valid_to", "review_on"))
        helper.add_input(Submit("", _("Save")))
        return helper


class ObjectiveForm(VersionedModelForm):
    position = forms.IntegerField(label=_("Order"), required=False, min_value=1, max_value=999)

    class Meta:
        model = Objective
        fields = ["position", "text"]

    def clean_position(self):
        """Without a number it comes last."""
        return self.cleaned_data["position"] or 999


class ObjectivesFormSet(TableFormSet):
    row_name = _("Objective")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance._state.adding:
            form.initial.pop("position", None)
            form.fields["position"].initial = None


Objectives = forms.inlineformset_factory(
    Strategy,
    Objective,
    form=ObjectiveForm,
    formset=ObjectivesFormSet,
    extra=3,
    max_num=MOST_OBJECTIVES,
    validate_max=True,
    absolute_max=MOST_OBJECTIVES + 3,
)


class ItemChoiceField(forms.ModelChoiceField):
    """Items by the day of their meeting: two queries, however many there are."""

    def label_from_instance(self, item):
        return f"{date_format(item.meeting.date)}: {item}"


class AdoptForm(VersionedModelForm):
    """By which item of which meeting, and from which day to which."""

    adopted_in = ItemChoiceField(
        label=_("Adopted in"),
        queryset=None,
        help_text=_("The item by which it was adopted. Only meetings that were called and have been are shown."),
    )
    valid_from = LongDayField(label=_("First day"), required=True)
    valid_to = LongDayField(label=_("Last day"), help_text=_("It expires by itself the day after."))
    review_on = LongDayField(label=_("To be reviewed"), help_text=_("On this day it comes up on your desk."))

    class Meta:
        model = Strategy
        fields = ["adopted_in", "valid_from", "valid_to", "review_on"]

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["adopted_in"].queryset = adopting_items(self.instance.body, today)
        self.fields["valid_from"].initial = today
        if self.instance.valid_from is None:
            self.initial["valid_from"] = today

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "adopted_in", Row("valid_from", "valid_to", "review_on"))
        helper.add_input(Submit("", _("Adopt the strategy")))
        return helper
