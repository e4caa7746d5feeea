from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models.points import ContactPoint
from contacts.querysets import VerificationRequestQuerySet


class VerificationRequest(models.Model):
    """Somebody was asked, or told, about a contact point that has to be verified. See verification/reminders.py.

    A round lasts from one verification to the next. In each, every recipient hears of a step once.
    """

    class Step(models.TextChoices):
        OWNER = "owner", _("asked, before it becomes stale")
        DEPUTY = "deputy", _("asked those who hold the function, when nobody had answered")
        DISTRICT = "district", _("told whoever is responsible, when it had become stale")

    class Recipient(models.TextChoices):
        """As what somebody was written to. The history tells this, and no name."""

        EDITOR = "editor", _("an editor")
        MAILBOX = "mailbox", _("the function mailbox")
        HOLDER = "holder", _("a holder of the function")
        DEPUTY = "deputy", _("a deputy")
        RESPONSIBLE = "responsible", _("whoever is responsible for the area")

    contact_point = models.ForeignKey(ContactPoint, on_delete=models.CASCADE, related_name="verification_requests")
    round = models.CharField(
        _("round"), max_length=10, help_text=_("The day of the verification before, or “never” when there was none.")
    )
    step = models.CharField(_("step"), max_length=8, choices=Step)
    recipient = models.CharField(_("asked as"), max_length=11, choices=Recipient)
    to = models.EmailField(_("recipient"))
    seen = models.CharField(
        _("what was asked about"), max_length=16, help_text=_("A fingerprint of the contact point.")
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    used_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    objects = VerificationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("verification request")
        verbose_name_plural = _("verification requests")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="each_recipient_hears_of_a_step_once_a_round", fields=["contact_point", "round", "step", "to"]
            )
        ]

    def __str__(self):
        return f"{self.contact_point}, {self.get_step_display()}"
