"""Fields of the forms on the desk."""

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from contacts import phones
from contacts.date_inputs import DateInput

FURTHEST_BACK = relativedelta(years=2)
FURTHEST_AHEAD = relativedelta(years=2)


class DayField(forms.DateField):
    """A day not too far from today: what lies further off is a slip of the finger."""

    widget = DateInput

    def __init__(self, *, ahead=True, **kwargs):
        super().__init__(**kwargs)
        self.ahead = ahead

    def clean(self, value):
        day = super().clean(value)
        if day is not None:
            self._refuse_what_is_far_off(day)
        return day

    def _refuse_what_is_far_off(self, day):
        today = timezone.localdate()
        first, last = today - FURTHEST_BACK, today + FURTHEST_AHEAD if self.ahead else today
        if not first <= day <= last:
            message = _("Choose a day from %(first)s to %(last)s.")
            raise ValidationError(message, params={"first": date_format(first), "last": date_format(last)})


class PhoneInputField(phones.PhoneInput):
    """A phone number as people type it."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})

    def __init__(self, **kwargs):
        super().__init__(max_length=40, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        return phones.normalise(value) if value else value
