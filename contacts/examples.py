"""Invented contact points and people, so that every state of a card can be seen before anyone has entered anything.

Evidently invented: everyone is called Eksempel, every number begins with 12 34, every mailbox is at eksempel.example.
Days are counted back from today, so that what is due, stale or ended stays so at every start.
"""

from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.db import transaction

from contacts.models import (
    Assignment,
    ContactPoint,
    Coverage,
    Function,
    Municipality,
    Person,
    PoliceDistrict,
    Publication,
)

FRESH = relativedelta(days=20)
DUE = relativedelta(months=5, days=10)
STALE = relativedelta(months=14)
HOLDER, DEPUTY = Assignment.Role.HOLDER, Assignment.Role.DEPUTY
OFFICE_HOURS = "Mo-Fr 08:00-15:30"


@dataclass(frozen=True)
class Someone:
    name: str
    work_title: str
    direct_phone: str = ""
    never_publish: bool = False


@dataclass(frozen=True)
class Held:
    """Someone holds the function since so many days ago, or did until so many days ago."""

    by: Someone
    role: str = HOLDER
    share: int | None = None
    since: int = 400
    until: int | None = None
    publication: str = Publication.FUNCTION_ONLY
    decided_by: str = ""


@dataclass(frozen=True)
class Point:
    """A contact point, owned by the district or the municipality with this address."""

    key: str
    function: str
    owner: str
    serves: tuple[str, ...] = ()
    verified: relativedelta = FRESH
    phone: str = ""
    email: str = ""
    opening_hours: str = ""
    held: tuple[Held, ...] = ()

    @property
    def is_the_polices(self):
        return self.function in (Function.POLICE_CONTACT, Function.PREVENTION_CONTACT)


KARI = Someone("Kari Eksempel", "rådgivar")
OLA = Someone("Ola Eksempel", "politioverbetjent", "12345601")
NILS = Someone("Nils Eksempel", "rådgiver")
ANNE = Someone("Anne Eksempel", "kommunalsjef")
BERIT = Someone("Berit Eksempel", "politioverbetjent", "12345602")
PER = Someone("Per Eksempel", "politioverbetjent")
INGER = Someone("Inger Eksempel", "rådgiver", "12345603")
JON = Someone("Jon Eksempel", "beredskapskoordinator")
LISE = Someone("Lise Eksempel", "fagleder oppvekst", "12345604", never_publish=True)
MARIT = Someone("Marit Eksempel", "rådgiver")
SVEIN = Someone("Svein Eksempel", "rådgiver")
HEGE = Someone("Hege Eksempel", "leder for forebyggende tjeneste")
ARNE = Someone("Arne Eksempel", "politioverbetjent", "12345605")
MARET = Someone("Máret Eksempel", "rådgiver")
TOR = Someone("Tor Eksempel", "politiførstebetjent", "12345606")
GRO = Someone("Gro Eksempel", "politiførstebetjent", "12345607")
LEIF = Someone("Leif Eksempel", "politiførstebetjent")
JORUNN = Someone("Jorunn Eksempel", "rådgiver")
OLAV = Someone("Olav Eksempel", "rådgivar")
SIRI = Someone("Siri Eksempel", "politiførstebetjent")


def _named(someone, decided_by, *, direct=False, **details):
    publication = Publication.NAME_AND_DIRECT if direct else Publication.NAME
    return Held(someone, publication=publication, decided_by=decided_by, **details)


def _police(key, district, serves, *held, **details):
    return Point(f"eksempel-politikontakt-{key}", Function.POLICE_CONTACT, district, serves, held=held, **details)


def _municipal(place, *held, **details):
    key = f"eksempel-kommunekontakt-{place}"
    return Point(key, Function.MUNICIPAL_CONTACT, place, (place,), held=held, **details)


def _slt(key, serves, *held, **details):
    return Point(f"eksempel-slt-{key}", Function.SLT_COORDINATOR, serves[0], serves, held=held, **details)


def _prevention(district, *held, **details):
    key = f"eksempel-forebygging-{district}"
    return Point(key, Function.PREVENTION_CONTACT, district, held=held, **details)


POINTS = [
    # Two municipalities share a half position that is due for verification; one function is vacant, one is stale.
    _slt(
        "valle-bykle",
        ("valle", "bykle"),
        _named(KARI, "HR, Eksempel kommune", share=50),
        verified=DUE,
        phone="12340010",
        email="slt@eksempel.example",
    ),
    _police(
        "setesdal",
        "agder",
        ("valle", "bykle", "bygland"),
        _named(OLA, "HR, Eksempel politidistrikt", direct=True),
        opening_hours=OFFICE_HOURS,
    ),
    _municipal("valle", Held(NILS, since=900, until=40), phone="12340011"),
    _municipal(
        "bykle",
        _named(ANNE, "Kommunedirektøren, Eksempel kommune"),
        verified=STALE,
        email="bykle@eksempel.example",
    ),
    # A large municipality with everything in place, and one with a holder who is never named and a named deputy.
    _police("baerum", "oslo", ("baerum",), _named(BERIT, "HR, Eksempel politidistrikt"), phone="12340020"),
    _police("asker", "oslo", ("asker",), _named(PER, "HR, Eksempel politidistrikt"), opening_hours=OFFICE_HOURS),
    _municipal(
        "baerum",
        _named(JON, "HR, Eksempel kommune"),
        phone="12340021",
        email="baerum@eksempel.example",
        opening_hours="Mo-We 08:00-15:30; Th 08:00-18:00; Fr 08:00-15:00",
    ),
    _slt(
        "baerum",
        ("baerum",),
        _named(INGER, "HR, Eksempel kommune", direct=True, share=100),
        email="slt-baerum@eksempel.example",
    ),
    _municipal(
        "asker",
        _named(LISE, "HR, Eksempel kommune", direct=True),
        _named(SVEIN, "HR, Eksempel kommune", role=DEPUTY, since=60),
        phone="12340022",
        email="asker@eksempel.example",
    ),
    _slt("kristiansand", ("kristiansand",), _named(MARIT, "HR, Eksempel kommune", share=80), phone="12340030"),
    _police("kristiansand", "agder", ("kristiansand",), Held(HEGE), phone="12340031", opening_hours=OFFICE_HOURS),
    _municipal("heroy-nordland", Held(SVEIN), phone="12340040", email="heroy@eksempel.example"),
    _municipal("karasjok", _named(NILS, "HR, Eksempel kommune"), phone="12340050"),
    _slt("karasjok", ("karasjok",), _named(MARET, "HR, Eksempel kommune", share=20), verified=DUE),
    # Nobody coordinates here since two months ago, and here since five: whoever left longer ago is cleared.
    _slt(
        "alta",
        ("alta",),
        _named(JORUNN, "HR, Eksempel kommune", share=100, since=800, until=60),
        email="slt-alta@eksempel.example",
    ),
    _slt("luster", ("luster",), _named(OLAV, "HR, Eksempel kommune", share=40, since=900, until=150)),
    _police("tromso", "troms", ("tromso",), _named(ARNE, "HR, Eksempel politidistrikt", direct=True)),
    _municipal("tromso", _named(ANNE, "HR, Eksempel kommune"), phone="12340060", email="tromso@eksempel.example"),
    # Five districts have one, so that a reader also meets districts with none.
    _prevention("agder", _named(TOR, "HR, Eksempel politidistrikt", direct=True), email="agder@eksempel.example"),
    _prevention("oslo", _named(GRO, "HR, Eksempel politidistrikt", direct=True), phone="12340070"),
    _prevention("vest", _named(LEIF, "HR, Eksempel politidistrikt"), phone="12340071", verified=DUE),
    _prevention("sor-ost", Held(SIRI), phone="12340072", email="sorost@eksempel.example"),
    _prevention("troms", _named(HEGE, "HR, Eksempel politidistrikt"), phone="12340073", verified=STALE),
]


OF_OTHER_APPS = []


def register(examples):
    """For `AppConfig.ready` of an app with examples of its own: a module with `load(today)` and `remove()`."""
    OF_OTHER_APPS.append(examples)


@transaction.atomic
def load(today):
    """Brings all examples to what they should be today. Returns how many rows were written."""
    return sum(_load_point(point, today) for point in POINTS)


@transaction.atomic
def remove():
    """Removes every invented contact point and person, also where they were assigned to something real."""
    assignments, _ = Assignment.objects.filter(person__is_example=True).delete()
    points, _ = ContactPoint.objects.filter(is_example=True).delete()
    people, _ = Person.objects.filter(is_example=True).delete()
    return assignments + points + people


def _load_point(point, today):
    contact_point, written = _put(ContactPoint, {"key": point.key}, _point_fields(point, today))
    for place in Municipality.objects.filter(slug__in=point.serves):
        written += _put(Coverage, {"contact_point": contact_point, "municipality": place}, {})[1]
    return written + sum(_load_assignment(contact_point, held, today) for held in point.held)


def _point_fields(point, today):
    district = PoliceDistrict.objects.get(slug=point.owner) if point.is_the_polices else None
    municipality = None if point.is_the_polices else Municipality.objects.get(slug=point.owner)
    return {
        "function": point.function,
        "owner_district": district,
        "owner_municipality": municipality,
        "covers_whole_district": point.function == Function.PREVENTION_CONTACT,
        "phone": point.phone,
        "email": point.email,
        "opening_hours": point.opening_hours,
        "verified_on": today - point.verified,
        "is_example": True,
    }


def _load_assignment(contact_point, held, today):
    someone = {"work_title": held.by.work_title, "direct_phone": held.by.direct_phone}
    # Somebody of the same name in another unit is another person, as every unit keeps its own.
    lookup = {
        "name": held.by.name,
        "is_example": True,
        "owner_district": contact_point.owner_district,
        "owner_municipality": contact_point.owner_municipality,
    }
    person, written = _put(Person, lookup, someone | {"never_publish": held.by.never_publish})
    first_day = today - relativedelta(days=held.since)
    fields = {
        "role": held.role,
        "share": held.share,
        "valid_from": first_day,
        "valid_to": today - relativedelta(days=held.until) if held.until else None,
        "publication": held.publication,
        "publication_decided_on": first_day if held.decided_by else None,
        "publication_decided_by": held.decided_by,
    }
    return written + _put(Assignment, {"contact_point": contact_point, "person": person}, fields)[1]


def _put(model, lookup, fields):
    """The row with these fields, and 1 if it had to be written for that."""
    row = model.objects.filter(**lookup).first() or model(**lookup)
    differing = {name: value for name, value in fields.items() if row.pk is None or getattr(row, name) != value}
    if row.pk and not differing:
        return row, 0
    for name, value in differing.items():
        setattr(row, name, value)
    row.save()
    return row, 1
