"""Plain functions that make one row with what it needs. Whatever a test is about, it says itself."""

import datetime
from itertools import count

from django.utils import timezone

from contacts.models import Function, Role
from contacts.tests.factories import make_contact_point, make_district, make_grant, make_municipality, make_user
from slt.choices import Level, Sector
from slt.models import (
    Coordinator,
    CycleYear,
    DialogueEvent,
    DialogueProcess,
    Finding,
    Group,
    Measure,
    Party,
    Priority,
    Scheme,
    SchemeMunicipality,
)
from slt.services.schemes import take_groups_along

_serial = count(1)


def make_scheme(*municipalities, **fields):
    """An active scheme, of a new municipality of a new district unless others are given."""
    serial = next(_serial)
    scheme = Scheme.objects.create(**{"name": f"Prøve-SLT {serial}", "slug": f"prove-slt-{serial}"} | fields)
    for municipality in municipalities or [make_municipality(district=make_district())]:
        SchemeMunicipality.objects.create(scheme=scheme, municipality=municipality)
    return scheme


def make_coordinator(scheme=None, **fields):
    """A contact point for SLT that serves the municipalities of the scheme and coordinates it."""
    scheme = scheme or make_scheme()
    served = list(scheme.municipalities.all())
    point = make_contact_point(Function.SLT_COORDINATOR, owner=served[0], serves=served, **fields)
    return Coordinator.objects.create(scheme=scheme, contact_point=point)


def make_keeper(scheme, **fields):
    """A user who coordinates this scheme and its groups, and no other."""
    user = make_user(**fields)
    make_grant(user, Role.SLT_COORDINATOR, scheme.municipalities.first(), body=scheme.slug)
    return user


def make_group(scheme=None, *, level=Level.COORDINATING, **fields):
    serial = next(_serial)
    names = {"name": f"Prøvegruppa {serial}", "slug": f"provegruppa-{serial}"}
    group = Group.objects.create(**{"scheme": scheme or make_scheme(), "level": level} | names | fields)
    take_groups_along(group.scheme)
    return group


def make_year(scheme=None, **fields):
    return CycleYear.objects.create(**{"scheme": scheme or make_scheme(), "year": timezone.localdate().year} | fields)


def make_finding(cycle=None, **fields):
    texts = {"text": f"Prøvefunn {next(_serial)}", "source": "Prøvekilden"}
    return Finding.objects.create(**{"cycle": cycle or make_year()} | texts | fields)


def make_priority(cycle=None, **fields):
    return Priority.objects.create(
        **{"cycle": cycle or make_year(), "title": f"Prøveprioritering {next(_serial)}"} | fields
    )


def make_measure(cycle=None, **fields):
    return Measure.objects.create(**{"cycle": cycle or make_year(), "text": f"Prøvetiltak {next(_serial)}"} | fields)


def make_dialogue(scheme=None, **fields):
    serial = next(_serial)
    names = {"title": f"Prøvedialogen {serial}", "slug": f"provedialogen-{serial}", "aim": f"Prøvemål {serial}"}
    return DialogueProcess.objects.create(**{"scheme": scheme or make_scheme()} | names | fields)


def make_party(process=None, **fields):
    defaults = {
        "process": process or make_dialogue(),
        "sector": Sector.VOLUNTARY,
        "name": f"Prøvelaget {next(_serial)}",
    }
    return Party.objects.create(**defaults | fields)


def make_event(process=None, *, days=10, **fields):
    """So many days from today."""
    date = timezone.localdate() + datetime.timedelta(days=days)
    defaults = {"process": process or make_dialogue(), "title": f"Prøvekvelden {next(_serial)}", "date": date}
    return DialogueEvent.objects.create(**defaults | fields)
