from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from guidance.models.resources import Resource
from guidance.querysets import OfResourceQuerySet


class Picture(Versioned):
    """A picture that texts of a resource show as `![description](bilde:12)`.

    Its file lies outside the web root and is sent by a view.
    """

    resource = models.ForeignKey(
        Resource, verbose_name=_("resource"), on_delete=models.CASCADE, related_name="pictures"
    )
    file = models.CharField(max_length=100, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    credit = models.CharField(
        _("credit"), max_length=150, blank=True, help_text=_("Who made it, and under which licence.")
    )

    objects = OfResourceQuerySet.leading_by("resource__")
    history = History()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["resource", "pk"]

    def __str__(self):
        return f"bilde:{self.pk}"
