"""A role that is for one group of a scheme reaches no contact point: those are of the municipality."""

import pytest
from django.utils import timezone

from contacts.access import access_of
from contacts.keepers import Keepers
from contacts.models import Assignment, ContactPoint, Municipality, Person, Role
from contacts.tests.factories import make_assignment, make_grant, make_person, make_user
from slt.tests.factories import make_coordinator, make_group, make_keeper, make_scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheme():
    return make_scheme()


@pytest.fixture
def held(scheme):
    """The contact point that coordinates the scheme, with whoever holds it."""
    point = make_coordinator(scheme).contact_point
    return make_assignment(point, make_person(name="Ola Eksempel", owner=point.owner_municipality))


@pytest.fixture
def of_a_group(client, scheme):
    """Whoever keeps the records of one group of the scheme, and nothing else."""
    user = make_user()
    make_grant(user, Role.SLT_COORDINATOR, scheme.municipalities.get(), body=make_group(scheme).slug)
    client.force_login(user)
    return user


@pytest.mark.parametrize("model", [ContactPoint, Person, Assignment])
def test_a_role_for_one_group_reaches_no_contact_point_and_nobody_who_holds_one(held, of_a_group, model):
    access = access_of(of_a_group)
    assert not model.objects.visible_to(access)
    assert not model.objects.editable_by(access)
    assert not Municipality.objects.kept_by(access)


def test_a_role_for_the_scheme_does(scheme, held):
    access = access_of(make_keeper(scheme))
    assert set(ContactPoint.objects.editable_by(access)) == {held.contact_point}
    assert set(Person.objects.editable_by(access)) == {held.person}
    assert Municipality.objects.kept_by(access).get() == scheme.municipalities.get()


def test_whoever_keeps_one_group_is_not_asked_to_verify_the_coordinator(scheme, of_a_group):
    keeper = make_keeper(scheme)
    keepers = Keepers(timezone.localdate())
    assert keepers.of_municipality(Role.SLT_COORDINATOR, scheme.municipalities.get().pk) == [keeper.email]
