"""The forms of a working year: the year itself, findings, priorities, and what the steering group made of them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LONGEST_KEY, LongDayField, LongTextField
from contacts.desk.forms import SavedBySubmit
from contacts.models import Municipality
from contacts.person_data.forms import GuardedForm
from slt.choices import Outcome
from slt.desk.readers import SaysWhoReads
from slt.models import CycleYear, Finding, Priority

# Reports of earlier years can be written afterwards; next year can be begun before it comes.
FIRST_YEAR, YEARS_AHEAD = 1990, 1
NEUTRAL = _("About groups, places and times. Never about one person, and never a name.")


class YearForm(SavedBySubmit, VersionedModelForm):
    """A working year that is new. What is left of the year before comes along; for priorities that is asked."""

    submit = _("Begin the year")
    priorities = forms.BooleanField(
        label=_("Take over the priorities that are not decided, too"), required=False, initial=True
    )

    class Meta:
        model = CycleYear
        fields = ["year"]

    def __init__(self, *args, asks_about_priorities, **kwargs):
        super().__init__(*args, **kwargs)
        last = timezone.localdate().year + YEARS_AHEAD
        self.fields["year"] = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=last)
        if not asks_about_priorities:
            del self.fields["priorities"]

    def clean_year(self):
        year = self.cleaned_data["year"]
        if CycleYear.objects.filter(scheme=self.instance.scheme_id, year=year).exists():
            raise ValidationError(_("This year is there already."))
        return year

    def layout(self):
        return Layout("seen", *(name for name in ("year", "priorities") if name in self.fields))


class FindingForm(SavedBySubmit, SaysWhoReads, VersionedModelForm):
    text = LongTextField(label=_("What was found"), rows=4, max_length=2000, required=True, help_text=NEUTRAL)
    found_on = LongDayField(label=_("Found on"), required=True, initial=timezone.localdate)

    class Meta:
        model = Finding
        fields = ["text", "source", "found_on", "theme", "municipality", "visibility"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        mine = self.instance.cycle.scheme.areas.current(timezone.localdate()).values_list("municipality", flat=True)
        offered = Municipality.objects.filter(pk__in=[*mine, self.instance.municipality_id])
        self.fields["municipality"].queryset = offered
        if len(offered) < 2:
            del self.fields["municipality"]

    def layout(self):
        where = Row("theme", "municipality") if "municipality" in self.fields else "theme"
        return Layout("seen", "text", Row("source", "found_on"), where, "visibility")

    @property
    def helper(self):
        helper = super().helper
        if self.is_new:
            helper.add_input(Submit("more", _("Save, and write another"), data_variant="secondary"))
        return helper


class FindingsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def clean(self, value):
        """Of several numbers together, Django does not see that one is too large for the database."""
        for one in value or ():
            if len(str(one)) > LONGEST_KEY:
                raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": one})
        return super().clean(value)

    def label_from_instance(self, finding):
        return f"{finding} ({finding.source})"


class PriorityForm(SavedBySubmit, SaysWhoReads, VersionedModelForm):
    """From which findings it was made is ticked: of this year, and those that it had before it was taken over."""

    reason = LongTextField(
        label=_("Reason"),
        rows=5,
        max_length=5000,
        help_text=_("What the steering group is asked to decide, and why. It becomes the text of the case."),
    )

    class Meta:
        model = Priority
        fields = ["title", "findings", "reason", "theme", "visibility"]
        field_classes = {"findings": FindingsField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        mine = Finding.objects.filter(cycle=self.instance.cycle_id)
        if not self.is_new:
            mine = mine | Finding.objects.filter(pk__in=list(self.instance.findings.values_list("pk", flat=True)))
        self.fields["findings"].queryset = mine.distinct()
        self.fields["findings"].label = _("From these findings")
        self.fields["title"].help_text = _("It becomes the title of the case. Keep it neutral.")
        if not mine:
            del self.fields["findings"]

    def vouches_for_the_row(self):
        """Which findings it has is no column of the row, and is not compared: so whoever ticks others looks again."""
        field = self.fields.get("findings")
        ticked = field and field.has_changed(self.get_initial_for_field(field, "findings"), self["findings"].data)
        return bool(ticked) or super().vouches_for_the_row()

    def layout(self):
        findings = [name for name in ("findings",) if name in self.fields]
        return Layout("seen", "title", *findings, "reason", Row("theme", "visibility"))


class OutcomeForm(SavedBySubmit, VersionedModelForm):
    decided_on = LongDayField(label=_("Decided on"), help_text=_("Empty, as long as it is not decided."))

    class Meta:
        model = Priority
        fields = ["outcome", "decided_on"]
        widgets = {"outcome": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.decided_on:
            self.initial["decided_on"] = self._day_of_the_meeting()

    def _day_of_the_meeting(self):
        item = self.instance.item
        return item.meeting.date if item and item.meeting.date <= timezone.localdate() else None

    def clean(self):
        cleaned = super().clean()
        day = self.cleaned_data.get("decided_on")
        if self.cleaned_data.get("outcome") == Outcome.WAITING:
            self.cleaned_data["decided_on"] = None
        elif day is None and "decided_on" not in self.errors:
            self.add_error("decided_on", _("Say on which day the steering group decided."))
        elif day and day > timezone.localdate():
            self.add_error("decided_on", _("That day is still to come. Record the decision when it has been made."))
        return cleaned

    def layout(self):
        return Layout("seen", "outcome", "decided_on")


class MeetingsField(forms.ModelChoiceField):
    """Days, and nothing else of the meetings: whoever puts a case there may not read what they are about."""

    widget = forms.RadioSelect

    def label_from_instance(self, meeting):
        return date_format(meeting.date, "DATE_FORMAT")


class PutForm(SavedBySubmit, GuardedForm, forms.Form):
    """`seen` is the version of the priority: what is put is what somebody has read."""

    submit = _("Put it on the agenda")
    seen = forms.IntegerField(widget=forms.HiddenInput)
    meeting = MeetingsField(label=_("At which meeting?"), queryset=None, empty_label=None)

    def __init__(self, *args, priority, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"seen": priority.version, "meeting": meetings[0] if meetings else None}
        self.fields["meeting"].queryset = meetings

    def layout(self):
        return Layout("seen", "meeting")


class EvaluationForm(SavedBySubmit, VersionedModelForm):
    evaluation = LongTextField(
        label=_("Evaluation of the year"),
        max_length=10_000,
        help_text=_("What worked, what did not, and what we learnt. It becomes public with the documented year."),
    )

    class Meta:
        model = CycleYear
        fields = ["evaluation"]

    def layout(self):
        return Layout("seen", "evaluation")


class SummaryForm(VersionedModelForm):
    """Saved as a draft, or published."""

    summary = LongTextField(
        label=_("What the year came to"),
        max_length=10_000,
        help_text=_("For everyone: what was done, and what came of it. Never about single persons."),
    )

    class Meta:
        model = CycleYear
        fields = ["summary"]

    def clean(self):
        cleaned = super().clean()
        if "publish" in self.data and not self.cleaned_data.get("summary") and "summary" not in self.errors:
            self.add_error("summary", _("Write what the year came to before you publish it."))
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "summary")
        if self.instance.documented_on:
            helper.add_input(Submit("publish", _("Save")))
            helper.add_input(Submit("draft", _("Take it off the public page"), data_variant="secondary"))
        else:
            helper.add_input(Submit("publish", _("Publish")))
            helper.add_input(Submit("draft", _("Save as a draft"), data_variant="secondary"))
        return helper
