"""The forms of a plan: the plan itself, a measure, how all of them go, what is known, and what is pasted."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import InlineFormSetOfVersioned, VersionedModelForm
from contacts.desk.fields import LongDayField, LongTextField
from contacts.desk.tables import TableFormSet
from councils.models import Knowledge, Measure, Plan, Strategy
from councils.services.plans import MOST_MEASURES

MOST_SOURCES = 60


class PlanForm(VersionedModelForm):
    """What the plan is called, which strategy it carries out, for how long, and who may read it."""

    valid_from = LongDayField(label=_("First day"))
    valid_to = LongDayField(label=_("Last day"))

    class Meta:
        model = Plan
        fields = ["title", "strategy", "status", "visibility", "valid_from", "valid_to"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["strategy"].queryset = Strategy.objects.filter(body=self.instance.body_id)
        self.fields["strategy"].help_text = _("The strategy that the plan carries out, if there is one.")
        self.fields["status"].help_text = _("Only those who keep the records see a draft.")

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "title", "strategy", Row("status", "visibility"), Row("valid_from", "valid_to"))
        helper.add_input(Submit("", _("Save")))
        return helper


class MeasureForm(VersionedModelForm):
    """A whole measure. The table of how it goes has only status and evaluation."""

    deadline = LongDayField(label=_("Deadline"))
    evaluation = LongTextField(label=_("Evaluation"), rows=4, max_length=2000)

    class Meta:
        model = Measure
        fields = ["focus_area", "objective", "text", "responsible", "deadline", "theme", "status", "evaluation"]
        help_texts = {
            "focus_area": _("What the measure is part of, for example: Safe evenings in the centre."),
            "objective": _("What is to be different when it is done, so that you can see whether it is."),
            "text": _("What is done. Never about single persons or cases."),
            "responsible": _("A function, not a person: SLT coordinator, head of the police station."),
        }

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            "seen",
            "focus_area",
            "objective",
            "text",
            Row("responsible", "deadline"),
            "theme",
            Fieldset(_("How it goes"), "status", "evaluation"),
        )
        helper.add_input(Submit("", _("Save")))
        if self.is_new:
            helper.add_input(Submit("more", _("Save, and write another"), css_class="secondary"))
        return helper


class ProgressRow(VersionedModelForm):
    """One row of the table in which the secretary says how everything goes."""

    evaluation = LongTextField(label=_("Evaluation"), rows=2, max_length=2000)

    class Meta:
        model = Measure
        fields = ["status", "evaluation"]


Progress = forms.inlineformset_factory(
    Plan,
    Measure,
    form=ProgressRow,
    formset=InlineFormSetOfVersioned,
    extra=0,
    can_delete=False,
    max_num=MOST_MEASURES,
    absolute_max=MOST_MEASURES,
)


class KnowledgeForm(VersionedModelForm):
    text = LongTextField(label=_("What is known"), rows=3, max_length=2000, required=True)
    year = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2100)
    url = forms.URLField(label=_("Link"), required=False, assume_scheme="https")

    class Meta:
        model = Knowledge
        fields = ["text", "source", "year", "url"]


class KnowledgeFormSet(TableFormSet):
    row_name = _("Source")


KnowledgeBase = forms.inlineformset_factory(
    Plan,
    Knowledge,
    form=KnowledgeForm,
    formset=KnowledgeFormSet,
    extra=2,
    max_num=MOST_SOURCES,
    validate_max=True,
    absolute_max=MOST_SOURCES + 2,
)


class PasteForm(forms.Form):
    """What was copied in a spreadsheet. Its cells are checked row by row (services/plans.py), not as one text.

    `preview` decides what is asked: about bad rows, about rows that the plan has already, about what may point at
    a person. Nothing is kept between the check and the press that adds the rows: the text travels in the form.
    """

    text = forms.CharField(
        label=_("Rows from your spreadsheet"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_(
            "Mark the rows in Excel or another spreadsheet, headings included, copy them, and paste them here. "
            "Nothing is added before you have seen what will be."
        ),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    only_good = forms.BooleanField(label=_("Leave out the rows that have to be corrected, and add the others"))
    again = forms.BooleanField(label=_("Add the rows that the plan has already once more"))
    decided = forms.BooleanField(label=_("I have looked at what may point at a person, and it does not"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("only_good", "again", "decided"):
            self.fields[name].required = False

    def ask_about(self, preview):
        """Leaves in the form what this preview needs an answer to."""
        needed = {
            "only_good": bool(preview) and bool(preview.bad or preview.held_up) and bool(preview.new or preview.known),
            "again": bool(preview) and bool(preview.known),
            "decided": bool(preview) and bool(preview.held_up),
        }
        for name, is_needed in needed.items():
            if not is_needed:
                del self.fields[name]
