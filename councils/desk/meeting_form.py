"""When, where and of what kind a meeting is; and the forms that only confirm."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.date_inputs import TimeInput
from contacts.desk.fields import DayField
from councils.models import Meeting


class MeetingForm(VersionedModelForm):
    date = DayField(label=_("Day"))
    starts_at = forms.TimeField(label=_("Begins"), required=False, widget=TimeInput)
    ends_at = forms.TimeField(label=_("Ends"), required=False, widget=TimeInput)

    class Meta:
        model = Meeting
        fields = ["date", "starts_at", "ends_at", "place", "kind", "visibility"]

    def __init__(self, *args, button, **kwargs):
        super().__init__(*args, **kwargs)
        self.button = button

    def clean(self):
        cleaned = super().clean()
        begins, ends = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if ends and not begins and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Say when the meeting begins, too."))
        elif ends and begins and ends <= begins:
            self.add_error("ends_at", _("The meeting cannot end before it begins."))
        return cleaned

    @property
    def values(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", Row("date", "starts_at", "ends_at"), "place", Row("kind", "visibility"))
        helper.add_input(Submit("", self.button))
        return helper


class MeetingVisibilityForm(VersionedModelForm):
    """Of a meeting that has been held only this can still be changed."""

    class Meta:
        model = Meeting
        fields = ["visibility"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "visibility")
        helper.add_input(Submit("", _("Save")))
        return helper
