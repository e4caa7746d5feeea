from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.links.words import said
from guidance.querysets import CheckedLinkQuerySet


class CheckedLink(models.Model):
    """A web address that something in the library leads to, and whether it works. Written by the link check alone."""

    class Status(models.TextChoices):
        UNCHECKED = "unchecked", _("not checked yet")
        WORKS = "works", _("works")
        MOVED = "moved", _("has moved")
        BROKEN = "broken", _("does not work")
        LEFT_ALONE = "left_alone", _("is not checked")

    url = models.URLField(_("web address"), max_length=500, unique=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.UNCHECKED)
    answer = models.CharField(_("answer"), max_length=100, blank=True, help_text=_("What the other side said."))
    moved_to = models.URLField(_("has moved to"), max_length=500, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    worked_on = models.DateField(_("last seen working"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    next_check_on = models.DateField(_("next check"), null=True, blank=True, db_index=True)

    objects = CheckedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("checked link")
        verbose_name_plural = _("checked links")
        ordering = ["url"]

    def __str__(self):
        return self.url

    @property
    def said(self):
        """`answer` in words."""
        return said(self.answer)
