"""What stands at the door of every private page."""

from django.contrib import auth
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import urlencode

from portal.login import kept, second_factor, sessions
from portal.private_paths import is_account, is_private

# Where somebody who has only shown a password may go: to show or set up the second factor, and out.
SETTING_UP = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
}


class SessionLimitsMiddleware:
    """Ends a session that is too old or was left alone. Only private pages look, so only they prolong it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.session_ended = ""
        if is_private(request.path_info) and request.user.is_authenticated:
            request.session_ended = sessions.why_ended(request.session)
            if request.session_ended:
                auth.logout(request)
            else:
                sessions.prolong(request.session)
        return self.get_response(request)


class LoginMiddleware:
    """Private pages are for those who are logged in, have shown a second factor, and have a role today.

    A view that is open to anyone says so with Django's `login_not_required`: logging in, an invitation, a signed link.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not is_private(request.path_info) or not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return kept.show_again(request) if kept.is_kept(request) else lead_to_login(request)
        if not second_factor.is_shown(request):
            return self.ask_for_second_factor(request)
        if not is_account(request.path_info) and not request.access:
            return render(request, "contacts/desk/no_role.html", status=403)
        return None

    def ask_for_second_factor(self, request):
        """Whoever has one shows it while logging in: a session without is from before it was set up, and ends."""
        if second_factor.factors_of(request.user).exists():
            auth.logout(request)
            return lead_to_login(request)
        return None if request.resolver_match.url_name in SETTING_UP else redirect("mfa_index")


def lead_to_login(request):
    """And back to where they were going; with the reason, if a session has ended."""
    login = resolve_url("account_login")
    ended = f"?{urlencode({'ended': request.session_ended})}" if request.session_ended else ""
    return redirect_to_login(request.get_full_path(), login + ended)
