"""The list of resources on the desk, and what it is narrowed to."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.folding import norwegian_order
from guidance import states
from guidance.choices import Kind, Theme
from guidance.desk.places import COUNTRY, place_of
from guidance.desk.standing import Waiting
from guidance.states import State

ROWS_A_PAGE = 40
WAITING = [
    (Waiting.FOR_ME, _("Waiting for my approval")),
    (Waiting.SENT_BACK, _("Sent back to me")),
    (Waiting.MY_DRAFTS, _("My drafts")),
    (Waiting.OVERDUE, _("Review overdue")),
    (Waiting.SOON, _("Review soon")),
    (Waiting.WITHOUT_NYNORSK, _("Missing in nynorsk")),
    (Waiting.WITHOUT_BOKMAL, _("Missing in bokmål")),
]


class ResourceFilterForm(forms.Form):
    q = forms.CharField(label=_("Title"), max_length=100, required=False)
    vis = forms.ChoiceField(label=_("Status"), required=False)
    type = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All kinds")), *Kind.choices])
    tema = forms.ChoiceField(label=_("Theme"), required=False, choices=[("", _("All themes")), *Theme.choices])
    sted = forms.ChoiceField(label=_("Applies in"), required=False)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["vis"].choices = [("", _("All")), (_("Status"), State.choices), (_("To do"), WAITING)]
        self.fields["sted"].choices = [("", _("All places")), *places]
        if len(places) < 2:
            del self.fields["sted"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_method = "get"
        helper.disable_csrf = True
        helper.mark_optional = False
        last = ["sted"] if "sted" in self.fields else []
        helper.layout = Layout(Row("q", "vis"), Row("type", "tema", *last))
        helper.add_input(Submit("", _("Filter")))
        return helper


class MyResources:
    """All that somebody keeps, as the address narrows it. What cannot be chosen is as if it had not been."""

    def __init__(self, access, today, asked):
        self.waiting, self.today = Waiting(access, today), today
        self.all = self.waiting.mine.select_related("district", "municipality").for_desk(today)
        self.form = ResourceFilterForm(asked or None, places=_places_of(self.waiting.mine))
        self.form.full_clean()
        self.chosen = {name: value for name, value in getattr(self.form, "cleaned_data", {}).items() if value}

    def rows(self):
        """What waits longest for a review first."""
        rows = states.filtered(self.all, self.chosen.get("vis"), self.today)
        if (waiting := self.waiting.rows(self.chosen.get("vis"))) is not None:
            rows = rows.filter(pk__in=waiting.values("pk"))
        if "q" in self.chosen:
            rows = rows.filter(Q(name__icontains=self.chosen["q"]) | Q(desk_title__icontains=self.chosen["q"]))
        if "type" in self.chosen:
            rows = rows.filter(kind=self.chosen["type"])
        if "tema" in self.chosen:
            rows = rows.filter(pk__in=_about(self.chosen["tema"], self.waiting.mine))
        if "sted" in self.chosen:
            rows = rows.filter(**place_of(self.chosen["sted"]))
        return rows.order_by("review_on", "name", "pk")

    def page(self, number):
        return Paginator(self.rows(), ROWS_A_PAGE).get_page(number)


def _about(theme, resources):
    """The databases do not ask alike what is in a list."""
    return [pk for pk, themes in resources.order_by().values_list("pk", "themes") if theme in themes]


def _places_of(resources):
    """(value, name) of the places in which somebody keeps something, the country first."""
    columns = ("district", "district__name", "municipality", "municipality__name")
    found = set(resources.order_by().values_list(*columns).distinct())
    named = [
        (f"d{district}", name) if district else (f"k{municipality}", other)
        for district, name, municipality, other in found
        if district or municipality
    ]
    country = [(COUNTRY, _("The whole country"))] if len(named) < len(found) else []
    return [*country, *sorted(named, key=lambda one: norwegian_order(one[1]))]
