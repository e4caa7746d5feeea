from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from contacts.models import ContactPoint, Function, Municipality
from contacts.models.history import History
from contacts.models.places import ends_after_start, refuse_overlap
from contacts.models.versions import Versioned
from councils.choices import WrittenLanguage
from councils.models import Council
from slt.choices import Level
from slt.querysets import OfFrameQuerySet, SchemeMunicipalityQuerySet, SchemeQuerySet

# Words that stand in addresses where a scheme's would, on the public pages or on the desk.
RESERVED = {"ny", "grupper", "dialog", "slik-virker-det", "arbeidsar"}
OLDEST = 120


class Scheme(Versioned):
    """An SLT scheme (SLT-ordning) of one or several municipalities.

    Who coordinates is no field of it: those are contact points, the same that stand on the card of each municipality.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        ACTIVE = "active", pgettext_lazy("scheme", "active")
        PAUSED = "paused", _("paused")
        ENDED = "ended", _("wound up")

    name = models.CharField(_("name"), max_length=150, help_text=_("As it is called locally: SLT i Eksempel."))
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, help_text=_("Stable for ever; other places link to it.")
    )
    language = models.CharField(
        _("written language"), max_length=2, choices=WrittenLanguage, default=WrittenLanguage.BOKMAL
    )
    municipalities = models.ManyToManyField(
        Municipality, through="SchemeMunicipality", verbose_name=_("municipalities"), related_name="schemes"
    )
    contact_points = models.ManyToManyField(
        ContactPoint, through="Coordinator", verbose_name=_("coordinators"), related_name="schemes"
    )
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.ACTIVE)
    status_since = models.DateField(_("status since"), default=timezone.localdate)
    status_note = models.CharField(_("note on the status"), max_length=300, blank=True, help_text=_("Shown publicly."))
    established = models.PositiveSmallIntegerField(
        _("established"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("The year, with four digits."),
    )
    host_unit = models.CharField(
        _("host unit"), max_length=150, blank=True, help_text=_("The unit of the municipality it belongs to.")
    )
    age_from = models.PositiveSmallIntegerField(
        _("from age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)], help_text=_("Empty: no limit.")
    )
    age_to = models.PositiveSmallIntegerField(
        _("to age, inclusive"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(OLDEST)],
        help_text=_("“Under 18” means up to and including 17. Empty: no limit."),
    )
    has_steering = models.BooleanField(_("has the steering level"), default=True)
    has_coordinating = models.BooleanField(_("has the coordinating level"), default=True)
    has_executing = models.BooleanField(_("has the executing level"), default=True)
    steering_council = models.ForeignKey(
        Council,
        verbose_name=_("steering group"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="steered_schemes",
        help_text=_("The police council, where it is the steering group. Empty: it has a group of its own."),
    )
    about = models.TextField(_("about the scheme"), blank=True, help_text=_("A few sentences for everyone."))
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = SchemeQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("SLT scheme")
        verbose_name_plural = _("SLT schemes")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_scheme_is_for_ages_in_their_order",
                condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_from__lte=F("age_to")),
                violation_error_message=_("The first age is higher than the last. Write the lower one first."),
            ),
            models.CheckConstraint(
                name="a_scheme_has_a_level",
                condition=Q(has_steering=True) | Q(has_coordinating=True) | Q(has_executing=True),
                violation_error_message=_("A scheme has at least one of the three levels."),
            ),
            models.CheckConstraint(
                name="a_council_steers_a_scheme_that_has_the_steering_level",
                condition=Q(steering_council__isnull=True) | Q(has_steering=True),
                violation_error_message=_("A scheme without the steering level has no steering group."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("scheme", args=[self.slug])

    @property
    def is_active(self):
        return self.status == self.Status.ACTIVE

    @property
    def levels(self):
        """Those that it has, from the top."""
        return [level for level in Level if getattr(self, f"has_{level}")]

    def covers_age(self, age):
        return (self.age_from is None or self.age_from <= age) and (self.age_to is None or age <= self.age_to)

    def clean(self):
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("This address is taken by a page of the portal. Choose another.")})
        self._refuse_council_of_others()
        self._refuse_levels_taken_from_groups()

    def _refuse_council_of_others(self):
        """Of a scheme that has no municipality yet, `services.schemes.found` asks."""
        if not (self.pk and self.steering_council_id):
            return
        today = timezone.localdate()
        mine = self.areas.current(today).values("municipality")
        if mine and not self.steering_council.areas.current(today).filter(municipality__in=mine).exists():
            raise ValidationError({"steering_council": OF_ANOTHER_MUNICIPALITY})

    def _refuse_levels_taken_from_groups(self):
        if not self.pk:
            return
        groups = self.groups.filter(ended_on=None)
        gone = groups.exclude(level__in=self.levels).order_by("name").first()
        if gone:
            message = _("%(group)s is at this level. End the group first, or keep the level.")
            raise ValidationError({f"has_{gone.level}": ValidationError(message, params={"group": gone.name})})
        if self.steering_council_id and (own := groups.filter(level=Level.STEERING).first()):
            message = _("%(group)s is its steering group. End that first.")
            raise ValidationError({"steering_council": ValidationError(message, params={"group": own.name})})

    def save(self, **options):
        """With its municipalities, which know whether they have an active scheme."""
        with transaction.atomic():
            super().save(**options)
            for area in self.areas.all():
                area.scheme = self
                if area.is_active != (self.is_active and area.valid_to is None):
                    area.save()


OF_ANOTHER_MUNICIPALITY = _("This council is of none of the scheme’s municipalities. Choose one that is.")


class SchemeMunicipality(Versioned):
    """A scheme is of this municipality, from a day to a day.

    `is_active` is true while the scheme is active and the row has no end, so that the database itself holds that a
    municipality is in one active scheme at most.
    """

    scheme = models.ForeignKey(Scheme, verbose_name=_("SLT scheme"), on_delete=models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="scheme_areas"
    )
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    is_active = models.BooleanField(default=False, editable=False)

    objects = SchemeMunicipalityQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("municipality of a scheme")
        verbose_name_plural = _("municipalities of schemes")
        ordering = ["scheme", "valid_from", "pk"]
        constraints = [
            ends_after_start("a_municipality_of_a_scheme_ends_after_it_begins"),
            models.UniqueConstraint(
                name="a_municipality_is_in_one_active_scheme",
                fields=["municipality"],
                condition=Q(is_active=True),
                violation_error_message=_("This municipality is in an active SLT scheme already."),
            ),
        ]

    def __str__(self):
        return f"{self.scheme}: {self.municipality}"

    def clean(self):
        if self.scheme_id and self.municipality_id:
            others = SchemeMunicipality.objects.filter(scheme=self.scheme_id, municipality=self.municipality_id)
            refuse_overlap(self, others)

    def save(self, *, update_fields=None, **options):
        self.is_active = self.scheme.is_active and self.valid_to is None
        fields = update_fields if update_fields is None else {*update_fields, "is_active"}
        super().save(update_fields=fields, **options)


class Coordinator(Versioned):
    """A contact point that coordinates a scheme. Who holds it, with which position share, the contact point knows."""

    scheme = models.ForeignKey(
        Scheme, verbose_name=_("SLT scheme"), on_delete=models.CASCADE, related_name="coordinators"
    )
    contact_point = models.ForeignKey(
        ContactPoint, verbose_name=_("contact point"), on_delete=models.CASCADE, related_name="coordinates"
    )

    objects = OfFrameQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("coordinator of a scheme")
        verbose_name_plural = _("coordinators of schemes")
        ordering = ["scheme", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_contact_point_coordinates_a_scheme_once",
                fields=["scheme", "contact_point"],
                violation_error_message=_("This contact point is there already."),
            ),
        ]

    def __str__(self):
        return f"{self.scheme}: {self.contact_point}"

    def clean(self):
        if not (self.scheme_id and self.contact_point_id):
            return
        if self.contact_point.function != Function.SLT_COORDINATOR:
            raise ValidationError({"contact_point": _("Choose a contact point for SLT coordination.")})
        mine = self.scheme.areas.current(timezone.localdate()).values("municipality")
        if not self.contact_point.coverages.filter(municipality__in=mine).exists():
            message = _("This contact point serves none of the scheme’s municipalities. Add them to it first.")
            raise ValidationError({"contact_point": message})


class Office(Versioned):
    """Where a coordinator is to be found: in which municipality, at which place, on which days."""

    coordinator = models.ForeignKey(
        Coordinator, verbose_name=_("coordinator"), on_delete=models.CASCADE, related_name="offices"
    )
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="+"
    )
    place = models.CharField(_("place"), max_length=150, help_text=_("For example: the town hall, second floor."))
    days = models.CharField(_("days"), max_length=100, blank=True, help_text=_("For example: Monday to Wednesday."))

    objects = OfFrameQuerySet.leading_by("coordinator__scheme__")
    history = History()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["coordinator", "pk"]

    def __str__(self):
        return f"{self.municipality}: {self.place}"
