"""Forms of the members of a body. The role is what counts; a name is shown only when that was decided."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LongDayField
from contacts.models import Municipality
from contacts.person_data.forms import GuardedForm
from councils.models import Member


class MemberForm(VersionedModelForm):
    valid_from = LongDayField(label=_("First day"), required=True)
    valid_to = LongDayField(label=_("Last day"), help_text=_("Empty: until further notice."))

    class Meta:
        model = Member
        fields = [
            *("role", "kind", "agency", "municipality", "is_elected"),
            *("name", "name_is_public", "valid_from", "valid_to"),
        ]

    def __init__(self, *args, body, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.body = body
        self.fields["valid_from"].initial = timezone.localdate
        offered = Municipality.objects.filter(pk__in=body.areas.filter(valid_to=None).values("municipality"))
        if len(offered) > 1:
            self.fields["municipality"].queryset = offered
        else:
            del self.fields["municipality"]
        if not body.is_council:
            self._is_of_no_council()

    def _is_of_no_council(self):
        """Nobody is confirmed after an election, since nobody sits for the term of the municipal council."""
        del self.fields["is_elected"]
        if "municipality" in self.fields:
            self.fields["municipality"].help_text = _("Empty: from all of them.")

    def clean(self):
        cleaned = super().clean()
        refuse_to_publish_nobody(self)
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day cannot be before the first."))
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        more = [name for name in ("municipality", "is_elected") if name in self.fields]
        helper.layout = Layout(
            "seen",
            Fieldset(_("The place"), "role", Row("kind", "agency"), *more),
            Fieldset(_("Who has it"), "name", "name_is_public"),
            Fieldset(_("When"), Row("valid_from", "valid_to")),
        )
        helper.add_input(Submit("", _("Save the member")))
        return helper


class ReplaceForm(GuardedForm, forms.Form):
    """Somebody new in the same place from a day on. Whoever had it ends the day before."""

    first = LongDayField(label=_("First day of the new member"), required=True)
    name = forms.CharField(
        label=_("Name"), max_length=150, required=False, help_text=_("May be empty: the role alone is enough.")
    )
    name_is_public = forms.BooleanField(
        label=_("Publish the name"),
        required=False,
        help_text=_("Only when they have been told and know that it is shown."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, initial={"first": timezone.localdate(), "seen": member.version}, **kwargs)
        self.member = member

    def clean(self):
        cleaned = super().clean()
        refuse_to_publish_nobody(self)
        if cleaned.get("first") and cleaned["first"] <= self.member.valid_from:
            self.add_error("first", _("The new member begins after the one before did."))
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "first", "name", "name_is_public")
        helper.add_input(Submit("", _("Save the new member")))
        return helper


def refuse_to_publish_nobody(form):
    if form.cleaned_data.get("name_is_public") and not form.cleaned_data.get("name"):
        form.add_error("name_is_public", _("There is no name to publish. Write it, or take this tick away."))
