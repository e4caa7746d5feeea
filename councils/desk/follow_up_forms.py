"""Action items: one by one, and all of a body in one table."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import InlineFormSetOfVersioned, VersionedModelForm
from contacts.desk.fields import LongDayField
from councils.models import ActionItem, Body, Member

# Four fields each, and a form has at most a thousand: what is older is found under its own filter.
MOST_ROWS = 150


class DoneSetsItself:
    """For forms of action items: `done_on` is filled in before the row is checked, and is not asked for. `today` is the
    day on which somebody says so, or the day of the meeting."""

    today = None

    def clean(self):
        cleaned = super().clean()
        self.instance.done_on = self.instance.done_on_if(self.cleaned_data.get("status"), self.today)
        return cleaned


class ActionItemRow(DoneSetsItself, VersionedModelForm):
    due = LongDayField(label=_("Due"))

    class Meta:
        model = ActionItem
        fields = ["due", "status", "note"]

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today


FollowUp = forms.inlineformset_factory(
    Body,
    ActionItem,
    form=ActionItemRow,
    formset=InlineFormSetOfVersioned,
    extra=0,
    can_delete=False,
    max_num=MOST_ROWS,
    absolute_max=MOST_ROWS,
)


class ActionItemForm(DoneSetsItself, VersionedModelForm):
    """A whole action item. One that comes from no item of a meeting is always for the members alone."""

    due = LongDayField(label=_("Due"))

    class Meta:
        model = ActionItem
        fields = ["what", "responsible", "member", "due", "status", "note", "visibility"]
        help_texts = {
            "what": _("What is to be done, so that everyone sees when it is. Never about single persons or cases."),
            "responsible": _("A function, not a person: SLT coordinator, head of the police station."),
            "member": _("If one of the members has taken it on."),
        }

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        members = Member.objects.filter(body=self.instance.body_id).current(today)
        chosen = Member.objects.filter(pk=self.instance.member_id)
        self.fields["member"].queryset = members | chosen
        if not self.instance.item_id:
            del self.fields["visibility"]
        if self.is_new:
            del self.fields["status"], self.fields["note"]

    @property
    def helper(self):
        helper = FormHelper()
        asked = [name for name in ("note", "visibility") if name in self.fields]
        helper.layout = Layout(
            "seen",
            "what",
            Row("responsible", "member"),
            Row(*(n for n in ("due", "status") if n in self.fields)),
            *asked,
        )
        helper.add_input(Submit("", _("Save")))
        return helper
