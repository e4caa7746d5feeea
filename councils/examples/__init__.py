"""Invented councils in every state, so that all pages can be seen before anyone has entered anything.

Evidently invented: whoever has a name is called Eksempel, every number begins with 12 34, every mailbox is at
eksempel.example; and each is marked. They lie in the places where the invented contacts and users are.

An example is a whole: its numbers follow its days. So it is made once, and made anew as soon as what is called has
been, that is after two weeks; whatever was written into it meanwhile goes with it. Councils of one's own stay.
"""

from django.db import transaction

from councils.examples import baerum, making, others, setesdal
from councils.models import BodyMunicipality, Council, Meeting

EXAMPLES = [baerum.COUNCIL, setesdal.COUNCIL, *others.COUNCILS]


@transaction.atomic
def load(today):
    """Makes what is not there, and anew what is old. Returns how many councils were written."""
    if Meeting.objects.filter(uid=called(), date__lt=today).exists():
        remove()
    there = set(Council.objects.filter(slug__in=[example.slug for example in EXAMPLES]).values_list("slug", flat=True))
    missing = [example for example in EXAMPLES if example.slug not in there and not is_taken(example)]
    for example in missing:
        making.make(example, today)
    return len(missing)


@transaction.atomic
def remove():
    """Every invented council, with all that was written into it. Returns how many there were."""
    councils = Council.objects.filter(is_example=True)
    count = len(councils)
    making.unmake(councils)
    return count


def called():
    """The meeting that is called, and tells how old the examples are."""
    gathering = next(each for each in baerum.COUNCIL.gatherings if each.status == Meeting.Status.CALLED)
    return making.uid_of(baerum.COUNCIL.slug, gathering)


def is_taken(example):
    """A council of one's own is already active there: it goes before an invented one."""
    if example.status != Council.Status.ACTIVE:
        return False
    form = Council(form=example.form, status=example.status, **example.fields).active_as
    return BodyMunicipality.objects.filter(municipality__slug__in=example.municipalities, active_as=form).exists()
