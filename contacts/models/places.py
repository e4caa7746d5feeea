from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from contacts.querysets import DatedQuerySet, DistrictMembershipQuerySet, MunicipalityQuerySet, PoliceDistrictQuerySet

# A unit that existed before the first snapshot has no known first day: valid_from is empty, meaning "always so far".
ENDS_AFTER_START = Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from"))


def ends_after_start(name):
    """The constraint of a kind of row that people fill in, with what they read when they break it."""
    return models.CheckConstraint(
        name=name,
        condition=ENDS_AFTER_START,
        violation_error_message=_("The last day cannot be before the first."),
    )


def refuse_overlap(row, rows):
    """For `clean`: the database itself refuses only two rows without an end, not two that share some days."""
    if other := rows.overlapping(row).first():
        message = _("Some of these days overlap with “%(other)s”. End that first, or begin later.")
        raise ValidationError(message, code="overlap", params={"other": other})


class SuccessionKind(models.TextChoices):
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    RENAMED = "renamed", _("renamed")
    RENUMBERED = "renumbered", _("renumbered")
    TRANSFERRED = "transferred", _("transferred")


# After these the unit is still itself, so predecessor and successor are the same row.
SAME_UNIT_KINDS = [SuccessionKind.RENAMED, SuccessionKind.RENUMBERED, SuccessionKind.TRANSFERRED]


class Language(models.TextChoices):
    """BCP 47 codes of the languages in which Norwegian places have official names."""

    BOKMAL = "nb", _("Norwegian Bokmål")
    NYNORSK = "nn", _("Norwegian Nynorsk")
    NORTHERN_SAMI = "se", _("Northern Sámi")
    LULE_SAMI = "smj", _("Lule Sámi")
    SOUTHERN_SAMI = "sma", _("Southern Sámi")
    KVEN = "fkv", _("Kven")


class County(models.Model):
    """A county (fylke). Municipalities belong to one; it says nothing about their police district."""

    number = models.CharField(_("county number"), max_length=2, unique=True)
    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), unique=True)

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                name="county_number_has_two_digits",
                condition=Q(number__regex=r"^\d{2}\Z"),
                violation_error_message=_("A county number has two digits, with the leading zero."),
            ),
        ]

    def __str__(self):
        return self.name


class PoliceDistrict(Versioned):
    """A police district (politidistrikt), of today or of before the 2016 reform."""

    code = models.CharField(_("code"), max_length=10, blank=True, help_text=_("Statistics Norway, Klass 109."))
    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), unique=True)
    headquarters = models.CharField(_("headquarters"), max_length=100, blank=True)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    # R2 in the database: a district cannot be saved without a way in, and that number cannot be deleted.
    way_in = models.ForeignKey(
        "contacts.NationalNumber",
        verbose_name=_("the way in that always works"),
        on_delete=models.PROTECT,
        related_name="+",
        default="police",
        help_text=_("A safeguard: the number cannot be deleted while a district refers to it. Pages do not show this."),
    )

    objects = PoliceDistrictQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("police district")
        verbose_name_plural = _("police districts")
        ordering = ["code", "name"]
        constraints = [
            ends_after_start("district_ends_after_it_starts"),
            models.UniqueConstraint(
                name="district_without_an_end_has_its_own_name",
                fields=["name"],
                condition=Q(valid_to__isnull=True),
                violation_error_message=_("There is already a district with this name."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("district", args=[self.slug])


class Municipality(Versioned):
    """A municipality (kommune), of today or of before. Its identity outlives its number, its name and its district."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), unique=True, help_text=_("Stable for ever; other places link to it."))
    county = models.ForeignKey(
        County, verbose_name=_("county"), on_delete=models.PROTECT, null=True, blank=True, related_name="municipalities"
    )
    organisation_number = models.CharField(_("organisation number"), max_length=9, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    objects = MunicipalityQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["slug"]
        constraints = [
            ends_after_start("municipality_ends_after_it_starts"),
            models.CheckConstraint(
                # One that has an end in the future needs a county as well: no constraint knows the day, `clean` does.
                name="municipality_without_an_end_has_a_county",
                condition=Q(county__isnull=False) | Q(valid_to__isnull=False),
                violation_error_message=_("A municipality of today belongs to a county."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("municipality", args=[self.slug])

    def clean(self):
        if self.county_id is None and self.valid_to and self.valid_to >= timezone.localdate():
            raise ValidationError({"county": _("A municipality of today belongs to a county.")})


class MunicipalityNumber(models.Model):
    """A number that a municipality has, or had: four digits as text, the leading zero kept (0301)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="numbers")
    number = models.CharField(_("municipality number"), max_length=4)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("municipality number")
        verbose_name_plural = _("municipality numbers")
        ordering = ["number", "valid_from"]
        constraints = [
            models.CheckConstraint(
                name="municipality_number_has_four_digits",
                condition=Q(number__regex=r"^\d{4}\Z"),
                violation_error_message=_("A municipality number has four digits, with the leading zero."),
            ),
            models.CheckConstraint(name="number_ends_after_it_starts", condition=ENDS_AFTER_START),
            models.UniqueConstraint(
                name="number_without_an_end_belongs_to_one_municipality",
                fields=["number"],
                condition=Q(valid_to__isnull=True),
            ),
            models.UniqueConstraint(
                name="municipality_has_one_number_without_an_end",
                fields=["municipality"],
                condition=Q(valid_to__isnull=True),
            ),
        ]

    def __str__(self):
        return self.number

    def clean(self):
        same = Q(number=self.number) | Q(municipality=self.municipality_id)
        refuse_overlap(self, MunicipalityNumber.objects.filter(same))


class PlaceName(models.Model):
    """A name of a municipality or police district in one language, beside the main name on the unit itself.

    One with a last day is a name that the unit had: Nesbyen was called Nes until the end of 2019.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, null=True, blank=True, related_name="names"
    )
    district = models.ForeignKey(PoliceDistrict, on_delete=models.CASCADE, null=True, blank=True, related_name="names")
    language = models.CharField(_("language"), max_length=3, choices=Language)
    name = models.CharField(_("name"), max_length=100)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("place name")
        verbose_name_plural = _("place names")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="place_name_names_one_place",
                condition=Q(municipality__isnull=True, district__isnull=False)
                | Q(municipality__isnull=False, district__isnull=True),
            ),
            models.CheckConstraint(name="place_name_ends_after_it_starts", condition=ENDS_AFTER_START),
            models.UniqueConstraint(
                name="municipality_name_is_given_once", fields=["municipality", "language", "name"]
            ),
            models.UniqueConstraint(name="district_name_is_given_once", fields=["district", "language", "name"]),
        ]

    def __str__(self):
        return self.name


class DistrictMembership(Versioned):
    """A municipality belongs to a police district from a day to a day. Never derived from the county."""

    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.CASCADE,
        related_name="district_memberships",
    )
    district = models.ForeignKey(
        PoliceDistrict, verbose_name=_("police district"), on_delete=models.PROTECT, related_name="memberships"
    )
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    objects = DistrictMembershipQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("district membership")
        verbose_name_plural = _("district memberships")
        ordering = ["municipality", "valid_from"]
        constraints = [
            models.CheckConstraint(name="membership_ends_after_it_starts", condition=ENDS_AFTER_START),
            models.UniqueConstraint(
                name="municipality_has_one_district_without_an_end",
                fields=["municipality"],
                condition=Q(valid_to__isnull=True),
                violation_error_message=_("The municipality already belongs to a police district. End that first."),
            ),
        ]

    def __str__(self):
        return f"{self.municipality} – {self.district}"

    def clean(self):
        refuse_overlap(self, DistrictMembership.objects.filter(municipality=self.municipality_id))


class MunicipalitySuccession(models.Model):
    """What became of a municipality on a date: one row an edge, as Statistics Norway's Klass 131 lists changes."""

    predecessor = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="origins")
    kind = models.CharField(_("kind"), max_length=12, choices=SuccessionKind)
    date = models.DateField(_("first day of the new order"))

    class Meta:
        verbose_name = _("municipality succession")
        verbose_name_plural = _("municipality successions")
        ordering = ["date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="only_a_merged_or_split_municipality_has_another_successor",
                condition=Q(kind__in=SAME_UNIT_KINDS, predecessor=F("successor"))
                | (Q(kind__in=[SuccessionKind.MERGED, SuccessionKind.SPLIT]) & ~Q(predecessor=F("successor"))),
            ),
            models.UniqueConstraint(
                name="municipality_succession_is_recorded_once", fields=["predecessor", "successor", "kind", "date"]
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor} ({self.date:%Y})"


class PoliceDistrictSuccession(models.Model):
    """What became of a police district on a date. The successor is the principal one where there were several."""

    predecessor = models.ForeignKey(PoliceDistrict, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(PoliceDistrict, on_delete=models.PROTECT, related_name="origins")
    kind = models.CharField(_("kind"), max_length=12, choices=SuccessionKind, default=SuccessionKind.MERGED)
    date = models.DateField(_("first day of the new order"))

    class Meta:
        verbose_name = _("police district succession")
        verbose_name_plural = _("police district successions")
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="district_succession_is_recorded_once", fields=["predecessor", "successor", "kind", "date"]
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor} ({self.date:%Y})"


class PostalCode(models.Model):
    """A postal code with its postal place; the register gives each code to one municipality."""

    code = models.CharField(_("postal code"), max_length=4, primary_key=True)
    place = models.CharField(_("postal place"), max_length=60)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="postal_codes")

    class Meta:
        verbose_name = _("postal code")
        verbose_name_plural = _("postal codes")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(name="postal_code_has_four_digits", condition=Q(code__regex=r"^\d{4}\Z")),
        ]

    def __str__(self):
        return f"{self.code} {self.place}"
