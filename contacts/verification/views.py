from functools import wraps
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from contacts import gazetteer
from contacts.desk.my_points import places_of
from contacts.models import Assignment
from contacts.verification import links


def holds_a_secret(view):
    """Of a page whose address is a secret: it is not passed on to other sites, and not found by search engines."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return guarded


@login_not_required
@holds_a_secret
@csrf_exempt  # no session is used: only whoever has the token can send it, and nobody can be made to
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_contact(request, token):
    """Looking confirms nothing, for mail scanners look too: that takes a press of the button."""
    today = timezone.localdate()
    try:
        if request.method == "POST":
            return render(request, "contacts/verification/confirmed.html", {"point": links.confirm(token, today)})
        return render(request, "contacts/verification/confirm.html", _shown(links.asked_about(token, today)))
    except links.Refused as refused:
        altered = refused.fault == links.Fault.ALTERED
        status = HTTPStatus.BAD_REQUEST if altered else HTTPStatus.GONE
        return render(request, "contacts/verification/refused.html", {"fault": refused.fault}, status=status)


def _shown(point):
    """What is confirmed, and no more: no direct numbers, and no name of somebody whose name is never published."""
    held = point.current_assignments
    return {
        "point": point,
        "places": places_of(point, gazetteer.current()),
        "holders": [holder for holder in held if holder.role == Assignment.Role.HOLDER],
        "deputies": [deputy for deputy in held if deputy.role == Assignment.Role.DEPUTY],
    }
