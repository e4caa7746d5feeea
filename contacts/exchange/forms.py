"""What the pages of import and export ask for."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.exchange.reading import MOST_BYTES, FileProblem, read
from contacts.exchange.tables import Table, table_of
from contacts.exchange.writing import Format
from contacts.person_data.forms import GuardedForm

SALT = "contacts.exchange.import"
HOUR = 60 * 60
# Well below what Django receives in a form (DATA_UPLOAD_MAX_MEMORY_SIZE).
LONGEST_TOKEN = 2 * 1024 * 1024
SHORTEST_REASON = 10


class ExportForm(GuardedForm, forms.Form):
    """Which file. Names only for whoever may take them out, and then with a reason."""

    form = forms.ChoiceField(
        label=_("File format"), choices=Format.choices, initial=Format.XLSX, widget=forms.RadioSelect
    )
    with_names = forms.BooleanField(
        label=_("With the names of those who hold the functions"),
        required=False,
        help_text=_("The file then contains personal data. Keep it safe, and delete it when you have used it."),
    )
    reason = forms.CharField(
        label=_("What do you need the names for?"),
        required=False,
        min_length=SHORTEST_REASON,
        max_length=300,
        help_text=_("Only for a file with names. It is logged who took the names out, when and why."),
    )

    def __init__(self, *args, may_have_names, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_have_names:
            del self.fields["with_names"], self.fields["reason"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("with_names") and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say what you need the names for."))
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_action = reverse("export_contact_points")
        helper.layout = Layout(*self.fields)
        helper.add_input(Submit("", _("Fetch the file")))
        return helper


class ImportForm(forms.Form):
    """A file, which is read at once: `cleaned_data["file"]` is a Table."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_(
            "A workbook (.xlsx) or text (.csv), at most 2 MB. Nothing is changed before you have seen what will be."
        ),
        allow_empty_file=True,  # ours says what to do
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        file.seek(0)  # read once already when somebody else was faster and all begins anew
        try:
            return table_of(read(file.read(MOST_BYTES + 1)))
        except FileProblem as problem:
            raise forms.ValidationError(str(problem)) from problem

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_action = reverse("preview_import")
        helper.layout = Layout("file")
        helper.add_input(Submit("", _("See what will be changed")))
        return helper


class ConfirmForm(forms.Form):
    """The table that was previewed and what the preview said, signed for whoever saw it."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_TOKEN, strip=False)
    skip_bad = forms.BooleanField(label=_("Leave out the lines that cannot be imported, and import the others"))

    def __init__(self, *args, user, preview=None, **kwargs):
        """`preview` decides whether it is asked about bad lines; without one it may be answered."""
        super().__init__(*args, **kwargs)
        self.user = user
        if preview is None:
            self.fields["skip_bad"].required = False
        elif not preview.bad:
            del self.fields["skip_bad"]

    def clean_token(self):
        try:
            data = signing.loads(self.cleaned_data["token"], salt=SALT, max_age=HOUR)
        except signing.BadSignature as error:
            raise forms.ValidationError(TOO_OLD) from error
        if data["user"] != self.user.pk:
            raise forms.ValidationError(TOO_OLD)
        return data

    @property
    def table(self):
        return Table.from_json(self.cleaned_data["token"]["table"])

    @property
    def seen(self):
        return self.cleaned_data["token"]["seen"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_action = reverse("confirm_import")
        helper.layout = Layout(*self.fields)
        helper.add_input(Submit("", _("Import")))
        return helper


TOO_OLD = _("The preview is more than an hour old, or not yours. Choose the file again.")


def token_for(table, preview, user):
    """Nothing is kept on the server between preview and import. Raises FileProblem for a table too long for it."""
    data = {"user": user.pk, "table": table.as_json(), "seen": preview.digest}
    token = signing.dumps(data, salt=SALT, compress=True)
    if len(token) > LONGEST_TOKEN:
        raise FileProblem(_("The file is too large. Divide it."))
    return token
