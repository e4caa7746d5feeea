from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from contacts import mailboxes
from contacts.models import Municipality
from contacts.models.history import History
from contacts.models.places import ends_after_start, refuse_overlap
from contacts.models.versions import Versioned
from councils import kinds
from councils.choices import OPEN_OR_INTERNAL, Theme, Visibility, WrittenLanguage
from councils.querysets import BodyMunicipalityQuerySet, BodyQuerySet, OfBodyQuerySet

# Words that stand in addresses where a body's would, on the public pages or on the desk.
RESERVED = {"nytt", "vedtak", "vedlegg"}


class Body(Versioned):
    """Something that meets and keeps records. Of which kind it is, and who keeps it, `scopes.py` reads from `kind`."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("police council")
        GROUP = "slt_group", _("SLT group")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COUNCIL, editable=False)
    name = models.CharField(_("name"), max_length=150, help_text=_("As it is called locally: Politirådet i Eksempel."))
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, help_text=_("Stable for ever; other places link to it.")
    )
    part_of = models.SlugField(
        max_length=80,
        blank=True,
        default="",
        db_default="",
        db_index=False,
        editable=False,
        help_text=_("The address of what it is part of: a role that is for that one is for this one as well."),
    )
    language = models.CharField(
        _("written language"), max_length=2, choices=WrittenLanguage, default=WrittenLanguage.BOKMAL
    )
    municipalities = models.ManyToManyField(
        Municipality, through="BodyMunicipality", verbose_name=_("municipalities"), related_name="bodies"
    )
    minimum_meetings = models.PositiveSmallIntegerField(
        _("meetings a year, at least"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    meetings_visibility = models.CharField(
        _("who may see its meetings"),
        max_length=10,
        choices=OPEN_OR_INTERNAL,
        default=Visibility.PUBLIC,
        help_text=_("What a new meeting begins with. It can be changed for each."),
    )
    items_visibility = models.CharField(
        _("who may read its minutes"),
        max_length=10,
        choices=OPEN_OR_INTERNAL,
        default=Visibility.PUBLIC,
        help_text=_("What a new item begins with. It can be changed for each."),
    )
    access_contact = models.EmailField(
        _("where to ask for access"),
        blank=True,
        validators=[mailboxes.refuse_private],
        help_text=_("The mailbox for requests for access to documents, usually the municipality's main mailbox."),
    )
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return kinds.page_url(self)

    @property
    def meetings_url(self):
        return kinds.meeting_url(self, "meetings")

    @property
    def calendar_url(self):
        return kinds.meeting_url(self, "calendar")

    @property
    def is_council(self):
        """Only a council has an agreement, strategies, plans and a yearly report; every body meets."""
        return self.kind == self.Kind.COUNCIL

    def clean(self):
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("This address is taken by a page of the portal. Choose another.")})


class BodyMunicipality(Versioned):
    """A body is of this municipality, from a day to a day.

    `active_as` is filled while a council is active and the row has no end, with its form; of a city district, with its
    name too. So the database itself holds that a municipality has at most one active council of a form (product.md).
    """

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="body_areas"
    )
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    active_as = models.CharField(max_length=140, blank=True, default="", editable=False)

    objects = BodyMunicipalityQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("municipality of a body")
        verbose_name_plural = _("municipalities of bodies")
        ordering = ["body", "valid_from", "pk"]
        constraints = [
            ends_after_start("a_municipality_of_a_body_ends_after_it_begins"),
            models.UniqueConstraint(
                name="a_municipality_has_one_active_council_of_a_form",
                fields=["municipality", "active_as"],
                condition=~Q(active_as=""),
                violation_error_message=_("This municipality already has an active council of this form."),
            ),
        ]

    def __str__(self):
        return f"{self.body}: {self.municipality}"

    def clean(self):
        if self.body_id and self.municipality_id:
            refuse_overlap(self, BodyMunicipality.objects.filter(body=self.body_id, municipality=self.municipality_id))

    def save(self, *, update_fields=None, **options):
        """Also what is to hold in the database about the form of an active council."""
        council = getattr(self.body, "council", None)
        self.active_as = council.active_as if council and self.valid_to is None else ""
        fields = update_fields if update_fields is None else {*update_fields, "active_as"}
        super().save(update_fields=fields, **options)


class StandingItem(Versioned):
    """An item that stands on every agenda of a body."""

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="standing_items")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    title = models.CharField(_("title"), max_length=200)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.COOPERATION)
    presenter = models.CharField(_("presented by"), max_length=100, blank=True, help_text=_("A role, not a name."))
    visibility = models.CharField(
        _("who may read it"), max_length=10, choices=OPEN_OR_INTERNAL, default=Visibility.PUBLIC
    )

    objects = OfBodyQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("standing item")
        verbose_name_plural = _("standing items")
        ordering = ["body", "position", "pk"]

    def __str__(self):
        return self.title


class YearWheelTask(Versioned):
    """Something a body does every year in a certain month. One that is a meeting becomes a draft of a meeting."""

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="year_wheel")
    month = models.PositiveSmallIntegerField(
        _("month"), validators=[MinValueValidator(1), MaxValueValidator(12)], help_text=_("1 to 12.")
    )
    title = models.CharField(_("task"), max_length=200)
    is_meeting = models.BooleanField(_("is a meeting"), default=False)
    items = models.TextField(
        _("items of this meeting"),
        blank=True,
        help_text=_("One title a line. They come after the standing items and what is carried over."),
    )
    responsible = models.CharField(_("responsible role"), max_length=100, blank=True)

    objects = OfBodyQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("task of the year wheel")
        verbose_name_plural = _("year wheel")
        ordering = ["body", "month", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_month_is_one_of_twelve",
                condition=Q(month__gte=1, month__lte=12),
                violation_error_message=_("A month is a number from 1 to 12."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def month_name(self):
        return MONTHS[self.month]

    @property
    def titles(self):
        """Of the items that its meeting begins with."""
        return [line.strip() for line in self.items.splitlines() if line.strip()]


class CaseCounter(models.Model):
    """The last case number of a body in a year. Locked while a number is given out, so that none is left out."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("case counter")
        verbose_name_plural = _("case counters")
        constraints = [models.UniqueConstraint(name="a_body_counts_each_year_once", fields=["body", "year"])]

    def __str__(self):
        return f"{self.body} {self.year}: {self.last}"
