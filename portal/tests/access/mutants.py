"""The site with one check of access taken out at a time; for each, what of the suite must notice.

A mutant replaces one function, named by where it stands. What notices is some cells of the matrix or a probe: the same
that are asked of the site as it is, where all of it is right.
"""

from collections.abc import Callable
from dataclasses import dataclass

from contacts.models import Freshness, Person, Role
from contacts.verification import links
from portal.tests.access import probes
from portal.tests.access.probes import cells


@dataclass(frozen=True)
class Mutant:
    target: str
    replacement: object
    notices: Callable
    what: str = ""

    def __str__(self):
        return f"{self.target.removesuffix('.__code__')} {self.what}".strip()


def everything(rows, *args, **kwargs):
    return rows.all()


def yes(*args, **kwargs):
    return True


def no(*args, **kwargs):
    return False


def nothing(*args, **kwargs):
    return None


def queryset(name, method, notices):
    return Mutant(f"contacts.querysets.{name}QuerySet.{method}", everything, notices)


def seen(name, kind, who):
    return queryset(name, "visible_to", cells(f"admin:contacts_{kind}_change", who, "GET"))


def edited(name, kind, who):
    return queryset(name, "editable_by", cells(f"admin:contacts_{kind}_change", who))


def admin(method, replacement, notices, inner="ScopedModelAdmin"):
    return Mutant(f"contacts.scoped_admin.{inner}.{method}", replacement, notices)


def can(act, notices):
    """The code of the function itself: it is also known by the views that asked for it when they were made."""
    return Mutant(f"contacts.permissions.can_{act}.__code__", yes.__code__, notices)


def used_or_not(requests, token):
    try:
        return requests.get(pk=int(links._signer.unsign(token)))
    except links.signing.BadSignature:
        raise links.Refused(links.Fault.ALTERED) from None


def anybody(request, pk):
    return Person.objects.get(pk=pk)


ROWS = [
    seen("ContactPoint", "contactpoint", "police_there"),
    seen("Person", "person", "municipal"),
    seen("Assignment", "assignment", "police_there"),
    seen("Absence", "absence", "police_there"),
    seen("Municipality", "municipality", "area"),
    seen("PoliceDistrict", "policedistrict", "auditor"),
    seen("DistrictMembership", "districtmembership", "area"),
    seen("NationalNumber", "nationalnumber", "area"),
    seen("Grant", "rolegrant", "users"),
    seen("User", "user", "users"),
    seen("AuditEvent", "auditevent", "auditor"),
    seen("PersonDataDecision", "persondatadecision", "auditor"),
    seen("OutgoingMail", "outgoingmail", "area"),
    seen("DailyRun", "dailyrun", "area"),
    queryset("OrganisationalChange", "visible_to", cells("organisational_change", "police", "GET")),
    edited("ContactPoint", "contactpoint", "auditor"),
    edited("Person", "person", "auditor"),
    edited("Assignment", "assignment", "auditor"),
    edited("Absence", "absence", "auditor"),
    edited("Municipality", "municipality", "area"),
    edited("NationalNumber", "nationalnumber", "auditor_everywhere"),
    edited("Grant", "rolegrant", "users"),
    edited("User", "user", "users"),
    queryset("OrganisationalChange", "editable_by", cells("schedule_change", "police", "POST")),
    Mutant("contacts.querysets.GrantQuerySet.current", everything, cells("desk", "police_until_a_minute_ago", "GET")),
]
ACTS = [
    can("see_any", cells("admin:contacts_person_changelist", "secretary")),
    can("add", cells("admin:contacts_contactpoint_add", "slt")),
    can("delete", cells("admin:contacts_person_delete", "police")),
    can("edit", cells("admin:contacts_person_change", "auditor")),
    can("import", cells("preview_import", "auditor")),
    can("plan_any", cells("plan_change", "municipal")),
    can("plan_districts", cells("plan_change", "police", "GET")),
    can("export_names", probes.exporting),
    can("grant", probes.granting_by_the_rule),
    Mutant("contacts.scopes.grantable_roles", lambda access: list(Role), probes.granting_by_the_rule),
]
ADMIN = [
    admin("has_view_permission", yes, cells("admin:contacts_person_changelist", "secretary")),
    admin("has_change_permission", yes, cells("admin:contacts_person_change", "auditor")),
    admin("has_add_permission", yes, cells("admin:contacts_contactpoint_add", "slt")),
    admin("has_delete_permission", yes, cells("admin:contacts_person_delete", "police")),
    admin("lookup_allowed", yes, probes.filtering_by_hidden_fields),
    Mutant(
        "contacts.scoped_admin.Scoped.get_queryset",
        lambda self, request: self.model._default_manager.all(),
        cells("admin:contacts_auditevent_changelist", "auditor", "GET"),
    ),
    Mutant("portal.admin_site.PortalAdminSite.has_permission", no, cells("admin:index", "police", "GET")),
]
DESK = [
    Mutant("contacts.desk.hiding._mine_or_404", anybody, cells("hide_person", "police", "GET")),
    Mutant(
        "contacts.exchange.resource.ContactPointResource.get_queryset",
        lambda self: self._meta.model.objects.all(),
        probes.exporting,
    ),
    Mutant("contacts.exchange.services.log_names", nothing, probes.exporting),
    Mutant("contacts.exchange.forms.ExportForm.clean", lambda self: self.cleaned_data, probes.exporting),
]
DOORS = [
    Mutant("portal.login.second_factor.is_shown", yes, cells("desk", "police_without_second_factor", "GET")),
    Mutant("portal.login.sessions.why_ended", lambda session: "", probes.leaving_the_session_alone),
    Mutant("portal.login.middleware.LoginMiddleware.process_view", nothing, cells("account", "anonymous", "GET")),
    Mutant("portal.middleware.is_for_one_person", no, cells("desk", "police", "GET")),
    Mutant("django.middleware.csrf.CsrfViewMiddleware.process_view", nothing, probes.sending_without_a_token),
]
LINKS = [
    Mutant(
        "contacts.verification.links._signer.unsign",
        lambda token, max_age: token.split(".")[0],
        cells("confirm_contact", "anonymous", "GET"),
        "without the signature",
    ),
    Mutant(
        "contacts.verification.links._signer.unsign",
        lambda token, max_age, unsign=links._signer.unsign: unsign(token),
        probes.following_an_old_link,
        "without the time",
    ),
    Mutant(
        "contacts.verification.links._request_of",
        used_or_not,
        cells("confirm_contact", "anonymous", "GET"),
        "used again",
    ),
]
PUBLIC_PAGE = cells("municipality", "anonymous", "GET")
DISCLOSURE = [
    Mutant("contacts.models.ContactPoint.freshness", lambda point, on: Freshness.FRESH, PUBLIC_PAGE, "R3"),
    Mutant("contacts.disclosure.name_may_be_shown", yes, PUBLIC_PAGE, "R4"),
    Mutant(
        "contacts.disclosure.name_may_be_shown",
        lambda held: held.publication != "function",
        PUBLIC_PAGE,
        "never publish",
    ),
    Mutant("contacts.querysets.AssignmentQuerySet.current", everything, PUBLIC_PAGE, "R1"),
    Mutant("contacts.querysets.ContactPointQuerySet.published", everything, PUBLIC_PAGE),
]


MUTANTS = [*ROWS, *ACTS, *ADMIN, *DESK, *DOORS, *LINKS, *DISCLOSURE]
