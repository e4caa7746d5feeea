"""What search engines read about dialogues: schema.org JSON-LD of events to which everyone may come, and that are to
come. None of an invented example: somebody would go there."""

from councils.structured_data import moment


def events_data(request, dialogue):
    if dialogue.is_example:
        return []
    return [_event(request, dialogue, event) for event in dialogue.coming if event.is_open]


def _event(request, dialogue, event):
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"{dialogue.title}: {event.title}",
        "url": request.build_absolute_uri(dialogue.url),
        "startDate": moment(event.date, event.starts_at),
        "eventStatus": "https://schema.org/EventScheduled",
        "location": event.place and {"@type": "Place", "name": event.place},
        "organizer": {"@type": "Organization", "name": dialogue.scheme},
    }
    return {name: value for name, value in data.items() if value}
