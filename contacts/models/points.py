import datetime

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts import mailboxes, opening_hours, phones
from contacts.models.history import History
from contacts.models.owners import Owned
from contacts.models.people import Person
from contacts.models.places import (
    DistrictMembership,
    Municipality,
    ends_after_start,
    refuse_overlap,
)
from contacts.models.versions import Versioned
from contacts.phones import PhoneField
from contacts.querysets import (
    AbsenceQuerySet,
    AssignmentQuerySet,
    ContactPointQuerySet,
    CoverageQuerySet,
    NationalNumberQuerySet,
)

DUE_BEFORE_STALE = datetime.timedelta(days=30)


class NationalNumber(Versioned):
    """A number that works in the whole country whatever else is missing. Never deleted (see signals.py)."""

    key = models.SlugField(_("key"), primary_key=True)
    phone = PhoneField(_("number"), unique=True)
    verified_on = models.DateField(_("last verified"))

    objects = NationalNumberQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("national number")
        verbose_name_plural = _("national numbers")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(name="national_number_is_a_phone_number", condition=Q(phone__regex=phones.STORED)),
            models.CheckConstraint(
                name="national_number_is_one_of_the_known",
                condition=Q(key__in=["emergency", "police", "pst", "child_helpline"]),
            ),
        ]

    def __str__(self):
        return phones.display(self.phone)


class Function(models.TextChoices):
    """What a contact point is for, in the order in which a reader needs them."""

    POLICE_CONTACT = "police_contact", _("Police contact")
    MUNICIPAL_CONTACT = "municipal_contact", _("Municipal contact point")
    SLT_COORDINATOR = "slt_coordinator", _("SLT coordinator")
    PREVENTION_CONTACT = "prevention_contact", _("Prevention contact in the police district")


# R7: who owns which function. The police's are kept by their district, the others by a municipality.
POLICE_FUNCTIONS = [Function.POLICE_CONTACT, Function.PREVENTION_CONTACT]
MUNICIPAL_FUNCTIONS = [Function.MUNICIPAL_CONTACT, Function.SLT_COORDINATOR]


class Freshness(models.TextChoices):
    """How much a contact point can be trusted (R3): fresh, then due 30 days before it becomes stale."""

    FRESH = "fresh", _("verified")
    DUE = "due", _("due for verification")
    STALE = "stale", _("not verified in time")


class ContactPoint(Owned, Versioned):
    """A function that can be contacted, for a whole district or for one or several municipalities.

    The function stays when people leave; who holds it is an `Assignment`.
    """

    key = models.SlugField(_("key"), unique=True, help_text=_("Stable for ever; used in exports and links."))
    function = models.CharField(_("function"), max_length=20, choices=Function)
    covers_whole_district = models.BooleanField(_("covers the whole police district"), default=False)
    municipalities = models.ManyToManyField(
        Municipality, through="Coverage", verbose_name=_("municipalities"), related_name="contact_points"
    )
    phone = PhoneField(
        _("function number"),
        blank=True,
        help_text=_("The number of the function, not of a person. Empty: 02800 is shown."),
    )
    email = models.EmailField(
        _("function mailbox"),
        blank=True,
        validators=[mailboxes.refuse_private],
        help_text=_("A shared mailbox that lives on when people change."),
    )
    opening_hours = models.CharField(
        _("opening hours"),
        max_length=200,
        blank=True,
        validators=[opening_hours.validate],
        help_text=_("For example: Mo-Fr 08:00-15:30. Empty: no hours are shown."),
    )
    verified_on = models.DateField(_("last verified"), null=True, blank=True)
    verification_interval = models.PositiveSmallIntegerField(
        _("verification interval"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
        help_text=_("Months until the contact point must be verified again."),
    )
    is_published = models.BooleanField(_("published"), default=True)
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = ContactPointQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")
        ordering = ["function", "key"]
        constraints = [
            models.CheckConstraint(
                name="each_function_is_owned_by_its_own_kind_of_unit",
                condition=Q(
                    function__in=POLICE_FUNCTIONS, owner_district__isnull=False, owner_municipality__isnull=True
                )
                | Q(function__in=MUNICIPAL_FUNCTIONS, owner_district__isnull=True, owner_municipality__isnull=False),
                violation_error_message=_(
                    "A police function is owned by a police district, a municipal function by a municipality."
                ),
            ),
            models.CheckConstraint(
                name="only_the_prevention_contact_covers_a_whole_district",
                condition=Q(covers_whole_district=True, function=Function.PREVENTION_CONTACT)
                | (Q(covers_whole_district=False) & ~Q(function=Function.PREVENTION_CONTACT)),
                violation_error_message=_(
                    "The prevention contact covers a whole police district; every other function covers municipalities."
                ),
            ),
            models.CheckConstraint(
                name="function_number_is_a_phone_number",
                condition=Q(phone="") | Q(phone__regex=phones.STORED),
                violation_error_message=_("The function number is not a Norwegian phone number."),
            ),
            models.CheckConstraint(
                name="opening_hours_are_in_their_notation",
                condition=Q(opening_hours="") | Q(opening_hours__regex=opening_hours.STORED),
                violation_error_message=_("Write opening hours for example: Mo-Fr 08:00-15:30; Th 08:00-18:00"),
            ),
            models.CheckConstraint(
                name="verification_interval_is_one_to_24_months",
                condition=Q(verification_interval__gte=1, verification_interval__lte=24),
                violation_error_message=_("The verification interval is from 1 to 24 months."),
            ),
        ]

    def __str__(self):
        return f"{self.get_function_display()} ({self.key})"

    def clean(self):
        if self.verified_on and self.verified_on > timezone.localdate():
            raise ValidationError({"verified_on": _("A verification cannot lie in the future.")})

    @property
    def stale_from(self):
        """The first day on which the contact point is stale; None when it was never verified."""
        return self.verified_on and self.verified_on + relativedelta(months=self.verification_interval)

    @property
    def asked_again_on(self):
        """The day on which its owners are reminded to verify it again."""
        return self.stale_from and self.stale_from - DUE_BEFORE_STALE

    def freshness(self, on):
        """R3 on a given day. Never verified counts as stale."""
        if not self.stale_from or on >= self.stale_from:
            return Freshness.STALE
        return Freshness.DUE if on >= self.asked_again_on else Freshness.FRESH


class Coverage(Versioned):
    """A contact point serves a municipality. One contact point can serve several (R6)."""

    contact_point = models.ForeignKey(
        ContactPoint, verbose_name=_("contact point"), on_delete=models.CASCADE, related_name="coverages"
    )
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="coverages"
    )

    objects = CoverageQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("coverage")
        verbose_name_plural = _("coverages")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="contact_point_covers_a_municipality_once",
                fields=["contact_point", "municipality"],
                violation_error_message=_("The contact point already covers this municipality."),
            ),
        ]

    def __str__(self):
        return f"{self.contact_point} → {self.municipality}"

    def clean(self):
        """R7: a district's contact point serves the district's own municipalities. Also of one not yet saved."""
        if not Coverage.contact_point.is_cached(self) and self.contact_point_id is None:
            return
        if self.municipality_id is None:
            return
        point = self.contact_point
        if point.covers_whole_district:
            raise ValidationError(_("This contact point covers the whole police district already."))
        member = DistrictMembership.objects.current(timezone.localdate()).filter(municipality=self.municipality)
        if point.owner_district and not member.filter(district=point.owner_district).exists():
            raise ValidationError(_("The municipality does not belong to the police district that owns this."))


class Publication(models.TextChoices):
    """What a recorded decision lets the public see of the person who holds a function (R4)."""

    FUNCTION_ONLY = "function", _("function only")
    NAME = "name", _("name and role")
    NAME_AND_DIRECT = "direct", _("name, role and direct number")


class Assignment(Versioned):
    """A person holds a function, or deputises in it, from a day to a day."""

    class Role(models.TextChoices):
        HOLDER = "holder", _("holder")
        DEPUTY = "deputy", _("deputy")

    contact_point = models.ForeignKey(
        ContactPoint, verbose_name=_("contact point"), on_delete=models.CASCADE, related_name="assignments"
    )
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(_("role"), max_length=6, choices=Role, default=Role.HOLDER)
    share = models.PositiveSmallIntegerField(
        _("position share"), null=True, blank=True, help_text=_("Per cent of a full position. Empty: not stated.")
    )
    valid_from = models.DateField(_("first day"))
    valid_to = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: until further notice."))
    publication = models.CharField(
        _("publication"), max_length=8, choices=Publication, default=Publication.FUNCTION_ONLY
    )
    publication_decided_on = models.DateField(_("publication decided on"), null=True, blank=True)
    publication_decided_by = models.CharField(
        _("publication decided by"), max_length=150, blank=True, help_text=_("The role that decided, not a name.")
    )

    objects = AssignmentQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-role", "valid_from", "pk"]
        constraints = [
            ends_after_start("assignment_ends_after_it_starts"),
            models.CheckConstraint(
                name="position_share_is_1_to_100_per_cent",
                condition=Q(share__isnull=True) | Q(share__gte=1, share__lte=100),
                violation_error_message=_("The position share is from 1 to 100 per cent."),
            ),
            models.CheckConstraint(
                name="a_name_is_published_only_by_a_recorded_decision",
                condition=Q(publication=Publication.FUNCTION_ONLY)
                | (Q(publication_decided_on__isnull=False) & ~Q(publication_decided_by="")),
                violation_error_message=_("Say who decided to publish the name, and when."),
            ),
            models.UniqueConstraint(
                name="person_holds_a_function_once_without_an_end",
                fields=["contact_point", "person"],
                condition=Q(valid_to__isnull=True),
                violation_error_message=_("This person already holds the function. End that assignment first."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.contact_point}"

    def clean(self):
        if not (self.contact_point_id and self.person_id):
            return
        refuse_overlap(self, Assignment.objects.filter(contact_point=self.contact_point_id, person=self.person_id))
        if not self.person.has_same_owner_as(self.contact_point):
            raise ValidationError(
                {"person": _("This person belongs to another unit than the contact point. Register them here first.")}
            )
        if self.person.cleared_on and (self.valid_to is None or self.valid_to >= self.person.cleared_on):
            raise ValidationError({"person": _("This person's data is cleared. Register them anew.")})
        self._refuse_more_than_a_full_position()

    def _refuse_more_than_a_full_position(self):
        """Over all functions that the person holds at the same time; shares that are not stated count for nothing."""
        others = Assignment.objects.filter(person=self.person_id).overlapping(self).values_list("share", flat=True)
        total = sum(share or 0 for share in [self.share, *others])
        if self.share and total > 100:
            message = _(
                "Together with the other functions this makes %(total)s %% of a position; 100 %% is the most. Lower "
                "this share, or correct the others first."
            )
            raise ValidationError({"share": ValidationError(message, params={"total": total})})


class Absence(Versioned):
    """Somebody who holds a function is away from a day to a day, and comes back by themselves.

    While it lasts the deputies of the contact point stand in: see disclosure.py.
    """

    assignment = models.ForeignKey(
        Assignment, verbose_name=_("assignment"), on_delete=models.CASCADE, related_name="absences"
    )
    valid_from = models.DateField(_("first day away"))
    valid_to = models.DateField(_("last day away"))
    deputy = models.OneToOneField(
        Assignment,
        verbose_name=_("deputy"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stands_in_for",
        help_text=_("The assignment, for the same days, of whoever stands in."),
    )

    objects = AbsenceQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["valid_from", "pk"]
        constraints = [
            ends_after_start("absence_ends_after_it_starts"),
        ]

    def __str__(self):
        return f"{self.valid_from} – {self.valid_to}"

    def clean(self):
        refuse_overlap(self, Absence.objects.filter(assignment=self.assignment_id))
