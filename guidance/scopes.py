"""Whose resource it is, as conditions on a query. Used by the querysets, and by nothing else.

What applies in the whole country is the guidance editor's; what applies in a police district its coordinator's, and in
a municipality its editor's and its SLT coordinator's (decision 0043). The guidance editor keeps those too: they are the
second pair of eyes where a municipality has one editor only.
"""

from django.db.models import Q

from contacts.models import Role
from contacts.scopes import EVERYTHING, NOTHING, members_of

EDITORS = (Role.GUIDANCE_EDITOR,)
OF_MUNICIPALITIES = (Role.MUNICIPAL_EDITOR, Role.SLT_COORDINATOR)
KEEPERS = (*EDITORS, Role.POLICE_COORDINATOR, *OF_MUNICIPALITIES)
AUDITORS = (Role.AUDITOR,)
READERS = (*KEEPERS, *AUDITORS)


def resources(access, *roles, path=""):
    """`path` leads from the row to its resource. Some of `roles` may reach a place, and only what applies there."""
    if access.is_everywhere(*set(roles) & {*EDITORS, *AUDITORS}):
        return EVERYTHING
    area = access.districts(*set(roles) & {Role.POLICE_COORDINATOR, *AUDITORS})
    audited = access.districts(*set(roles) & set(AUDITORS))
    return (
        Q(**{f"{path}district__in": area})
        | Q(**{f"{path}municipality__in": whole_municipalities(access, roles)})
        | Q(**{f"{path}municipality__in": members_of(audited)})
    )


def whole_municipalities(access, roles=OF_MUNICIPALITIES):
    """The ids of those in which a role is held for all of the municipality, and not for one body of it."""
    kept = set(roles) & set(OF_MUNICIPALITIES)
    return [municipality for municipality, body in access.of_bodies(*kept) if not body]


def kept_districts(access):
    """Those for which somebody may write."""
    if access.is_everywhere(*EDITORS):
        return EVERYTHING
    return Q(pk__in=access.districts(Role.POLICE_COORDINATOR))


def kept_municipalities(access):
    if access.is_everywhere(*EDITORS):
        return EVERYTHING
    ids = whole_municipalities(access)
    return Q(pk__in=ids) if ids else NOTHING
