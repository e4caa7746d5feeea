"""Invented schemes in every shape, so that all pages can be seen before anyone has entered anything.

Evidently invented, marked, and made anew when they are old: see councils/examples. Those of councils come first:
a council steers one of these, and its items are where priorities were put.
"""

from django.db import transaction

from councils.examples import making as of_bodies
from councils.models import Council, Meeting
from slt.examples import baerum, baerum_groups, making, others, setesdal
from slt.models import Scheme, SchemeMunicipality


@transaction.atomic
def load(today):
    """Makes what is not there, and anew what is old. Returns how many schemes were written."""
    if is_old(today):
        remove()
    every = examples(today)
    there = set(Scheme.objects.filter(slug__in=[each.slug for each in every]).values_list("slug", flat=True))
    missing = [example for example in every if example.slug not in there and not is_taken(example)]
    for example in missing:
        making.make(example, today)
    return len(missing)


@transaction.atomic
def remove():
    """Every invented scheme, with all that was written into it. Returns how many there were."""
    schemes = Scheme.objects.filter(is_example=True)
    count = len(schemes)
    making.unmake(schemes)
    return count


def examples(today):
    return [baerum.scheme(today), setesdal.SCHEME, *others.SCHEMES]


def is_old(today):
    """What is called has been; or the council that steers has been made anew, and its items with it."""
    return Meeting.objects.filter(uid=called(), date__lt=today).exists() or is_older_than_its_council()


def called():
    return of_bodies.uid_of(baerum_groups.STEERING, baerum_groups.CALLED)


def is_older_than_its_council():
    council = Council.objects.filter(slug=setesdal.SCHEME.council, is_example=True).first()
    scheme = Scheme.objects.filter(slug=setesdal.SCHEME.slug, is_example=True).first()
    if not (council and scheme):
        return False
    return made(scheme) < made(council)


def made(row):
    return row.history.filter(history_type="+").latest().history_date


def is_taken(example):
    """A scheme of one's own is already active there: it goes before an invented one."""
    is_active = example.status == Scheme.Status.ACTIVE
    areas = SchemeMunicipality.objects.filter(municipality__slug__in=example.municipalities, is_active=True)
    return is_active and areas.exists()
