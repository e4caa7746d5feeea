"""Error pages. All show the numbers that always work; those for our own faults ask the database for nothing."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from contacts.lookup import Answer, look_up
from portal.private_paths import first_part, is_private

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
OF_PLACES = ("kommuner", "politidistrikter", "bekymret")


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
    """With the places that the address may have meant."""
    answer = _nearest(_place_in(request.path_info).replace("-", " "))
    return render(request, "404.html", {"matches": answer.matches or answer.suggestions[:3]}, status=404)


def _place_in(path):
    """ "vale" of /nn/kommuner/vale/tiltakskort/ and of /vale/: but the day of a meeting is no postal code."""
    first = first_part(path)
    words = path.partition(f"/{first}/")[2].split("/")
    if first in OF_PLACES:
        return words[0]
    return "" if any(words) or is_private(path) else first


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
