from contacts.models.access import AuditEvent, Role, RoleGrant
from contacts.models.changes import (
    Allotment,
    ChangedUnit,
    ChangeKind,
    OrganisationalChange,
    Successor,
    UnitKind,
)
from contacts.models.daily import DailyRun
from contacts.models.invitations import Invitation
from contacts.models.mail import OutgoingMail
from contacts.models.people import Person
from contacts.models.person_data import PersonDataDecision
from contacts.models.places import (
    County,
    DistrictMembership,
    Language,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    PlaceName,
    PoliceDistrict,
    PoliceDistrictSuccession,
    PostalCode,
)
from contacts.models.points import (
    Absence,
    Assignment,
    ContactPoint,
    Coverage,
    Freshness,
    Function,
    NationalNumber,
    Publication,
)
from contacts.models.records import ContentVersion, Snapshot
from contacts.models.users import User
from contacts.models.verification import VerificationRequest
from contacts.models.versions import Overtaken

__all__ = [
    "Absence",
    "Allotment",
    "Assignment",
    "AuditEvent",
    "ChangeKind",
    "ChangedUnit",
    "ContactPoint",
    "ContentVersion",
    "County",
    "Coverage",
    "DailyRun",
    "DistrictMembership",
    "Freshness",
    "Function",
    "Invitation",
    "Language",
    "Municipality",
    "MunicipalityNumber",
    "MunicipalitySuccession",
    "NationalNumber",
    "OrganisationalChange",
    "OutgoingMail",
    "Overtaken",
    "Person",
    "PersonDataDecision",
    "PlaceName",
    "PoliceDistrict",
    "PoliceDistrictSuccession",
    "PostalCode",
    "Publication",
    "Role",
    "RoleGrant",
    "Snapshot",
    "Successor",
    "UnitKind",
    "User",
    "VerificationRequest",
]
