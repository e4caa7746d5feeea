from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.models.versions import Versioned
from guidance.choices import Country
from guidance.fields import WebAddressField
from guidance.querysets import PublisherQuerySet


class Publisher(Versioned):
    """Who has published something: a body that may have ended, with another that took over."""

    name = models.CharField(_("name"), max_length=150, unique=True, help_text=_("In bokmål."))
    name_nn = models.CharField(_("name in nynorsk"), max_length=150, blank=True)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    country = models.CharField(_("country"), max_length=2, choices=Country, default=Country.NORWAY)
    url = WebAddressField(_("website"), max_length=500, blank=True)
    about = models.CharField(_("about"), max_length=300, blank=True, help_text=_("A sentence for readers, in bokmål."))
    about_nn = models.CharField(_("about, in nynorsk"), max_length=300, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True, help_text=_("Empty: it is there."))
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text=_("Who answers for it now."),
    )

    objects = PublisherQuerySet.as_manager()
    history = History()

    NAMES_ORGANISATIONS = ("name", "name_nn", "name_en")

    class Meta:
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_publisher_does_not_succeed_itself",
                condition=Q(successor__isnull=True) | ~Q(successor=F("pk")),
                violation_error_message=_("A publisher cannot take over from itself."),
            ),
            models.CheckConstraint(
                name="only_a_publisher_that_has_ended_has_a_successor",
                condition=Q(successor__isnull=True) | Q(ended_on__isnull=False),
                violation_error_message=_("Say when it ended, or take the successor away."),
            ),
        ]

    def __str__(self):
        return self.name_in(get_language())

    def name_in(self, language):
        return {"nn": self.name_nn, "en": self.name_en}.get(language) or self.name

    @property
    def in_a_sentence(self):
        """What it is, in the language of the page, or in bokmål."""
        return self.about_nn if get_language() == "nn" and self.about_nn else self.about

    @property
    def sentence_language(self):
        return "nn" if get_language() == "nn" and self.about_nn else "nb"

    def get_absolute_url(self):
        return reverse("publisher", args=[self.slug])

    def clean(self):
        if leads_back(self, "successor"):
            raise ValidationError({"successor": _("That one was taken over by this: they would go in a circle.")})


def leads_back(row, field):
    """Whether following this foreign key from a row comes back to it."""
    seen, other = {row.pk}, getattr(row, field)
    while other is not None:
        if other.pk in seen:
            return True
        seen.add(other.pk)
        other = getattr(other, field)
    return False
