"""What the public page of SLT is asked by its address: a place, an age, and filters of the list."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils.functional import keep_lazy_text
from django.utils.translation import gettext_lazy as _

from contacts.lookup import MAX_LENGTH
from councils.forms import with_first
from slt.choices import Level
from slt.models import Scheme
from slt.models.schemes import OLDEST

WITHOUT, UNDESCRIBED = "uten", "koordinator"
STATES = [
    *Scheme.Status.choices,
    (UNDESCRIBED, _("has a coordinator, the scheme is not described yet")),
    (WITHOUT, _("no SLT today")),
]
SHARES = [
    ("ledig", _("vacant")),
    ("inntil-20", _("up to 20 %")),
    ("21-50", _("21–50 %")),
    ("51-99", _("51–99 %")),
    ("100", _("100 %")),
    ("ikke-oppgitt", _("not stated")),
]
AGE_ERROR = keep_lazy_text(lambda text: text % {"oldest": OLDEST})(
    _("Write the age as a whole number from 0 to %(oldest)s, or leave it empty.")
)


def share_class(per_cent):
    """In which of `SHARES` so many per cent of a position are."""
    return next(
        name for name, most in [("inntil-20", 20), ("21-50", 50), ("51-99", 99), ("100", 999)] if per_cent <= most
    )


class AgeField(forms.IntegerField):
    """Typed as text, so that what is no number can be answered in words and stays in the field."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options):
        super().__init__(**options)
        self.error_messages["invalid"] = AGE_ERROR

    def clean(self, value):
        age = super().clean(value)
        if age is not None and not 0 <= age <= OLDEST:
            raise forms.ValidationError(self.error_messages["invalid"])
        return age


class SltForm(forms.Form):
    """Sent by its address, so that an answer can be kept and sent on. Status and sharing are chosen by links."""

    kommune = forms.CharField(
        label=_("Municipality or place"),
        max_length=MAX_LENGTH,
        required=False,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    alder = AgeField(label=_("Age"), required=False)
    fylke = forms.ChoiceField(label=_("County"), required=False)
    distrikt = forms.ChoiceField(label=_("Police district"), required=False)
    andel = forms.ChoiceField(
        label=_("Share of a position"), choices=with_first(_("All shares"), SHARES), required=False
    )
    niva = forms.ChoiceField(label=_("Level"), choices=with_first(_("All levels"), Level.choices), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=STATES, widget=forms.HiddenInput, required=False)
    deler = forms.ChoiceField(
        label=_("Shares a coordinator"), choices=[("ja", _("yes"))], widget=forms.HiddenInput, required=False
    )

    def __init__(self, *args, counties=(), districts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fylke"].choices = [("", _("All counties")), *counties]
        self.fields["distrikt"].choices = [("", _("All police districts")), *districts]

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_method = "get"
        helper.disable_csrf = True
        helper.mark_optional = False  # everything here is
        by_link = [name for name in ("status", "deler") if self[name].value()]
        rows = Row("kommune", "alder", "andel"), Row("fylke", "distrikt", "niva")
        helper.layout = Layout(*by_link, *rows)
        # The address tells what was chosen and no more: not the button, which has no name.
        helper.add_input(Submit("", _("Show")))
        return helper

    @property
    def chosen(self):
        """What is chosen and right; something wrong beside it is said at its field. An age may be 0."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
