"""Coming in without the login page, for tests that are about something else."""

from django.http import HttpRequest
from django.test import Client

from portal.login import second_factor

_with_password_only = Client.force_login


def come_all_the_way_in(client, user):
    """Logged in, with a second factor shown. Returns the session."""
    _with_password_only(client, user)
    request = HttpRequest()
    request.session, request.user = client.session, user
    second_factor.show(request, user, type="test")
    request.session.save()
    return request.session
