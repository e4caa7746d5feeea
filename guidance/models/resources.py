from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contacts.models import Municipality, PoliceDistrict
from contacts.models.history import History
from contacts.models.versions import Versioned
from guidance.choices import (
    REFERENCES,
    Arena,
    Audience,
    Country,
    Kind,
    MaterialLanguage,
    PreventionLevel,
    Theme,
)
from guidance.fields import ChoicesField, WebAddressField
from guidance.models.publishers import Publisher, leads_back
from guidance.querysets import OfResourceQuerySet, ResourceQuerySet

NO_LIMIT = _("Empty: no limit.")


@dataclass(frozen=True)
class Called:
    """A title, and the language that it is in."""

    title: str
    language: str

    def __str__(self):
        return self.title

    @property
    def is_stood_in_for(self):
        """In another language than the page's."""
        return self.language != get_language()


def in_their_order(name, low, high, message):
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True}) | Q(**{f"{low}__lte": F(high)}),
        violation_error_message=message,
    )


def small(label, most, **options):
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MaxValueValidator(most)], help_text=NO_LIMIT, **options
    )


class Resource(Versioned):
    """Something in the library: what stays while what it says is written anew.

    It applies in the whole country, in one police district or in one municipality, and is kept by whoever keeps that
    (scopes.py). Its texts are in editions; what stands here is changed with a reason, and shows at once.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    # What it is called on the desk: the title of its newest text. See `services/editions.py`.
    name = models.CharField(_("title"), max_length=150, editable=False, blank=True)
    publisher = models.ForeignKey(
        Publisher,
        verbose_name=_("publisher"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        help_text=_("Empty: the police district or municipality in which it applies."),
    )
    owner = models.CharField(
        _("kept by"), max_length=120, help_text=_("The unit or function that keeps it true, never a person.")
    )
    country = models.CharField(_("country"), max_length=2, choices=Country, default=Country.NORWAY)
    district = models.ForeignKey(
        PoliceDistrict,
        verbose_name=_("applies in the police district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="guidance",
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("applies in the municipality"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="guidance",
    )
    themes = ChoicesField(_("themes"), of=Theme)
    arenas = ChoicesField(_("arenas"), of=Arena)
    levels = ChoicesField(_("prevention levels"), of=PreventionLevel)
    audiences = ChoicesField(_("for"), of=Audience)
    # Of what is kept elsewhere.
    url = WebAddressField(_("web address"), max_length=500, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    languages = ChoicesField(_("languages of the material"), of=MaterialLanguage)
    # Of an activity.
    age_from = small(_("from age"), 120)
    age_to = small(_("to age, inclusive"), 120)
    minutes_from = small(_("at least, in minutes"), 10_000)
    minutes_to = small(_("at most, in minutes"), 10_000)
    group_from = small(_("smallest group"), 1000)
    group_to = small(_("largest group"), 1000)

    reviewed_on = models.DateField(_("reviewed on"), default=timezone.localdate)
    review_on = models.DateField(_("to be reviewed by"))
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="supersedes",
        help_text=_("What readers should use instead."),
    )
    archived_on = models.DateField(_("archived on"), null=True, blank=True, editable=False)
    # Of what came with the portal: the folder it was read from, and the mark of what was read (see content_files.py).
    key = models.SlugField(max_length=80, blank=True, default="", editable=False)
    read_from = models.CharField(max_length=64, blank=True, default="", editable=False)
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    objects = ResourceQuerySet.as_manager()
    history = History()

    NAMES_ORGANISATIONS = ("owner",)

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_resource_applies_in_one_place",
                condition=Q(district__isnull=True) | Q(municipality__isnull=True),
                violation_error_message=_("Choose a police district or a municipality, not both."),
            ),
            models.CheckConstraint(
                name="a_resource_of_the_country_has_a_publisher",
                condition=Q(publisher__isnull=False) | Q(district__isnull=False) | Q(municipality__isnull=False),
                violation_error_message=_("Choose a publisher, or the place in which it applies."),
            ),
            models.CheckConstraint(
                name="a_resource_does_not_supersede_itself",
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("pk")),
                violation_error_message=_("It cannot be superseded by itself."),
            ),
            models.UniqueConstraint(name="a_folder_is_one_resource", fields=["key"], condition=~Q(key="")),
            in_their_order(
                "an_activity_is_for_ages_in_their_order",
                "age_from",
                "age_to",
                _("The first age is higher than the last. Write the lower one first."),
            ),
            in_their_order(
                "an_activity_lasts_minutes_in_their_order",
                "minutes_from",
                "minutes_to",
                _("The shortest duration is longer than the longest. Write the shorter one first."),
            ),
            in_their_order(
                "an_activity_is_for_groups_in_their_order",
                "group_from",
                "group_to",
                _("The smallest group is larger than the largest. Write the smaller one first."),
            ),
        ]

    def __str__(self):
        return self.name or str(self.get_kind_display())

    @property
    def called(self):
        """On the desk, in the language of the page or in one that stands in for it. Of a row that the queryset
        `with_titles_on_desk` made."""
        return self._called(self.desk_title, self.desk_language)

    @cached_property
    def called_by_all(self):
        """The same where others than its keepers read it: on the desk it may be called as its draft is."""
        titled = Resource.objects.with_titles_for_all(timezone.localdate()).filter(pk=self.pk)
        return self._called(*titled.values_list("title_for_all", "language_for_all").get())

    @cached_property
    def title_for_all(self):
        return str(self.called_by_all)

    def _called(self, title, language):
        return Called(title, language) if title else Called(str(self.get_kind_display()), get_language())

    @property
    def place(self):
        return self.district or self.municipality

    @property
    def is_reference(self):
        return self.kind in REFERENCES

    @property
    def is_activity(self):
        return self.kind == Kind.ACTIVITY

    def is_due(self, on):
        return self.review_on <= on

    def clean(self):
        if leads_back(self, "superseded_by"):
            raise ValidationError({"superseded_by": _("That one is superseded by this: they would go in a circle.")})
        if self.is_reference and not self.url:
            raise ValidationError({"url": _("Write the web address at which it is kept.")})


class Source(Versioned):
    """Where a fact in the text was taken from, or where there is more to read."""

    resource = models.ForeignKey(Resource, verbose_name=_("resource"), on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=150, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1600), MaxValueValidator(2100)]
    )
    url = WebAddressField(_("web address"), max_length=500, blank=True)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For example: not verified, or which section.")
    )
    place = models.PositiveSmallIntegerField(_("order"), default=1)

    objects = OfResourceQuerySet.leading_by("resource__")
    history = History()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["resource", "place", "pk"]

    def __str__(self):
        return self.title
