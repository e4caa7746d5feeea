"""Fields of the forms about bodies."""

from django import forms

from contacts.desk.fields import LONGEST_KEY


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
