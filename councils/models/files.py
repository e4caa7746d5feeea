import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models.versions import Versioned
from contacts.private_files import PrivateStorage
from councils.models.bodies import Body
from councils.models.councils import Agreement
from councils.models.meetings import AgendaItem
from councils.querysets import AttachmentQuerySet


def storage():
    return PrivateStorage()


def stored_as(attachment, filename):
    """Never by the name somebody gave it."""
    return f"attachments/{attachment.key}.pdf"


class Attachment(Versioned):
    """A PDF that belongs to an agenda item or to an agreement, and is as visible as that is today."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, editable=False, related_name="+")
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("agenda item"), on_delete=models.CASCADE, null=True, blank=True, related_name="files"
    )
    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("cooperation agreement"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="files",
    )
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), storage=storage, upload_to=stored_as, help_text=_("PDF, at most 20 MB."))
    size = models.PositiveIntegerField(_("size in bytes"), default=0, editable=False)
    sha256 = models.CharField(_("checksum"), max_length=64, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="an_attachment_belongs_to_one_thing",
                condition=Q(item__isnull=False, agreement__isnull=True) | Q(item__isnull=True, agreement__isnull=False),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("attachment", args=[self.key])

    def save(self, **options):
        """The item remembers that it has files: so the database refuses a file of an exempt item."""
        self.body_id = self.item.body_id if self.item_id else self.agreement.council_id
        with transaction.atomic():
            super().save(**options)
            if self.item_id:
                AgendaItem.objects.filter(pk=self.item_id).update(has_files=True)
