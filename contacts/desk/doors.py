"""Who comes in: the three refusals of every page on the desk."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseForbidden
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods

from contacts import permissions
from contacts.models import Assignment


def edits_contacts(access):
    return permissions.can_add(access, Assignment)


def desk_page(allowed=bool, methods=("GET", "HEAD", "POST")):
    """A page for whoever has a role now, and of whom `allowed(access)` is true.

    Whoever is not logged in is asked to; whoever has no role is told whom to turn to.
    """

    def decorate(view):
        @require_http_methods(methods)
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), "account_login")
            if not request.access:
                return HttpResponseForbidden(render_to_string("contacts/desk/no_role.html", request=request))
            if not allowed(request.access):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


READ = ("GET", "HEAD")
