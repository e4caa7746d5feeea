"""Fields of the forms about bodies."""

import datetime

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from contacts.date_inputs import DateInput

FIRST, LAST = datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)
# Longer numbers may be too large for the database.
LONGEST_KEY = 18
A_DAY = _("Choose a day in this time: from 1990 to 2099.")


class LongDayField(forms.DateField):
    """A day of a strategy or a plan, which hold for years; what lies further off is a slip of the finger."""

    widget = DateInput

    def __init__(self, **kwargs):
        super().__init__(**{"required": False} | kwargs)
        self.validators += [MinValueValidator(FIRST, A_DAY), MaxValueValidator(LAST, A_DAY)]


class BodyField(forms.ModelChoiceField):
    """A council or a group. Their key is a foreign key, and for such Django does not see that a number is too large for
    the database."""

    def to_python(self, value):
        if len(str(value)) > LONGEST_KEY and not isinstance(value, self.queryset.model):
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return super().to_python(value)


class LegalBasisField(forms.ModelChoiceField):
    """Says what each provision is about, in the language of the page."""

    def label_from_instance(self, basis):
        return basis.label


class LongTextField(forms.CharField):
    """Some pages of text at most: whatever is longer was pasted by mistake, or belongs in an attachment."""

    def __init__(self, *, rows=10, max_length=20_000, **kwargs):
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(**{"required": False, "max_length": max_length, "widget": widget} | kwargs)
