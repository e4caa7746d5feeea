"""Granting and ending roles. Both leave an audit event behind."""

import datetime

from django.db import transaction
from django.utils import timezone

from contacts.models import AuditEvent


@transaction.atomic
def grant_role(*, grant, by):
    """Saves a new grant. Whether it may be granted, permissions.can_grant has said."""
    grant.granted_by = by
    grant.save()
    _record(AuditEvent.Kind.ROLE_GRANTED, grant, by)
    return grant


@transaction.atomic
def end_role(*, grant, by, at=None):
    """The role is refused from the next request on. One that had not begun yet counts as never held."""
    grant.ends_at = at or timezone.now()
    # A grant cannot end before it begins, so one for later is left a moment that has passed.
    grant.begins_at = min(grant.begins_at, grant.ends_at - datetime.timedelta(seconds=1))
    grant.save()
    _record(AuditEvent.Kind.ROLE_ENDED, grant, by)
    return grant


def _record(kind, grant, by):
    AuditEvent.objects.create(
        kind=kind,
        user=by,
        district=grant.district,
        municipality=grant.municipality,
        details=f"{grant.role} #{grant.pk}",
    )
