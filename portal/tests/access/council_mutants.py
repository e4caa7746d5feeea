"""The same for councils: who keeps and reads what, what is public, and the doors of their pages."""

from contacts.access import access_of
from councils.models import Meeting
from portal.tests.access.mutants import Mutant, everything, yes
from portal.tests.access.probes import cells


def rows(name, method, notices):
    return Mutant(f"councils.querysets.{name}QuerySet.{method}", everything, notices)


def scope(name, notices):
    """Everybody reaches every row."""
    return Mutant(f"councils.scopes.{name}", every_row, notices)


def every_row(*args, **kwargs):
    from contacts.scopes import EVERYTHING

    return EVERYTHING


def may(name, notices):
    return Mutant(f"councils.permissions.{name}.__code__", yes.__code__, notices)


def seen_in_admin(kind, who="secretary_there"):
    return cells(f"admin:councils_{kind}_change", who, "GET")


def editing_by_the_rule(matrix):
    """The pages ask for the body first: so whether a row may be changed is asked of the rule itself."""
    access = access_of(matrix.world.users["secretary_there"])
    rows = {"of another body": matrix.world.rows["meeting"]["called"], "missing": matrix.world.rows["meeting"]["there"]}
    found = {what: Meeting.objects.editable_by(access).filter(pk=row.pk).exists() for what, row in rows.items()}
    return [what for what, is_found in found.items() if is_found == (what == "of another body")]


SCOPES = [
    scope("records", cells("year_wheel", "secretary_there", "GET")),
    scope("readable", cells("notice", "secretary_there", "GET")),
    scope("frame_kept", cells("council_frame", "police_there", "GET")),
    scope("frame_seen", cells("admin:councils_council_change", "auditor", "GET")),
    Mutant("councils.scopes.administers_country", yes, cells("admin:councils_legalbasis_change", "area")),
]
ROWS = [
    rows("Body", "kept_by", cells("year_wheel", "member_of_one secretary_of_one", "GET")),
    rows("Body", "read_by", cells("body_desk", "member_of_one", "GET")),
    rows("OfFrame", "visible_to", seen_in_admin("member", "police_there")),
    rows("OfFrame", "editable_by", cells("council_frame", "police_there", "GET")),
    rows("OfBody", "visible_to", seen_in_admin("meeting")),
    rows("OfBody", "editable_by", editing_by_the_rule),
    rows("LegalBasis", "editable_by", cells("admin:councils_legalbasis_change", "area")),
    rows("Meeting", "readable_by", cells("notice", "member", "GET")),
    rows("Meeting", "public", cells("meeting", "anonymous", "GET")),
    rows("Attachment", "readable_by", cells("attachment_desk", "secretary_there", "GET")),
    rows("Attachment", "public", cells("attachment", "anonymous", "GET")),
    rows("AgendaItem", "public", cells("attachment", "anonymous", "GET")),
    rows("Strategy", "readable_by", cells("body_strategy", "member", "GET")),
    rows("Strategy", "public", cells("strategy", "anonymous", "GET")),
    rows("Plan", "readable_by", cells("body_plan", "member", "GET")),
    rows("Plan", "public", cells("plan", "anonymous", "GET")),
    rows("YearlyReport", "public", cells("public_report", "anonymous", "GET")),
]
DOORS = [
    may("keeps_any_records", cells("year_wheel", "member", "GET")),
    may("keeps_any_frame", cells("council_frame", "member", "GET")),
    may("reads_any_records", cells("body_desk", "police", "GET")),
    Mutant(
        "contacts.permissions.can_see_any.__code__", yes.__code__, cells("admin:councils_meeting_changelist", "police")
    ),
    Mutant(
        "contacts.admin.leading.ToRead.has_change_permission", yes, cells("admin:councils_meeting_change", "secretary")
    ),
]

COUNCIL_MUTANTS = [*SCOPES, *ROWS, *DOORS]
