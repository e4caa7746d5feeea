"""A second factor is required of everyone, and shown in the session itself.

That the account *has* one is not enough: whoever logged in with a password alone, before the owner set one up, would
then be let through.
"""

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added

# Recovery codes only help those who have one of these.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_shown(request):
    """In this session, by this user: a code, a passkey, or at a provider that vouches for it."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def factors_of(user):
    return Authenticator.objects.filter(user=user, type__in=FACTORS)


def is_the_last(authenticator):
    return authenticator.type in FACTORS and not factors_of(authenticator.user).exclude(pk=authenticator.pk).exists()


def show(request, user, **how):
    record_authentication(request, user, "mfa", **how)


def _setting_one_up_shows_it(sender, request, user, authenticator, **kwargs):
    if authenticator.type in FACTORS:
        show(request, user, id=authenticator.pk, type=authenticator.type)


def connect():
    authenticator_added.connect(_setting_one_up_shows_it, dispatch_uid="setting_one_up_shows_it")
