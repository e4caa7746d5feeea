from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models import Municipality
from contacts.models.history import History
from contacts.models.versions import Versioned
from councils.choices import OPEN_OR_INTERNAL, Agency, Theme, Visibility
from councils.models import AgendaItem, Meeting
from councils.models import Measure as PlanMeasure
from slt.choices import Effect, Outcome
from slt.models.groups import Group
from slt.models.schemes import Scheme
from slt.querysets import CycleYearQuerySet, FindingQuerySet, MeasureQuerySet, PriorityQuerySet


def visibility_field(default):
    return models.CharField(_("who may read it"), max_length=10, choices=OPEN_OR_INTERNAL, default=default)


class CycleYear(Versioned):
    """One year of a scheme's working cycle: map, prioritise, act, evaluate, document (kartlegge, prioritere,
    gjennomføre, evaluere, dokumentere)."""

    scheme = models.ForeignKey(Scheme, verbose_name=_("SLT scheme"), on_delete=models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)], help_text=_("With four digits.")
    )
    evaluation = models.TextField(
        _("evaluation of the year"), blank=True, help_text=_("What worked, what did not, and what we learnt.")
    )
    evaluated_on = models.DateField(_("evaluated on"), null=True, blank=True)
    summary = models.TextField(_("what the year came to"), blank=True, help_text=_("Public, once it is documented."))
    documented_on = models.DateField(_("documented on"), null=True, blank=True)

    objects = CycleYearQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("working year")
        verbose_name_plural = _("working years")
        ordering = ["scheme", "-year"]
        constraints = [
            models.UniqueConstraint(
                name="a_scheme_has_a_year_once",
                fields=["scheme", "year"],
                violation_error_message=_("This year is there already."),
            ),
        ]

    def __str__(self):
        return f"{self.scheme} {self.year}"

    def get_absolute_url(self):
        return reverse("cycle_year", args=[self.scheme.slug, self.year])


class Finding(Versioned):
    """Mapping: something that is known of how things are, from which source and when. Of many, never of one person."""

    cycle = models.ForeignKey(
        CycleYear, verbose_name=_("working year"), on_delete=models.CASCADE, related_name="findings"
    )
    text = models.TextField(_("what was found"), help_text=_("About groups and places, never about one person."))
    source = models.CharField(
        _("source"), max_length=200, help_text=_("For example: Ungdata 2026, figures of the police, the youth club.")
    )
    found_on = models.DateField(_("found on"), default=timezone.localdate)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.OTHER)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty: all of the scheme’s municipalities."),
    )
    visibility = visibility_field(Visibility.INTERNAL)

    objects = FindingQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["cycle", "-found_on", "-pk"]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"


class Priority(Versioned):
    """Prioritising: what is proposed from the findings, put to the steering group as a case on its agenda."""

    cycle = models.ForeignKey(
        CycleYear, verbose_name=_("working year"), on_delete=models.CASCADE, related_name="priorities"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    title = models.CharField(_("priority"), max_length=200)
    reason = models.TextField(
        _("reason"), blank=True, help_text=_("What the steering group is asked to decide, and why.")
    )
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.OTHER)
    findings = models.ManyToManyField(Finding, verbose_name=_("findings"), blank=True, related_name="priorities")
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("case of the steering group"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="slt_priorities",
    )
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, default=Outcome.WAITING)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    visibility = visibility_field(Visibility.INTERNAL)

    objects = PriorityQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        ordering = ["cycle", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_priority_that_is_decided_says_when",
                condition=Q(outcome=Outcome.WAITING) | Q(decided_on__isnull=False),
                violation_error_message=_("Say on which day the steering group decided."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_put(self):
        """To the steering group: as a case that was not withdrawn, of a meeting that was not cancelled."""
        if self.item_id is None or self.item.is_withdrawn:
            return False
        return self.item.meeting.status != Meeting.Status.CANCELLED


class Measure(Versioned):
    """Acting and evaluating: what is done, on behalf of which agency, by when, and how it went."""

    Status = PlanMeasure.Status

    cycle = models.ForeignKey(
        CycleYear, verbose_name=_("working year"), on_delete=models.CASCADE, related_name="measures"
    )
    priority = models.ForeignKey(
        Priority, verbose_name=_("priority"), on_delete=models.SET_NULL, null=True, blank=True, related_name="measures"
    )
    text = models.CharField(_("measure"), max_length=300)
    agency = models.CharField(_("responsible agency"), max_length=16, choices=Agency, default=Agency.MUNICIPALITY)
    responsible = models.CharField(
        _("responsible role"), max_length=150, blank=True, help_text=_("A role, not a name.")
    )
    group = models.ForeignKey(
        Group,
        verbose_name=_("SLT group"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="slt_measures",
        help_text=_("The group that carries it out, if it is one."),
    )
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.OTHER)
    due = models.DateField(_("deadline"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=PlanMeasure.Status, default=PlanMeasure.Status.PLANNED)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    effect = models.CharField(_("effect"), max_length=8, choices=Effect, blank=True, default="")
    evaluation = models.TextField(_("evaluation"), blank=True, help_text=_("How it went, and what we learnt."))
    visibility = visibility_field(Visibility.PUBLIC)

    objects = MeasureQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("SLT measure")
        verbose_name_plural = _("SLT measures")
        ordering = ["cycle", "due", "pk"]
        constraints = [
            models.CheckConstraint(
                name="an_slt_measure_that_is_done_says_when",
                condition=~Q(status="done") | Q(done_on__isnull=False),
                violation_error_message=_("Say on which day it was done."),
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def is_open(self):
        return self.status in (self.Status.PLANNED, self.Status.ONGOING)

    def is_overdue(self, on):
        return self.is_open and self.due is not None and self.due < on

    @property
    def is_evaluated(self):
        return bool(self.effect or self.evaluation)

    def done_on_if(self, status, day):
        """The day on which it was done, if `status` says that it is. It sets itself, and goes when it is open again."""
        return (self.done_on or day) if status == self.Status.DONE else None

    def clean(self):
        """A measure that was taken over to a new year is still of the priority of the year before."""
        if self.priority_id and self.cycle_id and not self._can_be_of(self.priority.cycle):
            raise ValidationError({"priority": _("That priority is of another year or another scheme.")})
        if self.group_id and self.cycle_id and self.group.scheme_id != self.cycle.scheme_id:
            raise ValidationError({"group": _("That group is of another scheme.")})

    def _can_be_of(self, cycle):
        return cycle.scheme_id == self.cycle.scheme_id and cycle.year <= self.cycle.year
