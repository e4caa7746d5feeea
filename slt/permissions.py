"""Who may do what with SLT schemes. Rows are decided by `visible_to` and `editable_by`; acts are decided here."""

from contacts.models import Municipality
from contacts.permissions import Rule, can_edit
from slt.models import (
    Coordinator,
    CycleYear,
    DialogueEvent,
    DialogueProcess,
    Finding,
    Group,
    Measure,
    Office,
    Party,
    Priority,
    Representation,
    Scheme,
    SchemeMunicipality,
)
from slt.scopes import FRAME_KEEPERS, FRAME_READERS, KEEPERS, municipalities_kept

FRAME = (Scheme, SchemeMunicipality, Coordinator, Office, Group, Representation)
RECORDS = (CycleYear, Finding, Priority, Measure, DialogueProcess, Party, DialogueEvent)
DELETED = (Coordinator, Office, Representation, Finding, Priority, Measure, Party, DialogueEvent)


def _deletes(model):
    return can_edit if model in DELETED else None


RULES = {
    **{model: Rule(FRAME_READERS, *[FRAME_KEEPERS] * 2, _deletes(model)) for model in FRAME},
    **{model: Rule(*[KEEPERS] * 3, _deletes(model)) for model in RECORDS},
}


def keeps_any_scheme(access):
    """For the door of the coordinator's pages."""
    return access.has(*KEEPERS)


def keeps_any_frame(access):
    """For the door of the pages of a scheme's frame."""
    return access.has(*FRAME_KEEPERS)


def municipalities_kept_by(access):
    """Those for which somebody may found a scheme, or let one reach."""
    return Municipality.objects.filter(municipalities_kept(access))


def founds_any(access):
    """Whoever keeps one scheme or group only founds none."""
    return municipalities_kept_by(access).exists()


def keeps(access, scheme):
    return Scheme.objects.kept_by(access).filter(pk=scheme.pk).exists()


def keeps_frame(access, scheme):
    return Scheme.objects.editable_by(access).filter(pk=scheme.pk).exists()
