"""The yearly report, in both written forms side by side."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.person_data.forms import GuardedForm
from contacts.reasons import LONGEST_REASON
from councils.models import YearlyReport
from councils.texts import WrittenField

BOX = 28


class ReportForm(VersionedModelForm):
    text_nb = WrittenField(label=_("Text in bokmål"), rows=BOX)
    text_nn = WrittenField(label=_("Text in nynorsk"), rows=BOX)

    class Meta:
        model = YearlyReport
        fields = ("text_nb", "text_nn")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, language in (("text_nb", "nb"), ("text_nn", "nn")):
            self.fields[name].widget.attrs["lang"] = language

    def clean(self):
        cleaned = super().clean()
        if self.instance.is_published:
            raise ValidationError(
                _("The report was published meanwhile. What you typed is still here: copy it, take the report back.")
            )
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        helper.mark_optional = False
        helper.layout = Layout("seen", Row("text_nb", "text_nn"))
        helper.add_input(Submit("", _("Save")))
        helper.add_input(Submit("publish", _("Save and publish"), css_class="btn-secondary"))
        return helper


class TakeBackForm(GuardedForm, forms.Form):
    """A published report is edited again."""

    reason = forms.CharField(
        label=_("Why do you take it back?"), max_length=LONGEST_REASON, help_text=_("It stays in the history.")
    )

    @property
    def helper(self):
        helper = FormHelper()
        helper.mark_optional = False
        helper.add_input(Submit("take_back", _("Take back and edit"), css_class="btn-secondary"))
        return helper
