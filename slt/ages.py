"""Which ages a scheme is for, in words. Said here alone: pages, forms, the card and lists ask here."""

from django.utils.translation import gettext as _


def in_words(first, last):
    """Both ends are included, and None is an open end: "ages 12–23", "up to and including 17 (under 18)"."""
    if first is None and last is None:
        return _("all ages")
    if first is None:
        return _("up to and including age %(last)s (under %(limit)s)") % {"last": last, "limit": last + 1}
    if last is None:
        return _("from age %(first)s") % {"first": first}
    if first == last:
        return _("age %(age)s") % {"age": first}
    return _("ages %(first)s–%(last)s") % {"first": first, "last": last}


def of(scheme):
    return in_words(scheme.age_from, scheme.age_to)
