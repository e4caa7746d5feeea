"""Plans of organisational changes, in one line each. Whatever a test is about, it says itself."""

import datetime

from contacts.access import Access
from contacts.models import ChangeKind, Municipality, Successor, UnitKind
from contacts.organisational_changes.transition import key_of
from contacts.services import organisational_change

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.date(2027, 1, 1)
DAY_BEFORE = DAY - datetime.timedelta(days=1)
EVERYWHERE = Access(is_break_glass=True)


def new(name="Nyvik", number="9901", **fields):
    """A municipality that begins. County and police district are those of the test's own, unless given."""
    return Successor(is_new=True, name=name, number=number, **fields)


def goes_on(place, **fields):
    where = {"municipality" if isinstance(place, Municipality) else "district": place}
    return Successor(is_new=False, **where, **fields)


def plan(kind, units, *successors, access=EVERYWHERE, user=None, date=DAY, today=TODAY, **fields):
    unit = UnitKind.MUNICIPALITY if isinstance(units[0], Municipality) else UnitKind.DISTRICT
    successors = [at_home(successor, units[0]) for successor in successors]
    return organisational_change.plan(
        access=access,
        user=user,
        today=today,
        units=units,
        successors=successors,
        kind=kind,
        unit=unit,
        date=date,
        **fields,
    )


def at_home(successor, first):
    """In the county and the police district of the first unit, where the test says nothing else."""
    if successor.is_new and isinstance(first, Municipality):
        successor.county = successor.county or first.county
        successor.belongs_to = successor.belongs_to or first.district_memberships.get(valid_to=None).district
    return successor


def merge(*units, into, **options):
    return plan(ChangeKind.MERGE, units, into, **options)


def merged(*municipalities):
    """The municipality that they have become, with all that followed them."""
    carry_out(merge(*municipalities, into=new("Prøvekarmøy")))
    return Municipality.objects.get(slug="provekarmoy")


def split(unit, *successors, **options):
    return plan(ChangeKind.SPLIT, [unit], *successors, **options)


def schedule(change, *, access=EVERYWHERE, user=None, today=TODAY):
    return organisational_change.schedule(access=access, user=user, change=change, version=change.version, today=today)


def divide(change, answers):
    """`answers`: a row, and the successors that get it, by their place in the plan; None: it is not carried on."""
    successors = list(change.successors.all())
    given = {
        key_of(row): [None if index is None else successors[index] for index in indexes]
        for row, indexes in answers.items()
    }
    return organisational_change.divide(change=change, version=change.version, answers=given)


def carry_out(change, today=DAY):
    """As the daily job does, and it must work."""
    schedule(change)
    organisational_change.apply_due(today)
    change.refresh_from_db()
    assert change.status == "applied", change.failure
    return change
