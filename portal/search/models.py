from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.search.querysets import DocumentQuerySet


class Kind(models.TextChoices):
    """What something is, in the order in which a reader chooses among them."""

    CONTACT = "contact", _("Contact")
    PAGE = "page", _("Page of the portal")
    COUNCIL = "council", _("Police council")
    MEETING = "meeting", _("Meeting")
    DECISION = "decision", _("Decision")
    STRATEGY = "strategy", _("Strategy")
    PLAN = "plan", _("Plan")
    REPORT = "report", _("Yearly report")
    SLT = "slt", _("SLT scheme")
    GROUP = "group", _("SLT group")
    YEAR = "year", _("Working year")
    DIALOGUE = "dialogue", _("Dialogue")
    GUIDANCE = "guidance", _("Guidance")
    ACTIVITY = "activity", _("Activity")
    REFERENCE = "reference", _("Kept elsewhere")
    PUBLISHER = "publisher", _("Publisher")


class Document(models.Model):
    """One thing that everyone may read, in all its languages, from a day to a day.

    `owner` is what it is made from and goes away with, `family` what that belongs to: the meeting of a council.
    `title_words`: the stems of each title, those of another language behind a bar. `counted`: how often each stem is
    in the text (" skol:3 "), which are in a title (" skol! ") and which say what it is (" skol? "). `texts`:
    {language: [title, address, text]}, from which results are shown; last, since it is long. The full text itself is
    beside it (tables.py).
    """

    family = models.CharField(max_length=40, db_index=True)
    owner = models.CharField(max_length=40, db_index=True)
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=Kind)
    languages = models.CharField(max_length=20)
    themes = models.CharField(max_length=200, blank=True)
    places = models.TextField(blank=True)
    from_day = models.DateField(null=True)
    to_day = models.DateField(null=True)
    changed_on = models.DateField(null=True)
    is_example = models.BooleanField(default=False)
    weight = models.FloatField(default=1)
    mark = models.CharField(max_length=32)
    title_words = models.TextField()
    counted = models.TextField()
    texts = models.JSONField()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document that is searched")
        verbose_name_plural = _("documents that are searched")
        ordering = ["pk"]

    def __str__(self):
        return self.key


class Word(models.Model):
    """A word of the documents, as one of them writes it: for misspellings, and for what compounds are made of.

    More than that it tells nobody: what is offered in place of a misspelling is looked for first.
    """

    folded = models.CharField(max_length=40, unique=True)
    form = models.CharField(max_length=40)
    stem = models.CharField(max_length=40)
    documents = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("word that is searched")
        verbose_name_plural = _("words that are searched")
        ordering = ["pk"]

    def __str__(self):
        return self.form
