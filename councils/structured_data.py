"""What search engines read about bodies and their meetings: schema.org JSON-LD. No person is in it, nor any item."""

import datetime

from django.utils.timezone import get_default_timezone


def body_data(request, body, places, email=""):
    data = {
        "@context": "https://schema.org",
        "@type": type_of(body),
        "name": body.name,
        "url": request.build_absolute_uri(body.get_absolute_url()),
        "areaServed": [{"@type": "AdministrativeArea", "name": place.name} for place in places],
        "email": "" if body.is_example else email,
    }
    return {name: value for name, value in data.items() if value}


def type_of(body):
    """Of a group, others than public bodies are part as well."""
    return "GovernmentOrganization" if body.is_council else "Organization"


STATUS = {"called": "EventScheduled", "cancelled": "EventCancelled"}


def meeting_data(request, body, meeting):
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"{body.name}, {meeting.kind}",
        "url": request.build_absolute_uri(meeting.url),
        "startDate": moment(meeting.date, meeting.starts_at),
        "endDate": moment(meeting.date, meeting.ends_at) if meeting.ends_at else "",
        "eventStatus": f"https://schema.org/{STATUS.get(meeting.state, 'EventScheduled')}",
        "location": meeting.place and {"@type": "Place", "name": meeting.place},
        "organizer": {
            "@type": type_of(body),
            "name": body.name,
            "url": request.build_absolute_uri(body.get_absolute_url()),
        },
    }
    return {name: value for name, value in data.items() if value}


def moment(date, time):
    if time is None:
        return date.isoformat()
    return datetime.datetime.combine(date, time, tzinfo=get_default_timezone()).isoformat()
