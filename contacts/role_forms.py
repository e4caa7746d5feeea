"""What the two forms that give a role, at once or by invitation, ask alike."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts import bodies
from contacts.models.access import BODY_ROLES


class OffersBodies:
    """A role in a municipality can be for one of its bodies only: chosen, not typed. For forms with a field `body`."""

    def offer_bodies(self):
        """Those of the municipalities that the form offers."""
        if "body" not in self.fields:
            return
        plain, municipalities = self.fields["body"], self.fields["municipality"].queryset
        self.fields["body"] = forms.ChoiceField(
            label=plain.label,
            help_text=plain.help_text,
            required=False,
            choices=[("", _("All of them")), *bodies.choices(municipalities.values("pk"), timezone.localdate())],
        )

    def check_body(self):
        body, municipality = self.cleaned_data.get("body"), self.cleaned_data.get("municipality")
        if not body or "body" in self.errors:
            return
        if self.cleaned_data.get("role") not in BODY_ROLES:
            self.add_error("body", _("This role is for the whole municipality. Choose all of them."))
        elif municipality and not bodies.is_of(body, municipality.pk, timezone.localdate()):
            self.add_error("body", _("That one is of another municipality. Choose one of this municipality, or all."))
