"""Who is told of a meeting, and how: a mail with day, time and a link. What it is about is read at the desk; only a
public case that somebody else put on an agenda is named to those who keep that."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.models import RoleGrant, User
from contacts.services import outbox
from councils.choices import Visibility
from councils.scopes import keeping_grants, reading_grants


def recipients(body):
    """Those who read the records of this body today: its members and whoever keeps them."""
    return _holders(reading_grants(body))


def keepers(body):
    return _holders(keeping_grants(body))


def _holders(grants):
    current = RoleGrant.objects.current(timezone.now()).filter(grants)
    return User.objects.filter(is_active=True, grants__in=current).distinct().order_by("pk")


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


def tell_of_case(item, by):
    """To those who keep the agenda, unless whoever put it there is one of them. Its page may be gone when the mail is
    read, so the link leads to the agenda."""
    body, meeting = item.meeting.body, item.meeting
    users = list(keepers(body))
    if by in users:
        return
    with translation.override(body.language):
        words = {"body": body.name, "date": date_format(meeting.date)}
        link = settings.SITE_URL + reverse("agenda", args=[body.slug, meeting.date]) + f"#item-{item.pk}"
        title = item.title if meeting.visibility == item.visibility == Visibility.PUBLIC else ""
        text = outbox.text_of("case_put.txt", app="councils", item=item, title=title, link=link, **words)
        for user in users:
            subject = _("A case for the meeting on %(date)s: %(body)s") % words
            outbox.put(key=f"case-put-{item.pk}-{user.pk}", to=user.email, subject=subject, body=text)
