"""The same for the library: whose a resource is, what is public, who approves, and the doors of its pages."""

from portal.tests.access.council_mutants import every_row
from portal.tests.access.guidance_probes import approving_ones_own, writing_elsewhere
from portal.tests.access.mutants import Mutant, everything, yes
from portal.tests.access.probes import cells


def rows(name, method, notices):
    return Mutant(f"guidance.querysets.{name}QuerySet.{method}", everything, notices)


def may(name, notices):
    return Mutant(f"guidance.permissions.{name}.__code__", yes.__code__, notices)


SCOPES = [
    Mutant("guidance.scopes.resources", every_row, cells("resource_desk", "municipal_there", "GET")),
    Mutant("guidance.scopes.kept_municipalities", every_row, writing_elsewhere),
    Mutant("guidance.scopes.kept_districts", every_row, writing_elsewhere),
]
ROWS = [
    rows("OfResource", "visible_to", cells("admin:guidance_resource_change", "municipal_there", "GET")),
    rows("OfResource", "editable_by", cells("resource_desk", "municipal_there", "GET")),
    rows("Edition", "published", cells("resource", "anonymous", "GET")),
    rows("Publisher", "editable_by", cells("admin:guidance_publisher_change", "municipal", "POST")),
    rows("CheckedLink", "visible_to", cells("admin:guidance_checkedlink_change", "auditor", "GET")),
    rows("MissedWord", "visible_to", cells("admin:guidance_missedword_change", "auditor", "GET")),
]
DOORS = [
    may("keeps_any", cells("guidance_desk", "auditor", "GET")),
    may("edits_library", cells("missed_words", "municipal", "GET")),
    may("can_approve", approving_ones_own),
]

GUIDANCE_MUTANTS = [*SCOPES, *ROWS, *DOORS]
