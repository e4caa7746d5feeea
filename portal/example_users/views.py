from allauth.account import views as account
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from contacts.models import RoleGrant
from portal.example_users.codes import codes_now, seconds_left
from portal.example_users.people import ABOUT, DOMAIN, PASSWORD


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def example_users(request):
    """Who one can be here. Pressing one is the same as typing the e-mail and the password on the login page."""
    if request.method == "POST":
        auth.logout(request)
        return account.login(request)
    grants = RoleGrant.objects.filter(user__email__endswith=f"@{DOMAIN}", user__is_active=True)
    grants = grants.with_body_names().select_related("user", "district", "municipality").order_by("pk")
    codes = codes_now([grant.user_id for grant in grants])
    rows = [(grant, ABOUT.get(grant.user.email, ""), codes.get(grant.user_id)) for grant in grants]
    context = {"rows": rows, "password": PASSWORD, "seconds": seconds_left()}
    return render(request, "portal/example_users.html", context)
