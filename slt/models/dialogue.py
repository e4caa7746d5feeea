from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from contacts.models.history import History
from contacts.models.places import ends_after_start
from contacts.models.versions import Versioned
from councils.choices import Theme, Visibility
from councils.models import AgendaItem
from councils.models import Measure as PlanMeasure
from slt.choices import Sector
from slt.models.cycle import Measure, visibility_field
from slt.models.schemes import Scheme
from slt.querysets import DialogueEventQuerySet, DialogueProcessQuerySet, PartyQuerySet

OPEN_HELP = _("Not ticked: by invitation.")


class DialogueProcess(Versioned):
    """Mobilisation and participation (dialogprosess): public, voluntary and private actors talk about a theme.

    It may have come from a case of a council, from a measure of a council's plan, or from a measure of the scheme.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        ONGOING = "ongoing", _("under way")
        ENDED = "ended", _("ended")

    scheme = models.ForeignKey(Scheme, verbose_name=_("SLT scheme"), on_delete=models.PROTECT, related_name="dialogues")
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80)
    aim = models.TextField(_("aim"), help_text=_("What the dialogue is to lead to."))
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.COOPERATION)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.PLANNED)
    valid_from = models.DateField(_("first day"), default=timezone.localdate)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    is_open = models.BooleanField(_("open to everyone"), default=False, help_text=OPEN_HELP)
    outcome = models.TextField(_("outcome"), blank=True, help_text=_("What it led to. Never who said what."))
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("comes from the case"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="dialogues",
    )
    plan_measure = models.ForeignKey(
        PlanMeasure,
        verbose_name=_("comes from the measure of the council"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="dialogues",
    )
    measure = models.ForeignKey(
        Measure,
        verbose_name=_("comes from the measure of the scheme"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="dialogues",
    )
    visibility = visibility_field(Visibility.PUBLIC)

    objects = DialogueProcessQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("dialogue process")
        verbose_name_plural = _("dialogue processes")
        ordering = ["scheme", "-valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_dialogue_has_its_own_address",
                fields=["scheme", "slug"],
                violation_error_message=_("There is already a dialogue with this address."),
            ),
            ends_after_start("a_dialogue_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_dialogue_comes_from_one_thing",
                condition=Q(item__isnull=True, plan_measure__isnull=True)
                | Q(item__isnull=True, measure__isnull=True)
                | Q(plan_measure__isnull=True, measure__isnull=True),
                violation_error_message=_("Name one thing only that it comes from."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dialogue", args=[self.scheme.slug, self.slug])


class Party(Versioned):
    """An organisation that takes part, never a private person."""

    NAMES_ORGANISATIONS = ("name",)

    process = models.ForeignKey(
        DialogueProcess, verbose_name=_("dialogue process"), on_delete=models.CASCADE, related_name="parties"
    )
    sector = models.CharField(_("sector"), max_length=10, choices=Sector)
    name = models.CharField(
        _("organisation"), max_length=150, help_text=_("An organisation, a congregation or a business. Not a person.")
    )
    part = models.CharField(
        pgettext_lazy("in a dialogue", "part"), max_length=200, blank=True, help_text=_("What they contribute.")
    )

    objects = PartyQuerySet.leading_by("process__scheme__")
    history = History()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["process", "sector", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_party_is_in_a_dialogue_once",
                fields=["process", "name"],
                violation_error_message=_("This organisation is there already."),
            ),
        ]

    def __str__(self):
        return self.name


class DialogueEvent(Versioned):
    """A gathering in a dialogue: when, where, open or by invitation, and what came of it. How many came; never who."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("cancelled")

    process = models.ForeignKey(
        DialogueProcess, verbose_name=_("dialogue process"), on_delete=models.CASCADE, related_name="events"
    )
    title = models.CharField(_("title"), max_length=200)
    date = models.DateField(_("date"))
    starts_at = models.TimeField(_("begins"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=150, blank=True)
    is_open = models.BooleanField(_("open to everyone"), default=False, help_text=OPEN_HELP)
    status = models.CharField(_("state"), max_length=9, choices=Status, default=Status.PLANNED)
    people = models.PositiveSmallIntegerField(
        _("how many took part"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(9999)],
        help_text=_("A number. The portal keeps no lists of participants."),
    )
    outcome = models.TextField(_("outcome"), blank=True, help_text=_("What it led to. Never who said what."))

    objects = DialogueEventQuerySet.leading_by("process__scheme__")
    history = History()

    class Meta:
        verbose_name = _("dialogue event")
        verbose_name_plural = _("dialogue events")
        ordering = ["process", "date", "pk"]

    def __str__(self):
        return f"{self.title} {self.date:%Y-%m-%d}"
