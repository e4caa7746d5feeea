"""Whose scheme it is: one's own, and nothing of another."""

import pytest

from contacts.access import access_of
from contacts.models import Role
from contacts.tests.factories import make_grant, make_user
from councils.models import Body, Meeting, Member
from councils.tests.factories import make_council, make_meeting, make_member
from slt.models import CycleYear, Finding, Group, Scheme
from slt.tests.factories import make_finding, make_group, make_keeper, make_scheme, make_year

pytestmark = pytest.mark.django_db


def holding(role, place=None, **fields):
    user = make_user()
    make_grant(user, role, place, **fields)
    return access_of(user)


@pytest.fixture
def scheme():
    return make_scheme()


@pytest.fixture
def town(scheme):
    return scheme.municipalities.get()


def reached(access, *models):
    return {model: set(model.objects.editable_by(access)) for model in models}


def test_a_coordinator_keeps_their_own_scheme_with_all_that_is_in_it_and_no_other(scheme):
    mine, group = make_finding(make_year(scheme)), make_group(scheme)
    make_finding()
    make_group()
    access = access_of(make_keeper(scheme))
    assert reached(access, Scheme, CycleYear, Finding, Group) == {
        Scheme: {scheme},
        CycleYear: {mine.cycle},
        Finding: {mine},
        Group: {group},
    }
    assert Body.objects.kept_by(access).get().slug == group.slug


def test_a_coordinator_of_the_municipality_keeps_it_as_well_and_not_its_council(scheme, town):
    group = make_group(scheme)
    make_council(town)
    access = holding(Role.SLT_COORDINATOR, town)
    assert set(Body.objects.kept_by(access)) == {group.body_ptr}
    assert set(Body.objects.editable_by(access)) == {group.body_ptr}


def test_a_secretary_of_the_councils_keeps_no_group_and_no_scheme(scheme, town):
    make_group(scheme)
    access = holding(Role.COUNCIL_SECRETARY, town)
    assert not Body.objects.visible_to(access)
    assert not Scheme.objects.visible_to(access)


def test_a_role_for_one_group_reaches_its_records_and_not_the_scheme(scheme, town):
    group = make_group(scheme)
    make_group(scheme)
    make_finding(make_year(scheme))
    access = holding(Role.SLT_COORDINATOR, town, body=group.slug)
    assert Body.objects.kept_by(access).get() == group.body_ptr
    assert not Scheme.objects.visible_to(access)
    assert not Finding.objects.visible_to(access)


def test_members_of_a_group_are_named_to_it(scheme, town):
    """A member of the councils of a municipality reads no SLT group."""
    group = make_group(scheme)
    make_meeting(group, status=Meeting.Status.CALLED)
    assert not Meeting.objects.readable_by(holding(Role.COUNCIL_MEMBER, town))
    for address in (group.slug, scheme.slug):
        assert Meeting.objects.readable_by(holding(Role.COUNCIL_MEMBER, town, body=address)).count() == 1


def test_an_administrator_keeps_the_frame_and_not_what_is_written(scheme, town):
    group = make_group(scheme)
    member = make_member(group)
    make_finding(make_year(scheme))
    make_meeting(group)
    district = town.district_memberships.get().district
    access = holding(Role.AREA_ADMINISTRATOR, district)
    assert reached(access, Scheme, Group, Member) == {Scheme: {scheme}, Group: {group}, Member: {member}}
    assert not Finding.objects.visible_to(access)
    assert not Meeting.objects.visible_to(access)


def test_a_police_coordinator_keeps_councils_and_no_slt(scheme, town):
    make_group(scheme)
    access = holding(Role.POLICE_COORDINATOR, town.district_memberships.get().district)
    assert not Body.objects.visible_to(access)
    assert not Scheme.objects.visible_to(access)


def test_an_auditor_sees_the_frame_and_changes_nothing(scheme, town):
    make_group(scheme)
    access = holding(Role.AUDITOR)
    assert scheme in Scheme.objects.visible_to(access)
    assert not Scheme.objects.editable_by(access)
    assert not Group.objects.editable_by(access)
