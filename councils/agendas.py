"""A meeting as its notice shows it: for the page, the print and the PDF, and before it is sent."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from councils.models import AgendaItem, Meeting, Member
from councils.services.carrying import carried_to
from councils.services.numbering import next_numbers


@dataclass(frozen=True)
class Line:
    """An item with the number it has, or would get if the notice were sent now."""

    item: AgendaItem
    number: str

    @property
    def files(self):
        return list(self.item.files.all())


@dataclass(frozen=True)
class Agenda:
    meeting: Meeting
    lines: list
    carried: list
    members: list

    @cached_property
    def fingerprint(self):
        """What somebody saw, in few characters: any change of it makes another."""
        seen = [(self.meeting.pk, self.meeting.version)]
        seen += [
            (line.item.pk, line.item.version, line.number, *(file.pk for file in line.files)) for line in self.lines
        ]
        seen += [(action.pk, action.version) for action in self.carried]
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]

    @property
    def items(self):
        return [line.item for line in self.lines]


def agenda_of(meeting, access):
    """Of a meeting that somebody may read. Five queries, however long it is."""
    items = list(AgendaItem.objects.readable_by(access).filter(meeting=meeting).for_agenda())
    proposed = iter(() if meeting.is_called else next_numbers(meeting, len(items)))
    return Agenda(
        meeting=meeting,
        lines=[Line(item, item.number or next(proposed, "")) for item in items],
        carried=list(carried_to(meeting)),
        members=list(Member.objects.filter(body=meeting.body_id).current(meeting.date).select_related("municipality")),
    )
