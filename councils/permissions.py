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
from councils.scopes import COUNCIL, FRAME_KEEPERS, SECRETARIES

# Of councils alone, and of every kind of body.
SECRETARY = SECRETARIES[COUNCIL]
SECRETARIES_OF_ANY = tuple(role for roles in SECRETARIES.values() for role in roles)
COUNCIL_KEEPERS = (*SECRETARY, *FRAME_KEEPERS[COUNCIL])
KEEPERS_OF_ANY = (*SECRETARIES_OF_ANY, *FRAME_KEEPERS[COUNCIL])

FRAME = (BodyMunicipality, Member)
RECORDS = (StandingItem, YearWheelTask, Meeting, AgendaItem, Attendance, Attachment, ActionItem)
RECORDS_OF_COUNCILS = (
    *(Agreement, Strategy, Objective, Plan, Measure, Knowledge, YearlyReport, SelfEvaluation, Answer),
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
    Council: Rule((*COUNCIL_KEEPERS, Role.AUDITOR), COUNCIL_KEEPERS, COUNCIL_KEEPERS),
    **{model: Rule((*KEEPERS_OF_ANY, Role.AUDITOR), KEEPERS_OF_ANY, KEEPERS_OF_ANY) for model in FRAME},
    **{model: Rule(*[SECRETARIES_OF_ANY] * 3, DELETED.get(model)) for model in RECORDS},
    **{model: Rule(*[SECRETARY] * 3, DELETED.get(model)) for model in RECORDS_OF_COUNCILS},
    LegalBasis: Rule(
        seen_by=(*SECRETARIES_OF_ANY, Role.AREA_ADMINISTRATOR, Role.AUDITOR),
        edited_by=(Role.AREA_ADMINISTRATOR,),
        added_by=(Role.AREA_ADMINISTRATOR,),
    ),
    MinutesVersion: Rule(SECRETARIES_OF_ANY),
}


def keeps_any_records(access):
    """For the door of the secretary's pages."""
    return access.has(*SECRETARIES_OF_ANY)


def reads_any_records(access):
    return access.has(*SECRETARIES_OF_ANY, Role.COUNCIL_MEMBER)


def keeps_any_frame(access):
    """For the door of the pages of a body's frame."""
    return access.has(*KEEPERS_OF_ANY)


def keeps_any_council(access):
    """For the list of councils, and for founding one."""
    return access.has(*COUNCIL_KEEPERS)


def founds_any(access):
    """Whoever keeps one council only founds none."""
    return municipalities_kept_by(access).exists()


def keeps(access, body):
    return Body.objects.kept_by(access).filter(pk=body.pk).exists()


def keeps_frame(access, body):
    return Body.objects.editable_by(access).filter(pk=body.pk).exists()
