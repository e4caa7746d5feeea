"""Error pages. All show the numbers that always work; those for our own faults ask the database for nothing."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from contacts.lookup import Answer, look_up
from portal.private_paths import is_private

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request, exception=None):
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def identity_number_in_address(request):
    """`request` has lost its query by now, so that no link of the page repeats it."""
    return render(request, "400_identity_number.html", status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def not_found(request, exception=None):
    """With the places that the last word of the address looks like: but the number of a row is no municipality's."""
    word = "" if is_private(request.path_info) else request.path_info.rstrip("/").rpartition("/")[2]
    answer = _nearest(word.replace("-", " "))
    return render(request, "404.html", {"matches": answer.matches or answer.suggestions[:3]}, status=404)


def _nearest(word):
    try:
        return look_up(word)
    except (OperationalError, InterfaceError):
        return Answer(word)


def not_allowed(request, methods):
    """Nothing is received here. `methods` are those that are answered."""
    response = render(request, "405.html", status=405)
    response.headers["Allow"] = methods
    return response


def server_error(request):
    return render(request, "500.html", status=500)


def unavailable(request):
    """Asks browsers and caches to come back in half a minute."""
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "30"
    return response
