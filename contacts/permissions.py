"""Who may do what. Rows are decided by `visible_to` and `editable_by` of the querysets; acts are decided here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from contacts import scopes
from contacts.models import (
    Absence,
    Assignment,
    AuditEvent,
    ContactPoint,
    Coverage,
    DailyRun,
    DistrictMembership,
    Invitation,
    Municipality,
    NationalNumber,
    OrganisationalChange,
    OutgoingMail,
    Person,
    PersonDataDecision,
    PoliceDistrict,
    Role,
    RoleGrant,
    User,
)
from contacts.querysets import ScopedQuerySet

KEEPERS = (Role.POLICE_COORDINATOR, Role.MUNICIPAL_EDITOR, Role.SLT_COORDINATOR, Role.AREA_ADMINISTRATOR)

# Who may have anything to see or to add of each kind. What is not here nobody sees.
SEEN_BY = {
    ContactPoint: (*KEEPERS, Role.AUDITOR),
    Assignment: (*KEEPERS, Role.AUDITOR),
    Absence: (*KEEPERS, Role.AUDITOR),
    Coverage: (*KEEPERS, Role.AUDITOR),
    Person: (*KEEPERS, Role.AUDITOR),
    Municipality: (Role.AREA_ADMINISTRATOR, Role.AUDITOR),
    PoliceDistrict: (Role.AREA_ADMINISTRATOR, Role.AUDITOR),
    DistrictMembership: (Role.AREA_ADMINISTRATOR, Role.AUDITOR),
    NationalNumber: (Role.AREA_ADMINISTRATOR, Role.AUDITOR),
    RoleGrant: (Role.USER_ADMINISTRATOR, Role.AUDITOR),
    Invitation: (Role.USER_ADMINISTRATOR, Role.AUDITOR),
    User: (Role.USER_ADMINISTRATOR, Role.AUDITOR),
    AuditEvent: (Role.AUDITOR,),
    PersonDataDecision: (Role.AUDITOR,),
    OutgoingMail: (Role.AREA_ADMINISTRATOR, Role.AUDITOR),
    DailyRun: (Role.AREA_ADMINISTRATOR, Role.AUDITOR),
    OrganisationalChange: (*scopes.PLANNERS, Role.AUDITOR),
}
# Who may have anything to change of each kind. What is not here is never changed.
EDITED_BY = {
    ContactPoint: KEEPERS,
    Assignment: KEEPERS,
    Absence: KEEPERS,
    Coverage: KEEPERS,
    Person: KEEPERS,
    Municipality: (Role.AREA_ADMINISTRATOR,),
    PoliceDistrict: (Role.AREA_ADMINISTRATOR,),
    DistrictMembership: (Role.AREA_ADMINISTRATOR,),
    NationalNumber: (Role.AREA_ADMINISTRATOR,),
    RoleGrant: (Role.USER_ADMINISTRATOR,),
    Invitation: (Role.USER_ADMINISTRATOR,),
    User: (Role.USER_ADMINISTRATOR,),
}
ADDED_BY = {
    ContactPoint: (Role.POLICE_COORDINATOR, Role.MUNICIPAL_EDITOR, Role.AREA_ADMINISTRATOR),
    Assignment: KEEPERS,
    Absence: KEEPERS,
    Coverage: KEEPERS,
    Person: KEEPERS,
    RoleGrant: (Role.USER_ADMINISTRATOR,),
    Invitation: (Role.USER_ADMINISTRATOR,),
}


@dataclass(frozen=True)
class Rule:
    """What another app says of a model of its own: which roles may have anything to see, to change, to add. `deletes`
    is asked of a row that somebody wants to delete."""

    seen_by: tuple = ()
    edited_by: tuple = ()
    added_by: tuple = ()
    deletes: Callable | None = None


DELETES = {}


def register(rules):
    """For `AppConfig.ready` of an app with models of its own: {model: Rule}."""
    for model, rule in rules.items():
        SEEN_BY[model], EDITED_BY[model], ADDED_BY[model] = rule.seen_by, rule.edited_by, rule.added_by
        if rule.deletes:
            DELETES[model] = rule.deletes


# Who may take the names of those who hold functions out of the portal, in a file. Always with a reason, and logged.
NAME_EXPORTERS = (Role.POLICE_COORDINATOR, Role.MUNICIPAL_EDITOR, Role.AREA_ADMINISTRATOR, Role.AUDITOR)


def can_see_any(access, model):
    return access.has(*SEEN_BY[model]) if model in SEEN_BY else False


def can_edit_any(access, model):
    return access.has(*EDITED_BY[model]) if model in EDITED_BY else False


def can_add(access, model):
    return access.has(*ADDED_BY[model]) if model in ADDED_BY else False


def can_import(access):
    return access.has(*KEEPERS)


def can_export_names(access):
    return access.has(*NAME_EXPORTERS)


def can_see(access, row):
    """What no rule speaks of, such as a row of a library, nobody sees."""
    rows = type(row)._default_manager.all()
    return isinstance(rows, ScopedQuerySet) and rows.visible_to(access).filter(pk=row.pk).exists()


def can_edit(access, row):
    return type(row).objects.editable_by(access).filter(pk=row.pk).exists()


def can_delete(access, row):
    """Only what has not begun, and so was never true, and whom a contact point serves; all else is ended instead."""
    if type(row) in DELETES:
        return DELETES[type(row)](access, row)
    if isinstance(row, Assignment | Absence):
        return row.valid_from > timezone.localdate() and can_edit(access, row)
    return isinstance(row, Coverage) and can_edit(access, row)


def can_clear(access, person):
    """It cannot be undone, so whoever administers the area does it."""
    return Person.objects.known().filter(scopes.owned(access, Role.AREA_ADMINISTRATOR), pk=person.pk).exists()


def can_grant(access, grant):
    """Only roles of one's own area, never to oneself; a user administrator for the whole country is made by the
    break-glass account alone. The break-glass account may not grant to itself either."""
    if access.user_id == grant.user_id or grant.role not in scopes.grantable_roles(access):
        return False
    if grant.role == Role.USER_ADMINISTRATOR and grant.district_id is None:
        return access.is_break_glass
    if access.is_everywhere(Role.USER_ADMINISTRATOR):
        return True
    area = access.districts(Role.USER_ADMINISTRATOR)
    if grant.district_id:
        return grant.district_id in area
    return scopes.members_of(area).filter(municipality=grant.municipality_id).exists()


def can_plan_any(access):
    return access.has(*scopes.PLANNERS)


def can_plan_districts(access):
    """What makes, ends or renames a police district concerns the whole country."""
    return access.is_everywhere(Role.AREA_ADMINISTRATOR)


def can_plan_change(access, change):
    """By what it concerns, before and after: a municipality that moves to another district concerns both."""
    return can_edit(access, change)
