"""What the list across dialogue processes shows, and by what it is filtered. `fylke` and the others are what stands in
the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts import gazetteer
from councils.choices import Theme
from councils.forms import FilterForm, with_first
from slt.models import DialogueProcess, Scheme


class DialogueFilterForm(FilterForm):
    """`counties`: (slug, name) pairs."""

    by_link = "tema"
    rows = ("fylke", "status")

    tema = forms.ChoiceField(label=_("Theme"), choices=Theme, widget=forms.HiddenInput, required=False)
    fylke = forms.ChoiceField(label=_("County"), required=False)
    status = forms.ChoiceField(
        label=_("Status"), choices=with_first(_("Any status"), DialogueProcess.Status.choices), required=False
    )

    def __init__(self, *args, counties=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fylke"].choices = [("", _("All counties")), *counties]


def dialogues(chosen):
    """The public processes that fit, whatever their theme."""
    rows = DialogueProcess.objects.public()
    if county := gazetteer.current().county_by_slug.get(chosen.get("fylke")):
        ids = [place.id for place in county.municipalities]
        rows = rows.filter(scheme__in=Scheme.objects.of_municipalities(ids, gazetteer.current().on))
    if status := chosen.get("status"):
        rows = rows.filter(status=status)
    return rows


def of_theme(rows, theme):
    return rows.filter(theme=theme) if theme else rows
