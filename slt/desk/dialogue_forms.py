"""The forms of a dialogue process: the process with its parties, an event, and how an event went."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.date_inputs import TimeInput
from contacts.desk.fields import DayField, LongDayField, LongTextField
from contacts.desk.tables import TableFormSet
from contacts.scoped_forms import TellsAtTheField
from slt import origins
from slt.desk.readers import SaysWhoReads
from slt.models import DialogueEvent, DialogueProcess, Party
from slt.services.dialogues import MOST_PARTIES

ORIGINS = ("item", "plan_measure", "measure")
OUTCOME = {"label": _("What it led to"), "max_length": 5000}
NOBODY_BY_NAME = _("What you agreed on, and what happens now. Never who said what, and no names.")


class OriginField(forms.ModelChoiceField):
    """What was chosen before stays, also when whoever coordinates may not read it any more: then without its title."""

    def offer(self, rows, chosen):
        self.queryset = rows | rows.model.objects.filter(pk=chosen)
        self.hidden = chosen if chosen and not rows.filter(pk=chosen).exists() else None

    def label_from_instance(self, row):
        return _("What was chosen before (not public any more)") if row.pk == self.hidden else self.named(row)


class ItemField(OriginField):
    def named(self, item):
        title = item.published_title or item.title
        return f"{date_format(item.meeting.date)}, {item.body}: {item.number} {title}"


class PlanMeasureField(OriginField):
    def named(self, measure):
        return f"{measure.plan.body}, {measure.plan}: {measure.text}"


class MeasureField(OriginField):
    def named(self, measure):
        return f"{measure.cycle.year}: {measure.text}"


class DialogueForm(TellsAtTheField, SaysWhoReads, VersionedModelForm):
    aim = LongTextField(
        label=_("Aim"), rows=4, max_length=2000, required=True, help_text=_("What the dialogue is to lead to.")
    )
    outcome = LongTextField(**OUTCOME, rows=5, help_text=NOBODY_BY_NAME)
    valid_from = LongDayField(label=_("First day"), required=True)
    valid_to = LongDayField(label=_("Last day"), help_text=_("Empty: not decided yet."))
    item = ItemField(
        label=_("A case"),
        queryset=None,
        required=False,
        help_text=_(
            "Of one of the scheme’s groups, or a public case of the police council. From the last three years."
        ),
    )
    plan_measure = PlanMeasureField(
        label=_("A measure of the police council’s plan"), queryset=None, required=False, help_text=_("Public plans.")
    )
    measure = MeasureField(label=_("A measure of the scheme"), queryset=None, required=False)

    class Meta:
        model = DialogueProcess
        fields = [
            *("title", "aim", "theme", "status", "valid_from", "valid_to", "is_open", "visibility"),
            *(*ORIGINS, "outcome"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        scheme = self.instance.scheme
        offered = {
            "item": origins.items_for(scheme, self.instance.item_id),
            "plan_measure": origins.plan_measures_for(scheme),
            "measure": origins.measures_for(scheme),
        }
        for name, rows in offered.items():
            self.fields[name].offer(rows, getattr(self.instance, f"{name}_id"))

    def clean(self):
        cleaned = super().clean()
        if sum(bool(self.cleaned_data.get(name)) for name in ORIGINS) > 1:
            self.add_error(None, _("Name one thing only that it comes from: clear the others."))
        if self.cleaned_data.get("status") == DialogueProcess.Status.ENDED:
            self._refuse_to_end_before_its_events()
        return cleaned

    def _refuse_to_end_before_its_events(self):
        if not self.is_new and (event := self.instance.events.filter(status="planned").first()):
            message = _("“%(event)s” is still planned. Write how it went, or cancel it, before the dialogue ends.")
            self.add_error("status", ValidationError(message, params={"event": event.title}))

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(
            "seen",
            "title",
            "aim",
            Row("theme", "status"),
            Row("valid_from", "valid_to"),
            "is_open",
            "visibility",
            Fieldset(_("Where it comes from, if from one of these"), *ORIGINS),
            "outcome",
        )
        return helper


class PartyForm(TellsAtTheField, VersionedModelForm):
    class Meta:
        model = Party
        fields = ["sector", "name", "part"]


class PartiesFormSet(TableFormSet):
    row_name = _("Party")

    def get_unique_error_message(self, unique_check):
        return _("An organisation stands here twice. Delete one of the two.")

    def get_form_error(self):
        return _("This organisation is there already.")


Parties = forms.inlineformset_factory(
    DialogueProcess,
    Party,
    form=PartyForm,
    formset=PartiesFormSet,
    extra=3,
    max_num=MOST_PARTIES,
    validate_max=True,
    absolute_max=MOST_PARTIES + 3,
)


class EventForm(VersionedModelForm):
    """When, where, and for whom. Of one that has been held these can still be corrected."""

    date = DayField(label=_("Day"))
    starts_at = forms.TimeField(label=_("Begins"), required=False, widget=TimeInput)

    class Meta:
        model = DialogueEvent
        fields = ["title", "date", "starts_at", "place", "is_open"]

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        if self.is_held:
            self.fields["date"] = LongDayField(label=_("Day"), required=True)

    @property
    def is_held(self):
        return self.instance.status == DialogueEvent.Status.HELD

    def clean_date(self):
        date = self.cleaned_data["date"]
        if self.is_held and date > self.today:
            raise ValidationError(_("It has been held, so its day is not ahead. Choose today or an earlier day."))
        return date

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "title", Row("date", "starts_at"), "place", "is_open")
        helper.add_input(Submit("", self._button()))
        return helper

    def _button(self):
        if self.instance.status == DialogueEvent.Status.CANCELLED:
            return _("Plan it again")
        return _("Plan the event") if self.is_new else _("Save")


class RecordForm(VersionedModelForm):
    """How many took part, and what came of it: never who."""

    outcome = LongTextField(**OUTCOME, rows=6, help_text=NOBODY_BY_NAME)

    class Meta:
        model = DialogueEvent
        fields = ["people", "outcome"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "people", "outcome")
        helper.add_input(Submit("", _("Save")))
        return helper
