"""An item of the agenda. Of one that is exempt no text is kept here: the form says so before anything is lost."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from councils.choices import Visibility
from councils.desk.fields import LegalBasisField
from councils.models import AgendaItem, LegalBasis
from councils.texts import WrittenField

EXEMPT_FIELDS = ("legal_basis", "exempt_reason", "access_contact")
TEXTS = ("description", "discussion", "conclusion")


class ItemForm(VersionedModelForm):
    description = WrittenField(
        label=_("What it is about"),
        help_text=_("For the members, and for everyone if the item is public. Never about individual cases or people."),
    )
    delete_text = forms.BooleanField(
        label=_("Delete the text and the files that are stored here, for good"),
        required=False,
        help_text=_("Put them in your archive first: nobody can get them back from here."),
    )

    class Meta:
        model = AgendaItem
        fields = ["title", "kind", "theme", "presenter", "visibility", "description", *EXEMPT_FIELDS]
        field_classes = {"legal_basis": LegalBasisField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.was_exempt = not self.is_new and self.instance.is_exempt
        self.stores_something = not self.is_new and bool(
            self.instance.has_files or any(getattr(self.instance, name) for name in TEXTS)
        )
        self.fields["legal_basis"].queryset = LegalBasis.objects.to_choose(self.instance.legal_basis_id)
        if not self.instance.access_contact:
            self.initial["access_contact"] = self.instance.meeting.body.access_contact
        if not self.stores_something:
            del self.fields["delete_text"]

    @property
    def becomes_exempt(self):
        return self.cleaned_data.get("visibility") == Visibility.EXEMPT and not self.was_exempt

    def clean(self):
        cleaned = super().clean()
        if self.cleaned_data.get("visibility") == Visibility.EXEMPT:
            self._clean_exempt()
        else:
            self._clean_open()
        return cleaned

    def _clean_exempt(self):
        missing = {
            "legal_basis": _("Choose the provision by which it is exempt."),
            "exempt_reason": _("Say why this very document is exempt, without revealing what it says."),
            "access_contact": _("Write where to ask for access."),
        }
        for name, message in missing.items():
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, message)
        if self.cleaned_data.get("delete_text"):
            self.cleaned_data["description"] = ""
        elif self.stores_something:
            self.add_error(
                "delete_text", _("An exempt item has no text and no file here. Tick this, or choose internal.")
            )
        elif self.cleaned_data.get("description"):
            self.add_error(
                "description", _("An exempt item has no text here. Move it to your archive, or choose internal.")
            )
        self.cleaned_data["presenter"] = ""

    def _clean_open(self):
        """What was filled in for an exemption that was taken back is no longer asked about."""
        if not self.was_exempt and (self.cleaned_data.get("legal_basis") or self.cleaned_data.get("exempt_reason")):
            self.add_error("visibility", _("You gave a legal basis. Choose “exempt” here, or empty those fields."))
        self.cleaned_data |= {"legal_basis": None, "exempt_reason": "", "access_contact": ""}

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            "seen",
            "title",
            Row("kind", "theme"),
            "presenter",
            "visibility",
            "description",
            Fieldset(_("Only for an item that is exempt"), HTML(RULES), *self._exempt_fields()),
        )
        helper.add_input(Submit("", _("Add the item") if self.is_new else _("Save")))
        if self.is_new:
            helper.add_input(Submit("files", _("Add it, then attach files"), data_variant="secondary"))
        return helper

    def _exempt_fields(self):
        return [name for name in (*EXEMPT_FIELDS, "delete_text") if name in self.fields]


RULES = '{% include "components/rules_of_exemption.html" only %}'
