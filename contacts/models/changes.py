"""Organisational changes as they are planned: what is to happen to which units on which day, and who gets what."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.places import County, Language, Municipality, PoliceDistrict
from contacts.models.versions import Versioned
from contacts.querysets import OrganisationalChangeQuerySet

NAMES_ONE_UNIT = Q(municipality__isnull=True, district__isnull=False) | Q(
    municipality__isnull=False, district__isnull=True
)
NAMES_AT_MOST_ONE_UNIT = Q(municipality__isnull=True) | Q(district__isnull=True)


class ChangeKind(models.TextChoices):
    MERGE = "merge", _("merger")
    SPLIT = "split", _("division")
    RENAME = "rename", _("new name")
    RENUMBER = "renumber", _("new municipality number")
    TRANSFER = "transfer", _("transfer")


# After these the unit is still itself (decision 4); after the others it has ended.
CONTINUING_KINDS = [ChangeKind.RENAME, ChangeKind.RENUMBER, ChangeKind.TRANSFER]


class UnitKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    DISTRICT = "district", _("police district")


class OrganisationalChange(Versioned):
    """One planned change of the organisation: nothing is written about the places until the daily job applies it."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SCHEDULED = "scheduled", _("scheduled")
        APPLIED = "applied", _("carried out")
        FAILED = "failed", _("could not be carried out")
        UNDONE = "undone", _("undone")

    kind = models.CharField(_("kind"), max_length=8, choices=ChangeKind)
    unit = models.CharField(_("of"), max_length=12, choices=UnitKind)
    date = models.DateField(_("first day of the new order"))
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    failure = models.TextField(_("why it could not be carried out"), blank=True)
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("For example the decision it rests on. Never about a person."),
    )
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("planned by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    applied_at = models.DateTimeField(_("carried out"), null=True, blank=True, editable=False)
    batch = models.UUIDField(_("file"), null=True, blank=True, editable=False, db_index=True)
    districts = models.ManyToManyField(
        PoliceDistrict,
        verbose_name=_("police districts concerned"),
        related_name="+",
        editable=False,
        help_text=_("Before and after. They decide who may plan and see the change."),
    )

    objects = OrganisationalChangeQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("organisational change")
        verbose_name_plural = _("organisational changes")
        ordering = ["date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_change_says_when_it_was_carried_out",
                condition=Q(status="applied", applied_at__isnull=False)
                | (~Q(status="applied") & Q(applied_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="a_failed_change_says_why",
                condition=~Q(status="failed") | ~Q(failure=""),
            ),
            models.CheckConstraint(
                name="only_a_municipality_is_renumbered_or_transferred",
                condition=Q(unit="municipality") | ~Q(kind__in=["renumber", "transfer"]),
                violation_error_message=_("Only a municipality has a number, and only it belongs to a district."),
            ),
        ]

    def __str__(self):
        return f"{capfirst(self.get_kind_display())}: {self.units_in_words}"

    def get_absolute_url(self):
        return reverse("organisational_change", args=[self.pk])

    @property
    def units_in_words(self):
        """ "Bokn, Utsira → Karmøy" """
        before = ", ".join(str(part.place) for part in self.changed.all())
        after = ", ".join(part.name_then for part in self.successors.all())
        return before if before == after else f"{before} → {after}"

    @property
    def ends_its_units(self):
        return self.kind not in CONTINUING_KINDS

    @property
    def failure_lines(self):
        return self.failure.splitlines()

    @property
    def reason(self):
        """What the history of every row that follows the change says."""
        return f"{self} ({date_format(self.date)})"


class ChangedUnit(models.Model):
    """A municipality or police district that a change ends or alters."""

    change = models.ForeignKey(OrganisationalChange, on_delete=models.CASCADE, related_name="changed")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    district = models.ForeignKey(
        PoliceDistrict, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )

    class Meta:
        verbose_name = _("changed unit")
        verbose_name_plural = _("changed units")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="changed_unit_is_one_unit", condition=NAMES_ONE_UNIT),
            models.UniqueConstraint(name="a_municipality_is_changed_once", fields=["change", "municipality"]),
            models.UniqueConstraint(name="a_district_is_changed_once", fields=["change", "district"]),
        ]

    def __str__(self):
        return str(self.place)

    @property
    def place(self):
        return self.municipality or self.district


class Successor(models.Model):
    """What there is from the day of a change on: a unit that begins, or one that goes on, with what is new about it.

    An empty value stays as it is. Of a unit that begins, `municipality` or `district` is filled in when it has begun.
    """

    change = models.ForeignKey(OrganisationalChange, on_delete=models.CASCADE, related_name="successors")
    is_new = models.BooleanField(_("begins with the change"))
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    district = models.ForeignKey(PoliceDistrict, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=100, blank=True)
    names = models.JSONField(
        _("names in other languages"), default=dict, blank=True, help_text=_("By the code of the language.")
    )
    number = models.CharField(_("municipality number"), max_length=4, blank=True)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    belongs_to = models.ForeignKey(
        PoliceDistrict,
        verbose_name=_("police district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    organisation_number = models.CharField(_("organisation number"), max_length=9, blank=True)
    headquarters = models.CharField(_("headquarters"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("successor")
        verbose_name_plural = _("successors")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="successor_is_one_unit", condition=NAMES_AT_MOST_ONE_UNIT),
            models.CheckConstraint(
                name="a_successor_begins_or_goes_on",
                condition=Q(is_new=True, name__gt="") | Q(is_new=False) & NAMES_ONE_UNIT,
            ),
            models.CheckConstraint(
                name="successor_number_has_four_digits", condition=Q(number="") | Q(number__regex=r"^\d{4}\Z")
            ),
        ]

    def __str__(self):
        return self.name_then

    @property
    def place(self):
        return self.municipality or self.district

    @property
    def name_then(self):
        return self.name or str(self.place)

    def clean(self):
        for language, name in self.names.items():
            if language not in Language.values or not re.search(r"\w", str(name)):
                raise ValidationError({"names": _("“%s” is not a name in a known language.") % name})


class Allotment(models.Model):
    """A successor gets a row that a changed unit had. No successor: the row is not carried on.

    The row is named by its model and its key, so that every app can have its own divided.
    """

    change = models.ForeignKey(OrganisationalChange, on_delete=models.CASCADE, related_name="allotments")
    successor = models.ForeignKey(Successor, on_delete=models.CASCADE, null=True, related_name="allotments")
    model = models.CharField(max_length=60)
    key = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("allotment")
        verbose_name_plural = _("allotments")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_row_is_given_to_a_successor_once", fields=["change", "successor", "model", "key"]
            ),
        ]

    def __str__(self):
        return f"{self.model} {self.key} → {self.successor or '–'}"
