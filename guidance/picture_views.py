"""The file of a picture that a published text shows."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from contacts.private_files import PrivateStorage
from contacts.public_pages import kept_briefly
from guidance import index
from guidance.models import Picture
from guidance.services.pictures import CONTENT_TYPE


@require_safe
@kept_briefly
def picture(request, pk):
    """One that no published text shows is as one that never was."""
    row = get_object_or_404(Picture, pk=pk)
    if (row.resource_id, row.pk) not in index.current().shown_pictures:
        raise Http404
    return picture_file(row)


def picture_file(row):
    try:
        with PrivateStorage().open(row.file) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(content, content_type=CONTENT_TYPE, headers={"X-Content-Type-Options": "nosniff"})
