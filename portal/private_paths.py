"""Where pages are made for one person: logging in, editing, the desk. Everything else is the same for everyone."""

from django.conf import settings

PRIVATE = ("admin", "konto", "skrivebord")


def is_private(path):
    """Of the path of a request, with or without a language in front: "/nn/admin/contacts/"."""
    first, *rest = path.lstrip("/").split("/", 2)
    if first in dict(settings.LANGUAGES):
        first = rest[0] if rest else ""
    return first in PRIVATE
