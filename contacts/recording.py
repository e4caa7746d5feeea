"""How a change came about, for its history: why, and from where. Whatever is saved inside `recording` tells it."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Where somebody was when they changed something; nothing is stored for changes from the command line."""

    ADMIN = "admin", _("the editing pages")
    DESK = "desk", _("the desk")
    ACCOUNT = "account", _("the account pages")
    IMPORT = "import", _("an import")
    MAIL_LINK = "mail_link", _("a link in a mail")
    DAILY_JOB = "daily_job", _("the daily job")


@dataclass(frozen=True)
class Circumstances:
    reason: str = ""
    origin: str = ""


UNKNOWN = Circumstances()
_now = ContextVar("circumstances", default=UNKNOWN)


@contextmanager
def recording(**circumstances):
    """`with recording(reason="Moved to another unit", origin=Origin.DESK): …`; what is not said stays as it was."""
    token = _now.set(replace(_now.get(), **circumstances))
    try:
        yield
    finally:
        _now.reset(token)


def current_reason():
    return _now.get().reason


def current_origin():
    return str(_now.get().origin)
