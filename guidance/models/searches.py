import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.querysets import MissedWordQuerySet

MISSED_FOR = datetime.timedelta(days=90)
# Fewer may be one person's slip of the finger; and what few have asked for may say who they are.
MISSED_AT_LEAST = 3


class MissedWord(models.Model):
    """A word that was searched for on a day and found nothing: no whole question, no person, no address.

    Nobody is shown one that was asked for less than `MISSED_AT_LEAST` times in the time for which they are kept.
    """

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
