"""Rows that two people may edit at once: the second is told, and nothing is overwritten in silence."""

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class Overtaken(Exception):
    """The row was changed, or deleted, after it had been read. `row` is the one that was not saved."""

    def __init__(self, row):
        super().__init__(f"{row._meta.label} {row.pk} was changed by someone else")
        self.row = row


class Versioned(models.Model):
    """A row that is saved, or deleted, only by whoever has read its newest version.

    `version` is the token that editing forms carry. Set it to the version somebody saw, and `save` writes only if that
    is still the newest; otherwise it raises `Overtaken` and writes nothing. The database decides, in one statement, so
    that of fifty simultaneous saves one wins.
    """

    version = models.PositiveIntegerField(_("version"), default=1, db_default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *, update_fields=None, using=None, **options):
        if self._state.adding:
            super().save(update_fields=update_fields, using=using, **options)
            return
        with transaction.atomic(using=using or self._state.db):
            self._take_turn()
            fields = update_fields if update_fields is None else {*update_fields, "version"}
            seen, self.version = self.version, self.version + 1
            try:
                super().save(update_fields=fields, using=using, **options)
            except BaseException:
                self.version = seen
                raise

    def delete(self, *, using=None, **options):
        with transaction.atomic(using=using or self._state.db):
            self._take_turn()
            return super().delete(using=using, **options)

    def _take_turn(self):
        # Of a model with a parent in another table, the table that has the version: only there is it one statement.
        holder = type(self)._meta.get_field("version").model
        turn = holder._base_manager.filter(pk=self.pk, version=self.version)
        if not turn.update(version=F("version") + 1):
            raise Overtaken(self)
