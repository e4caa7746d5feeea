"""Rows that stand as a table inside the form of what they belong to, or alone on their page: with empty rows below
those that there are, so that more can be written without a script."""

from crispy_forms.helper import FormHelper
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import InlineFormSetOfVersioned


class TableFormSet(InlineFormSetOfVersioned):
    row_name = _("Row")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Delete")

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.template = "designsystemet/table_inline_formset.html"
        helper.row_name = self.row_name
        return helper
