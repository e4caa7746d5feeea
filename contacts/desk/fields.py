"""Fields of the forms on the desk."""

import datetime

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from contacts import phones
from contacts.date_inputs import DateInput

FURTHEST_BACK = relativedelta(years=2)
FURTHEST_AHEAD = relativedelta(years=2)
FIRST, LAST = datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)
A_DAY = _("Choose a day in this time: from 1990 to 2099.")
# Longer numbers may be too large for the database.
LONGEST_KEY = 18


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


class LongDayField(forms.DateField):
    """A day of what holds for years, such as a strategy; what lies further off is a slip of the finger."""

    widget = DateInput

    def __init__(self, **kwargs):
        super().__init__(**{"required": False} | kwargs)
        self.validators += [MinValueValidator(FIRST, A_DAY), MaxValueValidator(LAST, A_DAY)]


class LongTextField(forms.CharField):
    """Some pages of text at most: whatever is longer was pasted by mistake, or belongs in an attachment."""

    def __init__(self, *, rows=10, max_length=20_000, **kwargs):
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(**{"required": False, "max_length": max_length, "widget": widget} | kwargs)
