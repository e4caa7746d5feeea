"""A working year begins with what is left of the year before; rows come to it, and go."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from councils.services.agenda import moved
from slt.models import Measure, Priority

# As many as one table of them has room for.
MOST_MEASURES = 150


def left_of(scheme, year):
    """(unfinished measures, undecided priorities) of the newest year before this one; none if a later year is there
    already, since then they are at work in that."""
    if scheme.years.filter(year__gt=year).exists():
        return Measure.objects.none(), Priority.objects.none()
    before = scheme.years.filter(year__lt=year).order_by("-year")[:1].values("pk")
    of_before = {"cycle__in": list(before.values_list("pk", flat=True))}
    return Measure.objects.filter(**of_before).open(), Priority.objects.filter(**of_before).undecided()


@transaction.atomic
def begin_year(*, cycle, with_priorities):
    """What is not finished is taken over: the rows themselves, so that nothing is done twice (decision 0040).

    Returns how many measures and how many priorities came along.
    """
    measures, priorities = left_of(cycle.scheme, cycle.year)
    measures, priorities = list(measures), list(priorities) if with_priorities else []
    cycle.save()
    for row in [*priorities, *measures]:
        row.cycle = cycle
        row.save(update_fields=["cycle"])
    renumber(cycle)
    return len(measures), len(priorities)


@transaction.atomic
def add_priority(*, priority):
    """After those that are there."""
    last = priority.cycle.priorities.aggregate(last=Max("position"))["last"] or 0
    priority.position = last + 1
    priority.save()
    return priority


@transaction.atomic
def move_priority(*, priority, by):
    """So many places up (negative) or down; at the ends it stays."""
    _number(moved(list(priority.cycle.priorities.all()), priority, by))


def renumber(cycle):
    _number(list(cycle.priorities.all()))


def _number(rows):
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])


@transaction.atomic
def delete_priority(*, priority):
    """Measures that were of it stay. One that is before the steering group is taken off there first."""
    if priority.is_put:
        raise ValidationError(
            _("It has been put to the steering group. Take it off the agenda first, or record that it was not adopted.")
        )
    priority.delete()


def has_room(cycle):
    return cycle.measures.count() < MOST_MEASURES


@transaction.atomic
def save_measure(*, measure, today):
    """With the day on which it was done, which sets itself and is taken away when it is open again."""
    measure.done_on = measure.done_on_if(measure.status, today)
    measure.full_clean()
    measure.save()
    return measure


def evaluate(*, cycle, today):
    """A year without an evaluation was not evaluated on any day."""
    cycle.evaluated_on = (cycle.evaluated_on or today) if cycle.evaluation else None
    cycle.save()


def document(*, cycle, today, is_public):
    cycle.documented_on = (cycle.documented_on or today) if is_public and cycle.summary else None
    cycle.save()
