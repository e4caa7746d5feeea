"""One row of the table in which everything is verified."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.models import ContactPoint
from contacts.shared_numbers import HoldsUpSharedNumbers

CORRECTED = ("phone", "email", "opening_hours")


class VerificationRow(HoldsUpSharedNumbers, VersionedModelForm):
    """A contact point: still right as it stands, or right after a correction. `mine`: see my_points.

    `holders` says whom the row showed: whoever ticks it vouches for them as well.
    """

    right = forms.BooleanField(label=_("Still right"), required=False)
    holders = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = ContactPoint
        fields = CORRECTED
        labels = {"phone": _("Number"), "email": _("Mailbox"), "opening_hours": _("Hours")}

    def __init__(self, data=None, *, mine, **kwargs):
        super().__init__(data, instance=mine.point, prefix=f"p{mine.pk}", **kwargs)
        self.mine = mine
        self.initial["holders"] = " ".join(f"{held.pk}v{held.version}" for held in mine.holders)
        self.fields["phone"].widget.input_type = "tel"
        for name in CORRECTED:
            self.fields[name].help_text = ""  # said once, above the table

    @classmethod
    def reopened(cls, data, *, mine, **kwargs):
        """With what was typed so far, and without a word about it: nothing was to be saved yet."""
        sent, row = cls(data, mine=mine, **kwargs), cls(mine=mine, **kwargs)
        row.initial |= {name: sent[name].data for name in (*CORRECTED, "right", "seen", "holders")}
        return row

    @property
    def corrected(self):
        return [name for name in CORRECTED if name in self.changed_data]

    @property
    def verifies(self):
        """A row that was corrected is right now, and needs no tick."""
        return bool(self.corrected or self.cleaned_data["right"])

    def vouches_for_the_row(self):
        return bool(self.sent("right")) or super().vouches_for_the_row()

    def clean(self):
        super().clean()
        if self.cleaned_data.get("right") and self.cleaned_data.get("holders") != self.initial["holders"]:
            self.fields["holders"].bound_data = lambda data, initial: initial  # now they have been shown
            raise ValidationError(
                _("Who holds this was changed after you had opened the table. It is now: %(who)s. Is that right?"),
                params={"who": self.mine.holder_names or _("nobody")},
            )
