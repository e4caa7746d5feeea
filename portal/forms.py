"""Forms on pages that show several apps."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _


class MunicipalityFilterForm(forms.Form):
    """Which municipalities the list shows, and how it groups them.

    `counties` and `districts` are (slug, name) pairs.
    """

    BY_COUNTY = "fylke"
    BY_DISTRICT = "politidistrikt"

    navn = forms.CharField(label=_("Name"), max_length=100, required=False)
    fylke = forms.ChoiceField(label=_("County"), required=False)
    distrikt = forms.ChoiceField(label=_("Police district"), required=False)
    vis = forms.ChoiceField(
        choices=[(BY_COUNTY, _("By county")), (BY_DISTRICT, _("By police district"))],
        widget=forms.HiddenInput,
        required=False,
    )

    def __init__(self, *args, counties=(), districts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fylke"].choices = [("", _("All counties")), *counties]
        self.fields["distrikt"].choices = [("", _("All police districts")), *districts]

    def clean_vis(self):
        return self.cleaned_data["vis"] or self.BY_COUNTY

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_method = "get"
        helper.disable_csrf = True
        helper.mark_optional = False  # everything in a filter is
        by_district = self["vis"].value() == self.BY_DISTRICT
        helper.layout = Layout(*["vis"] * by_district, Row("navn", "fylke", "distrikt"))
        # The address tells what was chosen and no more: not the usual grouping, and not the button, which has no name.
        helper.add_input(Submit("", _("Filter")))
        return helper
