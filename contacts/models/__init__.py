from contacts.models.people import Person, User
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
from contacts.models.points import Assignment, ContactPoint, Coverage, Freshness, Function, NationalNumber, Publication
from contacts.models.records import ContentVersion, Snapshot

__all__ = [
    "Assignment",
    "ContactPoint",
    "ContentVersion",
    "County",
    "Coverage",
    "DistrictMembership",
    "Freshness",
    "Function",
    "Language",
    "Municipality",
    "MunicipalityNumber",
    "MunicipalitySuccession",
    "NationalNumber",
    "Person",
    "PlaceName",
    "PoliceDistrict",
    "PoliceDistrictSuccession",
    "PostalCode",
    "Publication",
    "Snapshot",
    "User",
]
