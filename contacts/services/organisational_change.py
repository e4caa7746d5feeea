"""From a plan to the new order: planned, divided, scheduled, undone until its day, and then carried out once."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts import permissions
from contacts.models import (
    Allotment,
    AuditEvent,
    ChangedUnit,
    DistrictMembership,
    Municipality,
    OrganisationalChange,
    Overtaken,
    PoliceDistrict,
)
from contacts.organisational_changes import checks
from contacts.organisational_changes.carrying_out import carry_out
from contacts.organisational_changes.transition import CannotCarryOut
from contacts.recording import Origin, recording
from contacts.services import outbox

Status = OrganisationalChange.Status


@transaction.atomic
def plan(*, access, user, today, units, successors, **fields):
    """A draft: `units` change, `successors` (not saved yet) are what there is then.

    Raises `CannotCarryOut` with all that is wrong, and PermissionDenied where it lies outside the area.
    """
    change = OrganisationalChange.objects.create(planned_by=user, **fields)
    for unit in units:
        ChangedUnit.objects.create(change=change, **{_field(unit): unit})
    for successor in successors:
        successor.change = change
        successor.full_clean()
        successor.save()
    change.districts.set(districts_concerned(change))
    if not permissions.can_plan_change(access, change):
        raise PermissionDenied
    if reasons := [*checks.on_time(change, today), *checks.problems(change, access)]:
        raise CannotCarryOut(*reasons)
    return change


def _field(unit):
    return "municipality" if isinstance(unit, Municipality) else "district"


def districts_concerned(change):
    """Those of the municipalities before, and those of the municipalities after."""
    places = checks.places_of(change)
    municipalities = [place for place in places if isinstance(place, Municipality)]
    open_ended = DistrictMembership.objects.filter(municipality__in=municipalities, valid_to=None)
    before = PoliceDistrict.objects.filter(pk__in=open_ended.values("district"))
    after = [successor.belongs_to for successor in change.successors.all() if successor.belongs_to]
    return {*before, *after, *(place for place in places if isinstance(place, PoliceDistrict))}


def common_district(municipalities):
    """The police district to which all of these belong, if it is one."""
    memberships = DistrictMembership.objects.filter(municipality__in=municipalities, valid_to=None)
    districts = {membership.district for membership in memberships.select_related("district")}
    return districts.pop() if len(districts) == 1 else None


@transaction.atomic
def divide(*, change, version, answers):
    """Who gets what, by the keys of the questions: a list of successors each, or [None] for what is not carried on."""
    change = _taken(change, version, Status.DRAFT)
    change.allotments.all().delete()
    Allotment.objects.bulk_create(
        Allotment(change=change, successor=successor, model=model, key=key)
        for (model, key), successors in answers.items()
        for successor in successors
    )
    change.save()
    return change


@transaction.atomic
def schedule(*, access, user, change, version, today):
    """From now on it will happen on its day, by itself. Two who plan for the same units wait for each other here.

    Whom it concerns is asked anew: a municipality may have come to another district since it was planned.
    """
    change = _taken(change, version, Status.DRAFT, Status.FAILED)
    _lock_units(change)
    change.districts.add(*districts_concerned(change))
    if not permissions.can_plan_change(access, change):
        raise PermissionDenied
    # One that failed is tried again late; its day has passed for good reason.
    late = change.status == Status.FAILED
    reasons = [*([] if late else checks.on_time(change, today)), *checks.problems(change, access)]
    if reasons := [*reasons, *checks.unanswered(change)]:
        raise CannotCarryOut(*reasons)
    _mark(change, user, Status.SCHEDULED)
    return change


@transaction.atomic
def schedule_all(*, access, user, batch, today):
    """The drafts of one file: all or none, with what stands in the way of each."""
    reasons = []
    drafts = OrganisationalChange.objects.editable_by(access).filter(batch=batch, status=Status.DRAFT)
    for change in drafts.select_for_update():
        try:
            schedule(access=access, user=user, change=change, version=change.version, today=today)
        except CannotCarryOut as refusal:
            reasons += [f"{change}: {reason}" for reason in refusal.reasons]
    if reasons:
        raise CannotCarryOut(*reasons)


@transaction.atomic
def undo(*, user, change, version, today):
    """Nothing was written about the places yet, so nothing is left of it but its history."""
    change = _taken(change, version, Status.DRAFT, Status.SCHEDULED, Status.FAILED)
    if change.status == Status.SCHEDULED and change.date <= today:
        raise CannotCarryOut(_("Its day has come. Plan the change back as a change of its own."))
    _mark(change, user, Status.UNDONE)
    return change


def apply_due(today):
    """Carries out what is due, the oldest first, each in a transaction of its own. Returns how many.

    Late is fine: everything is dated by the day of the change. One that cannot be carried out fails loudly.
    """
    due = OrganisationalChange.objects.due(today).values_list("pk", flat=True)
    return sum(_apply(pk) for pk in list(due))


def _apply(pk):
    try:
        with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
            change = OrganisationalChange.objects.select_for_update().get(pk=pk)
            if change.status != Status.SCHEDULED:
                return False
            _lock_units(change)
            with recording(reason=change.reason, origin=Origin.DAILY_JOB):
                carry_out(change)
                _mark(change, None, Status.APPLIED, applied_at=timezone.now())
    except (CannotCarryOut, ValidationError, IntegrityError, Overtaken) as error:
        _fail(pk, error)
        return False
    return True


@transaction.atomic
def _fail(pk, error):
    with translation.override(settings.LANGUAGE_CODE), recording(origin=Origin.DAILY_JOB):
        change = OrganisationalChange.objects.select_for_update().get(pk=pk)
        _mark(change, None, Status.FAILED, failure=_reason(error))
        if change.planned_by and change.planned_by.is_active:
            outbox.put(
                key=f"organisational-change-{change.pk}-failed-{change.version}",
                to=change.planned_by.email,
                subject=_("An organisational change could not be carried out"),
                body=_(
                    "%(change)s was to be carried out on %(day)s. It was not, because:\n\n%(reason)s\n\n"
                    "Nothing has been changed. Open it on your desk, correct what stands in the way and try again."
                )
                % {"change": change, "day": date_format(change.date), "reason": change.failure},
            )


def _reason(error):
    """Of the database's own refusals only what they are: their words are no help, and may hold somebody's data."""
    if isinstance(error, CannotCarryOut):
        return "\n".join(map(str, error.reasons))
    if isinstance(error, ValidationError):
        return "\n".join(error.messages)
    return _("The database refused a row: something else was changed meanwhile. (%s)") % type(error).__name__


def _taken(change, version, *statuses):
    """The newest row, locked; refused when somebody else was quicker, or when it is too late."""
    row = OrganisationalChange.objects.select_for_update().get(pk=change.pk)
    if row.version != version:
        raise Overtaken(row)
    if row.status not in statuses:
        raise CannotCarryOut(_("It is %(status)s, and stays so.") % {"status": row.get_status_display()})
    return row


def _lock_units(change):
    """In one order, so that nobody waits for somebody who waits for them."""
    places = checks.places_of(change)
    for model in (Municipality, PoliceDistrict):
        keys = [place.pk for place in places if isinstance(place, model)]
        list(model.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def _mark(change, user, status, **fields):
    for name, value in {"failure": "", **fields, "status": status}.items():
        setattr(change, name, value)
    change.save()
    happened = f"{change} ({change.date:%Y-%m-%d}): {change.get_status_display()}"
    for district in change.districts.all():
        AuditEvent.objects.create(
            kind=AuditEvent.Kind.ORGANISATION_CHANGED, user=user, district=district, details=happened[:300]
        )
