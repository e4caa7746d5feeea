from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.desk.fields import LongDayField
from contacts.desk.forms import SavedBySubmit
from contacts.reasons import ReasonedForm
from contacts.scoped_forms import TellsAtTheField
from contacts.slugs import free_slug
from guidance.desk.resource_forms import PublisherField
from guidance.models import Publisher


class PublisherForm(SavedBySubmit, TellsAtTheField, ReasonedForm):
    """Its address is made from its name, once, and stays."""

    ended_on = LongDayField(label=_("Ended on"), help_text=_("Empty: it is there."))
    successor = PublisherField(label=_("Successor"), help_text=_("Who answers for it now."))

    class Meta:
        model = Publisher
        fields = ["name", "name_nn", "name_en", "country", "url", "about", "about_nn", "ended_on", "successor"]
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in ("about", "about_nn")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = Publisher.objects.exclude(pk=self.instance.pk).order_by("name")
        if self.is_new:
            del self.fields["reason"]

    def clean(self):
        cleaned = super().clean()
        if self.is_new and self.cleaned_data.get("name"):
            self.instance.slug = free_slug(self.cleaned_data["name"], Publisher.objects.all(), otherwise="utgiver")
        return cleaned

    def layout(self):
        last = [] if self.is_new else ["reason"]
        return Layout(
            "seen",
            Fieldset(_("Who it is"), "name", Row("name_nn", "name_en"), Row("country", "url")),
            Fieldset(_("For readers"), "about", "about_nn"),
            Fieldset(_("If it is no more"), Row("ended_on", "successor")),
            *last,
        )
