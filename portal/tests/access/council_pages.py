"""The addresses of councils: on the desk of a body, public, and in the admin. How to read the words: see oracle.py."""

from django.utils import timezone

from portal.tests.access.oracle import inside

SECRETARIES = ["secretary", "secretary_of_one", "secretary_there", "break_glass"]
WITH_MEMBERS = [*SECRETARIES, "member", "member_of_one"]

# On the desk: what is kept is missing for members, what is read is not.


def kept(name, get="ok", post="ok|onward", kind="body", by="slug", **details):
    """For the secretary: what members read elsewhere answers here as what is not there."""
    return inside(name, _edited(get), _edited(post), opens=SECRETARIES, kind=kind, by=by, **details)


def read(name, get="ok", post="method", kind="body", by="slug", **details):
    """For the members as well."""
    return inside(name, _seen(get), _seen(post), opens=WITH_MEMBERS, kind=kind, by=by, **details)


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
AN_ITEM = {"kind": "agendaitem", "by": "meeting.body.slug meeting.date pk"}
A_TASK = {"kind": "yearwheeltask", "by": "body.slug pk"}
A_STRATEGY = {"kind": "strategy", "by": "body.slug slug"}
A_YEAR = {"by": "body.slug year"}

BODY_DESK = [
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
    kept("year_wheel_task", **A_TASK),
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

COUNCIL_PAGES = [*BODY_DESK, *MEETINGS, *STRATEGIES]
