"""Who is told of a meeting, and how: a mail with day, time and a link. What it is about is read at the desk."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.models import RoleGrant, User
from contacts.services import outbox
from councils.scopes import reading_grants


def recipients(body):
    """Those who read the records of this body today: its members and whoever keeps them."""
    grants = RoleGrant.objects.current(timezone.now()).filter(reading_grants(body))
    return User.objects.filter(is_active=True, grants__in=grants).distinct().order_by("pk")


def tell_of_meeting(meeting):
    _tell(meeting, "called", _subject_of_meeting)


def tell_of_move(meeting):
    _tell(meeting, "moved", _subject_of_move)


def tell_of_cancellation(meeting):
    _tell(meeting, "cancelled", _subject_of_cancellation)


def _subject_of_meeting(words):
    return _("Notice of meeting: %(body)s, %(date)s") % words


def _subject_of_move(words):
    return _("Meeting changed: %(body)s, %(date)s") % words


def _subject_of_cancellation(words):
    return _("Meeting cancelled: %(body)s, %(date)s") % words


def _tell(meeting, what, subject):
    """In the language of the body's records. The sequence is in the key: each change is told once."""
    with translation.override(meeting.body.language):
        words = {"body": meeting.body.name, "date": date_format(meeting.date)}
        link = settings.SITE_URL + reverse("notice", args=[meeting.body.slug, meeting.date])
        text = outbox.text_of(f"meeting_{what}.txt", app="councils", meeting=meeting, link=link)
        for user in recipients(meeting.body):
            key = f"meeting-{what}-{meeting.uid}-{meeting.sequence}-{user.pk}"
            outbox.put(key=key, to=user.email, subject=subject(words), body=text)
