from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from guidance.choices import TextLanguage
from guidance.markdown import LONGEST_TEXT
from guidance.models.resources import Resource
from guidance.querysets import EditionQuerySet, OfResourceQuerySet

# Words that stand in addresses where a resource's would, on the public pages or on the desk.
RESERVED = {"ny", "aktiviteter", "utgivere", "utgivarar", "utgaver", "nytt", "bilder", "lenker", "tema", "arkiv"}


def user_field(label):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=label,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )


class Edition(Versioned):
    """What a resource says, from the day it is published until the next edition is.

    A draft is written, sent to review, and approved by somebody else than who sent it, to be published on a day. From
    that day it is never changed: a correction is a new edition, with a reason. No job publishes anything: an approved
    edition is the public one when its day has come and none with a higher number is.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        APPROVED = "approved", _("approved")

    resource = models.ForeignKey(
        Resource, verbose_name=_("resource"), on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveSmallIntegerField(_("number"), default=1, editable=False)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.DRAFT, editable=False)
    change_note = models.CharField(
        _("what is new"), max_length=300, blank=True, help_text=_("Shown publicly. Needed from the second edition on.")
    )
    remark = models.CharField(_("remark of the reviewer"), max_length=500, blank=True)
    written_by = user_field(_("begun by"))
    submitted_by = user_field(_("sent to review by"))
    submitted_at = models.DateTimeField(_("sent to review"), null=True, blank=True, editable=False)
    approved_by = user_field(_("approved by"))
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)
    publish_on = models.DateField(_("published from"), null=True, blank=True, help_text=_("Empty: at once."))

    objects = EditionQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["resource", "-number"]
        constraints = [
            models.UniqueConstraint(name="an_edition_has_its_own_number", fields=["resource", "number"]),
            models.UniqueConstraint(
                name="a_resource_has_one_edition_in_the_making",
                fields=["resource"],
                condition=Q(status__in=["draft", "review"]),
                violation_error_message=_("Somebody is already writing a new edition. Go on with that."),
            ),
            models.CheckConstraint(
                name="another_pair_of_eyes_approves",
                condition=Q(approved_by__isnull=True)
                | Q(submitted_by__isnull=True)
                | ~Q(approved_by=F("submitted_by")),
                violation_error_message=_("Somebody else than who sent it to review must approve it."),
            ),
            models.CheckConstraint(
                name="what_is_approved_has_a_day",
                condition=~Q(status="approved") | Q(publish_on__isnull=False, approved_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.resource} {self.number}"

    @property
    def is_open(self):
        """Still being written, or read by the reviewer."""
        return self.status != self.Status.APPROVED

    def is_published(self, on):
        return not self.is_open and self.publish_on <= on

    def is_scheduled(self, on):
        return not self.is_open and self.publish_on > on


class Text(Versioned):
    """An edition in one language, in Markdown (markdown/): headings begin at level two.

    What an activity needs, its steps and what to watch for stand in fields of their own.
    """

    edition = models.ForeignKey(Edition, verbose_name=_("edition"), on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage)
    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(
        _("address"), max_length=80, help_text=_("Stable for ever: an address that was published keeps leading here.")
    )
    summary = models.CharField(_("in short"), max_length=400, help_text=_("One or two sentences, for lists."))
    body = models.TextField(_("text"), blank=True, max_length=LONGEST_TEXT)
    materials = models.TextField(_("what you need"), blank=True, max_length=LONGEST_TEXT)
    steps = models.TextField(_("how to do it"), blank=True, max_length=LONGEST_TEXT)
    watch_for = models.TextField(_("what to watch for"), blank=True, max_length=LONGEST_TEXT)

    objects = OfResourceQuerySet.leading_by("edition__resource__")
    history = History()

    MARKDOWN = ("body", "materials", "steps", "watch_for")

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["edition", "pk"]
        constraints = [
            models.UniqueConstraint(name="an_edition_has_one_text_in_a_language", fields=["edition", "language"]),
        ]

    def __str__(self):
        return f"{self.title} ({self.language})"

    def clean(self):
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("This address is taken by a page of the portal. Choose another.")})
        taken = Address.objects.filter(slug=self.slug).exclude(resource=self.edition.resource_id)
        if address := taken.select_related("resource").first():
            raise ValidationError({"slug": address.refusal()})

    def save(self, **options):
        if not self.edition.is_open and self.edition.is_published(timezone.localdate()) and not self._state.adding:
            raise ValidationError(_("A published text is never changed. Begin a new edition."))
        super().save(**options)


class Address(models.Model):
    """An address of a resource, today's or a former one, in whatever language: no two resources ever share one."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="addresses")
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["slug"]

    def __str__(self):
        return self.slug

    def refusal(self):
        """Names what everyone can read. What another place has as a draft is not told."""
        if not Edition.objects.published(timezone.localdate()).filter(resource=self.resource_id).exists():
            return ValidationError(_("This address is taken. Choose another."))
        message = _("This address is taken by “%(title)s” (%(language)s). Choose another.")
        return ValidationError(
            message, params={"title": self.resource.title_for_all, "language": self.get_language_display()}
        )
