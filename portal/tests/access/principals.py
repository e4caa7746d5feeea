"""Everybody who asks: with each role here, with the same elsewhere, with one that is not theirs now, and readers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Principal:
    """`grants`: a role, a place of the world ("" for the whole country) and, of a role that is for one council, SLT
    scheme or group alone, which. `hours`: from when to when."""

    key: str
    grants: tuple = ()
    hours: tuple = (-1, 24)
    has_second_factor: bool = True
    is_active: bool = True
    is_superuser: bool = False

    def __str__(self):
        return self.key


def _with(key, role, place, body="", **details):
    return Principal(key, ((role, place, body),), **details)


A_MINUTE = 1 / 60
ANONYMOUS = Principal("anonymous")
LOGGED_IN = [
    Principal("without_role"),
    _with("police_without_second_factor", "police_coordinator", "here", has_second_factor=False),
    _with("police", "police_coordinator", "here"),
    _with("municipal", "municipal_editor", "town"),
    _with("slt", "slt_coordinator", "town"),
    _with("secretary", "council_secretary", "town"),
    _with("member", "council_member", "town"),
    # The town has two councils, and one together with the other town.
    _with("secretary_of_one", "council_secretary", "town", "council"),
    _with("member_of_one", "council_member", "town", "council"),
    # The town shares an SLT scheme with the other town; another is planned there.
    _with("slt_of_scheme", "slt_coordinator", "town", "shared"),
    _with("slt_of_group", "slt_coordinator", "town", "working"),
    _with("slt_of_another", "slt_coordinator", "other_town", "planned"),
    _with("member_of_group", "council_member", "town", "working"),
    _with("secretary_there", "council_secretary", "other_town"),
    _with("member_until_a_minute_ago", "council_member", "town", hours=(-24, -A_MINUTE)),
    _with("guidance", "guidance_editor", ""),
    _with("area", "area_administrator", "here"),
    _with("users", "user_administrator", "here"),
    _with("auditor", "auditor", "here"),
    _with("area_everywhere", "area_administrator", ""),
    _with("users_everywhere", "user_administrator", ""),
    _with("auditor_everywhere", "auditor", ""),
    _with("police_there", "police_coordinator", "there"),
    _with("municipal_there", "municipal_editor", "other_town"),
    _with("police_until_a_minute_ago", "police_coordinator", "here", hours=(-24, -A_MINUTE)),
    _with("police_from_tomorrow", "police_coordinator", "here", hours=(24, 48)),
    _with("police_deactivated", "police_coordinator", "here", is_active=False),
    Principal("break_glass", is_superuser=True),
]
PRINCIPALS = [ANONYMOUS, *LOGGED_IN]
BY_KEY = {principal.key: principal for principal in PRINCIPALS}

# Those who differ from others only in which council is theirs.
OF_ONE_COUNCIL = {"secretary_of_one", "member_of_one", "secretary_there", "member_until_a_minute_ago"}
# And in which SLT scheme: they ask what is of SLT.
OF_ONE_SCHEME = {"slt_of_scheme", "slt_of_group", "slt_of_another", "member_of_group"}
OF_COUNCILS = [principal for principal in PRINCIPALS if principal.key not in OF_ONE_SCHEME]
OF_CONTACTS = [principal for principal in OF_COUNCILS if principal.key not in OF_ONE_COUNCIL]
# No row of a council is theirs, here or there, nor of whoever has the same role elsewhere or had it before.
OF_NO_COUNCIL = {"municipal_there", "users_everywhere", "police_from_tomorrow"}
OF_ROWS_OF_COUNCILS = [principal for principal in OF_COUNCILS if principal.key not in OF_NO_COUNCIL]

# What the door of a page asks before it looks at any row.
GUEST, IDLE, UNPROVEN, INSIDE = "guest", "idle", "unproven", "inside"
LAPSED, ENDED_SESSIONS = "lapsed", {"police_deactivated"}
STANDING = {
    "anonymous": GUEST,
    "police_deactivated": GUEST,
    "without_role": IDLE,
    "police_until_a_minute_ago": IDLE,
    "member_until_a_minute_ago": IDLE,
    "police_from_tomorrow": IDLE,
    "police_without_second_factor": UNPROVEN,
}

# One for each way of standing at a door, and the one who reaches everything.
ONE_OF_EACH = [
    BY_KEY[key] for key in ("anonymous", "without_role", "police_without_second_factor", "police", "break_glass")
]


def standing(principal):
    return STANDING.get(principal.key, INSIDE)
