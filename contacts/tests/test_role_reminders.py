from datetime import timedelta

import pytest
from django.utils import timezone

from contacts import role_reminders
from contacts.models import OutgoingMail, Role, RoleGrant
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def only_the_roles_of_the_test():
    RoleGrant.objects.all().delete()


@pytest.fixture
def administrator(district):
    return make_user((Role.USER_ADMINISTRATOR, district))


def ends_in(days, district, user=None):
    end = timezone.now() + timedelta(days=days)
    return make_grant(user or make_user(), Role.POLICE_COORDINATOR, district, ends_at=end)


def told(today=TODAY):
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    count = role_reminders.remind(today)
    new = OutgoingMail.objects.exclude(pk__in=before)
    assert new.count() == count
    return set(new.values_list("to", flat=True))


def test_whoever_has_a_role_that_ends_within_30_days_is_told_and_whoever_can_grant_it(district, administrator):
    soon = ends_in(30, district)
    ends_in(32, district)
    assert told() == {soon.user.email, administrator.email}


def test_whoever_has_it_is_told_once_and_the_administrator_once_a_week(district, administrator):
    ends_in(30, district)
    monday = TODAY - timedelta(days=TODAY.weekday())
    assert len(told(monday + timedelta(days=7))) == 2
    assert told(monday + timedelta(days=13)) == set()
    assert told(monday + timedelta(days=14)) == {administrator.email}


def test_one_mail_tells_an_administrator_of_all(district, administrator):
    grants = [ends_in(20, district) for _ in range(3)]
    told()
    body = OutgoingMail.objects.get(to=administrator.email).body
    assert all(grant.user.email in body for grant in grants)


def test_a_role_that_was_granted_again_is_not_told_of(district, administrator):
    grant = ends_in(20, district)
    ends_in(300, district, grant.user)
    assert told() == set()


def test_another_role_of_the_same_user_does_not_count(district, administrator):
    grant = ends_in(20, district)
    ends_in(300, make_district(), grant.user)
    assert grant.user.email in told()


def test_of_an_administrators_role_those_of_the_whole_country_are_told_and_nobody_of_their_own(district):
    national = make_user((Role.USER_ADMINISTRATOR, None))
    for place in (district, None):
        user = make_user()
        make_grant(user, Role.USER_ADMINISTRATOR, place, ends_at=timezone.now() + timedelta(days=9))
        told()
        lists = OutgoingMail.objects.filter(to=user.email, key__startswith="roles-end-")
        assert not [mail for mail in lists if user.email in mail.body]
    assert OutgoingMail.objects.filter(to=national.email).exists()


def test_of_a_role_in_a_municipality_the_administrator_of_its_district_is_told(district, administrator):
    municipality = make_municipality(district=district)
    end = timezone.now() + timedelta(days=9)
    make_grant(make_user(), Role.MUNICIPAL_EDITOR, municipality, ends_at=end)
    assert administrator.email in told()


def test_where_a_district_has_none_the_administrator_of_the_whole_country_is_told(district):
    national = make_user((Role.USER_ADMINISTRATOR, None))
    ends_in(9, district)
    assert national.email in told()
