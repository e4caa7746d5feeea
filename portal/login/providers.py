"""Coming in with the organisation's own login: whom it lets in, and what is said to the others.

A provider says who somebody is; whether they may come in is decided here. Only those who have an account or an open
invitation do, and are found by an e-mail address that the provider vouches for.
"""

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from contacts.models import Invitation, User
from contacts.services import invitations


class ProviderAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise PermissionDenied
        if not sociallogin.is_existing:
            user = user_with(verified_addresses(sociallogin))
            if not user:
                raise ImmediateHttpResponse(refused(request, "unknown"))
            sociallogin.connect(request, user)
        if sociallogin.user.is_superuser:
            raise ImmediateHttpResponse(refused(request, "unknown"))

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        raise ImmediateHttpResponse(refused(request, "cancelled" if error == AuthError.CANCELLED else "failed"))


def verified_addresses(sociallogin):
    """Some providers say "false" as a text, which would pass for true. One of which the settings name the domains
    vouches for no others: whoever runs it could else come in as anybody."""
    domains = [domain.lower() for domain in sociallogin.provider.app.settings.get("verified_email", [])]
    addresses = [address.email.lower() for address in sociallogin.email_addresses if address.verified is True]
    return [address for address in addresses if not domains or address.rpartition("@")[2] in domains]


def user_with(addresses):
    """Who has one of these addresses; an open invitation to one of them is accepted by coming here."""
    for address in addresses:
        for invitation in Invitation.objects.filter(email=address).open(timezone.now()).order_by("pk"):
            try:
                invitations.accept(invitation=invitation)
            except invitations.NotAccepted:
                continue
    return User.objects.filter(email__in=addresses, is_superuser=False).first()


def vouches_for_second_factor(sociallogin):
    """By the words `acr` or `amr` of its signed answer that the settings of the provider name."""
    trusted = set(sociallogin.provider.app.settings.get("second_factor", []))
    answer = sociallogin.account.extra_data.get("id_token", {})
    methods = answer.get("amr", [])
    said = {answer.get("acr"), *(methods if isinstance(methods, list) else [methods])}
    return bool(trusted & {word for word in said if isinstance(word, str)})


def refused(request, why):
    return render(request, "account/provider_refused.html", {"why": why}, status=403)


@login_not_required
@require_POST
def login(request, provider_id):
    return _or_say_that_it_failed(request, oidc.login, provider_id)


@login_not_required
@require_safe
def callback(request, provider_id):
    return _or_say_that_it_failed(request, oidc.callback, provider_id)


def _or_say_that_it_failed(request, view, provider_id):
    """A provider that does not answer, or answers nonsense, is no fault of ours."""
    try:
        return view(request, provider_id)
    except (requests.RequestException, KeyError, ValueError):
        return refused(request, "failed")
