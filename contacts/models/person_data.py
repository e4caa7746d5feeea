from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.querysets import PersonDataDecisionQuerySet


class PersonDataDecision(models.Model):
    """Somebody let a text through that the person-data guard had held up. Never changed; holds nothing of the text."""

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    row_label = models.CharField(_("kind of row"), max_length=100, blank=True)
    row_key = models.CharField(_("row"), max_length=40, blank=True)
    form = models.CharField(_("form"), max_length=100)
    field = models.CharField(_("field"), max_length=100)
    kinds = models.CharField(_("what was held up"), max_length=200, help_text=_("Each kind, and how many."))

    objects = PersonDataDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("person-data decision")
        verbose_name_plural = _("person-data decisions")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.row_label or self.form}.{self.field} ({self.at:%Y-%m-%d %H:%M})"
