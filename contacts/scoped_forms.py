"""The form of every admin page: says at the right field what is wrong."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from contacts.reasons import ReasonedForm


class TellsAtTheField:
    """For a ModelForm: what the database would refuse of the row as a whole stands at the field that it is about."""

    def _post_clean(self):
        self.instance.validate_constraints = self._validate_constraints
        try:
            super()._post_clean()
        finally:
            del self.instance.validate_constraints

    def _update_errors(self, errors):
        """What the model says of a field that the form only shows, or has not at all, is said of the whole."""
        if hasattr(errors, "error_dict"):
            placed = {}
            for name, found in errors.error_dict.items():
                placed.setdefault(name if name in self.fields else NON_FIELD_ERRORS, []).extend(found)
            errors = ValidationError(placed)
        super()._update_errors(errors)

    def _validate_constraints(self, exclude=None):
        """As the model does it, one constraint at a time."""
        errors = {}
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=exclude)
                except ValidationError as error:
                    errors = self._at_its_field(constraint, error).update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def _at_its_field(self, constraint, error):
        field = next((name for name in fields_named_by(constraint) if name in self.fields), NON_FIELD_ERRORS)
        return ValidationError({field: error.error_list}) if not hasattr(error, "error_dict") else error


class ScopedForm(TellsAtTheField, ReasonedForm):
    is_out_of_scope = False

    def full_clean(self):
        super().full_clean()
        if self.is_bound and self.is_out_of_scope:
            for name in self.fields_of_the_scope():
                self.add_error(name, _("You may not edit this there. Choose a place of your own."))

    def fields_of_the_scope(self):
        """What was chosen and leads out of the scope: the choices that were changed, or else the whole form."""
        chosen = [name for name in self.changed_data if isinstance(self.fields[name], forms.ChoiceField)]
        related = [name for name in chosen if isinstance(self.fields[name], forms.ModelChoiceField)]
        return related or chosen or [None]


def fields_named_by(constraint):
    """A condition names what it is about first; of what must be unique together, the last tells the rows apart."""
    if isinstance(constraint, UniqueConstraint):
        return list(reversed(constraint.fields))
    return list(named_in(constraint.condition)) if isinstance(constraint, CheckConstraint) else []


def named_in(condition):
    for child in condition.children:
        if isinstance(child, Q):
            yield from named_in(child)
        else:
            yield child[0].split("__")[0]
