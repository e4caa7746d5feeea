"""Who comes in to the pages of a resource: another place's answer exactly as those of one that does not exist."""

from functools import wraps

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from contacts.desk.doors import POST, READ, desk_page
from guidance.models import Resource
from guidance.permissions import keeps_any
from guidance.states import tags_of


def resource_page(methods=(*READ, *POST)):
    """For whoever keeps the resource: `view(request, resource, …)`."""

    def decorate(view):
        @desk_page(keeps_any, methods)
        @wraps(view)
        def guarded(request, pk, *args, **kwargs):
            mine = Resource.objects.editable_by(request.access).for_desk(timezone.localdate())
            places = mine.select_related("publisher", "district", "municipality", "superseded_by")
            return view(request, get_object_or_404(places, pk=pk), *args, **kwargs)

        return guarded

    return decorate


def show(request, template, resource, **context):
    context |= {"resource": resource, "tags": tags_of(resource)}
    return render(request, f"guidance/desk/{template}.html", context)


def open_edition(resource):
    """The one that is being made, or None."""
    edition = resource.editions.open().prefetch_related("texts").first()
    if edition:
        edition.resource = resource
    return edition
