from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.places import ends_after_start
from contacts.models.versions import Versioned
from councils.choices import OPEN_OR_INTERNAL, Theme, Visibility
from councils.models.bodies import Body
from councils.models.meetings import AgendaItem
from councils.querysets import OfBodyQuerySet, PlanQuerySet, StrategyQuerySet


class Strategy(Versioned):
    """What a council has agreed on, under the three headings that councils are for (product.md, section 2).

    An adopted strategy is public. A new one that takes its place names it as its predecessor.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        ADOPTED = "adopted", _("adopted")
        REVISION = "revision", _("under revision")
        EXPIRED = "expired", _("expired")

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.PROTECT, related_name="strategies")
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80)
    problem_understanding = models.TextField(_("shared problem understanding"), blank=True)
    routines = models.TextField(_("routines for cooperation and responsibility"), blank=True)
    concern = models.TextField(_("strategy for handling concern"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    adopted_in = models.ForeignKey(
        AgendaItem,
        verbose_name=_("adopted in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="strategies",
        help_text=_("The item by which it was adopted."),
    )
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    review_on = models.DateField(_("to be reviewed"), null=True, blank=True)
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("takes the place of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
    )
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = StrategyQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        ordering = ["body", "-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_strategy_has_its_own_address",
                fields=["body", "slug"],
                violation_error_message=_("There is already a strategy with this address."),
            ),
            ends_after_start("a_strategy_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_strategy_that_is_not_a_draft_was_adopted",
                condition=Q(status="draft") | Q(adopted_in__isnull=False, valid_from__isnull=False),
                violation_error_message=_("Say in which meeting it was adopted, and from which day it holds."),
            ),
            models.CheckConstraint(
                name="a_strategy_does_not_take_its_own_place",
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("pk")),
                violation_error_message=_("A strategy cannot take its own place."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("strategy", args=[self.body.slug, self.slug])

    def clean(self):
        if self.adopted_in_id and self.body_id and self.adopted_in.body_id != self.body_id:
            raise ValidationError({"adopted_in": _("That item is another body's.")})
        if self.predecessor_id and self.body_id and self.predecessor.body_id != self.body_id:
            raise ValidationError({"predecessor": _("That strategy is another body's.")})
        if self.pk and self.pk in self.line_of(self.predecessor_id):
            message = _("That strategy itself takes the place of this one. Choose another.")
            raise ValidationError({"predecessor": message})

    @classmethod
    def line_of(cls, pk):
        """The ids of a strategy and of all before it, newest first. It ends even where a loop was written past us."""
        line = []
        while pk and pk not in line:
            line.append(pk)
            pk = cls.objects.filter(pk=pk).values_list("predecessor_id", flat=True).first()
        return line

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT


class Objective(Versioned):
    """One of the objectives of a strategy."""

    strategy = models.ForeignKey(
        Strategy, verbose_name=_("strategy"), on_delete=models.CASCADE, related_name="objectives"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    text = models.CharField(_("objective"), max_length=300)

    objects = OfBodyQuerySet.leading_by("strategy__body__")
    history = History()

    class Meta:
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        ordering = ["strategy", "position", "pk"]

    def __str__(self):
        return self.text


class Plan(Versioned):
    """A plan of action: focus area, objective, measure. It may carry out a strategy."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        CURRENT = "current", _("in force")
        CLOSED = "closed", _("closed")

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.PROTECT, related_name="plans")
    strategy = models.ForeignKey(
        Strategy, verbose_name=_("strategy"), on_delete=models.SET_NULL, null=True, blank=True, related_name="plans"
    )
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.DRAFT)
    visibility = models.CharField(
        _("who may read it"), max_length=10, choices=OPEN_OR_INTERNAL, default=Visibility.PUBLIC
    )
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = PlanQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["body", "-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_plan_has_its_own_address",
                fields=["body", "slug"],
                violation_error_message=_("There is already a plan with this address."),
            ),
            ends_after_start("a_plan_ends_after_it_begins"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("plan", args=[self.body.slug, self.slug])

    def clean(self):
        if self.strategy_id and self.body_id and self.strategy.body_id != self.body_id:
            raise ValidationError({"strategy": _("That strategy is another body's.")})

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT


class Measure(Versioned):
    """A line of a plan: under which focus area and objective, what is done, by which role, by when, and how it went."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        ONGOING = "ongoing", _("under way")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="measures")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    focus_area = models.CharField(_("focus area"), max_length=200)
    objective = models.CharField(_("objective"), max_length=300)
    text = models.CharField(_("measure"), max_length=500)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.OTHER)
    responsible = models.CharField(_("responsible role"), max_length=150)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.PLANNED)
    evaluation = models.TextField(_("evaluation"), blank=True)
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("comes from"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="measures",
    )

    objects = OfBodyQuerySet.leading_by("plan__body__")
    history = History()

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["plan", "position", "pk"]

    def __str__(self):
        return self.text


class Knowledge(Versioned):
    """Part of the knowledge base of a plan: what is known, from which source and year."""

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="knowledge")
    text = models.TextField(_("what is known"))
    source = models.CharField(_("source"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"))
    url = models.URLField(_("link"), blank=True)

    objects = OfBodyQuerySet.leading_by("plan__body__")
    history = History()

    class Meta:
        verbose_name = _("part of the knowledge base")
        verbose_name_plural = _("knowledge base")
        ordering = ["plan", "-year", "pk"]
        constraints = [
            models.CheckConstraint(
                name="knowledge_is_of_a_year",
                condition=Q(year__gte=1900, year__lte=2100),
                violation_error_message=_("Write the year with four digits, for example 2025."),
            ),
        ]

    def __str__(self):
        return f"{self.source} ({self.year})"
