from councils.models.bodies import Body, BodyMunicipality, CaseCounter, StandingItem, YearWheelTask
from councils.models.councils import Agreement, Council, Member
from councils.models.files import Attachment
from councils.models.follow_up import ActionItem, CarriedItem
from councils.models.meetings import (
    NOTHING_STORED,
    AgendaItem,
    ArchiveExport,
    Attendance,
    LegalBasis,
    Meeting,
    MinutesText,
    MinutesVersion,
    Published,
)
from councils.models.reports import Answer, Question, SelfEvaluation, YearlyReport
from councils.models.strategies import Knowledge, Measure, Objective, Plan, Strategy

# Rows of these kinds never show on a public page, so a change of theirs is no change of content.
NOT_PUBLIC = {"CaseCounter", "StandingItem", "ArchiveExport", "Attendance", "CarriedItem", "SelfEvaluation", "Answer"}

__all__ = [
    "NOTHING_STORED",
    "NOT_PUBLIC",
    "ActionItem",
    "AgendaItem",
    "Agreement",
    "Answer",
    "ArchiveExport",
    "Attachment",
    "Attendance",
    "Body",
    "BodyMunicipality",
    "CarriedItem",
    "CaseCounter",
    "Council",
    "Knowledge",
    "LegalBasis",
    "Measure",
    "Meeting",
    "Member",
    "MinutesText",
    "MinutesVersion",
    "Objective",
    "Plan",
    "Published",
    "Question",
    "SelfEvaluation",
    "StandingItem",
    "Strategy",
    "YearWheelTask",
    "YearlyReport",
]
