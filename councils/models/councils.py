from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from contacts import mailboxes
from contacts.models.history import History
from contacts.models.places import Municipality, ends_after_start
from contacts.models.versions import Versioned
from contacts.phones import PhoneField
from councils.choices import Agency
from councils.models.bodies import Body
from councils.querysets import AgreementQuerySet, CouncilQuerySet, MemberQuerySet


class Council(Body):
    """A police council (politiråd): where the municipality and the police agree on local crime prevention.

    Voluntary for the municipality; the police must take the initiative. So it may be that there is none, or that the
    municipality was invited or declined: that is said, too.
    """

    class Form(models.TextChoices):
        MUNICIPAL = "municipal", _("municipal")
        INTER_MUNICIPAL = "inter_municipal", _("inter-municipal")
        CITY_DISTRICT = "city_district", _("city district")

    class Status(models.TextChoices):
        NONE = "none", _("no council")
        INVITED = "invited", _("invited by the police")
        CONSIDERED = "considered", _("under consideration")
        ACTIVE = "active", _("active")
        DORMANT = "dormant", _("dormant")
        ENDED = "ended", _("ended")
        DECLINED = "declined", _("declined by the municipality")

    form = models.CharField(pgettext_lazy("council", "form"), max_length=20, choices=Form, default=Form.MUNICIPAL)
    city_district = models.CharField(
        _("city district"), max_length=100, blank=True, help_text=_("Only for a council of a city district.")
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.ACTIVE)
    status_since = models.DateField(_("status since"), default=timezone.localdate)
    status_note = models.CharField(_("note on the status"), max_length=300, blank=True, help_text=_("Shown publicly."))
    founded_on = models.DateField(_("founding decision made"), null=True, blank=True)
    founding_decision = models.CharField(
        _("founding decision"), max_length=300, blank=True, help_text=_("Who decided, and the case number there.")
    )
    purpose = models.TextField(_("purpose"), blank=True)
    secretariat = models.CharField(
        _("secretariat"), max_length=150, blank=True, help_text=_("The unit that keeps the records.")
    )
    email = models.EmailField(
        _("mailbox"),
        blank=True,
        validators=[mailboxes.refuse_private],
        help_text=_("A shared mailbox that lives on when people change."),
    )
    press_function = models.CharField(
        _("press contact"), max_length=150, blank=True, help_text=_("A function, not a name.")
    )
    press_phone = PhoneField(_("press telephone"), blank=True)
    press_email = models.EmailField(_("press mailbox"), blank=True, validators=[mailboxes.refuse_private])

    objects = CouncilQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("police council")
        verbose_name_plural = _("police councils")
        constraints = [
            models.CheckConstraint(
                name="a_council_of_a_city_district_names_it",
                condition=Q(form="city_district") & ~Q(city_district="")
                | ~Q(form="city_district") & Q(city_district=""),
                violation_error_message=_("Name the city district of a city-district council, and of no other."),
            ),
        ]

    @property
    def is_active(self):
        return self.status == self.Status.ACTIVE

    @property
    def active_as(self):
        """What a municipality has only one of (see BodyMunicipality); empty while the council is not active."""
        if not self.is_active:
            return ""
        return f"{self.form}:{self.city_district.casefold()}" if self.city_district else self.form

    def save(self, **options):
        """With its municipalities, which know whether they have an active council."""
        with transaction.atomic():
            super().save(**options)
            for area in self.areas.all():
                area.body = self
                if area.active_as != (self.active_as if area.valid_to is None else ""):
                    area.save()


class Member(Versioned):
    """A place in a body, on behalf of somebody. With or without a person: the role is what counts.

    The name is shown only when its publication was decided, and is cleared when its time has come
    (services/members.py).
    """

    class Kind(models.TextChoices):
        LEADER = "leader", _("leader")
        DEPUTY_LEADER = "deputy_leader", _("deputy leader")
        SECRETARY = "secretary", _("secretary")
        MEMBER = "member", _("member")
        DEPUTY = "deputy", _("deputy member")
        OBSERVER = "observer", _("observer")
        INVITED = "invited", _("invited regularly")

    body = models.ForeignKey(Body, verbose_name=_("body"), on_delete=models.CASCADE, related_name="members")
    kind = models.CharField(_("place in the body"), max_length=16, choices=Kind, default=Kind.MEMBER)
    role = models.CharField(_("role"), max_length=150, help_text=_("For example: mayor, head of the police station."))
    agency = models.CharField(_("on behalf of"), max_length=16, choices=Agency, default=Agency.MUNICIPALITY)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("from which municipality"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("For councils of several municipalities."),
    )
    name = models.CharField(
        _("name"), max_length=150, blank=True, help_text=_("May be empty: the role alone is enough.")
    )
    name_is_public = models.BooleanField(
        _("publish the name"), default=False, help_text=_("Only when they have been told and know that it is shown.")
    )
    is_elected = models.BooleanField(
        _("elected"), default=False, help_text=_("The term ends with the election; the members are confirmed after it.")
    )
    valid_from = models.DateField(_("first day"), default=timezone.localdate)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True, editable=False)
    cleared_on = models.DateField(_("personal data cleared"), null=True, blank=True, editable=False)

    objects = MemberQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["body", "pk"]
        constraints = [
            ends_after_start("a_member_ends_after_it_begins"),
            models.UniqueConstraint(
                name="a_body_has_one_leader_at_a_time",
                fields=["body"],
                condition=Q(kind="leader", valid_to__isnull=True),
                violation_error_message=_("There is already a leader without a last day. End that first."),
            ),
        ]

    def __str__(self):
        return f"{self.role} ({self.get_kind_display()})"

    def clean(self):
        """The constraint says the same, but is not asked where the body is no field of the form."""
        leads = self.kind == self.Kind.LEADER and self.valid_to is None
        leaders = Member.objects.filter(body=self.body_id, kind=self.Kind.LEADER, valid_to=None)
        if leads and leaders.exclude(pk=self.pk).exists():
            raise ValidationError({"kind": _("There is already a leader without a last day. End that first.")})

    @property
    def public_name(self):
        return self.name if self.name_is_public else ""


class Agreement(Versioned):
    """The cooperation agreement between the municipality and the police. Its file is an `Attachment`."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SIGNED = "signed", _("signed")
        ENDED = "ended", _("ended")

    council = models.ForeignKey(
        Council, verbose_name=_("police council"), on_delete=models.CASCADE, related_name="agreements"
    )
    parties = models.CharField(_("parties"), max_length=300, help_text=_("Units, not persons."))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    is_public = models.BooleanField(_("public"), default=True)

    objects = AgreementQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("cooperation agreement")
        verbose_name_plural = _("cooperation agreements")
        ordering = ["council", "-valid_from", "pk"]
        constraints = [
            ends_after_start("an_agreement_ends_after_it_begins"),
        ]

    def __str__(self):
        return f"{self.parties} ({self.get_status_display()})"
