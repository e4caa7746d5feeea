from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LongDayField
from councils.models import Agreement, StandingItem


class AgreementForm(VersionedModelForm):
    valid_from = LongDayField(label=_("First day"))
    valid_to = LongDayField(label=_("Last day"), help_text=_("Empty: until further notice."))

    class Meta:
        model = Agreement
        fields = ["parties", "status", "valid_from", "valid_to", "is_public"]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day cannot be before the first."))
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "parties", "status", Row("valid_from", "valid_to"), "is_public")
        helper.add_input(Submit("", _("Save the agreement")))
        return helper


class StandingItemForm(VersionedModelForm):
    class Meta:
        model = StandingItem
        fields = ["title", "theme", "presenter", "visibility", "position"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_new:
            del self.fields["position"]

    @property
    def helper(self):
        helper = FormHelper()
        position = ["position"] if "position" in self.fields else []
        helper.layout = Layout("seen", "title", Row("theme", "presenter"), "visibility", *position)
        helper.add_input(Submit("", _("Save the standing item")))
        return helper
