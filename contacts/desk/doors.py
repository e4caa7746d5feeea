"""Who comes in. That somebody is logged in, and has a role today, is asked at the door of every private page."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_http_methods

from contacts import permissions
from contacts.models import Assignment

READ, POST = ("GET", "HEAD"), ("POST",)


def edits_contacts(access):
    return permissions.can_add(access, Assignment)


def desk_page(allowed=bool, methods=(*READ, *POST)):
    """A page for those of whom `allowed(access)` is true: whoever has any role, unless more is asked."""

    def decorate(view):
        @require_http_methods(methods)
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not allowed(request.access):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
