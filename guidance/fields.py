"""Kinds of columns that this app has beside Django's."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class WebAddressField(models.URLField):
    """An address on the web and nowhere else; written without its beginning, it is taken to be https."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def deconstruct(self):
        """To the schema it is any address."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.URLField", args, options

    def formfield(self, **options):
        return super().formfield(**{"assume_scheme": "https"} | options)


class ChoicesField(models.JSONField):
    """Several of a few choices: a list of the values of `of`, in their order, without doubles; empty by default."""

    def __init__(self, *args, of=None, **options):
        self.of = of
        super().__init__(*args, **{"default": list, "blank": True} | options)

    def deconstruct(self):
        """Which choices there are is no matter of the schema."""
        name, path, args, options = super().deconstruct()
        options.pop("of", None)
        return name, path, args, options

    def get_prep_value(self, value):
        return super().get_prep_value(self._in_order(value))

    def _in_order(self, value):
        if self.of is None or not isinstance(value, list | tuple):
            return value
        return [choice for choice in self.of.values if choice in value]

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = set(value) - set(self.of.values) if isinstance(value, list) else {value}
        if unknown:
            raise ValidationError(_("Choose from the list."), code="invalid_choice")

    def in_words(self, value):
        """For histories and conflicts: see contacts/wording.py."""
        return ", ".join(str(label) for label in labels(self.of, value))

    def formfield(self, **options):
        """Boxes to tick."""
        return forms.MultipleChoiceField(
            choices=self.of.choices,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


def labels(choices, values):
    """What people read, in the order of the choices."""
    return [choice.label for choice in choices if choice.value in values]
