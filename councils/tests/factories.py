"""Plain functions that make one row with what it needs. Whatever a test is about, it says itself."""

import datetime
from itertools import count

from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from councils.models import (
    ActionItem,
    AgendaItem,
    BodyMunicipality,
    Council,
    LegalBasis,
    Measure,
    Meeting,
    Member,
    Plan,
    Strategy,
)

_serial = count(1)
CALLED = {*Meeting.Status} - {Meeting.Status.PLANNED, Meeting.Status.CANCELLED}


def make_council(*municipalities, **fields):
    """An active municipal council, of a new municipality of a new district unless others are given."""
    serial = next(_serial)
    council = Council.objects.create(**{"name": f"Prøverådet {serial}", "slug": f"proveradet-{serial}"} | fields)
    for municipality in municipalities or [make_municipality(district=make_district())]:
        BodyMunicipality.objects.create(body=council, municipality=municipality)
    return council


def make_secretary(body, **fields):
    """A user who keeps the records of this body, and of no other."""
    return _with_role(Role.COUNCIL_SECRETARY, body, **fields)


def make_reader(body, **fields):
    """A user who is a member of this body, and reads what is internal."""
    return _with_role(Role.COUNCIL_MEMBER, body, **fields)


def _with_role(role, body, **fields):
    user = make_user(**fields)
    make_grant(user, role, body.municipalities.first(), body=body.slug)
    return user


def make_member(body=None, **fields):
    return Member.objects.create(**{"body": body or make_council(), "role": f"prøverolle {next(_serial)}"} | fields)


def make_meeting(body=None, *, days=-10, status=Meeting.Status.PLANNED, **fields):
    """A meeting so many days from today, in that state. No two on one day."""
    body = body or make_council()
    called_at = timezone.now() - datetime.timedelta(days=20) if status in CALLED else None
    date = timezone.localdate() + datetime.timedelta(days=days)
    defaults = {"body": body, "date": date, "status": status, "called_at": called_at}
    return Meeting.objects.create(**defaults | fields)


def make_item(meeting=None, *, number=None, **fields):
    """An item; with a case number of the year of its meeting, if one is given."""
    meeting = meeting or make_meeting()
    numbered = {"case_number": number, "case_year": meeting.date.year} if number else {}
    return AgendaItem.objects.create(**{"meeting": meeting, "title": f"Prøvesak {next(_serial)}"} | numbered | fields)


def make_exempt_item(meeting=None, **fields):
    exempt = {
        "visibility": "exempt",
        "legal_basis": LegalBasis.objects.get(code="offl. § 13"),
        "exempt_reason": "Prøvegrunn",
        "access_contact": "post@eksempel.example",
    }
    return make_item(meeting, **exempt | fields)


def make_action_item(body=None, **fields):
    defaults = {"body": body or make_council(), "what": f"Prøvetiltak {next(_serial)}", "responsible": "prøverolle"}
    return ActionItem.objects.create(**defaults | fields)


def make_strategy(body=None, *, adopted_in=None, **fields):
    """A draft with something under each heading; adopted a year ago by this item, if one is given."""
    texts = {name: f"Prøvetekst {next(_serial)}" for name in ("problem_understanding", "routines", "concern")}
    defaults = {"body": body or make_council(), "title": f"Prøvestrategi {next(_serial)}", "slug": f"s-{next(_serial)}"}
    year_ago = timezone.localdate() - datetime.timedelta(days=365)
    adopted = {"adopted_in": adopted_in, "status": "adopted", "valid_from": year_ago} if adopted_in else {}
    return Strategy.objects.create(**defaults | texts | adopted | fields)


def make_adopted_strategy(body=None, **fields):
    body = body or make_council()
    meeting = make_meeting(body, days=-400 - next(_serial), status=Meeting.Status.PUBLISHED)
    return make_strategy(body, adopted_in=make_item(meeting, number=next(_serial)), **fields)


def make_plan(body=None, **fields):
    defaults = {"body": body or make_council(), "title": f"Prøveplan {next(_serial)}", "slug": f"p-{next(_serial)}"}
    return Plan.objects.create(**defaults | {"status": "current"} | fields)


def make_measure(plan=None, **fields):
    texts = {"focus_area": "Prøveområde", "objective": "Prøvemål", "text": f"Prøvetiltak {next(_serial)}"}
    return Measure.objects.create(**{"plan": plan or make_plan(), "responsible": "prøverolle"} | texts | fields)
