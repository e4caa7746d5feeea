from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from contacts.recording import Origin, current_origin, current_reason


class Recorded(models.Model):
    """What every row of history has beside the row as it was: where the change came from."""

    origin = models.CharField(
        _("origin"), max_length=12, choices=Origin, blank=True, default=current_origin, db_default=""
    )

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """Every change of a row: who, when, as it was then, why and from where (see recording.py)."""

    def __init__(self, **options):
        super().__init__(bases=[Recorded], **options)

    def post_save(self, instance, created, using=None, update_fields=None, **kwargs):
        """Logging in is no change."""
        if update_fields is None or set(update_fields) - {"last_login"}:
            super().post_save(instance, created, using=using, update_fields=update_fields, **kwargs)

    def get_change_reason_for_object(self, instance, history_type, using):
        return super().get_change_reason_for_object(instance, history_type, using) or current_reason() or None
