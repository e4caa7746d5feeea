from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.querysets import DailyRunQuerySet


class DailyRun(models.Model):
    """When a daily job last ran, and how it went. Its row is also the lock: no job runs twice at once."""

    job = models.SlugField(_("job"), primary_key=True)
    ran_on = models.DateField(_("last run for the day"), null=True)
    ended_at = models.DateTimeField(_("last run ended"), null=True)
    count = models.PositiveIntegerField(_("done"), default=0)
    problem = models.CharField(_("problem"), max_length=100, blank=True)

    objects = DailyRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("daily job")
        verbose_name_plural = _("daily jobs")
        ordering = ["job"]

    def __str__(self):
        return self.job
