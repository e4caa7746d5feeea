"""One row of the table in which the elected members are confirmed after an election."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import DayField
from councils.models import Member
from councils.services import confirmation

GOES_ON, NEW_HOLDER, ENDED = "goes_on", "new_holder", "ended"


class FirstDayForm(forms.Form):
    """Said once for all rows."""

    first = DayField(
        label=_("First day of the new members"),
        help_text=_("Usually the day on which the new municipal council was constituted."),
    )


class ConfirmationRow(VersionedModelForm):
    """An elected member: goes on, is followed by somebody new, or has ended. What is not chosen stays open."""

    choice = forms.ChoiceField(
        label=_("After the election"),
        choices=[(GOES_ON, _("goes on")), (NEW_HOLDER, _("new holder")), (ENDED, _("the place has ended"))],
        widget=forms.RadioSelect,
        required=False,
    )
    new_name = forms.CharField(
        label=_("Name of the new holder"),
        max_length=150,
        required=False,
        help_text=_("May be empty: the role alone is enough."),
    )
    publish = forms.BooleanField(
        label=_("Publish the name: they have been told"),
        required=False,
    )

    only_numbers = frozenset({"new_name"})

    class Meta:
        model = Member
        fields = ()

    def __init__(self, data=None, *, member, **kwargs):
        super().__init__(data, instance=member, prefix=f"m{member.pk}", **kwargs)
        self.label = f"{member.role} {member.name}".strip()

    def vouches_for_the_row(self):
        return bool(self.sent("choice"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("new_name") and cleaned.get("choice") != NEW_HOLDER:
            self.add_error("choice", _("You have written a name. Choose “new holder”, or take the name away."))
        return cleaned

    def settle(self, *, first, today):
        """Does what was chosen. True if something was."""
        match self.cleaned_data["choice"]:
            case "goes_on":
                confirmation.confirm(member=self.instance, on=today)
            case "new_holder":
                confirmation.succeed(
                    member=self.instance,
                    first=first,
                    name=self.cleaned_data["new_name"],
                    name_is_public=bool(self.cleaned_data["new_name"]) and self.cleaned_data["publish"],
                    on=today,
                )
            case "ended":
                confirmation.end(member=self.instance, last=first - confirmation.A_DAY, on=today)
        return bool(self.cleaned_data["choice"])
