"""What somebody outside may see of dialogue processes: the rules of visibility in one place.

Pages, the calendar, feeds and lists show these, never the rows. An internal process is as one that never was, and so
are its events and parties. What a process came from is named only where that is public itself, today. No person is in
any of it: a party is an organisation, and of those who came there is a number.

For the page of a scheme: `dialogues_of(scheme)` and `components/dialogue_list.html`.
"""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from councils.calendars import Entry
from councils.disclosure.meetings import SeenItem
from slt import index
from slt.choices import Sector
from slt.models import DialogueEvent, DialogueProcess

Status = DialogueEvent.Status


@dataclass(frozen=True)
class SeenEvent:
    """`state`: "coming", "held", "cancelled", or "past" (its day is over, and nobody has said how it went)."""

    title: str
    date: datetime.date
    starts_at: datetime.time | None
    place: str
    is_open: bool
    state: str
    people: int | None = None
    outcome: str = ""


@dataclass(frozen=True)
class SeenParties:
    """Those of one sector: (name, what they contribute)."""

    sector: str
    parties: tuple


@dataclass(frozen=True)
class Origin:
    """What a process came from, where everyone may read that. `language`: in which `title` is written, if in one."""

    kind: str
    title: str
    url: str
    language: str = ""


@dataclass(frozen=True)
class SeenDialogue:
    """In a list without what comes after `coming`."""

    title: str
    aim: str
    url: str
    language: str
    scheme: str
    scheme_slug: str
    theme: str
    state: str
    status: str
    is_open: bool
    is_example: bool
    valid_from: datetime.date
    valid_to: datetime.date | None
    coming: tuple = ()
    events: tuple = ()
    parties: tuple = ()
    outcome: str = ""
    origin: Origin | None = None
    places: tuple = ()


def disclose_in_list(process, on):
    """A process that was fetched `public().for_list(on)`."""
    return SeenDialogue(**_heading(process), coming=tuple(disclose_event(event, on) for event in process.coming))


def disclose_dialogue(process, on):
    """A process that was fetched `public().for_page()`."""
    events = tuple(disclose_event(event, on) for event in process.events.all())
    return SeenDialogue(
        **_heading(process),
        coming=tuple(event for event in events if event.state == "coming"),
        events=events,
        parties=tuple(_by_sector(process.parties.all())),
        outcome=process.outcome,
        origin=_origin(process),
        places=_places(process.scheme),
    )


def disclose_event(event, on):
    is_held = event.status == Status.HELD
    return SeenEvent(
        title=event.title,
        date=event.date,
        starts_at=event.starts_at,
        place=event.place,
        is_open=event.is_open,
        state=_state(event, on),
        people=event.people if is_held else None,
        outcome=event.outcome if is_held else "",
    )


def _heading(process):
    return {
        "title": process.title,
        "aim": process.aim,
        "url": process.get_absolute_url(),
        "language": process.scheme.language,
        "scheme": process.scheme.name,
        "scheme_slug": process.scheme.slug,
        "theme": process.get_theme_display(),
        "state": process.status,
        "status": process.get_status_display(),
        "is_open": process.is_open,
        "is_example": process.scheme.is_example,
        "valid_from": process.valid_from,
        "valid_to": process.valid_to,
    }


def _state(event, on):
    if event.status != Status.PLANNED:
        return str(event.status)
    return "coming" if event.date >= on else "past"


def _by_sector(parties):
    """In the order of the sectors, whatever their names are in the language of the page."""
    order = Sector.values.index
    in_order = sorted(parties, key=lambda party: (order(party.sector), party.pk))
    for sector, of_sector in groupby(in_order, key=lambda party: party.sector):
        yield SeenParties(str(Sector(sector).label), tuple((party.name, party.part) for party in of_sector))


def _origin(process):
    """Named by what never changes, or by what is public of it: never by a text that is being written."""
    if process.item_is_public:
        item, body = process.item, process.item.meeting.body
        url = f"{item.meeting.get_absolute_url()}#{SeenItem(item.number, 'open').anchor}"
        return Origin(_("Case %(number)s") % {"number": item.number}, body.name, url, body.language)
    if process.plan_measure_is_public:
        measure = process.plan_measure
        return Origin(_("Measure"), measure.text, measure.plan.get_absolute_url(), measure.plan.body.language)
    if process.measure_is_public:
        measure = process.measure
        return Origin(_("Measure"), measure.text, measure.cycle.get_absolute_url(), process.scheme.language)
    return None


def _places(scheme):
    """The municipalities of the scheme, as the public pages know them; none of a scheme that was made this second."""
    known = index.current()
    brief = known.by_slug.get(scheme.slug)
    return tuple(known.places_of(brief)) if brief else ()


def dialogue_or_404(slug, dialogue):
    rows = DialogueProcess.objects.public().for_page()
    return disclose_dialogue(get_object_or_404(rows, scheme__slug=slug, slug=dialogue), timezone.localdate())


def dialogues_of(scheme):
    """The public ones of a scheme, what is under way first: two queries, however many there are."""
    today = timezone.localdate()
    rows = DialogueProcess.objects.public().filter(scheme=scheme).in_order().for_list(today)
    return [disclose_in_list(row, today) for row in rows]


@dataclass(frozen=True)
class OpenEvent:
    """An event to which everyone may come, in a list across dialogues."""

    event: SeenEvent
    dialogue: str
    url: str
    language: str
    scheme: str
    is_example: bool


def open_events(processes, on, most):
    """Those that are to come in these public processes, the next first: one query."""
    rows = DialogueEvent.objects.public().filter(process__in=processes, is_open=True).to_come(on)
    return [_open_event(row, on) for row in rows.select_related("process__scheme")[:most]]


def _open_event(row, on):
    process = row.process
    return OpenEvent(
        event=disclose_event(row, on),
        dialogue=process.title,
        url=process.get_absolute_url(),
        language=process.scheme.language,
        scheme=process.scheme.name,
        is_example=process.scheme.is_example,
    )


def calendar_entries(scheme, absolute):
    """The open events of a scheme's public processes, those that have been and were cancelled as well: so that a
    calendar that has one takes it away."""
    rows = DialogueEvent.objects.public().filter(process__scheme=scheme, is_open=True)
    for row in rows.select_related("process").order_by("date", "pk"):
        row.process.scheme = scheme
        yield Entry(
            uid=f"dialog-{row.pk}",
            sequence=row.version - 1,
            title=f"{row.process.title}: {row.title}",
            address=absolute(row.process.get_absolute_url()),
            date=row.date,
            starts_at=row.starts_at,
            place=row.place,
            is_cancelled=row.status == Status.CANCELLED,
            is_example=scheme.is_example,
        )
