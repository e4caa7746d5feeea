"""A number that already belongs to another function is held up once, and taken when it was meant."""

from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts import phones
from contacts.models import ContactPoint


class HoldsUpSharedNumbers(forms.Form):
    """For forms of a contact point. Only a published one counts: what is not public is not told to whoever types
    numbers here."""

    use_shared_number = forms.BooleanField(
        label=_("Use this number all the same"),
        required=False,
        widget=forms.HiddenInput,
        help_text=_("For example a switchboard that leads to both."),
    )

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if "phone" in self.changed_data and cleaned.get("phone") and not cleaned.get("use_shared_number"):
            with suppress(ValidationError):  # what is no number, the model refuses
                self._hold_up_a_number_of_another(phones.normalise(cleaned["phone"]))
        return cleaned

    def _hold_up_a_number_of_another(self, phone):
        other = ContactPoint.objects.published().filter(phone=phone).exclude(pk=self.instance.pk).first()
        if other is None:
            return
        message = _("This number already belongs to “%(function)s” of %(owner)s. Correct it, or tick the box below.")
        params = {"function": other.get_function_display(), "owner": other.owner}
        self.fields["use_shared_number"].widget = forms.CheckboxInput()
        self.add_error("phone", ValidationError(message, code="shared_number", params=params))
