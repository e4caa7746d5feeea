from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from councils.choices import Agency
from councils.models import Body
from slt.choices import Level
from slt.models.schemes import Scheme
from slt.querysets import GroupQuerySet, OfFrameQuerySet


class Group(Body):
    """A group of a scheme at one of the three levels. It meets, calls and keeps minutes as every body does.

    Leader and secretary are members of it. Its municipalities are those of its scheme (services/schemes.py), and
    whoever keeps the scheme keeps it: `part_of` is the scheme's address.
    """

    scheme = models.ForeignKey(Scheme, verbose_name=_("SLT scheme"), on_delete=models.PROTECT, related_name="groups")
    level = models.CharField(_("level"), max_length=12, choices=Level)
    target_group = models.CharField(
        _("target group"), max_length=300, blank=True, help_text=_("Whom it works for, as a group: never one person.")
    )
    task = models.TextField(_("what it does"), blank=True)
    ended_on = models.DateField(_("last day"), null=True, blank=True)

    objects = GroupQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("SLT group")
        verbose_name_plural = _("SLT groups")
        constraints = [
            models.UniqueConstraint(
                name="a_scheme_has_one_steering_group_of_its_own",
                fields=["scheme"],
                condition=Q(level=Level.STEERING, ended_on__isnull=True),
                violation_error_message=_("The scheme has a steering group already. End that first."),
            ),
        ]

    @property
    def is_active(self):
        return self.ended_on is None

    @property
    def may_steer(self):
        """Whether no other is the steering group of its scheme."""
        return self._other_steering_group() is None

    def clean(self):
        super().clean()
        if not (self.scheme_id and self.level and self.is_active):
            return
        if self.level not in self.scheme.levels:
            message = _("The scheme has no such level. Choose another, or give the scheme this level first.")
            raise ValidationError({"level": message})
        if self.level == Level.STEERING and (steering := self._other_steering_group()):
            message = _("%(council)s is the steering group of this scheme. Choose another level.")
            raise ValidationError({"level": ValidationError(message, params={"council": steering.name})})

    def _other_steering_group(self):
        """A council, or a group of its own: a scheme has one."""
        groups = self.scheme.groups.active().filter(level=Level.STEERING)
        return self.scheme.steering_council or groups.exclude(pk=self.pk).first()

    def save(self, **options):
        self.kind, self.part_of = Body.Kind.GROUP, self.scheme.slug
        super().save(**options)


class Representation(Versioned):
    """How many take part in a group on behalf of an agency, and what they are. Never who."""

    group = models.ForeignKey(
        Group, verbose_name=_("SLT group"), on_delete=models.CASCADE, related_name="representation"
    )
    agency = models.CharField(_("on behalf of"), max_length=16, choices=Agency)
    count = models.PositiveSmallIntegerField(
        _("how many"), default=1, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    what = models.CharField(
        _("what they are"), max_length=150, blank=True, help_text=_("Roles, for example: youth workers. Not names.")
    )

    objects = OfFrameQuerySet.leading_by("group__scheme__")
    history = History()

    class Meta:
        verbose_name = _("representation")
        verbose_name_plural = _("representation")
        ordering = ["group", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="an_agency_sends_each_kind_once",
                fields=["group", "agency", "what"],
                violation_error_message=_("This is there already. Change the number instead."),
            ),
        ]

    def __str__(self):
        return f"{self.get_agency_display()}: {self.count}"
