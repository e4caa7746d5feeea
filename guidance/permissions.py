"""Who may do what in the library. Rows are decided by `visible_to` and `editable_by`; acts are decided here."""

from contacts.models import Municipality, PoliceDistrict
from contacts.permissions import Rule, can_edit
from guidance import scopes
from guidance.models import CheckedLink, Edition, MissedWord, Picture, Publisher, Resource, Source, Text

OF_RESOURCES = (Resource, Source, Picture, Edition, Text)
DELETED = (Source, Picture)

RULES = {
    **{
        model: Rule(scopes.READERS, scopes.KEEPERS, scopes.KEEPERS, can_edit if model in DELETED else None)
        for model in OF_RESOURCES
    },
    Publisher: Rule(scopes.READERS, scopes.EDITORS, scopes.EDITORS),
    CheckedLink: Rule((*scopes.EDITORS, *scopes.AUDITORS)),
    MissedWord: Rule((*scopes.EDITORS, *scopes.AUDITORS)),
}


def keeps_any(access):
    """For the door of the desk of the library."""
    return access.has(*scopes.KEEPERS)


def edits_library(access):
    """For the pages that are about all of it: publishers, links, what was searched for."""
    return access.has(*scopes.EDITORS)


def keeps(access, resource):
    return Resource.objects.editable_by(access).filter(pk=resource.pk).exists()


def districts_kept_by(access):
    """Those for which somebody may write something."""
    return PoliceDistrict.objects.filter(scopes.kept_districts(access))


def municipalities_kept_by(access):
    return Municipality.objects.filter(scopes.kept_municipalities(access))


def can_approve(access, edition):
    """Another pair of eyes: never whoever sent it to review, the break-glass account included."""
    is_another = edition.submitted_by_id != access.user_id
    return edition.status == Edition.Status.REVIEW and is_another and keeps(access, edition.resource)
