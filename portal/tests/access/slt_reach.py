"""Who reaches which row of which SLT scheme: decision 0039, written down by hand.

Two schemes: one that the town shares with the other town, one planned there. Of the first there is a steering group and
a group that carries out; the second has one of its own.
"""

from portal.tests.access.reach import NOBODYS, reached_by

SCHEMES = ("shared", "planned")
# Who coordinates each scheme, and whose the frame is beside that; who only reads it.
KEEPERS = {"shared": "slt slt_of_scheme", "planned": "slt_of_another"}
ADMINISTRATORS = {"shared": "area", "planned": ""}
AUDITORS = {"shared": "auditor", "planned": ""}
# The records of each group are also those of whoever has a role for it alone; a member is named to the group.
GROUPS = {"steering": "shared", "working": "shared", "there": "planned"}
NAMED = {"steering": "", "working": "slt_of_group", "there": ""}
MEMBERS = {"steering": "", "working": "member_of_group", "there": ""}


def work(scheme):
    """What is written in a scheme."""
    return reached_by(f"{KEEPERS[scheme]} break_glass")


def frame(scheme):
    keepers = f"{KEEPERS[scheme]} {ADMINISTRATORS[scheme]} area_everywhere break_glass"
    return reached_by(keepers, f"{AUDITORS[scheme]} auditor_everywhere")


def _group_keepers(group):
    return f"{KEEPERS[GROUPS[group]]} {NAMED[group]}"


def records(group, *, members=True):
    """What is said in a group."""
    return reached_by(f"{_group_keepers(group)} break_glass", MEMBERS[group] if members else "")


def group_frame(group):
    """What a group is, its members, which a member sees as well."""
    scheme = GROUPS[group]
    keepers = f"{_group_keepers(group)} {ADMINISTRATORS[scheme]} area_everywhere break_glass"
    return reached_by(keepers, f"{MEMBERS[group]} {AUDITORS[scheme]} auditor_everywhere")


def only_kept(group):
    return records(group, members=False)


WORK = {scheme: work(scheme) for scheme in SCHEMES} | {"missing": NOBODYS}
FRAMES = {scheme: frame(scheme) for scheme in SCHEMES} | {"missing": NOBODYS}
# `elsewhere`: what another scheme has, under the address of one's own.
WITHIN = {**WORK, "elsewhere": NOBODYS}
PARTS = {**FRAMES, "elsewhere": NOBODYS}
BODIES = {group: records(group) for group in ("working", "there")} | {"missing": NOBODYS}
IN_A_MEETING = {
    "internal_called_internal": only_kept("working"),
    "there": only_kept("there"),
    "missing": NOBODYS,
}
BODY_FRAMES = {group: group_frame(group) for group in ("working", "there")} | {"missing": NOBODYS}
EVERYONES = reached_by("everyone")


def public(*names, not_public=()):
    return dict.fromkeys(names, EVERYONES) | dict.fromkeys((*not_public, "missing"), NOBODYS)


SLT_REACH = {
    "scheme": FRAMES,
    "schemework": WORK,
    "schemearea": PARTS,
    "coordinator": PARTS,
    "group": PARTS,
    "endedgroup": {"shared": frame("shared"), "elsewhere": NOBODYS, "missing": NOBODYS},
    "shareofscheme": {"shared": reached_by("slt slt_of_scheme area area_everywhere break_glass"), "missing": NOBODYS},
    "cycleyear": WORK,
    "finding": WITHIN,
    "priority": WITHIN,
    "sltmeasure": WITHIN,
    "dialogue": WITHIN,
    "dialogueevent": WITHIN,
    # Of groups, as bodies.
    "groupbody": BODIES,
    "groupframe": BODY_FRAMES,
    "groupmember": BODY_FRAMES,
    "groupmeeting": {"called_internal": records("working"), "planned": only_kept("working"), "there": records("there")}
    | {"missing": NOBODYS},
    # Minutes are read once they are approved.
    "groupminutes": {"published": records("working"), "called_internal": NOBODYS, "missing": NOBODYS},
    "groupitem": IN_A_MEETING,
    "groupaction": {group: only_kept(group) for group in ("working", "there")} | {"missing": NOBODYS},
    "groupfile": {"internal_called_internal": records("working"), "there": records("there"), "missing": NOBODYS},
    # A council has what no group has.
    "groupwithout": {"working": NOBODYS, "missing": NOBODYS},
    # In the admin by number alone.
    "admin_scheme": FRAMES,
    "admin_coordinator": FRAMES,
    "admin_group": BODY_FRAMES,
    **dict.fromkeys(["admin_cycleyear", "admin_finding", "admin_priority", "admin_measure", "admin_dialogue"], WORK),
    # What everyone may read.
    "publicscheme": public(*SCHEMES),
    "publicyear": public(*SCHEMES),
    "publicgroup": public("working", "steering", "there"),
    "publicgroupmeeting": public("published", not_public=("called_internal", "planned")),
    "publicgroupversion": public("published", not_public=("called_internal",)),
    "publicdialogue": public("shared", not_public=("internal", "elsewhere")),
}
