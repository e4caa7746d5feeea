"""Who comes in to the pages of a body: another body's answer exactly as those of one that does not exist."""

from functools import wraps

from django.shortcuts import get_object_or_404

from contacts.desk.doors import POST, READ, desk_page
from councils.models import Body
from councils.permissions import keeps_any_frame, keeps_any_records, reads_any_records


def keeper_page(methods=(*READ, *POST)):
    """For whoever keeps the records of the body: `view(request, body, …)`."""
    return _page_of(Body.objects.kept_by, keeps_any_records, methods)


def frame_page(methods=(*READ, *POST)):
    """For whoever keeps the frame of the body, and not what is said in it: `view(request, body, …)`."""
    return _page_of(Body.objects.editable_by, keeps_any_frame, methods)


def reader_page(methods=READ):
    """For the members as well: `view(request, body, …)`. What of it they may read, `readable_by` says."""
    return _page_of(Body.objects.read_by, reads_any_records, methods)


def _page_of(bodies_of, allowed, methods):
    def decorate(view):
        @desk_page(allowed, methods)
        @wraps(view)
        def guarded(request, slug, *args, **kwargs):
            body = get_object_or_404(bodies_of(request.access).select_related("council"), slug=slug)
            return view(request, body, *args, **kwargs)

        return guarded

    return decorate
