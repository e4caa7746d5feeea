"""The code of an authenticator app, as the app would show it."""

import time

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt


def codes_now(users):
    """{user id: code} for those of them who use an app."""
    apps = Authenticator.objects.filter(user__in=users, type=Authenticator.Type.TOTP)
    return {app.user_id: code_of(decrypt(app.data["secret"])) for app in apps}


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))


def seconds_left():
    return app_settings.TOTP_PERIOD - int(time.time()) % app_settings.TOTP_PERIOD
