"""How a meeting came to where it stands: who did what, when. For whoever keeps its records."""

from dataclasses import dataclass
from datetime import date, datetime

from contacts.editors import Editors
from councils.models import Meeting

MOST_SHOWN = 20


@dataclass(frozen=True)
class Turn:
    """The meeting got another state, or another day."""

    at: datetime
    who: str
    state: str
    day: date
    reason: str


def turns_of(meeting, access):
    """The newest first. Four queries."""
    turns, before = [], None
    for record in meeting.history.order_by("history_date", "history_id"):
        now = (record.status, record.date)
        if now != before:
            turns.append(record)
        before = now
    turns = turns[: -MOST_SHOWN - 1 : -1]
    editors = Editors({record.history_user_id for record in turns}, access)
    return [_turn(record, editors) for record in turns]


def _turn(record, editors):
    return Turn(
        at=record.history_date,
        who=editors.name(record.history_user_id),
        state=Meeting.Status(record.status).label,
        day=record.date,
        reason=record.history_change_reason or "",
    )
