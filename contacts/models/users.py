import zlib

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from contacts.models.history import History
from contacts.querysets import UserManager


class User(AbstractUser):
    """Someone who can log in. Known by e-mail; what they may do is granted elsewhere, as rows."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)

    # The address of an account that was cleared, after its number: nobody has it (see services/clearing.py).
    CLEARED = "@cleared.invalid"

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()
    history = History(excluded_fields=["password", "last_login"])

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

    @property
    def is_cleared(self):
        return self.email.endswith(self.CLEARED)

    @property
    def version(self):
        """The token of editing forms (see conflicts.py): made of what can be edited; logging in changes nothing."""
        edited = (self.email, self.name, self.is_active, self.is_staff, self.is_superuser)
        return zlib.crc32(repr(edited).encode())

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name
