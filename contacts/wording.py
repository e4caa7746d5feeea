"""Values of fields as people read them: in histories, and where two versions lie side by side."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from contacts import phones
from contacts.phones import PhoneField
from contacts.querysets import ScopedQuerySet


def label_of(field):
    return str(capfirst(field.verbose_name))


def in_words(field, value, names=None):
    """What is stored in a field of a model, as text. `names`: see `Names`; only foreign keys need it."""
    if value is None or value in ("", []):
        return _("(empty)")
    if hasattr(field, "in_words"):
        return field.in_words(value)
    if field.remote_field:
        return names.of(field.remote_field.model, value)
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, PhoneField):
        return phones.display(value)
    return moment(value) if isinstance(value, datetime.date) else str(value)


def moment(value):
    if isinstance(value, datetime.datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return date_format(value)


class Names:
    """What the rows that foreign keys lead to are called, asked for once a model.

    A row that the reader may not see is not named: somebody who has moved to another unit, for example.
    """

    def __init__(self, access, keys=()):
        """`keys`: (field, value) pairs that will be asked for; others are looked up one by one."""
        self.access = access
        self.known = {}
        for model, values in _by_model(keys).items():
            self.known[model] = self._look_up(model, values)

    def of(self, model, key):
        if key not in self.known.setdefault(model, {}):
            self.known[model].setdefault(key, self._look_up(model, {key}).get(key))
        return self.known[model][key] or _("(not in your area, or deleted)")

    def _look_up(self, model, keys):
        rows = model._default_manager.all()
        if isinstance(rows, ScopedQuerySet) and model._meta.model_name not in PUBLIC:
            rows = rows.visible_to(self.access)
        found = {row.pk: str(row) for row in rows.filter(pk__in=keys)}
        return dict.fromkeys(keys) | found


# Everybody may know what places are called.
PUBLIC = {"municipality", "policedistrict", "nationalnumber"}


def _by_model(keys):
    grouped = {}
    for field, value in keys:
        if field.remote_field and value is not None:
            grouped.setdefault(field.remote_field.model, set()).add(value)
    return grouped
