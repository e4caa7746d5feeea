"""Where allauth asks the portal."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from contacts.services import outbox
from portal.login import second_factor, sessions
from portal.login.secrets import decrypt, encrypt


class Limited:
    def validation_error(self, code, *args):
        """Whoever is locked out is told until when; the same whether or not there is such an account."""
        if code not in ("too_many_login_attempts", "rate_limited"):
            return super().validation_error(code, *args)
        error = super().validation_error(code)
        again = timezone.localtime() + timedelta(minutes=settings.LOCKED_MINUTES)
        error.message = _("Too many attempts. Try again at %(time)s.") % {"time": time_format(again, "TIME_FORMAT")}
        return error


class AccountAdapter(Limited, DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Nobody signs up: accounts come from invitations."""
        return False

    def send_mail(self, template_prefix, email, context):
        """Through the outbox: it leaves exactly when what it tells about has happened."""
        mail = self.render_mail(template_prefix, email, {"email": email, "site_url": settings.SITE_URL} | context)
        outbox.put(key=f"account-{uuid4()}", to=email, subject=mail.subject, body=f"{mail.body}\n")

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Of the account alone: allauth adds the host that was asked, and so gives more guesses for each name of it."""
        return credentials.get("email", "").lower()

    def get_login_stages(self):
        return ["portal.login.stages.SecondFactorStage"]

    def is_reauthentication_required(self, *, app, **kwargs):
        """Not of someone who has just logged in."""
        if sessions.seconds_since_login(context.request.session) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_reset_password_from_key_url(self, key):
        """At the address of the site, whatever host the request named."""
        return settings.SITE_URL + urlsplit(super().get_reset_password_from_key_url(key)).path

    def get_password_change_redirect_url(self, request):
        return reverse("account")


class SecondFactorAdapter(Limited, DefaultMFAAdapter):
    def can_delete_authenticator(self, authenticator):
        return not second_factor.is_the_last(authenticator)

    def generate_authenticator_name(self, user, type):
        return _("Passkey %(number)s") % {"number": Authenticator.objects.filter(user=user, type=type).count() + 1}

    def encrypt(self, text):
        return encrypt(text)

    def decrypt(self, encrypted_text):
        return decrypt(encrypted_text)
