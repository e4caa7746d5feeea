from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts import mailboxes, phones
from contacts.models.history import History
from contacts.models.owners import NOT_TWO_OWNERS, Owned
from contacts.models.versions import Versioned
from contacts.phones import PhoneField
from contacts.querysets import PersonQuerySet


class Person(Owned, Versioned):
    """A public employee who can hold a function. Work contact details only; nothing else about anyone."""

    name = models.CharField(_("name"), max_length=150)
    work_title = models.CharField(_("work title"), max_length=100, blank=True)
    direct_phone = PhoneField(
        _("direct number"),
        blank=True,
        help_text=_("A work number. Shown only when an assignment's publication says so."),
    )
    work_email = models.EmailField(
        _("work e-mail"),
        blank=True,
        db_default="",
        validators=[mailboxes.refuse_private],
        help_text=_("Only for reminders from the portal. Never shown on any page."),
    )
    never_publish = models.BooleanField(
        _("never publish this name"),
        default=False,
        help_text=_("Wins over every publication decision, everywhere."),
    )
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

    cleared_on = models.DateField(_("personal data cleared"), null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="direct_number_is_a_phone_number",
                condition=Q(direct_phone="") | Q(direct_phone__regex=phones.STORED),
                violation_error_message=_("The direct number is not a Norwegian phone number."),
            ),
            models.CheckConstraint(
                name="a_person_belongs_to_one_unit",
                condition=NOT_TWO_OWNERS,
                violation_error_message=_("A person belongs to a police district or to a municipality, not to both."),
            ),
        ]

    def __str__(self):
        return gettext("(name cleared)") if self.cleared_on else self.name
