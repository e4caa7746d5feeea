"""The same for SLT: whose a scheme and its groups are, what is public, and the doors of their pages."""

from portal.tests.access import slt_probes
from portal.tests.access.council_mutants import every_row
from portal.tests.access.mutants import Mutant, everything, yes
from portal.tests.access.probes import cells


def rows(name, method, notices):
    return Mutant(f"slt.querysets.{name}QuerySet.{method}", everything, notices)


def may(name, notices):
    return Mutant(f"slt.permissions.{name}.__code__", yes.__code__, notices)


ANOTHERS = ("slt_of_another", "GET")
SCOPES = [
    Mutant("slt.scopes.schemes", every_row, cells("scheme_desk", *ANOTHERS)),
    Mutant("slt.permissions.municipalities_kept", every_row, slt_probes.founding_elsewhere),
    # As if a member of the councils of a municipality were a member of its SLT groups.
    Mutant("councils.scopes.NAMED_TO_ITS_MEMBERS", set(), cells("body_meetings", "member", "GET")),
]
ROWS = [
    rows("OfScheme", "kept_by", cells("scheme_desk", *ANOTHERS)),
    rows("OfScheme", "visible_to", cells("admin:slt_finding_change", *ANOTHERS)),
    rows("OfScheme", "editable_by", slt_probes.editing_by_the_rule),
    rows("OfFrame", "visible_to", cells("admin:slt_scheme_change", *ANOTHERS)),
    rows("OfFrame", "editable_by", cells("scheme_frame", *ANOTHERS)),
    rows("OfCycle", "public", cells("cycle_year", "anonymous", "GET")),
    rows("DialogueProcess", "public", cells("dialogue", "anonymous", "GET")),
]
DOORS = [
    may("keeps_any_scheme", cells("scheme_desk", "area", "GET")),
    may("keeps_any_frame", cells("scheme_frame", "secretary", "GET")),
    may("founds_any", cells("new_scheme", "slt_of_scheme", "GET")),
]

SLT_MUTANTS = [*SCOPES, *ROWS, *DOORS]
