"""Names of members go half a year after their last day, from every table; the place they had stays."""

import pytest
from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.db import models
from django.utils import timezone

from contacts import daily
from contacts.recording import recording
from councils.models import Member
from councils.services import confirmation
from councils.services.members import clear_members
from councils.tests.factories import make_council, make_member

pytestmark = pytest.mark.django_db

# A canary: no other row, and no code, has this word.
NAME = "Villtorborg Eksempel"
TODAY = timezone.localdate()
LONG_AGO = TODAY - relativedelta(years=1)


@pytest.fixture
def council():
    return make_council()


@pytest.fixture
def left(council):
    last_day = TODAY - relativedelta(months=6, days=1)
    return make_member(council, name=NAME, name_is_public=True, valid_from=LONG_AGO, valid_to=last_day)


def tables_with(word):
    found = []
    for model in apps.get_app_config("councils").get_models():
        texts = [one for one in model._meta.concrete_fields if isinstance(one, models.CharField | models.TextField)]
        if any(model._base_manager.filter(**{f"{text.name}__icontains": word}).exists() for text in texts):
            found.append(model.__name__)
    return found


def test_half_a_year_after_the_last_day_the_name_is_nowhere(left):
    assert "HistoricalMember" in tables_with("Villtorborg")
    assert clear_members(TODAY) == 1
    assert tables_with("Villtorborg") == []


def test_the_place_and_its_days_stay(left):
    clear_members(TODAY)
    left.refresh_from_db()
    assert (left.valid_from, left.role != "", left.cleared_on, left.name_is_public) == (LONG_AGO, True, TODAY, False)


def test_a_reason_that_names_them_goes_too_also_at_whoever_took_over(council, left):
    with recording(reason="Villtorborg sluttet"):
        confirmation.succeed(member=left, first=TODAY - relativedelta(months=6), on=TODAY, name="Ny Eksempel")
    clear_members(TODAY)
    assert tables_with("Villtorborg") == []
    assert Member.objects.get(name="Ny Eksempel").history.exists()


def test_a_name_that_was_taken_away_before_is_cleared_from_the_history(left):
    left.name = ""
    left.save()
    assert clear_members(TODAY) == 1
    assert tables_with("Villtorborg") == []


@pytest.mark.parametrize("last_day", [None, TODAY, TODAY - relativedelta(months=5)], ids=["none", "today", "lately"])
def test_whoever_is_a_member_or_was_lately_keeps_the_name(council, last_day):
    make_member(council, name=NAME, valid_from=LONG_AGO, valid_to=last_day)
    assert clear_members(TODAY) == 0


def test_nobody_is_cleared_twice(left):
    clear_members(TODAY)
    assert clear_members(TODAY) == 0


def test_the_daily_job_does_it():
    assert "clear-members" in [job.name for job in daily.JOBS]
