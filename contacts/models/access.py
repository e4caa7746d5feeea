"""Who may do what where, as rows: granted by somebody, from a moment to a moment."""

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts import bodies
from contacts.models.history import History
from contacts.models.places import Municipality, PoliceDistrict
from contacts.models.versions import Versioned
from contacts.querysets import AuditEventQuerySet, GrantQuerySet

LONGEST_GRANT = relativedelta(years=2)


class Role(models.TextChoices):
    """What a grant lets somebody do; who may grant it is in permissions.py."""

    POLICE_COORDINATOR = "police_coordinator", _("police coordinator")
    MUNICIPAL_EDITOR = "municipal_editor", _("municipal editor")
    SLT_COORDINATOR = "slt_coordinator", _("SLT coordinator")
    COUNCIL_SECRETARY = "council_secretary", _("council secretary")
    COUNCIL_MEMBER = "council_member", _("member of a council or group")
    GUIDANCE_EDITOR = "guidance_editor", _("guidance editor")
    AREA_ADMINISTRATOR = "area_administrator", _("area administrator")
    USER_ADMINISTRATOR = "user_administrator", _("user administrator")
    AUDITOR = "auditor", _("auditor")


# What each role is granted for. The last kind is granted for one police district, or without a place: everywhere.
DISTRICT_ROLES = [Role.POLICE_COORDINATOR]
MUNICIPAL_ROLES = [Role.MUNICIPAL_EDITOR, Role.SLT_COORDINATOR, Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER]
NATIONAL_ROLES = [Role.GUIDANCE_EDITOR]
AREA_ROLES = [Role.AREA_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.AUDITOR]

FITS_ITS_ROLE = (
    Q(role__in=DISTRICT_ROLES, district__isnull=False, municipality__isnull=True)
    | Q(role__in=MUNICIPAL_ROLES, district__isnull=True, municipality__isnull=False)
    | Q(role__in=NATIONAL_ROLES, district__isnull=True, municipality__isnull=True)
    | Q(role__in=AREA_ROLES, municipality__isnull=True)
)

# A council or a group of a municipality, when the role is for that one only. By its address, which stays for ever: this
# app knows no councils. A role that is for one body of a municipality follows the municipality like any other.
BODY_ROLES = [Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.SLT_COORDINATOR]
NARROWED_TO_A_BODY = Q(body="") | Q(role__in=BODY_ROLES)


def body_field():
    return models.SlugField(
        _("only for"),
        max_length=80,
        blank=True,
        default="",
        db_default="",
        db_index=False,
        help_text=_("One council or group of the municipality. Empty: all of them."),
    )


def in_a_year():
    return timezone.now() + relativedelta(years=1)


class OfOneBody:
    """What a role and an invitation to it say of where it holds; `body_name` is there when the query brought it."""

    @property
    def place(self):
        return self.district or self.municipality

    @property
    def only_for(self):
        """The name of the body, if it is for one only."""
        if not self.body:
            return ""
        name = self.body_name if hasattr(self, "body_name") else bodies.name_of(self.body)
        return name or self.body

    @property
    def where(self):
        place = self.place or _("the whole country")
        return f"{place}: {self.only_for}" if self.body else str(place)


class RoleGrant(OfOneBody, Versioned):
    """A user has a role in a place from a moment to a moment. Every grant ends; it can be granted again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), on_delete=models.CASCADE, related_name="grants"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    district = models.ForeignKey(
        PoliceDistrict,
        verbose_name=_("police district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        help_text=_("For police coordinators. For administrators and auditors, empty means the whole country."),
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        help_text=_("For roles in a municipality."),
    )
    body = body_field()
    begins_at = models.DateTimeField(_("begins"), default=timezone.now)
    ends_at = models.DateTimeField(
        _("ends"), default=in_a_year, help_text=_("At most two years ahead. The user is told in time.")
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("granted by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    moved_from = models.ForeignKey(
        "self",
        verbose_name=_("moved from"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="moved_to",
        help_text=_("The grant for the unit before it was merged or split."),
    )

    objects = GrantQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["user", "role", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_role_is_granted_for_its_kind_of_place",
                condition=FITS_ITS_ROLE,
                violation_error_message=_(
                    "A police coordinator needs a police district, a municipal role a municipality; "
                    "a guidance editor has neither."
                ),
            ),
            models.CheckConstraint(
                name="a_role_for_one_body_is_a_role_in_bodies",
                condition=NARROWED_TO_A_BODY,
                violation_error_message=_("This role is for the whole municipality, not for one council or group."),
            ),
            models.CheckConstraint(
                name="a_grant_ends_after_it_begins",
                condition=Q(ends_at__gt=F("begins_at")),
                violation_error_message=_("The role cannot end before it begins."),
            ),
            models.CheckConstraint(
                name="nobody_grants_a_role_to_themselves",
                condition=Q(granted_by__isnull=True) | ~Q(granted_by=F("user")),
                violation_error_message=_("Nobody can grant a role to themselves."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.where}"

    def clean(self):
        if self.begins_at and self.ends_at and self.ends_at > self.begins_at + LONGEST_GRANT:
            raise ValidationError({"ends_at": _("A role lasts at most two years. Grant it again then.")})


class AuditEvent(models.Model):
    """Something that must be seen afterwards: an export of names, a break-glass login, a refusal. Never changed."""

    class Kind(models.TextChoices):
        BREAK_GLASS = "break_glass", _("break-glass account used")
        NAMES_EXPORTED = "names_exported", _("names exported")
        ROLE_GRANTED = "role_granted", _("role granted")
        ROLE_ENDED = "role_ended", _("role ended")
        INVITED = "invited", _("user invited")
        PERSON_HIDDEN = "person_hidden", _("person hidden")
        ORGANISATION_CHANGED = "organisation_changed", _("organisation changed")
        MEETING_DELETED = "meeting_deleted", _("meeting deleted after it was archived")

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    kind = models.CharField(_("what"), max_length=24, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    district = models.ForeignKey(
        PoliceDistrict, verbose_name=_("police district"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    details = models.CharField(_("details"), max_length=300, blank=True, help_text=_("Never a person's name."))

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.at:%Y-%m-%d %H:%M})"
