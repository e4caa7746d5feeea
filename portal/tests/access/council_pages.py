"""The addresses of councils: on the desk of a body, public, and in the admin. How to read the words: see oracle.py."""

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


OF_A_MEETING = {"kind": "meeting", "by": "body.slug date"}
OF_A_YEAR = {"by": "body.slug year"}

DESK = [
    read("body_desk"),
    kept("confirm_members"),
    read("notice", **OF_A_MEETING),
    kept("yearly_report", kind="yearlyreport", **OF_A_YEAR),
    kept("draft_report_anew", kind="yearlyreport", **OF_A_YEAR),
    read("evaluation", kind="selfevaluation", **OF_A_YEAR),
    kept("edit_evaluation", kind="selfevaluation", **OF_A_YEAR),
]

A_STRATEGY = {"kind": "strategy", "by": "body.slug slug"}
ON_ITS_DESK = [
    read("body_strategies"),
    kept("new_strategy"),
    read("body_strategy", **A_STRATEGY),
    kept("edit_strategy", **A_STRATEGY),
    kept("adopt_strategy", **A_STRATEGY),
    kept("new_version", "method", "onward", **A_STRATEGY),
    kept("change_strategy_status", "method", "onward", **A_STRATEGY),
    read("compare_strategies", **A_STRATEGY),
]

COUNCIL_PAGES = [*DESK, *ON_ITS_DESK]
