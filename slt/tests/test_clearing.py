"""A cleared name is gone from the reasons of changes in this app too; members of groups are cleared as others are."""

import pytest
from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.db import models
from django.utils import timezone

from contacts.models import Person
from contacts.recording import recording
from contacts.services import clearing
from contacts.tests.factories import make_assignment, make_person
from councils.choices import Agency
from councils.models import Member
from councils.services.members import clear_members
from councils.tests.factories import make_member
from slt.models import Office, Representation
from slt.tests.factories import make_coordinator, make_group, make_scheme

pytestmark = pytest.mark.django_db

# A canary: no other row, and no code, has this word.
NAME = "Villkjersti Eksempel"
TODAY = timezone.localdate()
LONG_AGO = TODAY - relativedelta(years=1)
LAST_DAY = TODAY - relativedelta(months=6, days=1)


def models_with(word):
    """Every model in which some text holds the word."""
    found = []
    for model in [model for app in ("contacts", "councils", "slt") for model in apps.get_app_config(app).get_models()]:
        condition = models.Q()
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField):
                condition |= models.Q(**{f"{field.name}__icontains": word})
        if condition and model._default_manager.filter(condition).exists():
            found.append(model._meta.label)
    return found


def because(row):
    with recording(reason="Villkjersti has left"):
        row.save()


def test_who_coordinated_is_gone_from_the_reasons_at_the_scheme_its_link_and_the_offices():
    coordinator = make_coordinator(make_scheme())
    point = coordinator.contact_point
    person = make_person(NAME, owner=point.owner)
    make_assignment(point, person, valid_from=LONG_AGO, valid_to=LAST_DAY)
    office = Office.objects.create(
        coordinator=coordinator, municipality=coordinator.scheme.municipalities.get(), place="Prøvehuset"
    )
    for row in (coordinator, coordinator.scheme, office):
        because(row)
    assert clearing.clear_people(TODAY) == 1
    assert Person.objects.get(pk=person.pk).name == ""
    assert models_with("villkjersti") == []


def test_also_after_the_link_was_taken_away():
    coordinator = make_coordinator(make_scheme())
    point = coordinator.contact_point
    make_assignment(point, make_person(NAME, owner=point.owner), valid_from=LONG_AGO, valid_to=LAST_DAY)
    with recording(reason="Villkjersti has left"):
        coordinator.delete()
    clearing.clear_people(TODAY)
    assert models_with("villkjersti") == []


def test_a_member_of_a_group_is_cleared_and_gone_from_the_reasons_at_the_group():
    group = make_group()
    member = make_member(group, name=NAME, name_is_public=True, valid_from=LONG_AGO, valid_to=LAST_DAY)
    because(group)
    because(Representation(group=group, agency=Agency.POLICE))
    assert clear_members(TODAY) == 1
    assert Member.objects.get(pk=member.pk).name == ""
    assert models_with("villkjersti") == []


def test_a_member_whose_time_has_not_come_keeps_the_name():
    make_member(make_group(), name=NAME, valid_from=LONG_AGO, valid_to=TODAY - relativedelta(months=5))
    assert clear_members(TODAY) == 0
    assert "councils.Member" in models_with("villkjersti")
