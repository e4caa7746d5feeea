from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from contacts import phones
from contacts.phones import PhoneField
from contacts.querysets import UserManager


class User(AbstractUser):
    """Someone who can log in. Known by e-mail; what they may do is granted elsewhere, as rows."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_has_an_email_of_their_own",
                violation_error_message=_("There is already a user with this e-mail address."),
            ),
        ]

    def __str__(self):
        return self.email

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name


class Person(models.Model):
    """A public employee who can hold a function. Work contact details only; nothing else about anyone."""

    name = models.CharField(_("name"), max_length=150)
    work_title = models.CharField(_("work title"), max_length=100, blank=True)
    direct_phone = PhoneField(
        _("direct number"),
        blank=True,
        help_text=_("A work number. Shown only when an assignment's publication says so."),
    )
    never_publish = models.BooleanField(
        _("never publish this name"),
        default=False,
        help_text=_("Wins over every publication decision, everywhere."),
    )
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)

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
        ]

    def __str__(self):
        return self.name
