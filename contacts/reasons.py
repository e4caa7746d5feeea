"""Why something is changed is always asked, and must be answered when somebody loses something by it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm

LONGEST_REASON = 300
SAY_WHY = _("Say why: others will want to know.")


def loses_something(name, before, after):
    """True of a change of this field that takes something away: from the public, from a person, from an owner."""
    match name:
        case "is_published" | "never_publish":
            return before and not after
        case "ends_at":
            return bool(before and after and after < before)
        case "owner_district" | "owner_municipality":
            return before is not None
    return False


class RemovalsNeedAReason:
    """For the formset of an inline whose rows nobody may lose without knowing why. The page asks for the reason."""

    def clean(self):
        super().clean()
        if not self.data.get("reason", "").strip() and any(
            self._should_delete_form(form) for form in self.initial_forms
        ):
            raise ValidationError(SAY_WHY, code="reason")


class ReasonedForm(VersionedModelForm):
    """A form that asks why, at its end, and requires an answer where something is taken away."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Why you change this. It stays in the history. Do not name people."),
    )

    def clean(self):
        cleaned = super().clean()
        if not self.is_new and not self.cleaned_data.get("reason") and self.needs_reason():
            self.add_error("reason", ValidationError(SAY_WHY, code="reason"))
        return cleaned

    def needs_reason(self):
        changed = [name for name in self.changed_data if name in self.initial]
        return any(loses_something(name, self.initial[name], self.cleaned_data.get(name)) for name in changed)


class AlwaysReasonedForm(ReasonedForm):
    """What nobody does without saying why: the page does not call the reason optional."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True
        self.fields["reason"].error_messages["required"] = SAY_WHY
