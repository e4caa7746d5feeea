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
FEW = {council: records(council) for council in ("council", "district", "there")} | {"missing": NOBODYS}
BY_NUMBER = {council: only_kept(council) for council in ("council", "district", "there")} | STRAY
FEW_FRAMES = {"council": frame("council"), "there": frame("there"), "missing": NOBODYS}
PARTS_OF_FRAMES = {council: frame(council) for council in ("council", "district", "there")} | STRAY

MEETINGS = {
    "planned": only_kept("council"),
    "called": records("council"),
    "called_internal": records("council"),
    "draft": records("council"),
    "published": records("council"),
    "there": records("there"),
    **STRAY,
}
# `astray`: of the same council, under the address of another of its meetings, or plans.
ITEMS = {
    "public_planned": only_kept("council"),
    "internal_called": only_kept("council"),
    "exempt_called": only_kept("council"),
    "internal_published": only_kept("council"),
    "there": only_kept("there"),
    "astray": NOBODYS,
    **STRAY,
}
FILES = {
    "public_planned": only_kept("council"),
    "internal_called": records("council"),
    "internal_published_internal": records("council"),
    "formerly_public": records("council"),
    "formerly_public_meeting": records("council"),
    "agreement": records("council"),
    "agreement_draft": records("council"),
    "there": records("there"),
    "missing": NOBODYS,
}
STRATEGIES = {"draft": only_kept("council"), "adopted": records("council"), "there": records("there"), **STRAY}
PLANS = {
    "draft-public": only_kept("council"),
    "current-internal": records("council"),
    "there": records("there"),
    **STRAY,
}
MEASURES = {"council": only_kept("council"), "there": only_kept("there"), "astray": NOBODYS, **STRAY}
LEGAL_BASES = reached_by(
    "area_everywhere break_glass", "area auditor auditor_everywhere slt secretary secretary_of_one secretary_there"
)

# What everyone may read is written as somebody's.
EVERYONES = reached_by("everyone")


def public(*names, not_public=()):
    return dict.fromkeys(names, EVERYONES) | dict.fromkeys((*not_public, "missing"), NOBODYS)


# In the admin by their number alone: which row stands for each kind. What members read, they do not read there.
IN_ADMIN = {
    "member": "council",
    "agreement": "council",
    "standingitem": "council",
    "yearwheeltask": "council",
    "meeting": "called_internal",
    "agendaitem": "internal_called",
    "minutesversion": "council",
    "attachment": "internal_called",
    "actionitem": "council",
    "strategy": "draft",
    "plan": "draft-public",
    "yearlyreport": "council",
    "selfevaluation": "council",
}
ADMIN_REACH = {
    f"admin_{kind}": {whose: only_kept("council"), "there": only_kept("there"), "missing": NOBODYS}
    for kind, whose in IN_ADMIN.items()
} | {"admin_member": FEW_FRAMES}

COUNCIL_REACH = {
    **ADMIN_REACH,
    "body": BODIES,
    "council": {council: frame(council) for council in KEEPERS} | {"missing": NOBODYS},
    "bodymunicipality": PARTS_OF_FRAMES,
    "member": PARTS_OF_FRAMES,
    "agreement": BY_NUMBER,
    "standingitem": BY_NUMBER,
    "yearwheeltask": BY_NUMBER,
    "meeting": MEETINGS,
    "minutes": {
        whose: records("council") for whose in ("approved", "published", "correcting_internal", "was_public", "hidden")
    }
    | dict.fromkeys(("planned", "called", "draft", *STRAY), NOBODYS),
    "calledmeeting": MEETINGS | {"planned": NOBODYS},
    "agendaitem": ITEMS,
    "attachment": FILES,
    "strategy": STRATEGIES,
    "plan": PLANS,
    "measure": MEASURES,
    "actionitem": BY_NUMBER,
    "yearlyreport": FEW,
    "selfevaluation": FEW,
    "legalbasis": {"any": LEGAL_BASES, "missing": NOBODYS},
    "publiccouncil": public(*KEEPERS),
    "publicmeeting": public(
        *("called", "draft", "approved", "correcting", "published", "was_public"),
        not_public=("planned", "cancelled", "called_internal", "published_internal", "hidden", "elsewhere", "absent"),
    ),
    "publicversion": public("published", "was_public", not_public=("published_internal", "hidden", "draft", "absent")),
    "publicstrategy": public("adopted", "there", not_public=("draft", "elsewhere", "absent")),
    "publicplan": public("current-public", not_public=("draft-public", "current-internal", "elsewhere", "absent")),
    "publicreport": public("published", not_public=("council",)),
    "publicattachment": public(
        *("public_called", "public_draft", "still_public"),
        not_public=(
            *("public_planned", "internal_called", "public_called_internal", "formerly_public"),
            *("formerly_public_meeting", "agreement", "agreement_draft"),
        ),
    ),
}
