"""The addresses of SLT: on the desk of a scheme and of its groups, public, and in the admin. How to read the words: see
oracle.py. They are asked by those to whom they could be somebody's, and few others."""

from dataclasses import replace

from portal.tests.access.council_pages import public
from portal.tests.access.oracle import inside, rows_of

COORDINATORS = ["slt", "slt_of_scheme", "slt_of_group", "slt_of_another", "break_glass"]
FRAME_KEEPERS = [*COORDINATORS, "area", "area_everywhere"]
FOUNDERS = ["slt", "area", "area_everywhere", "break_glass"]
AUDITORS = ["auditor", "auditor_everywhere"]
# Of a group as a body: whoever keeps or reads the records of any body comes as far as the question whose it is.
BODY_KEEPERS = [*COORDINATORS, "secretary"]
BODY_READERS = [*BODY_KEEPERS, "member", "member_of_group"]
BODY_FRAME_KEEPERS = [*BODY_KEEPERS, "area", "area_everywhere", "police"]
ASKED_BY = (
    *("anonymous", "police", "municipal", "secretary", "member", "area", "area_everywhere", "auditor"),
    *("slt", "slt_of_scheme", "slt_of_group", "slt_of_another", "member_of_group", "break_glass"),
)

EDITED = "edits:{} sees:missing other:missing closed:refused"
SEEN = "edits:{0} sees:{0} other:missing closed:refused"


def _words(table, words):
    return words if words == "method" else table.format(words)


def _door(opens, table, kind, by):
    def page(name, get="ok", post="ok|onward", kind=kind, by=by, **details):
        return inside(name, _words(table, get), _words(table, post), opens=opens, kind=kind, by=by, **details)

    return page


framed = _door(FRAME_KEEPERS, EDITED, "scheme", "slug")
kept = _door(COORDINATORS, EDITED, "schemework", "slug")
group_kept = _door(BODY_KEEPERS, EDITED, "groupbody", "slug")
group_read = _door(BODY_READERS, SEEN, "groupbody", "slug")
group_framed = _door(BODY_FRAME_KEEPERS, EDITED, "groupframe", "slug")


def within(kind, by="scheme.slug pk"):
    return {"kind": kind, "by": by}


A_GROUP, AN_ENDED_GROUP = within("group", "scheme.slug slug"), within("endedgroup", "scheme.slug slug")
A_YEAR = within("cycleyear", "scheme.slug year")
A_FINDING = within("finding", "cycle.scheme.slug cycle.year pk")
A_PRIORITY = within("priority", "cycle.scheme.slug cycle.year pk")
A_MEASURE = within("sltmeasure", "cycle.scheme.slug cycle.year pk")
A_DIALOGUE = within("dialogue", "scheme.slug slug")
AN_EVENT = within("dialogueevent", "process.scheme.slug process.slug pk")

FRAME = [
    inside("scheme_list", post="method", opens=FRAME_KEEPERS),
    inside("new_scheme", opens=FOUNDERS),
    framed("scheme_frame"),
    framed("scheme_municipalities"),
    framed("end_scheme_municipality", **within("schemearea")),
    framed("scheme_coordinators"),
    framed("coordinator_offices", **within("coordinator")),
    framed("unlink_coordinator", "method", "onward", **within("coordinator")),
    framed("coordinator_share", **within("shareofscheme")),
    framed("scheme_groups", post="method"),
    framed("new_group"),
    framed("edit_group", **A_GROUP),
    framed("end_group", **A_GROUP),
    framed("resume_group", "method", "onward", **AN_ENDED_GROUP),
]
WORK = [
    kept("scheme_desk", post="method"),
    kept("new_cycle_year"),
    kept("cycle_desk", post="method", **A_YEAR),
    kept("evaluate_year", **A_YEAR),
    kept("document_year", **A_YEAR),
    kept("new_finding", **A_YEAR),
    kept("edit_finding", **A_FINDING),
    kept("delete_finding", **A_FINDING),
    kept("new_priority", **A_YEAR),
    # Which one goes up or down is in the button: without one, none is found.
    kept("move_priority", "method", "missing", **A_YEAR),
    kept("edit_priority", **A_PRIORITY),
    kept("put_priority", **A_PRIORITY),
    kept("priority_outcome", **A_PRIORITY),
    kept("take_back_priority", "method", "onward", **A_PRIORITY),
    kept("delete_priority", **A_PRIORITY),
    kept("new_scheme_measure", **A_YEAR),
    kept("scheme_progress", **A_YEAR),
    kept("scheme_effects", **A_YEAR),
    kept("edit_scheme_measure", **A_MEASURE),
    kept("delete_scheme_measure", **A_MEASURE),
    kept("dialogue_list", post="method"),
    kept("new_dialogue"),
    kept("edit_dialogue", **A_DIALOGUE),
    kept("new_dialogue_event", **A_DIALOGUE),
    kept("edit_dialogue_event", **AN_EVENT),
    kept("record_dialogue_event", **AN_EVENT),
    kept("cancel_dialogue_event", "method", "onward", **AN_EVENT),
    kept("delete_dialogue_event", "method", "onward", **AN_EVENT),
]

# The pages of councils serve groups as well: one of each door, and of each kind of row.
A_MEETING = within("groupmeeting", "body.slug date")
OF_GROUPS = [
    group_read("body_desk", post="method"),
    group_read("body_meetings", post="method"),
    group_kept("year_wheel", post="method"),
    group_kept("standing_items"),
    group_kept("plan_meeting"),
    group_read("meeting_desk", post="method", **A_MEETING),
    group_read("notice_pdf", post="method", **A_MEETING),
    group_kept("agenda", post="missing", **A_MEETING),
    group_kept("minutes", post="ok|onward|conflict", **A_MEETING),
    group_read("minutes_read", post="method", **within("groupminutes", "body.slug date")),
    group_kept("agenda_item", **within("groupitem", "meeting.body.slug meeting.date pk")),
    group_kept("edit_action_item", **within("groupaction", "body.slug pk")),
    group_read("attachment_desk", post="method", **within("groupfile", "key")),
    group_framed("members", post="method"),
    group_framed("edit_member", **within("groupmember", "body.slug pk")),
    # What only councils have.
    group_framed("council_frame", kind="groupwithout"),
    group_kept("agreements", post="method", kind="groupwithout"),
    group_read("body_strategies", post="method", kind="groupwithout"),
]

A_PUBLIC_MEETING = {"kind": "publicgroupmeeting", "by": "body.slug date"}
PUBLIC = [
    public("slt", "ok"),
    public("slt_in_practice", "ok"),
    public("dialogues", "ok"),
    public("scheme", kind="publicscheme", by="slug"),
    public("dialogue_calendar", kind="publicscheme", by="slug"),
    public("cycle_year", kind="publicyear", by="scheme.slug year"),
    public("cycle_file", kind="publicyear", by="scheme.slug year"),
    public("group", kind="publicgroup", by="slug"),
    public("group_meetings", kind="publicgroup", by="slug"),
    public("group_calendar", kind="publicgroup", by="slug"),
    public("group_meeting", **A_PUBLIC_MEETING),
    public("group_meeting_file", **A_PUBLIC_MEETING),
    public("group_meeting_version", kind="publicgroupversion", by="body.slug date number"),
    public("dialogue", kind="publicdialogue", by="scheme.slug slug"),
]


def in_admin(kind, opens, rows=""):
    """Made and taken away on the desk."""
    return rows_of(kind, opens, app="slt", rows=f"admin_{rows or kind}")


ADMIN = [
    inside("admin:app_list", *["opens:ok closed:missing"] * 2, opens=[*FRAME_KEEPERS, *AUDITORS], arguments=("slt",)),
    *in_admin("scheme", [*FRAME_KEEPERS, *AUDITORS]),
    *in_admin("coordinator", [*FRAME_KEEPERS, *AUDITORS]),
    *in_admin("group", [*FRAME_KEEPERS, *AUDITORS]),
    *in_admin("cycleyear", COORDINATORS),
    *in_admin("finding", COORDINATORS),
    *in_admin("priority", COORDINATORS),
    *in_admin("measure", COORDINATORS),
    *in_admin("dialogueprocess", COORDINATORS, rows="dialogue"),
]

ASKED = [replace(page, asked_by=ASKED_BY) for page in (*FRAME, *WORK, *OF_GROUPS, *ADMIN)]
SLT_PAGES = [*ASKED, *PUBLIC]
