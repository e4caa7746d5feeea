"""The break-glass account is a superuser, made by `manage.py createsuperuser` and by nothing else.

It reaches everything, for the day nobody else can put something right; so that it is used for that alone, its login is
recorded and told to all who look after the users of the whole country, and every page says so.
"""

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from contacts.models import AuditEvent, Role, User
from contacts.services import outbox

WATCHERS = (Role.AUDITOR, Role.USER_ADMINISTRATOR)


@transaction.atomic
def raise_the_alarm(user):
    """In bokmål, whatever language somebody logged in in."""
    event = AuditEvent.objects.create(kind=AuditEvent.Kind.BREAK_GLASS, user=user)
    with override(settings.LANGUAGE_CODE):
        subject = _("The emergency account of Local prevention was used")
        body = render_to_string("account/mail/break_glass.txt", {"event": event, "site": settings.SITE_URL})
    for watcher in watchers():
        key = f"break-glass-{event.pk}-{watcher.pk}"
        outbox.put(key=key, to=watcher.email, subject=subject, body=f"{body.strip()}\n")


def watchers():
    now = timezone.now()
    return User.objects.filter(
        is_active=True,
        grants__role__in=WATCHERS,
        grants__district=None,
        grants__begins_at__lte=now,
        grants__ends_at__gt=now,
    ).distinct()


def _alarm_at_login(sender, request, user, **kwargs):
    if user.is_superuser:
        raise_the_alarm(user)


def connect():
    user_logged_in.connect(_alarm_at_login, dispatch_uid="alarm_when_the_break_glass_account_is_used")
