"""What was typed is not lost when the session ended while somebody was writing.

A form of the desk that is sent without a session, or with a token from before a new login, is answered with a page that
shows what was in it and sends it again: log in in another tab, then press Save there. Nothing of it is stored, and
nothing is done before it is sent again by somebody who may. Only for what came from a page of our own: a form that
another site sent is refused as ever.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import render
from django.views.csrf import csrf_failure as refuse

from portal.private_paths import is_desk

# Numbers, ticks and choices go along unseen; whatever is longer is shown, to be read and copied.
SHOWN_FROM = 25
NOT_SENT_AGAIN = {"csrfmiddlewaretoken"}


def had_a_session(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def is_kept(request):
    return request.method == "POST" and is_desk(request.path_info) and had_a_session(request)


def show_again(request, *, status=403):
    fields = [
        {"name": name, "value": value, "is_shown": len(value) >= SHOWN_FROM or "\n" in value}
        for name, values in request.POST.lists()
        if name not in NOT_SENT_AGAIN
        for value in values
    ]
    context = {"fields": fields, "has_files": bool(request.FILES), "is_inside": request.user.is_authenticated}
    return render(request, "account/kept.html", context, status=status)


def csrf_failure(request, reason=""):
    """The token changes with every login, so a page from before it carries an old one."""
    if is_kept(request) and comes_from_us(request):
        return show_again(request)
    return refuse(request, reason)


def comes_from_us(request):
    """As the browser says, and no script of another site can."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())
