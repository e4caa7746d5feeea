"""Who reaches which row of the world: the rule R7, written down by hand and not worked out by any code of the site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reach:
    """`edits`: those who may change the row. `sees`: they, and those who may only read it."""

    edits: frozenset
    sees: frozenset


def reached_by(edits="", sees=""):
    return Reach(frozenset(edits.split()), frozenset(f"{edits} {sees}".split()))


def _kept_by(keepers, readers=""):
    """By their own unit, and by whoever may change, or read, everything everywhere."""
    return reached_by(f"{keepers} area_everywhere break_glass", f"{readers} auditor_everywhere")


def _administered_by(administrators, readers=""):
    return reached_by(f"{administrators} users_everywhere break_glass", f"{readers} auditor_everywhere")


NOBODYS = reached_by()

OWNED = {
    "police": _kept_by("police area", "auditor"),
    "municipal": _kept_by("municipal area", "auditor"),
    # Whoever coordinates one scheme of the town keeps its contact points for SLT; whoever has one group keeps none.
    "slt": _kept_by("municipal slt slt_of_scheme area", "auditor"),
    "police_there": _kept_by("police_there"),
    "municipal_there": _kept_by("municipal_there"),
    "missing": NOBODYS,
}
# The same, of what follows its contact point and needs no more than one of each.
FEW_OWNED = {whose: OWNED[whose] for whose in ("police", "slt", "police_there", "missing")}
# Of those who have, had or will have a role here; nobody changes their own account, nor anyone the break-glass one.
ACCOUNTS = {
    "police": _administered_by("users", "auditor"),
    "users": reached_by("users_everywhere break_glass", "users auditor auditor_everywhere"),
    "police_there": _administered_by(""),
    "users_everywhere": reached_by("break_glass", "users_everywhere auditor_everywhere"),
    "break_glass": reached_by("", "users_everywhere auditor_everywhere break_glass"),
    "missing": NOBODYS,
}
# An area administrator of a district is appointed from above, as is whoever administers its users.
GRANTS = {
    "of_police": _administered_by("users", "auditor"),
    # What has ended stays as it was.
    "of_police_until_a_minute_ago": reached_by("", "users auditor users_everywhere auditor_everywhere break_glass"),
    "of_area": _administered_by("", "users auditor"),
    "of_users": _administered_by("", "users auditor"),
    "of_police_there": _administered_by(""),
    "of_users_everywhere": reached_by("break_glass", "users_everywhere auditor_everywhere"),
    "missing": NOBODYS,
}
INVITATIONS = {
    "here": _administered_by("users", "auditor"),
    "there": _administered_by(""),
    "missing": NOBODYS,
}
EVENTS = {
    "here": reached_by("", "auditor auditor_everywhere break_glass"),
    "town": reached_by("", "auditor auditor_everywhere break_glass"),
    "there": reached_by("", "auditor_everywhere break_glass"),
    "country": reached_by("", "auditor_everywhere break_glass"),
    "missing": NOBODYS,
}
# By whoever decided, who belongs to an area by their roles.
DECISIONS = {whose: EVENTS[whose] for whose in ("here", "there", "missing")}
# Planned by whoever reaches all that it concerns, seen by whoever reaches some of it.
CHANGES = {
    "here": _kept_by("police area", "auditor"),
    "there": _kept_by("police_there"),
    "both": _kept_by("", "police area auditor police_there"),
    "missing": NOBODYS,
}
OPERATION = reached_by("", "area_everywhere auditor_everywhere break_glass")
PASSKEYS = {"another": NOBODYS, "missing": NOBODYS}
COUNTRYS = reached_by("area_everywhere break_glass", "auditor_everywhere")
PLACES_OF_THE_AREA = reached_by("area_everywhere break_glass", "area auditor auditor_everywhere")
PLACES_ELSEWHERE = COUNTRYS

REACH = {
    "contactpoint": OWNED,
    "person": OWNED,
    "assignment": FEW_OWNED,
    "absence": FEW_OWNED,
    "change": CHANGES,
    "outgoingmail": {"any": OPERATION, "missing": NOBODYS},
    "dailyrun": {"any": OPERATION, "missing": NOBODYS},
    "passkey": PASSKEYS,
    # For whoever has the address, which is the secret.
    "invitation": INVITATIONS,
    "invited": {"fresh": NOBODYS, "used": NOBODYS, "altered": NOBODYS},
    "link": {"fresh": NOBODYS, "used": NOBODYS, "altered": NOBODYS},
    "user": ACCOUNTS,
    "rolegrant": GRANTS,
    "auditevent": EVENTS,
    "persondatadecision": DECISIONS,
    "municipality": {"town": PLACES_OF_THE_AREA, "other_town": PLACES_ELSEWHERE, "missing": NOBODYS},
    "policedistrict": {"here": PLACES_OF_THE_AREA, "there": PLACES_ELSEWHERE, "missing": NOBODYS},
    "districtmembership": {"town": PLACES_OF_THE_AREA, "other_town": PLACES_ELSEWHERE, "missing": NOBODYS},
    "nationalnumber": {"pst": COUNTRYS, "missing": NOBODYS},
}
