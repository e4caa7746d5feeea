"""Where pages are made for one person: logging in, editing, the desk. Everything else is the same for everyone."""

from django.conf import settings

from contacts.recording import Origin

ACCOUNT, DESK = "konto", "skrivebord"
# With what the history says of changes made there.
PRIVATE = {"admin": Origin.ADMIN, ACCOUNT: Origin.ACCOUNT, DESK: Origin.DESK}


def is_private(path):
    """Of the path of a request, with or without a language in front: "/nn/admin/contacts/"."""
    return first_part(path) in PRIVATE


def is_account(path):
    """Somebody's own account, which they reach also without a role."""
    return first_part(path) == ACCOUNT


def is_desk(path):
    """Where people write."""
    return first_part(path) == DESK


def origin_of(path):
    return PRIVATE.get(first_part(path), "")


def first_part(path):
    first, *rest = path.lstrip("/").split("/", 2)
    if first in dict(settings.LANGUAGES):
        return rest[0] if rest else ""
    return first
