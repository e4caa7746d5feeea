"""The file of a picture that a published text shows."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from contacts.private_files import PrivateStorage
from contacts.public_pages import kept_briefly
from guidance.models import Picture
from guidance.services.pictures import CONTENT_TYPE, is_public


@require_safe
@kept_briefly
def picture(request, pk):
    """One that no published text shows is as one that never was."""
    row = get_object_or_404(Picture.objects.select_related("resource"), pk=pk)
    if not is_public(row, timezone.localdate()):
        raise Http404
    return picture_file(row)


def picture_file(row):
    try:
        with PrivateStorage().open(row.file) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(content, content_type=CONTENT_TYPE, headers={"X-Content-Type-Options": "nosniff"})
