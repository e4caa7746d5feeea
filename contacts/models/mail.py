"""Mail that is on its way, as rows: written with what it tells about, sent afterwards by somebody else."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.querysets import OutgoingMailQuerySet


class OutgoingMail(models.Model):
    """One mail to one recipient. See services/outbox.py for how it is put here and how it leaves.

    `key` says what the mail is about, so that the same is never told twice. `message_id` stays the same at every
    attempt, so that a mail server that got it twice can know.
    """

    key = models.CharField(_("key"), max_length=200, unique=True)
    message_id = models.UUIDField(_("message id"), unique=True, default=uuid.uuid4, editable=False)
    to = models.EmailField(_("recipient"))
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), blank=True, help_text=_("Removed as soon as the mail has been sent."))
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    next_attempt_at = models.DateTimeField(
        _("next attempt"), default=timezone.now, help_text=_("Also when a sender that took the mail must be done.")
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up"), null=True, blank=True)
    problem = models.CharField(
        _("problem"), max_length=100, blank=True, help_text=_("What the mail server answered at the last attempt.")
    )

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                name="mail_that_waits",
                fields=["next_attempt_at"],
                condition=models.Q(sent_at__isnull=True, given_up_at__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="mail_is_not_both_sent_and_given_up",
                condition=models.Q(sent_at__isnull=True) | models.Q(given_up_at__isnull=True),
            )
        ]

    def __str__(self):
        return self.subject
