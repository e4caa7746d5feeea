"""The meetings of a body as a calendar (RFC 5545) that people subscribe to."""

import datetime

from django.utils import timezone
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

# How often a calendar asks again; a meeting is moved days before it, not minutes.
ASKED_AGAIN = datetime.timedelta(hours=4)
USUAL_LENGTH = datetime.timedelta(hours=2)


def calendar_of(body, meetings, absolute):
    """`meetings`: only public ones. Of each the calendar knows when, where and which page; no item of it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lokal forebygging//moter//NO")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", body.name)
    calendar.add("refresh-interval", ASKED_AGAIN)
    for meeting in sorted(meetings, key=lambda meeting: meeting.date):
        calendar.add_component(_event(body, meeting, absolute(meeting.get_absolute_url())))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(body, meeting, address):
    event = Event()
    # The same for ever, whatever happens to the meeting: so a calendar changes what it has.
    event.add("uid", f"{meeting.uid}@lokal-forebygging")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.called_at or timezone.now())
    event.add("summary", _summary(body, meeting))
    for name, value in _when(meeting).items():
        event.add(name, value)
    if meeting.place:
        event.add("location", meeting.place)
    event.add("url", address)
    event.add("status", "CANCELLED" if meeting.status == meeting.Status.CANCELLED else "CONFIRMED")
    return event


def _summary(body, meeting):
    name = f"{body.name}: {meeting.get_kind_display()}"
    return _("EXAMPLE: %(title)s") % {"title": name} if meeting.is_example else name


def _when(meeting):
    """A meeting without an hour is a whole day. One without an end lasts two hours."""
    if meeting.starts_at is None:
        return {"dtstart": meeting.date, "dtend": meeting.date + datetime.timedelta(days=1)}
    start = _at(meeting.date, meeting.starts_at)
    return {"dtstart": start, "dtend": _at(meeting.date, meeting.ends_at) if meeting.ends_at else start + USUAL_LENGTH}


def _at(date, time):
    return datetime.datetime.combine(date, time, tzinfo=get_default_timezone())
