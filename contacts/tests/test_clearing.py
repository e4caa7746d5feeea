"""Names go when their time has come, from every table; what a function was stays."""

import datetime

import pytest
from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from django.utils import timezone

from contacts.access import access_of
from contacts.histories import HistoryOf
from contacts.models import Function, Invitation, Person, Role, User
from contacts.recording import recording
from contacts.services import clearing
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_grant,
    make_person,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

# A canary: no other row, and no code, has this word.
NAME = "Villkjersti Eksempel"
TODAY = timezone.localdate()
LONG_AGO = TODAY - relativedelta(years=1)


@pytest.fixture
def person():
    return make_person(
        NAME,
        owner=make_district(),
        work_title="Villkjersti-rådgiver",
        direct_phone="12340077",
        work_email="villkjersti@eksempel.example",
    )


@pytest.fixture
def left(person):
    """The assignment they left half a year and a day ago."""
    point = make_contact_point(Function.POLICE_CONTACT, owner=person.owner)
    last_day = TODAY - relativedelta(months=6, days=1)
    return make_assignment(point, person, valid_from=LONG_AGO, valid_to=last_day)


def tables_with(word):
    """Every table of this app and of Django's log in which some text holds the word."""
    found = []
    for model in [*apps.get_app_config("contacts").get_models(), *apps.get_app_config("admin").get_models()]:
        texts = [
            field for field in model._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)
        ]
        condition = models.Q()
        for field in texts:
            condition |= models.Q(**{f"{field.name}__icontains": word})
        if texts and model._default_manager.filter(condition).exists():
            found.append(model._meta.label)
    return found


def test_half_a_year_after_the_last_function_nothing_personal_is_left_anywhere(person, left):
    with recording(reason="Villkjersti has left"):
        left.save()
    assert clearing.clear_people(TODAY) == 1
    assert tables_with("villkjersti") == []
    assert tables_with("12340077") == []


def test_the_function_and_its_days_stay(person, left):
    clearing.clear_people(TODAY)
    left.refresh_from_db()
    assert (left.person, left.valid_from) == (person, LONG_AGO)
    assert left.history.count() == 1


def test_a_second_run_finds_nothing(left):
    clearing.clear_people(TODAY)
    assert clearing.clear_people(TODAY) == 0


@pytest.mark.parametrize(
    "valid_to",
    [None, TODAY + datetime.timedelta(days=1), TODAY, TODAY - relativedelta(months=6)],
    ids=["without an end", "ends tomorrow", "ends today", "not half a year yet"],
)
def test_whoever_holds_or_lately_held_a_function_is_kept(person, left, valid_to):
    make_assignment(
        make_contact_point(Function.POLICE_CONTACT, owner=person.owner), person, valid_to=valid_to, valid_from=LONG_AGO
    )
    assert clearing.clear_people(TODAY) == 0
    assert Person.objects.get(pk=person.pk).name == NAME


def test_whoever_was_never_given_a_function_is_kept_for_half_a_year(person):
    assert person not in clearing.people_due(TODAY)
    assert person in clearing.people_due(TODAY + relativedelta(months=7))


def test_reasons_that_name_nobody_stay(left):
    with recording(reason="New organisation"):
        left.save()
    clearing.clear_people(TODAY)
    assert left.history.first().history_change_reason == "New organisation"


def test_whoever_holds_a_function_is_not_cleared_before_it_ends(person, left):
    left.valid_to = None
    left.save()
    with pytest.raises(ValidationError):
        clearing.clear_person(person=person, today=TODAY)


def test_the_history_says_that_the_name_is_cleared(person, left):
    user = make_user((Role.POLICE_COORDINATOR, person.owner))
    clearing.clear_people(TODAY)
    told = str(HistoryOf(left.contact_point, access_of(user))[:50])
    assert "(name cleared)" in told
    assert NAME not in told


def test_who_is_cleared_cannot_be_edited_set_back_or_given_a_function(person, left):
    first = person.history.last()
    user = make_user((Role.POLICE_COORDINATOR, person.owner))
    clearing.clear_people(TODAY)
    client = Client()
    client.force_login(user)
    assert client.get(f"/en/admin/contacts/person/{person.pk}/history/person/{first.history_id}/").status_code == 404
    assert not Person.objects.editable_by(access_of(user)).filter(pk=person.pk).exists()
    person.refresh_from_db()
    new = make_assignment(left.contact_point, person)
    with pytest.raises(ValidationError, match="anew"):
        new.clean()


class TestUsers:
    @pytest.fixture
    def closed(self):
        user = make_user(name=NAME, email="villkjersti@eksempel.example", is_active=False)
        make_grant(
            user,
            Role.POLICE_COORDINATOR,
            make_district(),
            begins_at=timezone.now() - relativedelta(years=3),
            ends_at=timezone.now() - relativedelta(years=2, days=2),
        )
        User.history.filter(id=user.pk).update(history_date=timezone.now() - relativedelta(years=2, days=1))
        return user

    def test_an_account_closed_two_years_ago_is_cleared_everywhere(self, closed):
        assert clearing.clear_users(TODAY) == 1
        assert tables_with("villkjersti") == []
        assert clearing.clear_users(TODAY) == 0

    def test_what_they_did_was_done_by_a_former_user(self, closed, person, left):
        left._history_user = closed
        left.save()
        clearing.clear_users(TODAY)
        reader = make_user((Role.AUDITOR, None))
        assert HistoryOf(left, access_of(reader))[:1][0].who == "A former user"

    def test_one_that_is_open_or_was_closed_lately_is_kept(self, closed):
        closed.history.update(history_date=timezone.now())
        assert clearing.clear_users(TODAY) == 0
        closed.history.update(history_date=timezone.now() - relativedelta(years=3))
        User.objects.filter(pk=closed.pk).update(is_active=True)
        assert clearing.clear_users(TODAY) == 0


@pytest.mark.parametrize(("months", "is_kept"), [(5, True), (7, False)])
def test_an_invitation_is_deleted_half_a_year_after_it_ran_out(months, is_kept):
    then = timezone.now() - relativedelta(months=months)
    Invitation.objects.create(name=NAME, email="villkjersti@eksempel.example", role=Role.AUDITOR, expires_at=then)
    clearing.clear_invitations(TODAY)
    assert (tables_with("villkjersti") != []) is is_kept


class TestAtOnce:
    """For somebody who asks for it."""

    def press(self, person, *roles, **sent):
        client = Client()
        client.force_login(make_user(*roles))
        url = f"/en/admin/contacts/person/{person.pk}/clear/"
        return client.post(url, sent, follow=True) if sent else client.get(url)

    def test_the_area_administrator_clears(self, person, left):
        page = self.press(person, (Role.AREA_ADMINISTRATOR, person.owner), seen=person.version)
        assert "The personal data is cleared." in page.content.decode()
        assert tables_with("villkjersti") == []

    def test_the_page_asks_first(self, person, left):
        assert NAME in self.press(person, (Role.AREA_ADMINISTRATOR, None)).content.decode()
        assert Person.objects.get(pk=person.pk).name == NAME

    def test_not_while_they_hold_a_function(self, person):
        make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=person.owner), person)
        page = self.press(person, (Role.AREA_ADMINISTRATOR, person.owner), seen=person.version)
        assert "They hold a function still." in page.content.decode()
        assert Person.objects.get(pk=person.pk).name == NAME

    def test_not_what_somebody_changed_meanwhile(self, person, left):
        person.save()
        self.press(person, (Role.AREA_ADMINISTRATOR, person.owner), seen=1)
        assert Person.objects.get(pk=person.pk).name == NAME

    def test_others_find_no_such_page(self, person, left):
        for roles in ([(Role.POLICE_COORDINATOR, person.owner)], [(Role.AREA_ADMINISTRATOR, make_district())]):
            assert self.press(person, *roles).status_code == 404
            assert self.press(person, *roles, seen=person.version).status_code == 404
        assert Person.objects.get(pk=person.pk).name == NAME


def test_lists_say_that_a_name_is_cleared(person, left):
    clearing.clear_people(TODAY)
    client = Client()
    client.force_login(make_user((Role.AUDITOR, None)))
    for model in ("person", "assignment"):
        assert "(name cleared)" in client.get(f"/en/admin/contacts/{model}/").content.decode()
