"""Filters of the public lists. `fylke`, `status` and the others are what stands in the address."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from councils.choices import Theme
from councils.models import Council


def with_first(first, choices):
    """Of a list to choose from: what is chosen at first, and the others written as each stands on a line of its own."""
    return [("", first), *((value, capfirst(label)) for value, label in choices)]


class FilterForm(forms.Form):
    """Sent by its address, so that what was chosen can be kept and sent on. `by_link`: chosen by links beside it."""

    by_link = ""
    rows = ()

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_method = "get"
        helper.disable_csrf = True
        helper.mark_optional = False  # everything in a filter is
        chosen = [self.by_link] * bool(self[self.by_link].value())
        helper.layout = Layout(*chosen, Row(*self.rows))
        # The address tells what was chosen and no more: not the button, which has no name.
        helper.add_input(Submit("", _("Filter")))
        return helper

    @property
    def chosen(self):
        """What is chosen; nothing, as long as something is wrong with it."""
        if not self.is_bound or not self.is_valid():
            return {}
        return {name: value for name, value in self.cleaned_data.items() if value}


class CouncilFilterForm(FilterForm):
    """`counties` and `districts` are (slug, name) pairs."""

    WITHOUT = "uten"
    by_link = "status"
    rows = ("fylke", "distrikt")

    status = forms.ChoiceField(
        label=_("Status"),
        choices=[*Council.Status.choices, (WITHOUT, _("no council registered"))],
        widget=forms.HiddenInput,
        required=False,
    )
    fylke = forms.ChoiceField(label=_("County"), required=False)
    distrikt = forms.ChoiceField(label=_("Police district"), required=False)

    def __init__(self, *args, counties=(), districts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fylke"].choices = [("", _("All counties")), *counties]
        self.fields["distrikt"].choices = [("", _("All police districts")), *districts]


class DecisionFilterForm(FilterForm):
    by_link = "tema"
    rows = ("fylke", "rad", "ar")

    tema = forms.ChoiceField(label=_("Theme"), choices=Theme, widget=forms.HiddenInput, required=False)
    fylke = forms.ChoiceField(label=_("County"), required=False)
    rad = forms.ChoiceField(label=_("Police council"), required=False)
    ar = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args, counties=(), councils=(), years=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fylke"].choices = [("", _("All counties")), *counties]
        self.fields["rad"].choices = [("", _("All police councils")), *councils]
        self.fields["ar"].choices = [("", _("All years")), *((year, year) for year in years)]
