"""Which histories are told with that of a scheme, a group, a working year or a dialogue."""

from contacts import histories
from councils.models import BodyMunicipality, Member
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


def connect():
    histories.register(Scheme, of_scheme, {SchemeMunicipality: "municipality", Coordinator: "contact_point"})
    histories.register(Coordinator, of_coordinator, {Office: "municipality"})
    histories.register(Group, of_group, {Representation: "agency"})
    histories.register(CycleYear, of_year, {Finding: "source", Priority: "title", Measure: "text"})
    histories.register(DialogueProcess, of_dialogue, {Party: "name", DialogueEvent: "title"})


def of_scheme(scheme, access):
    return [model.history.filter(scheme=scheme.pk) for model in (SchemeMunicipality, Coordinator)]


def of_coordinator(coordinator, access):
    return [Office.history.filter(coordinator=coordinator.pk)]


def of_group(group, access):
    parts = [model.history.filter(body=group.pk) for model in (BodyMunicipality, Member)]
    return [*parts, Representation.history.filter(group=group.pk)]


def of_year(cycle, access):
    return [model.history.filter(cycle=cycle.pk) for model in (Finding, Priority, Measure)]


def of_dialogue(process, access):
    return [model.history.filter(process=process.pk) for model in (Party, DialogueEvent)]
