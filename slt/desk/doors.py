"""Who comes in to the pages of a scheme: another scheme's answer exactly as those of one that does not exist."""

from functools import wraps

from django.shortcuts import get_object_or_404

from contacts.desk.doors import POST, READ, desk_page
from slt.models import Scheme
from slt.permissions import keeps_any_frame, keeps_any_scheme


def keeper_page(methods=(*READ, *POST)):
    """For whoever coordinates the scheme: `view(request, scheme, …)`."""
    return _page_of(Scheme.objects.kept_by, keeps_any_scheme, methods)


def frame_page(methods=(*READ, *POST)):
    """For whoever keeps the frame of the scheme, and not what is written in it: `view(request, scheme, …)`."""
    return _page_of(Scheme.objects.editable_by, keeps_any_frame, methods)


def _page_of(schemes_of, allowed, methods):
    def decorate(view):
        @desk_page(allowed, methods)
        @wraps(view)
        def guarded(request, slug, *args, **kwargs):
            return view(request, get_object_or_404(schemes_of(request.access), slug=slug), *args, **kwargs)

        return guarded

    return decorate
