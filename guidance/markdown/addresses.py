"""What a text may lead to."""

import re
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import override

LONGEST_TEXT = 100_000

_INSIDE = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f]*")
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"tel:\+?[0-9]+")
_PICTURE = re.compile(r"bilde:([1-9][0-9]{0,9})")


def is_link(url):
    """http, https, mailto, tel, or a page of the portal as "/veiledning/"."""
    return is_inside(url) or is_outside(url) or bool(_MAIL.fullmatch(url) or _PHONE.fullmatch(url))


def is_inside(url):
    return bool(_INSIDE.fullmatch(url))


def is_page(url):
    """Whether there is a page of this kind, as it is called in bokmål; not whether it has such a row."""
    try:
        with override(settings.LANGUAGE_CODE):
            return bool(resolve(unquote(urlsplit(url).path)))
    except Resolver404:
        return False


def is_outside(url):
    """On the web, without a user name in it: "https://politiet.no@example.org/" is not what it seems."""
    if "\\" in url:
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def picture_id(url):
    """Of `bilde:12`, or None."""
    found = _PICTURE.fullmatch(url)
    return int(found[1]) if found else None
