"""Which rows a role reaches, and that acts and rows agree about it."""

import pytest

from contacts import permissions
from contacts.access import access_of
from contacts.models import ContactPoint, Person, Role
from contacts.models.points import Function
from contacts.tests.factories import make_contact_point, make_district, make_grant, make_municipality, make_user

pytestmark = pytest.mark.django_db


def reached(user, model):
    """What somebody may see, and what of it they may change."""
    access = access_of(user)
    return set(model.objects.visible_to(access)), set(model.objects.editable_by(access))


@pytest.mark.parametrize("role", [Role.AREA_ADMINISTRATOR, Role.AUDITOR])
@pytest.mark.parametrize("model", [ContactPoint, Person])
def test_a_role_for_the_whole_country_reaches_every_row(role, model):
    seen, changed = reached(make_user((role, None)), model)
    assert seen == set(model.objects.all())
    assert changed == (seen if role == Role.AREA_ADMINISTRATOR else set())


def test_the_break_glass_account_reaches_every_contact_point():
    assert reached(make_user(is_superuser=True), ContactPoint) == (set(ContactPoint.objects.all()),) * 2


def test_a_coordinator_of_two_districts_keeps_the_contacts_of_both():
    points = [make_contact_point(Function.POLICE_CONTACT, owner=make_district()) for _number in range(3)]
    coordinator = make_user(*[(Role.POLICE_COORDINATOR, point.owner) for point in points[:2]])
    assert reached(coordinator, ContactPoint) == (set(points[:2]),) * 2


def test_two_grants_for_the_same_place_reach_no_more_than_one_and_the_last_to_end_decides():
    point = make_contact_point(Function.POLICE_CONTACT)
    coordinator = make_user((Role.POLICE_COORDINATOR, point.owner), (Role.POLICE_COORDINATOR, point.owner))
    coordinator.grants.first().delete()
    assert reached(coordinator, ContactPoint) == ({point}, {point})


def test_the_area_of_a_district_is_the_municipalities_that_belong_to_it_today():
    here, there = make_district(), make_district()
    point = make_contact_point(owner=make_municipality(district=here))
    administrator = make_user((Role.AREA_ADMINISTRATOR, here))
    assert point in reached(administrator, ContactPoint)[0]
    point.owner.district_memberships.update(district=there)
    assert point not in reached(administrator, ContactPoint)[0]
    make_grant(administrator, Role.AREA_ADMINISTRATOR, there)
    assert point in reached(administrator, ContactPoint)[0]


ROLES = [
    (Role.POLICE_COORDINATOR, "district"),
    (Role.MUNICIPAL_EDITOR, "municipality"),
    (Role.SLT_COORDINATOR, "municipality"),
    (Role.AREA_ADMINISTRATOR, "district"),
    (Role.AREA_ADMINISTRATOR, ""),
    (Role.USER_ADMINISTRATOR, "district"),
    (Role.USER_ADMINISTRATOR, ""),
    (Role.AUDITOR, "district"),
    (Role.GUIDANCE_EDITOR, ""),
]


@pytest.mark.parametrize(("role", "place"), ROLES, ids=str)
def test_rows_and_acts_agree_about_every_kind_of_row(role, place, here_and_there):
    """`visible_to` and `can_see`, `editable_by` and `can_edit`; and whoever sees no row of a kind may see none."""
    access = access_of(make_user((role, here_and_there[place])))
    for model in permissions.SEEN_BY:
        seen, changed = model.objects.visible_to(access), model.objects.editable_by(access)
        for row in model.objects.all()[:50]:
            assert permissions.can_see(access, row) == (row in seen), row
            assert permissions.can_edit(access, row) == (row in changed), row
        assert set(changed) <= set(seen), model
        # Choices in a form are rows that somebody may see without having a page for them.
        assert permissions.can_see_any(access, model) or not changed.exists(), model


@pytest.fixture
def here_and_there():
    district = make_district()
    municipality = make_municipality(district=district)
    make_contact_point(owner=municipality)
    make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[municipality])
    make_contact_point(Function.SLT_COORDINATOR, owner=municipality)
    make_contact_point(Function.POLICE_CONTACT)
    return {"district": district, "municipality": municipality, "": None}
