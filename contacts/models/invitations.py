"""How somebody gets an account: invited to a role by whoever may grant it."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from contacts.models.access import FITS_ITS_ROLE, NARROWED_TO_A_BODY, OfOneBody, Role, RoleGrant, body_field, in_a_year
from contacts.models.places import Municipality, PoliceDistrict
from contacts.querysets import InvitationQuerySet

OPEN_FOR = datetime.timedelta(days=7)


def in_a_week():
    return timezone.now() + OPEN_FOR


class Invitation(OfOneBody, models.Model):
    """Somebody is invited to a role by mail. The link is good once and for a week; only its hash is kept."""

    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail"), help_text=_("The address at work. The invitation is sent there."))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    district = models.ForeignKey(
        PoliceDistrict,
        verbose_name=_("police district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("For police coordinators. For administrators and auditors, empty means the whole country."),
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("For roles in a municipality."),
    )
    body = body_field()
    role_ends_at = models.DateTimeField(_("the role ends"), default=in_a_year)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        editable=False,
    )
    invited_at = models.DateTimeField(_("invited"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("good until"), default=in_a_week, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="an_invitation_is_to_a_role_in_its_kind_of_place",
                condition=FITS_ITS_ROLE,
                violation_error_message=_(
                    "A police coordinator needs a police district, a municipal role a municipality; "
                    "a guidance editor has neither."
                ),
            ),
            models.CheckConstraint(
                name="an_invitation_for_one_body_is_to_a_role_in_bodies",
                condition=NARROWED_TO_A_BODY,
                violation_error_message=_("This role is for the whole municipality, not for one council or group."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.where}"

    @property
    def inviter(self):
        """Who invites, in words; of an account that is gone, what it was."""
        user = self.invited_by
        return (user.name or user.email) if user else capfirst(Role.USER_ADMINISTRATOR.label)

    @property
    def is_open(self):
        """Also not when the role itself would have ended by now."""
        good_until = min(self.expires_at, self.role_ends_at)
        return not self.accepted_at and not self.withdrawn_at and good_until > timezone.now()

    def as_grant(self, user=None):
        """The role it leads to, not saved: what permissions.can_grant is asked about."""
        return RoleGrant(
            user=user,
            role=self.role,
            district=self.district,
            municipality=self.municipality,
            body=self.body,
            ends_at=self.role_ends_at,
        )
