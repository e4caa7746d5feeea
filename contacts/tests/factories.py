"""Plain functions that make one row with what it needs. Whatever a test is about, it says itself."""

from itertools import count

from django.utils import timezone

from contacts.models import (
    Assignment,
    ContactPoint,
    County,
    Coverage,
    DistrictMembership,
    Function,
    Municipality,
    MunicipalityNumber,
    Person,
    PoliceDistrict,
    RoleGrant,
    User,
)
from contacts.models.points import POLICE_FUNCTIONS

_serial = count(1)


def make_municipality(name="", *, district=None, number="", **fields):
    """A municipality of today with a number that no real one has; in a police district if one is given.

    Numbers from 9900 on are left to tests that choose one themselves.
    """
    serial = next(_serial)
    county, _ = County.objects.get_or_create(number="99", defaults={"name": "Prøvefylke", "slug": "provefylke"})
    defaults = {"name": name or f"Prøvevik {serial}", "slug": f"provevik-{serial}", "county": county}
    municipality = Municipality.objects.create(**defaults | fields)
    MunicipalityNumber.objects.create(municipality=municipality, number=number or f"9{serial % 900:03}")
    if district:
        DistrictMembership.objects.create(municipality=municipality, district=district)
    return municipality


def make_district(name="", **fields):
    serial = next(_serial)
    return PoliceDistrict.objects.create(**{"name": name or f"Prøve {serial}", "slug": f"prove-{serial}"} | fields)


def make_contact_point(function=Function.MUNICIPAL_CONTACT, *, owner=None, serves=(), **fields):
    """A contact point verified today. A new owner of the right kind is made, and served, unless one is given."""
    is_the_polices = function in POLICE_FUNCTIONS
    owner = owner or (make_district() if is_the_polices else make_municipality())
    defaults = {
        "key": f"prove-{next(_serial)}",
        "function": function,
        "owner_district" if is_the_polices else "owner_municipality": owner,
        "covers_whole_district": function == Function.PREVENTION_CONTACT,
        "verified_on": timezone.localdate(),
    }
    contact_point = ContactPoint.objects.create(**defaults | fields)
    for municipality in serves or ([] if is_the_polices else [owner]):
        Coverage.objects.create(contact_point=contact_point, municipality=municipality)
    return contact_point


def make_person(name="", *, owner=None, **fields):
    """Somebody who works in a new municipality, unless an owner is given."""
    return Person.objects.create(
        name=name or f"Prøve Person {next(_serial)}", owner=owner or make_municipality(), **fields
    )


def make_assignment(contact_point=None, person=None, **fields):
    """Somebody holds a function from today on, and only the function is public."""
    contact_point = contact_point or make_contact_point()
    defaults = {
        "contact_point": contact_point,
        "person": person or make_person(owner=contact_point.owner),
        "valid_from": timezone.localdate(),
    }
    return Assignment.objects.create(**defaults | fields)


def make_user(*grants, **fields):
    """Someone who can log in, with these (role, place or None) granted for a year."""
    user = User.objects.create_user(fields.pop("email", f"prove-{next(_serial)}@eksempel.example"), **fields)
    for role, place in grants:
        make_grant(user, role, place)
    return user


def make_grant(user, role, place=None, **fields):
    where = {"district" if isinstance(place, PoliceDistrict) else "municipality": place} if place else {}
    return RoleGrant.objects.create(user=user, role=role, **where | fields)
