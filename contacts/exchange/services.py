"""Export, preview and import: what the pages ask for."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

import tablib
from django.db import transaction

from contacts.exchange.places import ChoosablePlaces
from contacts.exchange.resource import ContactPointResource
from contacts.exchange.writing import write
from contacts.models import AuditEvent
from contacts.permissions import NAME_EXPORTERS
from contacts.recording import Origin, recording

# Export


@transaction.atomic
def export_contact_points(*, access, user, form, with_names=False, reason=""):
    """The bytes of a file with every contact point that `access` may see. With names it is logged, and why."""
    resource = ContactPointResource(access)
    points = resource.for_export(with_names=with_names)
    names = [name for name, column in resource.fields.items() if column.is_imported or with_names]
    dataset = resource.export(points, export_fields=names)
    if with_names:
        log_names(access=access, user=user, points=points, form=form, reason=reason)
    headings = [resource.fields[name].heading for name in resource.get_export_headers(names)]
    return write([headings, *dataset], form)


def log_names(*, access, user, points, form, reason):
    """Once for each place in which the role is held, so that its auditor sees it. How many, never who."""
    details = f"{sum(len(point.current_assignments) for point in points)} names, {len(points)} contact points, {form}"
    for place in places_of(access, *NAME_EXPORTERS):
        AuditEvent.objects.create(
            kind=AuditEvent.Kind.NAMES_EXPORTED, user=user, reason=reason, details=details, **place
        )


def places_of(access, *roles):
    """As fields of an audit event; one without a place for whoever has the role everywhere."""
    if access.is_everywhere(*roles):
        return [{}]
    districts = [{"district_id": pk} for pk in sorted(access.districts(*roles))]
    return districts + [{"municipality_id": pk} for pk in sorted(access.municipalities(*roles))]


# Import


class Status(StrEnum):
    BAD = "bad"
    CHANGED = "changed"
    NEW = "new"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Row:
    """What becomes of a line. `changes`: (column, before, after); `problems`: (column or "", reason).

    `note`: what may be meant but is unusual, for whoever looks at the preview.
    """

    line: int
    title: str
    status: Status
    changes: tuple = ()
    problems: tuple = ()
    note: str = ""


@dataclass(frozen=True)
class Preview:
    rows: tuple

    def of(self, status):
        return [row for row in self.rows if row.status == status]

    @property
    def bad(self):
        return self.of(Status.BAD)

    @property
    def changed(self):
        return self.of(Status.CHANGED)

    @property
    def new(self):
        return self.of(Status.NEW)

    @property
    def unchanged(self):
        return self.of(Status.UNCHANGED)

    @property
    def good(self):
        return [*self.changed, *self.new]

    @property
    def digest(self):
        """Two previews with the same digest say the same of every line."""
        said = [[row.line, row.status, row.changes, row.problems] for row in self.rows]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def preview_import(*, table, access):
    """What an import would do: everything is done, looked at and undone, so that nothing is promised but what holds."""
    with transaction.atomic():
        preview = _carry_out(table, access)
        transaction.set_rollback(True)
    return preview


def import_contact_points(*, table, access, seen, skip_bad=False):
    """Does what the preview with the digest `seen` has shown, or nothing. Returns the preview of now, and whether it
    was done. Lines that cannot be imported are left out only if `skip_bad`; otherwise they keep all others out."""
    with transaction.atomic(), recording(origin=Origin.IMPORT):
        preview = _carry_out(table, access)
        is_done = preview.digest == seen and bool(preview.good) and (skip_bad or not preview.bad)
        transaction.set_rollback(not is_done)
    return preview, is_done


def _carry_out(table, access):
    resource = ContactPointResource(access)
    dataset = tablib.Dataset(*(line.cells for line in table.lines), headers=table.columns)
    numbers = [line.number for line in table.lines]
    result = resource.import_data(dataset, use_transactions=True, places=ChoosablePlaces(access), lines=numbers)
    for error in [*result.base_errors, *(error for row in result.rows for error in row.errors)]:
        raise error.error  # not the file's fault
    return Preview(tuple(_row(number, row, resource) for number, row in zip(numbers, result.rows, strict=True)))


def _row(line, result, resource):
    if result.validation_error:
        return Row(line, result.title, Status.BAD, problems=_problems(result.validation_error, resource))
    if result.is_skip():
        return Row(line, result.title, Status.UNCHANGED)
    return Row(
        line, result.title, Status.NEW if result.is_new() else Status.CHANGED, tuple(result.changes), note=result.note
    )


def _problems(error, resource):
    if not hasattr(error, "error_dict"):
        return tuple(("", message) for message in error.messages)
    return tuple(
        (resource.heading(name), message) for name, messages in error.message_dict.items() for message in messages
    )
