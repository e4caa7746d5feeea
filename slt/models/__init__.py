from slt.models.cycle import CycleYear, Finding, Measure, Priority
from slt.models.dialogue import DialogueEvent, DialogueProcess, Party
from slt.models.groups import Group, Representation
from slt.models.schemes import Coordinator, Office, Scheme, SchemeMunicipality

__all__ = [
    "Coordinator",
    "CycleYear",
    "DialogueEvent",
    "DialogueProcess",
    "Finding",
    "Group",
    "Measure",
    "Office",
    "Party",
    "Priority",
    "Representation",
    "Scheme",
    "SchemeMunicipality",
]
