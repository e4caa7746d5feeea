"""What logging in leaves behind, forgotten every day."""

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from contacts.daily import JOBS, Job


def clear_sessions(today):
    """Those that are over; whoever closes the browser leaves one."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def clear_attempts(today):
    """Counts that hold no longer. Django's cache in the database only throws out when it is full."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])  # noqa: S608 (our own table)
        return cursor.rowcount


def connect():
    JOBS.append(Job("clear-sessions", "old sessions forgotten", clear_sessions))
    JOBS.append(Job("clear-attempts", "old counts of attempts forgotten", clear_attempts))
