"""Attachments for those who are logged in: the same files, also those that only the members may read."""

from django.shortcuts import get_object_or_404

from contacts.desk.doors import READ, desk_page
from councils.files import file_response
from councils.models import Attachment
from councils.permissions import reads_any_records


@desk_page(reads_any_records, READ)
def attachment(request, key):
    return file_response(get_object_or_404(Attachment.objects.readable_by(request.access), key=key))
