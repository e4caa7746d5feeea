"""The addresses of the library: public, on the desk, and in the admin. How to read the words: see oracle.py. They are
asked by those to whom they could be somebody's, and few others."""

from dataclasses import replace

from portal.tests.access.council_pages import public
from portal.tests.access.oracle import Page, inside, rows_of

EDITORS = ["guidance", "break_glass"]
# Whoever coordinates one scheme or group only comes as far as the question whose it is.
KEEPERS = [
    *EDITORS,
    *("police", "municipal", "slt", "slt_of_scheme", "slt_of_group", "slt_of_another"),
    *("police_there", "municipal_there"),
]
AUDITORS = ["auditor", "auditor_everywhere"]
ASKED_BY = (*KEEPERS, *AUDITORS, "anonymous", "without_role", "secretary", "member", "area", "area_everywhere")

EDITED = "edits:{} sees:missing other:missing closed:refused"


def kept(name, get="ok", post="ok|onward", kind="library", **details):
    """In review, unless another kind is named: of that nothing is written, and it is approved or sent back."""
    words = [word if word == "method" else EDITED.format(word) for word in (get, post)]
    return inside(name, *words, opens=KEEPERS, kind=kind, **details)


def pressed(name, kind="library"):
    return kept(name, "method", "onward", kind=kind)


IN_EVERY_STATE = ("library", "librarypublished", "libraryscheduled")
DESK = [
    inside("guidance_desk", post="method", opens=KEEPERS),
    inside("new_resource", opens=KEEPERS),
    *(kept("resource_desk", post="method", kind=kind) for kind in IN_EVERY_STATE),
    kept("resource_facts"),
    pressed("resource_reviewed"),
    kept("archive_resource", "ok|onward"),
    kept("restore_resource", "ok|onward"),
    pressed("new_edition", kind="librarypublished"),
    kept("edit_edition", kind="librarypublished"),
    kept("edit_edition", "onward", "ok|onward|conflict"),
    kept("delete_draft"),
    kept("delete_draft", kind="librarypublished"),
    *(kept("preview_edition", post="method", kind=kind, arguments=("nb",)) for kind in IN_EVERY_STATE),
    kept("submit_edition", kind="librarypublished"),
    pressed("withdraw_edition"),
    kept("approve_edition"),
    kept("send_back_edition"),
    pressed("take_back_edition", kind="libraryscheduled"),
    kept("resource_pictures"),
    kept("desk_picture", post="method", kind="librarypicture", by="resource_id pk"),
]
OF_ALL = [
    inside("publisher_desk", post="method", opens=EDITORS),
    inside("new_publisher", opens=EDITORS),
    inside("edit_publisher", *[EDITED.format("ok|onward")] * 2, opens=EDITORS, kind="publisher"),
    inside("missed_words", post="method", opens=EDITORS),
    # Which link is to be checked again is in the button: without one, none is found.
    inside("guidance_links", post="opens:missing closed:refused", opens=EDITORS),
]

A_RESOURCE = {"kind": "publicresource", "by": "slug"}
PUBLIC = [
    public("guidance", "ok"),
    public("guidance_feed", "ok"),
    public("activities", "ok"),
    public("publishers", "ok"),
    public("publisher", kind="publicpublisher", by="slug"),
    Page("resource", "public", "archived:gone opens:ok other:missing", "method", **A_RESOURCE),
    public("resource_edition", kind="publicedition", by="slug number"),
    public("picture", kind="publicpicture"),
    public("concern", "ok"),
    public("concern_here", kind="municipality", by="slug"),
    public("municipality_guidance", kind="municipality", by="slug"),
]


def in_admin(kind, opens, rows, **words):
    return rows_of(kind, opens, app="guidance", rows=rows, **words)


READERS = [*KEEPERS, *AUDITORS]
ADMIN = [
    inside("admin:app_list", *["opens:ok closed:missing"] * 2, opens=READERS, arguments=("guidance",)),
    *in_admin("resource", READERS, "libraryrow"),
    *in_admin("edition", READERS, "libraryedition", change="refused"),
    *in_admin("publisher", READERS, "publisher"),
    *in_admin("picture", READERS, "librarypicture", change="refused"),
    *in_admin("missedword", [*EDITORS, *AUDITORS], "missedword", history="refused"),
    *in_admin("checkedlink", [*EDITORS, *AUDITORS], "librarylink", history="refused"),
]

GUIDANCE_PAGES = [*(replace(page, asked_by=ASKED_BY) for page in (*DESK, *OF_ALL, *ADMIN)), *PUBLIC]
