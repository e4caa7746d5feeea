"""What search engines read about councils: schema.org JSON-LD. No person is ever in it, nor any item of an agenda."""

import datetime

from django.utils.timezone import get_default_timezone


def council_data(request, council, places):
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": council.name,
        "url": request.build_absolute_uri(council.get_absolute_url()),
        "areaServed": [{"@type": "AdministrativeArea", "name": place.name} for place in places],
        "email": "" if council.is_example else council.email,
    }
    return {name: value for name, value in data.items() if value}


STATUS = {"called": "EventScheduled", "cancelled": "EventCancelled"}


def meeting_data(request, council, meeting):
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"{council.name}, {meeting.kind}",
        "url": request.build_absolute_uri(meeting.url),
        "startDate": _moment(meeting.date, meeting.starts_at),
        "endDate": _moment(meeting.date, meeting.ends_at) if meeting.ends_at else "",
        "eventStatus": f"https://schema.org/{STATUS.get(meeting.state, 'EventScheduled')}",
        "location": meeting.place and {"@type": "Place", "name": meeting.place},
        "organizer": {
            "@type": "GovernmentOrganization",
            "name": council.name,
            "url": request.build_absolute_uri(council.get_absolute_url()),
        },
    }
    return {name: value for name, value in data.items() if value}


def _moment(date, time):
    if time is None:
        return date.isoformat()
    return datetime.datetime.combine(date, time, tzinfo=get_default_timezone()).isoformat()
