"""The addresses of councils: on the desk of a body, public, and in the admin. How to read the words: see oracle.py."""

from django.utils import timezone

from portal.tests.access.oracle import Page, inside, rows_of

EVERY_FRAME = ["secretary", "secretary_there", "police", "police_there", "area", "area_everywhere", "break_glass"]
FRAME_KEEPERS = [*EVERY_FRAME, "secretary_of_one"]
SECRETARIES = ["secretary", "secretary_of_one", "secretary_there", "break_glass"]
# The doors ask whether somebody keeps records of any body: an SLT coordinator does, and keeps no council.
OF_ANY_BODY = [*SECRETARIES, "slt"]
WITH_MEMBERS = [*OF_ANY_BODY, "member", "member_of_one"]
FRAME_OF_ANY = [*FRAME_KEEPERS, "slt"]

# On the desk: what is kept is missing for members, what is read is not.


def kept(name, get="ok", post="ok|onward", kind="body", by="slug", **details):
    """For the secretary: what members read elsewhere answers here as what is not there."""
    return inside(name, _edited(get), _edited(post), opens=OF_ANY_BODY, kind=kind, by=by, **details)


def read(name, get="ok", post="method", kind="body", by="slug", **details):
    """For the members as well."""
    return inside(name, _seen(get), _seen(post), opens=WITH_MEMBERS, kind=kind, by=by, **details)


def framed(name, get="ok", post="ok|onward", kind="council", by="slug", **details):
    """For whoever keeps the frame. Who is only a member keeps none anywhere."""
    return inside(name, _edited(get), _edited(post), opens=FRAME_OF_ANY, kind=kind, by=by, **details)


def _edited(words):
    return _with(words, "edits:{} sees:missing other:missing closed:refused")


def _seen(words):
    return _with(words, "edits:{0} sees:{0} other:missing closed:refused")


def _with(words, table):
    """Words that say more are a table already."""
    return words if ":" in words or words == "method" else table.format(words)


A_MEETING = {"kind": "meeting", "by": "body.slug date"}
# Nobody was called to a draft: it is not archived, but taken away.
A_CALLED_MEETING = {"kind": "calledmeeting", "by": "body.slug date"}
# Minutes are read once they are approved, also by whoever writes them: what is not is on the page of the minutes.
APPROVED_MINUTES = {"kind": "minutes", "by": "body.slug date"}
AN_ITEM = {"kind": "agendaitem", "by": "meeting.body.slug meeting.date pk"}
A_STRATEGY = {"kind": "strategy", "by": "body.slug slug"}
A_PLAN = {"kind": "plan", "by": "body.slug slug"}
A_MEASURE = {"kind": "measure", "by": "plan.body.slug plan.slug pk"}
A_YEAR = {"by": "body.slug year"}


def numbered(kind):
    return {"kind": kind, "by": "body.slug pk"}


FRAMES = [
    inside("body_list", post="method", opens=FRAME_KEEPERS),
    inside("new_council", opens=EVERY_FRAME),
    framed("council_frame"),
    framed("body_municipalities"),
    framed("end_municipality", **numbered("bodymunicipality")),
    framed("members", post="method"),
    framed("new_member"),
    framed("edit_member", **numbered("member")),
    framed("replace_member", **numbered("member")),
    framed("end_member", **numbered("member")),
    kept("agreements", post="method"),
    kept("new_agreement"),
    kept("agreement", kind="agreement", by="council.slug pk"),
    kept("agreement_files", post="ok|onward|bad", kind="agreement", by="council.slug pk"),
    kept("standing_items"),
    kept("standing_item", **numbered("standingitem")),
    kept("delete_standing_item", "method", "onward", **numbered("standingitem")),
]
BODY_DESK = [
    read("attachment_desk", kind="attachment", by="key"),
    read("body_desk"),
    kept("confirm_members"),
    kept("yearly_report", kind="yearlyreport", **A_YEAR),
    kept("draft_report_anew", kind="yearlyreport", **A_YEAR),
    read("evaluation", kind="selfevaluation", **A_YEAR),
    kept("edit_evaluation", kind="selfevaluation", **A_YEAR),
]
MEETINGS = [
    kept("year_wheel", post="method"),
    kept("take_standard_year_wheel", "method", "onward"),
    kept("add_year_wheel_task"),
    kept("year_wheel_task", **numbered("yearwheeltask")),
    kept("plan_year", arguments=(timezone.localdate().year,)),
    read("body_meetings"),
    kept("plan_meeting"),
    read("meeting_desk", **A_MEETING),
    kept("move_meeting", **A_MEETING),
    kept("cancel_meeting", **A_MEETING),
    kept("call_meeting", "ok|onward", **A_MEETING),
    read("notice", **A_MEETING),
    read("notice_pdf", **A_MEETING),
    # Which item goes up or down is in the button: without one, none is found.
    kept("agenda", post="missing", **A_MEETING),
    kept("add_item", **A_MEETING),
    kept("agenda_item", **AN_ITEM),
    kept("item_files", post="ok|onward|bad", **AN_ITEM),
    kept("minutes", post="ok|onward|conflict", **A_MEETING),
    kept("minutes_autosave", "method", "ok|conflict", **A_MEETING),
    kept("minutes_check", "ok|onward", **A_MEETING),
    kept("minutes_approve", "ok|onward", **A_MEETING),
    kept("minutes_publish", "ok|onward", **A_MEETING),
    read("minutes_read", **APPROVED_MINUTES),
    read("minutes_file", **APPROVED_MINUTES),
    kept("item_visibility", **AN_ITEM),
    kept("archive_meeting", post="ok", **A_CALLED_MEETING),
    kept("delete_meeting", **A_CALLED_MEETING),
]
STRATEGIES = [
    read("body_strategies"),
    kept("new_strategy"),
    read("body_strategy", **A_STRATEGY),
    kept("edit_strategy", **A_STRATEGY),
    kept("adopt_strategy", **A_STRATEGY),
    kept("new_version", "method", "onward", **A_STRATEGY),
    kept("change_strategy_status", "method", "onward", **A_STRATEGY),
    read("compare_strategies", **A_STRATEGY),
]

PLANS = [
    read("body_plans"),
    kept("new_plan"),
    read("body_plan", **A_PLAN),
    kept("edit_plan", **A_PLAN),
    kept("progress", **A_PLAN),
    kept("new_measure", **A_PLAN),
    kept("edit_measure", **A_MEASURE),
    kept("delete_measure", "method", "onward", **A_MEASURE),
    kept("knowledge", **A_PLAN),
    kept("paste_measures", **A_PLAN),
    read("measures_file", **A_PLAN, arguments=("csv",)),
]
FOLLOW_UP = [
    read("follow_up", post="edits:onward sees:refused other:missing closed:refused"),
    kept("new_action_item"),
    kept("edit_action_item", **numbered("actionitem")),
]

# Public: the same for everyone. What is not public answers as what is not there.


def public(name, get="opens:ok other:missing", **details):
    return Page(name, "public", get, "method", **details)


A_PUBLIC_MEETING = {"kind": "publicmeeting", "by": "body.slug date"}
A_PUBLIC_STRATEGY = {"kind": "publicstrategy", "by": "body.slug slug"}
A_PUBLIC_PLAN = {"kind": "publicplan", "by": "body.slug slug"}

PUBLIC = [
    public("councils", "ok"),
    public("decisions", "ok"),
    public("council", kind="publiccouncil", by="slug"),
    public("members_file", kind="publiccouncil", by="slug"),
    public("meetings", kind="publiccouncil", by="slug"),
    public("calendar", kind="publiccouncil", by="slug"),
    public("meeting", **A_PUBLIC_MEETING),
    public("meeting_file", **A_PUBLIC_MEETING),
    public("meeting_version", kind="publicversion", by="body.slug date number"),
    public("strategy", **A_PUBLIC_STRATEGY),
    public("strategy_file", **A_PUBLIC_STRATEGY),
    public("plan", **A_PUBLIC_PLAN),
    public("plan_file", **A_PUBLIC_PLAN),
    public("public_report", kind="publicreport", by="body.slug year"),
    public("attachment", kind="publicattachment", by="key"),
]

# In the admin what is said in a meeting is the secretary's; the frame is also whose that is, and the auditor's to read.

AUDITORS = ["auditor", "auditor_everywhere"]


def records_of(kind, opens=OF_ANY_BODY, **details):
    return rows_of(kind, opens, app="councils", rows=f"admin_{kind}", **details)


def of_councils(kind, **details):
    """What no other body has."""
    return records_of(kind, SECRETARIES, **details)


TO_READ = {"change": "refused"}
ADMIN = [
    inside(
        "admin:app_list", *["opens:ok closed:missing"] * 2, opens=[*FRAME_OF_ANY, *AUDITORS], arguments=("councils",)
    ),
    *rows_of("council", [*FRAME_KEEPERS, *AUDITORS], app="councils"),
    *rows_of("member", [*FRAME_OF_ANY, *AUDITORS], FRAME_OF_ANY, app="councils", rows="admin_member"),
    *rows_of(
        "legalbasis",
        [*OF_ANY_BODY, "area", "area_everywhere", *AUDITORS],
        ["area", "area_everywhere", "break_glass"],
        app="councils",
    ),
    *of_councils("agreement", adds=SECRETARIES),
    *records_of("standingitem", adds=OF_ANY_BODY, delete="ok|onward"),
    *records_of("yearwheeltask", adds=OF_ANY_BODY, delete="ok|onward"),
    *records_of("meeting", **TO_READ),
    *records_of("agendaitem"),
    *records_of("minutesversion", **TO_READ, history="refused"),
    *records_of("attachment", **TO_READ, history="refused"),
    *records_of("actionitem"),
    *of_councils("strategy", **TO_READ),
    *of_councils("plan"),
    *of_councils("yearlyreport", **TO_READ),
    *of_councils("selfevaluation", **TO_READ),
]

COUNCIL_PAGES = [*FRAMES, *BODY_DESK, *MEETINGS, *STRATEGIES, *PLANS, *FOLLOW_UP, *PUBLIC, *ADMIN]
