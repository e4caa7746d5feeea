"""Who comes in to the pages of a body: another body's answer exactly as those of one that does not exist.

What only councils have (an agreement, strategies, plans, a yearly report) is behind a door `of=COUNCILS`: there it is
not of any other body, whoever keeps that.
"""

from functools import wraps

from django.shortcuts import get_object_or_404

from contacts.desk.doors import POST, READ, desk_page
from councils import kinds
from councils.models import Body
from councils.permissions import keeps_any_frame, keeps_any_records, reads_any_records
from councils.querysets import BodyQuerySet

EVERY_BODY, COUNCILS = tuple(Body.Kind), (Body.Kind.COUNCIL,)


def keeper_page(methods=(*READ, *POST), *, of=EVERY_BODY):
    """For whoever keeps the records of the body: `view(request, body, …)`."""
    return _page_of(BodyQuerySet.kept_by, of, keeps_any_records, methods)


def frame_page(methods=(*READ, *POST), *, of=EVERY_BODY):
    """For whoever keeps the frame of the body, and not what is said in it: `view(request, body, …)`."""
    return _page_of(BodyQuerySet.editable_by, of, keeps_any_frame, methods)


def reader_page(methods=READ, *, of=EVERY_BODY):
    """For the members as well: `view(request, body, …)`. What of it they may read, `readable_by` says."""
    return _page_of(BodyQuerySet.read_by, of, reads_any_records, methods)


def _page_of(reached_by, kinds_of_body, allowed, methods):
    """The body comes with `on_desk`: where its pages lead, for this access."""
    bodies = Body.objects.filter(kind__in=kinds_of_body)

    def decorate(view):
        @desk_page(allowed, methods)
        @wraps(view)
        def guarded(request, slug, *args, **kwargs):
            body = get_object_or_404(reached_by(bodies, request.access), slug=slug)
            body.on_desk = kinds.on_desk(body, request.access)
            return view(request, body, *args, **kwargs)

        return guarded

    return decorate
