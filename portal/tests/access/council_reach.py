"""Who reaches which row of which council: decisions 0030 and 0031, written down by hand."""

from portal.tests.access.reach import NOBODYS, reached_by

# Who keeps the records of each council of the world, and who reads them as a member.
KEEPERS = {
    "council": "secretary secretary_of_one",
    "district": "secretary",
    "both": "secretary secretary_there",
    "there": "secretary_there",
}
MEMBERS = {"council": "member member_of_one", "district": "member", "both": "member", "there": ""}
# Who keeps the frame beside them, and who sees it.
POLICE = {
    "council": "police area",
    "district": "police area",
    "both": "police area police_there",
    "there": "police_there",
}
AUDITORS = {"council": "auditor", "district": "auditor", "both": "auditor", "there": ""}


def records(council, *, members=True):
    """Kept by the secretary; read by the members, if it is theirs to read by now."""
    return reached_by(f"{KEEPERS[council]} break_glass", MEMBERS[council] if members else "")


def frame(council):
    keepers = f"{KEEPERS[council]} {POLICE[council]} area_everywhere break_glass"
    return reached_by(keepers, f"{MEMBERS[council]} {AUDITORS[council]} auditor_everywhere")


def only_kept(council):
    return records(council, members=False)


# `elsewhere`: a row of another council under the address of one's own. `absent`: none there, under that address.
STRAY = {"elsewhere": NOBODYS, "absent": NOBODYS, "missing": NOBODYS}
BODIES = {council: records(council) for council in KEEPERS} | {"missing": NOBODYS}
FEW = {"council": records("council"), "district": records("district"), "there": records("there"), "missing": NOBODYS}
FEW_FRAMES = {"council": frame("council"), "there": frame("there"), "missing": NOBODYS}

MEETINGS = {
    "planned": only_kept("council"),
    "called": records("council"),
    "called internal": records("council"),
    "draft": records("council"),
    "published": records("council"),
    "there": records("there"),
    **STRAY,
}
CALLED_MEETINGS = MEETINGS | {"planned": NOBODYS}
# `astray`: of the same council, under the address of another of its meetings.
ITEMS = {
    "public, planned": only_kept("council"),
    "internal, called": only_kept("council"),
    "exempt, called": only_kept("council"),
    "internal, published": only_kept("council"),
    "there": only_kept("there"),
    "astray": NOBODYS,
    **STRAY,
}
BY_NUMBER = {council: only_kept(council) for council in ("council", "district", "there")} | STRAY
STRATEGIES = {
    "draft": only_kept("council"),
    "adopted": records("council"),
    "there": records("there"),
    **STRAY,
}
COUNTRYS_LIST = reached_by(
    "area_everywhere break_glass", "area auditor auditor_everywhere secretary secretary_of_one secretary_there"
)

COUNCIL_REACH = {
    "body": BODIES,
    "council": {council: frame(council) for council in KEEPERS} | {"missing": NOBODYS},
    "meeting": MEETINGS,
    "member": FEW_FRAMES,
    "calledmeeting": CALLED_MEETINGS,
    "agendaitem": ITEMS,
    "yearwheeltask": BY_NUMBER,
    "strategy": STRATEGIES,
    "yearlyreport": FEW,
    "selfevaluation": FEW,
    "legalbasis": {"any": COUNTRYS_LIST, "missing": NOBODYS},
}
