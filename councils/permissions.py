"""Who may do what with councils. Rows are decided by `visible_to` and `editable_by`; acts are decided here."""

from contacts.models import Role
from contacts.permissions import Rule, can_edit
from councils.models import (
    ActionItem,
    AgendaItem,
    Agreement,
    Answer,
    Attachment,
    Attendance,
    Body,
    BodyMunicipality,
    Council,
    Knowledge,
    LegalBasis,
    Measure,
    Meeting,
    Member,
    MinutesVersion,
    Objective,
    Plan,
    SelfEvaluation,
    StandingItem,
    Strategy,
    YearlyReport,
    YearWheelTask,
)
from councils.querysets import municipalities_kept_by

SECRETARY = (Role.COUNCIL_SECRETARY,)
FRAME_KEEPERS = (Role.COUNCIL_SECRETARY, Role.POLICE_COORDINATOR, Role.AREA_ADMINISTRATOR)
FRAME_READERS = (*FRAME_KEEPERS, Role.AUDITOR)

FRAME = (Council, BodyMunicipality, Member)
RECORDS = (
    *(Agreement, StandingItem, YearWheelTask, Meeting, AgendaItem, Attendance, Attachment, ActionItem),
    *(Strategy, Objective, Plan, Measure, Knowledge, YearlyReport, SelfEvaluation, Answer),
)


def _not_yet_called(access, row):
    """What was called is in the minutes, and stays; a meeting that was not is cancelled or taken away."""
    meeting = row if isinstance(row, Meeting) else row.meeting
    return not meeting.is_called and can_edit(access, row)


DELETED = {
    Meeting: _not_yet_called,
    AgendaItem: _not_yet_called,
    **dict.fromkeys((StandingItem, YearWheelTask, Attachment, Objective, Measure, Knowledge), can_edit),
}

RULES = {
    **{model: Rule(FRAME_READERS, FRAME_KEEPERS, FRAME_KEEPERS) for model in FRAME},
    **{model: Rule(SECRETARY, SECRETARY, SECRETARY, DELETED.get(model)) for model in RECORDS},
    LegalBasis: Rule(
        (*SECRETARY, Role.AREA_ADMINISTRATOR, Role.AUDITOR), (Role.AREA_ADMINISTRATOR,), (Role.AREA_ADMINISTRATOR,)
    ),
    MinutesVersion: Rule(SECRETARY),
}


def keeps_any_records(access):
    """For the door of the secretary's pages."""
    return access.has(*SECRETARY)


def reads_any_records(access):
    return access.has(*SECRETARY, Role.COUNCIL_MEMBER)


def keeps_any_frame(access):
    """For the door of the pages of a council's frame."""
    return access.has(*FRAME_KEEPERS)


def founds_any(access):
    """Whoever keeps one council only founds none."""
    return municipalities_kept_by(access).exists()


def keeps(access, body):
    return Body.objects.kept_by(access).filter(pk=body.pk).exists()


def keeps_frame(access, body):
    return Body.objects.editable_by(access).filter(pk=body.pk).exists()
