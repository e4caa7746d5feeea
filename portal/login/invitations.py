"""Inviting, and being invited."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from contacts import permissions
from contacts.desk.sending import sent
from contacts.models import Invitation
from contacts.services import invitations
from contacts.verification.views import holds_a_secret
from portal.login.invitation_forms import AcceptForm, AcceptWithAccountForm, InvitationForm


@require_http_methods(["GET", "HEAD", "POST"])
def invitation_list(request):
    """Those that were sent for one's area, and a form for one more."""
    if not permissions.can_see_any(request.access, Invitation):
        raise PermissionDenied
    form = None
    if permissions.can_add(request.access, Invitation):
        form = InvitationForm(sent(request), access=request.access)
    elif request.method == "POST":
        raise PermissionDenied
    if form and request.method == "POST" and form.is_valid():
        invitations.invite(invitation=form.save(commit=False), by=request.user)
        messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": form.instance.email})
        return redirect("invitations")
    context = {"form": form, "rows": _rows(request.access)}
    return render(request, "account/invitations.html", context)


def _rows(access):
    """[(invitation, whether it may be withdrawn), …], those that still wait for an answer first."""
    rows = (
        Invitation.objects.visible_to(access)
        .with_body_names()
        .select_related("district", "municipality", "invited_by")[:200]
    )
    open_ones = set(Invitation.objects.editable_by(access).open(timezone.now()).values_list("pk", flat=True))
    return sorted(((row, row.pk in open_ones) for row in rows), key=lambda row: not row[0].is_open)


@require_POST
def withdraw(request, pk):
    found = Invitation.objects.editable_by(request.access).open(timezone.now())
    invitations.withdraw(invitation=get_object_or_404(found, pk=pk))
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return redirect("invitations")


@login_not_required
@holds_a_secret
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request, token):
    """Who invited to what. Only a press on the button accepts: opening the link, as mail scanners do, does nothing."""
    found = invitations.find(token)
    if not found or not found.is_open:
        return render(request, "account/invitation_closed.html", status=410)
    user = invitations.user_of(found)
    if user != request.user and (user or request.user.is_authenticated):
        return render(request, "account/invitation_of_another.html", {"invitation": found, "has_account": bool(user)})
    form = (AcceptWithAccountForm if user else AcceptForm)(sent(request), invitation=found)
    if request.method == "POST" and form.is_valid():
        return _accept(request, found, form.cleaned_data, user)
    return render(request, "account/invitation.html", {"invitation": found, "form": form, "has_account": bool(user)})


def _accept(request, found, chosen, user):
    password = chosen.get("password1")
    try:
        accepted_by = invitations.accept(invitation=found, name=chosen.get("name", ""), password=password)
    except invitations.NotAccepted:
        return render(request, "account/invitation_closed.html", status=410)
    if user:
        messages.success(request, _("You have a new role: %(role)s.") % {"role": found})
        return redirect("desk")
    login = Login(user=accepted_by, email=accepted_by.email, redirect_url=reverse("mfa_index"))
    return perform_password_login(request, {"email": accepted_by.email}, login)
