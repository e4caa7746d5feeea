import datetime

from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.forms import PasswordVerificationMixin
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts import scopes
from contacts.date_inputs import DateInput
from contacts.models import Invitation, Municipality, PoliceDistrict, User
from contacts.models.access import LONGEST_GRANT
from contacts.person_data.forms import GuardedForm
from contacts.role_forms import OffersBodies
from contacts.services.invitations import may_invite
from portal.login.forms import Labelled


class InvitationForm(GuardedForm, OffersBodies, forms.ModelForm):
    """To the roles that somebody with this access may grant, and the places where they may."""

    ends_on = forms.DateField(
        label=_("The last day of the role"),
        widget=DateInput,
        help_text=_("At most two years ahead."),
    )

    class Meta:
        model = Invitation
        fields = ["name", "email", "role", "district", "municipality", "body"]

    def __init__(self, *args, access, **kwargs):
        super().__init__(*args, **kwargs)
        self.access = access
        roles = scopes.grantable_roles(access)
        self.fields["role"].choices = [
            choice for choice in self.fields["role"].choices if not choice[0] or choice[0] in roles
        ]
        today = timezone.localdate()
        for name, model in [("district", PoliceDistrict), ("municipality", Municipality)]:
            self.fields[name].queryset = model.objects.administered_by(access).current(today)
        self.offer_bodies()
        self.fields["ends_on"].initial = today.replace(year=today.year + 1, day=min(today.day, 28))

    def clean_ends_on(self):
        day, today = self.cleaned_data["ends_on"], timezone.localdate()
        if not today <= day <= today + LONGEST_GRANT:
            raise ValidationError(_("Choose a day from today on, at most two years ahead."))
        return day

    def clean(self):
        cleaned = super().clean()
        self.check_body()
        return cleaned

    def _post_clean(self):
        if day := self.cleaned_data.get("ends_on"):
            last_moment = datetime.datetime.combine(day, datetime.time(23, 59))
            self.instance.role_ends_at = timezone.make_aware(last_moment)
        super()._post_clean()
        if not self.errors and not may_invite(self.access, self.instance):
            self.add_error("role", _("You may not invite this person to this role there."))


class AcceptForm(Labelled, GuardedForm, PasswordVerificationMixin, forms.Form):
    """A password for whoever has no account yet."""

    name = forms.CharField(label=_("Your name"), max_length=150, widget=forms.TextInput({"autocomplete": "name"}))
    password1 = SetPasswordField(label=_("Password"))
    password2 = PasswordField(label=_("Password, once more"), autocomplete="new-password")

    def __init__(self, *args, invitation, **kwargs):
        super().__init__(*args, initial={"name": invitation.name}, **kwargs)
        self.fields["password1"].user = User(email=invitation.email, name=invitation.name)


class AcceptWithAccountForm(forms.Form):
    """Whoever has an account only presses the button."""

    def __init__(self, *args, invitation, **kwargs):
        super().__init__(*args, **kwargs)
