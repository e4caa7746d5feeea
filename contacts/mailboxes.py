"""Which mailboxes belong to a function: not those that follow a private person wherever they go."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PRIVATE_PROVIDERS = {
    "broadpark.no",
    "frisurf.no",
    "getmail.no",
    "gmail.com",
    "gmx.com",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "hotmail.no",
    "icloud.com",
    "live.com",
    "live.no",
    "lyse.net",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "online.no",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "start.no",
    "yahoo.com",
    "yahoo.no",
}


def refuse_private(address):
    """Of a function or of somebody at work. "ola@hotmail.no" is refused, "ola@valle.kommune.no" is not."""
    domain = address.rpartition("@")[2].lower()
    if domain in PRIVATE_PROVIDERS:
        raise ValidationError(
            _("“%(domain)s” is for private mail. Write the address of the function, or one at work."),
            code="private_mailbox",
            params={"domain": domain},
        )
