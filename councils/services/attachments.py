"""Files of agenda items and agreements: what is on the disk is exactly what has a row.

A file is written before its row is committed, and taken away when that fails. It goes after its row is gone for good,
however the row went: by itself, with its item, or in the admin.
"""

import hashlib

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from councils.models import AgendaItem, Attachment


def attach(*, item=None, agreement=None, upload, title, by):
    """A checked PDF, for an item or an agreement. Its own transaction to the end: it is called inside no other."""
    attachment = Attachment(
        item=item, agreement=agreement, title=title, size=upload.size, sha256=_sha256(upload), uploaded_by=by
    )
    attachment.file = upload
    try:
        with transaction.atomic(durable=True):
            if item:
                _refuse_for_exempt(item)
            attachment.save()
    except BaseException:
        if attachment.file._committed:
            attachment.file.storage.delete(attachment.file.name)
        raise
    return attachment


@transaction.atomic
def remove(*, attachment):
    if attachment.item_id:
        _locked(attachment.item_id)
    attachment.delete()


def forget_file(sender, instance, **kwargs):
    """For the signal `post_delete`."""
    if instance.item_id:
        others = Attachment.objects.filter(item=instance.item_id).exists()
        AgendaItem.objects.filter(pk=instance.item_id).update(has_files=others)
    transaction.on_commit(lambda: instance.file.storage.delete(instance.file.name))


def _refuse_for_exempt(item):
    """Asked of the newest row: the item may have been made exempt meanwhile."""
    if _locked(item.pk).is_exempt:
        raise ValidationError(_("An exempt item has no file in the portal. Keep it in your archive."))


def _locked(pk):
    return AgendaItem.objects.select_for_update().get(pk=pk)


def _sha256(upload):
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()
