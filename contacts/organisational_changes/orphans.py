"""Nothing may be left behind: no row that still counts points at a unit that has ended."""

import datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, ForeignKey, Q
from django.utils import timezone

from contacts.models import Municipality, PoliceDistrict
from contacts.organisational_changes import followers

UNITS = (Municipality, PoliceDistrict)

# These tell what was, or what somebody planned or did then.
REMEMBERS = frozenset(
    [
        "contacts.MunicipalityNumber.municipality",
        "contacts.PlaceName.municipality",
        "contacts.PlaceName.district",
        "contacts.MunicipalitySuccession.predecessor",
        "contacts.MunicipalitySuccession.successor",
        "contacts.PoliceDistrictSuccession.predecessor",
        "contacts.PoliceDistrictSuccession.successor",
        "contacts.ChangedUnit.municipality",
        "contacts.ChangedUnit.district",
        "contacts.Successor.municipality",
        "contacts.Successor.district",
        "contacts.Successor.belongs_to",
        "contacts.OrganisationalChange_districts.policedistrict",
        "contacts.AuditEvent.district",
        "contacts.AuditEvent.municipality",
    ]
)


def relations():
    """Every foreign key to a municipality or a police district of which a row may not be left behind."""
    remembered = REMEMBERS.union(*(follower.remembers for follower in followers()))
    return [
        field
        for model in apps.get_models(include_auto_created=True)
        if not hasattr(model, "history_id")
        for field in model._meta.fields
        if isinstance(field, ForeignKey) and field.related_model in UNITS and str(field) not in remembered
    ]


def left_behind(transition):
    """Rows that belong to a unit that has ended, although they hold beyond its last day."""
    return [
        row
        for relation in relations()
        for row in left_behind_by(relation, [u for u in transition.ended if isinstance(u, relation.related_model)])
    ]


def left_behind_by(relation, units):
    """A dated row that ends with its unit, or did before, is history as well."""
    beyond = Q()
    if has_field(relation.model, "valid_to"):
        beyond = Q(valid_to__isnull=True) | Q(valid_to__gt=F(f"{relation.name}__valid_to"))
    rows = relation.model._base_manager.filter(beyond, **{f"{relation.name}__in": units})
    return [
        row for row in rows.select_related(relation.name) if holds_beyond(row, getattr(row, relation.name).valid_to)
    ]


def holds_beyond(row, last_day):
    """A grant that ended by midnight after the last day does not; everything that has no end of its own does."""
    ends_at = getattr(row, "ends_at", None)
    return ends_at is None or last_day is None or timezone.localtime(ends_at) > midnight_after(last_day)


def midnight_after(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min)) + datetime.timedelta(days=1)


def has_field(model, name):
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
