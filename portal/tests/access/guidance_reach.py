"""Who reaches which row of the library: decision 0043, written down by hand.

Something of the whole country, of the police district, of the town, and of those there.
"""

from portal.tests.access.reach import NOBODYS, reached_by

# Whose each is beside the guidance editor, who keeps them all; who only reads it.
OWN = {
    "country": "",
    "here": "police",
    "town": "municipal slt",
    "there": "police_there",
    "other_town": "municipal_there",
}
AUDITED = {"here": "auditor", "town": "auditor"}
PLACES = tuple(OWN)


def kept(place):
    return reached_by(f"{OWN[place]} guidance break_glass", f"{AUDITED.get(place, '')} auditor_everywhere")


RESOURCES = {place: kept(place) for place in PLACES} | {"missing": NOBODYS}
# Those which a page is about: the others tell the same.
FEW = {place: kept(place) for place in ("country", "town", "there")} | {"missing": NOBODYS}
EVERYONES = reached_by("everyone")
LIBRARY = reached_by("", "guidance break_glass auditor_everywhere")
KEEPERS = "police municipal slt slt_of_scheme slt_of_group slt_of_another police_there municipal_there"
PUBLISHERS = reached_by("guidance break_glass", f"{KEEPERS} auditor auditor_everywhere")

GUIDANCE_REACH = {
    "library": RESOURCES,
    "librarypublished": FEW,
    "libraryscheduled": FEW,
    "librarypicture": FEW,
    "libraryedition": FEW,
    "libraryrow": FEW,
    "publisher": {"any": PUBLISHERS, "missing": NOBODYS},
    "librarylink": {"any": LIBRARY, "missing": NOBODYS},
    "missedword": {"any": LIBRARY, "missing": NOBODYS},
    # What everyone reads, or does not yet.
    "publicresource": {"published": EVERYONES, "archived": EVERYONES}
    | dict.fromkeys(("draft", "scheduled", "missing"), NOBODYS),
    "publicedition": {"published": EVERYONES} | dict.fromkeys(("next", "missing"), NOBODYS),
    "publicpicture": {"published": EVERYONES} | dict.fromkeys(("unused", "draft", "missing"), NOBODYS),
    "publicpublisher": {"any": EVERYONES, "missing": NOBODYS},
}
