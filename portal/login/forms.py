"""allauth's forms in the portal's form pack: labels instead of placeholders, and a code that is good once."""

from allauth.account import forms as account
from allauth.account.adapter import get_adapter as account_adapter
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from contacts.person_data.forms import GuardedForm
from portal.login.second_factor import factors_of


class Labelled:
    """A placeholder is gone as soon as somebody types, and is hard to read before that."""

    labels = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)


class LoginForm(Labelled, account.LoginForm):
    labels = {"login": _("E-mail"), "password": _("Password")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the link to a new password stands below the form


class ResetPasswordForm(Labelled, account.ResetPasswordForm):
    labels = {"email": _("E-mail")}

    def save(self, request, **kwargs):
        """Whoever has no account gets a mail as well: so the answer, and the work behind it, is the same.

        And so does whoever has neither password nor second factor here, but comes in through their organisation: a link
        would let those who read their mailbox round the second factor that the organisation asks for.
        """
        self.users = [user for user in self.users if user.has_usable_password() or factors_of(user)]
        if self.users:
            return super().save(request, **kwargs)
        email = self.cleaned_data["email"]
        account_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class ResetPasswordKeyForm(Labelled, account.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password, once more")}


class ChangePasswordForm(Labelled, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Password today"),
        "password1": _("New password"),
        "password2": _("New password, once more"),
    }


class SetPasswordForm(Labelled, account.SetPasswordForm):
    labels = {"password1": _("New password"), "password2": _("New password, once more")}


class ReauthenticateForm(Labelled, account.ReauthenticateForm):
    labels = {"password": _("Password")}


class GoodOnce:
    """A code from the app is refused for as long as it could be used a second time.

    allauth remembers it for one step of thirty seconds, and lets it be used for as many steps as MFA_TOTP_TOLERANCE
    says to either side.
    """

    def clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not self.is_new(code):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def is_new(self, code):
        seconds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        return cache.add(f"login.code:{self.user.pk}:{''.join(code.split())}", True, timeout=seconds)


class AuthenticateForm(GoodOnce, Labelled, mfa.AuthenticateForm):
    labels = {"code": _("Code")}


class ReauthenticateWithCodeForm(GoodOnce, Labelled, mfa.ReauthenticateForm):
    labels = {"code": _("Code")}


class AddPasskeyForm(Labelled, GuardedForm, passkeys.AddWebAuthnForm):
    labels = {"name": _("What you call it"), "credential": _("Passkey")}


class EditPasskeyForm(Labelled, GuardedForm, passkeys.EditWebAuthnForm):
    labels = {"name": _("What you call it")}


class ActivateTOTPForm(Labelled, totp.ActivateTOTPForm):
    labels = {"code": _("Code from the app")}
