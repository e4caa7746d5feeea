"""Who takes part, and what was agreed on between the municipality and the police."""

import datetime
from dataclasses import dataclass

from councils.disclosure.files import disclose_file
from councils.models import Member


@dataclass(frozen=True)
class SeenMember:
    role: str
    kind: str
    agency: str
    municipality: str
    name: str
    is_leader: bool
    is_secretary: bool


ORDER_OF_MEMBERS = {kind: position for position, kind in enumerate(Member.Kind.values)}


def disclose_members(members):
    """Leader first, guests last. The name only where its publication was decided."""
    ordered = sorted(members, key=lambda member: (ORDER_OF_MEMBERS[member.kind], member.pk))
    return tuple(
        SeenMember(
            role=member.role,
            kind=member.get_kind_display(),
            agency=member.get_agency_display(),
            municipality=member.municipality.name if member.municipality else "",
            name=member.public_name,
            is_leader=member.kind == Member.Kind.LEADER,
            is_secretary=member.kind == Member.Kind.SECRETARY,
        )
        for member in ordered
    )


@dataclass(frozen=True)
class SeenAgreement:
    parties: str
    status: str
    is_ended: bool
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    files: tuple


def disclose_agreement(agreement):
    return SeenAgreement(
        parties=agreement.parties,
        status=agreement.get_status_display(),
        is_ended=agreement.status == agreement.Status.ENDED,
        valid_from=agreement.valid_from,
        valid_to=agreement.valid_to,
        files=tuple(disclose_file(row, "attachment") for row in agreement.files.all()),
    )
