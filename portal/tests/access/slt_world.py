"""Two SLT schemes with all that is in them, and three groups that meet: see slt_reach.py.

What is internal, or not yet public, is a canary; what is public is plain.
"""

import datetime
from itertools import count
from types import SimpleNamespace

from django.utils import timezone

from contacts.models import Function
from contacts.tests.factories import make_contact_point
from councils.models import Meeting
from portal.tests.access.council_world import A_DAY, NO_NUMBER, OPEN_TEXT, CouncilMaker
from portal.tests.access.slt_reach import GROUPS, SCHEMES, frame, group_frame, only_kept, records, work
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
from slt.services.schemes import take_groups_along

Status = Meeting.Status
# A role names the scheme or the group that it is for, so their addresses are known beforehand.
SCHEME_SLUGS = {scheme: f"provens-slt-{scheme}" for scheme in SCHEMES}
GROUP_SLUGS = {group: f"provens-gruppe-{group}" for group in GROUPS}
SLT_SLUGS = SCHEME_SLUGS | GROUP_SLUGS
TOWNS = {"shared": ["town", "other_town"], "planned": ["other_town"]}
LEVELS = {"steering": "steering", "working": "executing", "there": "coordinating"}
STATES = {
    "steering": [(Status.PLANNED, "internal")],
    "working": [(Status.PLANNED, "public"), (Status.CALLED, "internal"), (Status.PUBLISHED, "public")],
    "there": [(Status.CALLED, "internal")],
}
OF_GROUPS = {
    "meeting": "groupmeeting",
    "agendaitem": "groupitem",
    "attachment": "groupfile",
    "actionitem": "groupaction",
    "member": "groupmember",
    "attendance": "groupattendance",
    "minutesversion": "groupversion",
}
THIS_YEAR = timezone.localdate().year
NO_SCHEME = SimpleNamespace(slug="finnes-ikke")


def make_schemes(world):
    for scheme in SCHEMES:
        SchemeMaker(world, scheme).make()
    for group in GROUPS:
        GroupMaker(world, group).make()
    _make_ended_group(world)
    _make_strays(world)
    _make_others(world.rows)


class SchemeMaker:
    """One scheme with its frame, a working year and two dialogues."""

    def __init__(self, world, name):
        self.world, self.name = world, name
        self.keepers, self.onlookers = work(name).sees, frame(name).sees

    def word(self, field, audience=None):
        return self.world.canaries.word(f"{field}, {self.name}", self.keepers if audience is None else audience)

    def keep(self, kind, row):
        return self.world.keep(kind, self.name, row)

    def changed(self, row, audience=None):
        row._change_reason = self.word(f"reason for changing a {row._meta.model_name} of SLT", audience)
        row.save()
        return row

    def make(self):
        self.frame()
        self.year()
        self.dialogues()

    def frame(self):
        status = "active" if self.name == "shared" else "planned"
        scheme = Scheme.objects.create(name=f"Prøve-SLT {self.name}", slug=SCHEME_SLUGS[self.name], status=status)
        for town in TOWNS[self.name]:
            area = SchemeMunicipality.objects.create(scheme=scheme, municipality=self.world.places[town])
            self.keep("schemearea", area)
        self.scheme = self.keep("scheme", self.changed(scheme, self.onlookers))
        coordinator = Coordinator.objects.create(scheme=scheme, contact_point=self.point())
        Office.objects.create(coordinator=coordinator, municipality=area.municipality, place=OPEN_TEXT)
        self.keep("coordinator", coordinator)

    def point(self):
        if self.name == "shared":
            return self.world.rows["contactpoint"]["slt"]
        town = self.world.places["other_town"]
        return make_contact_point(Function.SLT_COORDINATOR, owner=town, serves=[town])

    def year(self):
        """Neither evaluated nor documented yet, so nothing of that is public."""
        year = CycleYear.objects.create(
            scheme=self.scheme,
            year=THIS_YEAR,
            evaluation=self.word("evaluation of a year of SLT"),
            summary=self.word("summary of a year of SLT"),
        )
        self.cycle = self.keep("cycleyear", self.changed(year))
        finding = self.finding()
        priority = self.priority(finding)
        self.measure(priority)
        Finding.objects.create(cycle=self.cycle, text=OPEN_TEXT, source="Prøvekilden", visibility="public")
        Measure.objects.create(cycle=self.cycle, text=OPEN_TEXT)

    def finding(self):
        text, source = self.word("text of a finding"), self.word("source of a finding")
        finding = Finding.objects.create(cycle=self.cycle, text=text, source=source)
        return self.keep("finding", self.changed(finding))

    def priority(self, finding):
        title, reason = self.word("title of a priority"), self.word("reason of a priority")
        priority = Priority.objects.create(cycle=self.cycle, title=title, reason=reason)
        priority.findings.add(finding)
        return self.keep("priority", self.changed(priority))

    def measure(self, priority):
        fields = ("text", "responsible", "evaluation")
        said = {field: self.word(f"{field} of an SLT measure") for field in fields}
        measure = Measure.objects.create(cycle=self.cycle, priority=priority, visibility="internal", **said)
        self.keep("sltmeasure", self.changed(measure))

    def dialogues(self):
        self.dialogue("public", lambda field: OPEN_TEXT)
        self.keep("dialogue", self.dialogue("internal", self.word))

    def dialogue(self, visibility, say):
        process = DialogueProcess.objects.create(
            scheme=self.scheme,
            slug=f"dialog-{self.name}-{visibility}",
            visibility=visibility,
            title=say("title of a dialogue"),
            aim=say("aim of a dialogue"),
            outcome=say("outcome of a dialogue"),
        )
        Party.objects.create(process=process, sector="voluntary", name=say("party"), part=say("part of a party"))
        event = DialogueEvent.objects.create(
            process=process,
            date=timezone.localdate() + datetime.timedelta(days=10),
            title=say("title of an event"),
            place=say("place of an event"),
            outcome=say("outcome of an event"),
        )
        self.keep("dialogueevent", event)
        if visibility == "public":
            self.keep("publicdialogue", process)
        return self.changed(process)


class GroupMaker(CouncilMaker):
    """A group of a scheme, and what it has as every body has it."""

    def __init__(self, world, name):
        self.world, self.name = world, name
        self.keepers, self.readers, self.onlookers = only_kept(name).sees, records(name).sees, group_frame(name).sees
        self.days = count(1)

    def make(self):
        scheme = self.world.rows["scheme"][GROUPS[self.name]]
        group = Group.objects.create(
            scheme=scheme, name=f"Prøvegruppa {self.name}", slug=GROUP_SLUGS[self.name], level=LEVELS[self.name]
        )
        take_groups_along(scheme)
        Representation.objects.create(group=group, agency="school", what=OPEN_TEXT)
        self.body = self.world.keep("groupbody", self.name, self.changed(group, self.onlookers))
        self.frame()
        for status, visibility in STATES[self.name]:
            self.meeting(status, visibility)

    def keep(self, kind, row, whose=""):
        name = whose if whose and self.name == "working" else self.name
        return self.world.keep(OF_GROUPS[kind], name, row)


def _make_ended_group(world):
    scheme = world.rows["scheme"]["shared"]
    ended = timezone.localdate() - A_DAY
    group = Group.objects.create(
        scheme=scheme, name="Prøvegruppa som var", slug="provens-gruppe-som-var", level="executing", ended_on=ended
    )
    world.keep("endedgroup", "shared", group)
    take_groups_along(scheme)


def _make_strays(world):
    """What another scheme has, under the address of the shared one; and what none has."""
    rows, here = world.rows, world.rows["cycleyear"]["shared"]
    no_year = SimpleNamespace(scheme=NO_SCHEME, year=THIS_YEAR)
    rows["cycleyear"]["missing"] = no_year
    for kind in ("finding", "priority", "sltmeasure"):
        rows[kind]["elsewhere"] = SimpleNamespace(cycle=here, pk=rows[kind]["planned"].pk)
        rows[kind]["missing"] = SimpleNamespace(cycle=no_year, pk=NO_NUMBER)
    rows["group"] = {"shared": rows["groupbody"]["working"], "planned": rows["groupbody"]["there"]}
    for kind, name in {"schemearea": "pk", "coordinator": "pk", "group": "slug", "dialogue": "slug"}.items():
        rows[kind] |= _under(here.scheme, name, rows[kind]["planned"])
    rows["endedgroup"] |= _under(here.scheme, "slug", rows["groupbody"]["there"])
    process = rows["dialogue"]["shared"]
    rows["dialogueevent"] |= {
        "elsewhere": SimpleNamespace(process=process, pk=rows["dialogueevent"]["planned"].pk),
        "missing": SimpleNamespace(process=SimpleNamespace(scheme=NO_SCHEME, slug="finnes-ikke"), pk=NO_NUMBER),
    }
    held = rows["assignment"]["slt"]
    rows["shareofscheme"] = {
        "shared": SimpleNamespace(scheme=here.scheme, pk=held.pk),
        "missing": SimpleNamespace(scheme=NO_SCHEME, pk=NO_NUMBER),
    }


def _under(scheme, name, of_another):
    missing = "finnes-ikke" if name == "slug" else NO_NUMBER
    return {
        "elsewhere": SimpleNamespace(scheme=scheme, **{name: getattr(of_another, name)}),
        "missing": SimpleNamespace(scheme=NO_SCHEME, **{name: missing}),
    }


def _make_others(rows):
    """The same rows under other names: asked for by everyone, or in the admin."""
    no_body = SimpleNamespace(slug="finnes-ikke")
    no_meeting = SimpleNamespace(body=no_body, date=timezone.localdate() + 500 * A_DAY)
    rows["schemework"] = rows["publicscheme"] = rows["scheme"]
    rows["publicyear"] = rows["cycleyear"]
    rows["groupframe"] = rows["groupwithout"] = rows["publicgroup"] = rows["groupbody"]
    rows["groupmeeting"]["missing"] = no_meeting
    rows["groupminutes"] = rows["publicgroupmeeting"] = rows["groupmeeting"]
    rows["publicgroupversion"] = {
        name: SimpleNamespace(body=meeting.body, date=meeting.date, number=1)
        for name, meeting in rows["groupmeeting"].items()
    }
    rows["groupitem"]["missing"] = SimpleNamespace(meeting=no_meeting, pk=NO_NUMBER)
    for kind in ("groupaction", "groupmember"):
        rows[kind]["missing"] = SimpleNamespace(body=no_body, pk=NO_NUMBER)
    rows["groupfile"]["missing"] = rows["attachment"]["missing"]
    rows["publicdialogue"] |= {
        "internal": rows["dialogue"]["shared"],
        "elsewhere": SimpleNamespace(scheme=rows["scheme"]["shared"], slug=rows["publicdialogue"]["planned"].slug),
        "missing": SimpleNamespace(scheme=NO_SCHEME, slug="finnes-ikke"),
    }
    in_admin = {"scheme": "scheme", "coordinator": "coordinator", "cycleyear": "cycleyear", "finding": "finding"}
    in_admin |= {"priority": "priority", "measure": "sltmeasure", "dialogue": "dialogue"}
    for name, kind in in_admin.items():
        rows[f"admin_{name}"] = {whose: rows[kind][whose] for whose in SCHEMES} | {
            "missing": SimpleNamespace(pk=NO_NUMBER)
        }
    rows["admin_group"] = {whose: rows["groupbody"][whose] for whose in ("working", "there")} | {
        "missing": SimpleNamespace(pk=NO_NUMBER)
    }
