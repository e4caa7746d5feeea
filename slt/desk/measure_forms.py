"""The forms of a year's measures: one by one, how all that are open go, and how each worked."""

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import InlineFormSetOfVersioned, VersionedModelForm
from contacts.desk.fields import LongDayField, LongTextField
from contacts.desk.forms import SavedBySubmit
from councils.desk.fields import BodyField
from councils.desk.follow_up_forms import DoneSetsItself
from slt.desk.readers import SaysWhoReads
from slt.models import CycleYear, Group, Measure, Priority
from slt.services.cycle import MOST_MEASURES

EVALUATION = {"label": _("Evaluation"), "max_length": 2000}
EVALUATION_HELP = _("How it went, and what we learnt. Public if the measure is.")


class ChosenBefore:
    """For a field that offers what is of today, and what the row has already."""

    def offer(self, name, rows):
        chosen = getattr(self.instance, f"{name}_id")
        self.fields[name].queryset = rows | rows.model.objects.filter(pk=chosen)
        if not self.fields[name].queryset:
            del self.fields[name]


class MeasureForm(SavedBySubmit, SaysWhoReads, ChosenBefore, DoneSetsItself, VersionedModelForm):
    """One that is new has no status to choose and nothing to evaluate: it is planned."""

    due = LongDayField(label=_("Deadline"))
    evaluation = LongTextField(**EVALUATION, rows=4, help_text=EVALUATION_HELP)

    class Meta:
        model = Measure
        fields = [
            *("text", "priority", "agency", "responsible", "group", "due", "theme", "visibility"),
            *("status", "effect", "evaluation"),
        ]
        field_classes = {"group": BodyField}
        help_texts = {"text": _("What is done. Never about single persons or cases.")}

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        cycle = self.instance.cycle
        self.offer("priority", Priority.objects.filter(cycle=cycle))
        self.offer("group", Group.objects.filter(scheme=cycle.scheme_id).active())
        if self.is_new:
            for name in ("status", "effect", "evaluation"):
                del self.fields[name]

    def layout(self):
        def there(*names):
            return [name for name in names if name in self.fields]

        asked = [Row(*there("status", "effect")), "evaluation"]
        return Layout(
            "seen",
            "text",
            *there("priority"),
            Row("agency", "responsible"),
            Row(*there("group", "due")),
            Row("theme", "visibility"),
            *([] if self.is_new else [Fieldset(_("How it goes"), *asked)]),
        )


class ProgressRow(DoneSetsItself, VersionedModelForm):
    due = LongDayField(label=_("Deadline"))

    class Meta:
        model = Measure
        fields = ["due", "status"]

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today


class EffectRow(VersionedModelForm):
    evaluation = LongTextField(**EVALUATION, rows=2)

    class Meta:
        model = Measure
        fields = ["effect", "evaluation"]


def table_of(form):
    return forms.inlineformset_factory(
        CycleYear,
        Measure,
        form=form,
        formset=InlineFormSetOfVersioned,
        extra=0,
        can_delete=False,
        max_num=MOST_MEASURES,
        absolute_max=MOST_MEASURES,
    )


Progress, Effects = table_of(ProgressRow), table_of(EffectRow)
