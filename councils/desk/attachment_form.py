"""A PDF for an agenda item or an agreement."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.person_data.files import GuardedPdfField
from contacts.person_data.forms import GuardedForm
from councils.models import Attachment


class AttachmentForm(GuardedForm, forms.Form):
    title = forms.CharField(
        label=_("Title of the file"),
        max_length=Attachment._meta.get_field("title").max_length,
        help_text=_("What the readers see, in the place of the name of the file."),
    )
    file = GuardedPdfField(
        label=_("File"), help_text=_("PDF, at most 20 MB. It is as visible as the item, and must not be about people.")
    )

    def __init__(self, *args, address="", **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.mark_optional = False
        self.helper.form_action = address
        self.helper.add_input(Submit("", _("Attach the file")))


class AgreementFileForm(AttachmentForm):
    file = GuardedPdfField(
        label=_("File"),
        help_text=_("PDF, at most 20 MB. It is as visible as the agreement, and must not be about people."),
    )
