from allauth.account import views as accounts
from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as passkeys
from csp.decorators import csp_update
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from contacts.access import with_names
from portal.login import second_factor


@login_not_required
def login(request):
    """Its forms may lead to the providers, which no other page's may."""
    return csp_update({"form-action": settings.OIDC_ORIGINS})(accounts.login)(request)


@require_safe
def account(request):
    """Who I am here, what I may do and until when, and how I log in."""
    return render(request, "account/overview.html", {"grants": with_names(request.access.grants)})


@reauthentication_required(app="allauth.mfa")
def remove_passkey(request, pk):
    """Not the last second factor: allauth asks the adapter about the app, but not about passkeys."""
    passkey = get_object_or_404(Authenticator, pk=pk, user=request.user, type=Authenticator.Type.WEBAUTHN)
    if second_factor.is_the_last(passkey):
        return render(request, "mfa/webauthn/is_the_last.html", status=409)
    return passkeys.remove_webauthn(request, pk=pk)
