"""Meetings and other gatherings as a calendar (RFC 5545) that people subscribe to."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

# How often a calendar asks again; a meeting is moved days before it, not minutes.
ASKED_AGAIN = datetime.timedelta(hours=4)
USUAL_LENGTH = datetime.timedelta(hours=2)


@dataclass(frozen=True)
class Entry:
    """When, where and which page, and no more. `uid` is the same for ever, whatever happens: so a calendar changes what
    it has; `sequence` grows with every change."""

    uid: str
    sequence: int
    title: str
    address: str
    date: datetime.date
    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    place: str = ""
    is_cancelled: bool = False
    is_example: bool = False
    stamped_at: datetime.datetime | None = None


def calendar_of(body, meetings, absolute):
    """`meetings`: only public ones. No item of them is in the calendar."""
    in_order = sorted(meetings, key=lambda meeting: meeting.date)
    return calendar_with(body.name, [_entry(body, meeting, absolute) for meeting in in_order])


def calendar_with(name, entries):
    calendar = Calendar()
    calendar.add("prodid", "-//Lokal forebygging//moter//NO")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASKED_AGAIN)
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _entry(body, meeting, absolute):
    return Entry(
        uid=str(meeting.uid),
        sequence=meeting.sequence,
        title=f"{body.name}: {meeting.get_kind_display()}",
        address=absolute(meeting.get_absolute_url()),
        date=meeting.date,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        is_cancelled=meeting.status == meeting.Status.CANCELLED,
        is_example=meeting.is_example,
        stamped_at=meeting.called_at,
    )


def _event(entry):
    event = Event()
    event.add("uid", f"{entry.uid}@lokal-forebygging")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at or timezone.now())
    event.add("summary", _("EXAMPLE: %(title)s") % {"title": entry.title} if entry.is_example else entry.title)
    for name, value in _when(entry).items():
        event.add(name, value)
    if entry.place:
        event.add("location", entry.place)
    event.add("url", entry.address)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _when(entry):
    """What has no hour is a whole day. What has no end lasts two hours."""
    if entry.starts_at is None:
        return {"dtstart": entry.date, "dtend": entry.date + datetime.timedelta(days=1)}
    start = _at(entry.date, entry.starts_at)
    return {"dtstart": start, "dtend": _at(entry.date, entry.ends_at) if entry.ends_at else start + USUAL_LENGTH}


def _at(date, time):
    return datetime.datetime.combine(date, time, tzinfo=get_default_timezone())
