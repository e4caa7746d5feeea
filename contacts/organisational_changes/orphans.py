"""Nothing may be left behind: no row that still counts points at a unit that has ended."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Q

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
        for field in relations()
        for units in [[unit for unit in transition.ended if isinstance(unit, field.related_model)]]
        for row in field.model._base_manager.filter(
            still_holding(field.model, transition), **{f"{field.name}__in": units}
        )
    ]


def still_holding(model, transition):
    """A dated row that ends with the unit, or did before, is history as well."""
    if has_field(model, "valid_to"):
        return Q(valid_to__isnull=True) | Q(valid_to__gt=transition.last_day)
    if has_field(model, "ends_at"):
        return Q(ends_at__gt=transition.moment)
    return Q()


def has_field(model, name):
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
