from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.querysets import MissedWordQuerySet


class MissedWord(models.Model):
    """A word that was searched for on a day and found nothing: no whole question, no person, no address."""

    word = models.CharField(_("word"), max_length=40)
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=1)

    objects = MissedWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("word that was not found")
        verbose_name_plural = _("words that were not found")
        ordering = ["-day", "word"]
        constraints = [models.UniqueConstraint(name="a_missed_word_is_counted_once_a_day", fields=["word", "day"])]

    def __str__(self):
        return self.word
