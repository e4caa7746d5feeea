from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.querysets import ContentVersionQuerySet, new_stamp


class Snapshot(models.Model):
    """A file of reference data as it was loaded: where the facts come from, and exactly which file it was."""

    file = models.CharField(_("file"), max_length=100, unique=True)
    source = models.CharField(_("source"), max_length=300)
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    as_of = models.DateField(_("facts as of"))
    sha256 = models.CharField(_("checksum"), max_length=64)
    rows = models.PositiveIntegerField(_("rows"))
    loaded_at = models.DateTimeField(_("loaded at"), auto_now=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["file"]

    def __str__(self):
        return f"{self.file} ({self.as_of})"


class ContentVersion(models.Model):
    """One row of stamps, replaced in the same transaction as any change to public content.

    Whatever is kept in memory remembers the stamp it was made from, so no process needs to be told of a change.
    A random stamp rather than a count: a count that was rolled back would be given out a second time.
    """

    content = models.CharField(_("stamp of all public content"), max_length=16, default=new_stamp)
    places = models.CharField(_("stamp of places and national numbers"), max_length=16, default=new_stamp)

    objects = ContentVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("content version")
        verbose_name_plural = _("content versions")
        constraints = [
            models.CheckConstraint(name="there_is_one_content_version", condition=models.Q(pk=1)),
        ]

    def __str__(self):
        return self.content
