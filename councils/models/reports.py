from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from councils.models.bodies import Body
from councils.querysets import OfBodyQuerySet, YearlyReportQuerySet


class YearlyReport(Versioned):
    """What a body did in a year, for the municipal council. Drafted from the data in both written forms and edited."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField(_("year"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    text_nb = models.TextField(_("text in bokmål"), blank=True)
    text_nn = models.TextField(_("text in nynorsk"), blank=True)

    objects = YearlyReportQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("yearly report")
        verbose_name_plural = _("yearly reports")
        ordering = ["body", "-year"]
        constraints = [
            models.UniqueConstraint(
                name="a_body_has_one_report_a_year",
                fields=["body", "year"],
                violation_error_message=_("There is already a report of this year. Open that one."),
            ),
        ]

    def __str__(self):
        return f"{self.body} {self.year}"

    @property
    def is_published(self):
        return self.status == self.Status.PUBLISHED


class Question(models.TextChoices):
    """The fixed questions of the yearly self-evaluation: the same for all, so that years and bodies can be compared."""

    UNDERSTANDING = "understanding", _("Do we share an understanding of the problems here?")
    ROUTINES = "routines", _("Are the routines for cooperation and responsibility known and used?")
    CONCERN = "concern", _("Do we have a strategy for handling concern, and is it used?")
    COMPOSITION = "composition", _("Are the right functions at the table, with a mandate to decide?")
    ATTENDANCE = "attendance", _("Do the members come, and come prepared?")
    AGENDA = "agenda", _("Do the items deal with prevention and not with individual cases?")
    FOLLOW_UP = "follow_up", _("Is what we agree on done?")
    ANCHORING = "anchoring", _("Does what we agree on reach the municipal council and the police leadership?")


class SelfEvaluation(Versioned):
    """How a body itself finds that it works, once a year."""

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="evaluations")
    year = models.PositiveSmallIntegerField(_("year"))
    improve = models.TextField(_("what we will do better next year"), blank=True)

    objects = OfBodyQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("self-evaluation")
        verbose_name_plural = _("self-evaluations")
        ordering = ["body", "-year"]
        constraints = [
            models.UniqueConstraint(
                name="a_body_evaluates_a_year_once",
                fields=["body", "year"],
                violation_error_message=_("There is already a self-evaluation of this year. Open that one."),
            ),
        ]

    def __str__(self):
        return f"{self.body} {self.year}"


class Answer(Versioned):
    """The answer to one question, from 1 (not at all) to 5 (fully), with a word about why."""

    evaluation = models.ForeignKey(SelfEvaluation, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(_("question"), max_length=16, choices=Question)
    score = models.PositiveSmallIntegerField(
        _("answer"),
        choices=[
            (1, _("1 – not at all")),
            (2, _("2 – to a small degree")),
            (3, _("3 – to some degree")),
            (4, _("4 – to a large degree")),
            (5, _("5 – fully")),
        ],
        null=True,
        blank=True,
    )
    comment = models.CharField(_("comment"), max_length=500, blank=True)

    objects = OfBodyQuerySet.leading_by("evaluation__body__")
    history = History()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["evaluation", "pk"]
        constraints = [
            models.UniqueConstraint(name="a_question_is_answered_once", fields=["evaluation", "question"]),
            models.CheckConstraint(
                name="an_answer_is_from_one_to_five", condition=Q(score__isnull=True) | Q(score__gte=1, score__lte=5)
            ),
        ]

    def __str__(self):
        return f"{self.get_question_display()} {self.score or ''}".strip()
