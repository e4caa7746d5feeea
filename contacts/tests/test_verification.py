from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from contacts.models import ContactPoint, Freshness, Overtaken
from contacts.recording import Origin, recording
from contacts.services.verification import take_back, verify
from contacts.tests.factories import make_contact_point

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LONG_AGO = TODAY - timedelta(days=400)


@pytest.fixture
def point():
    return make_contact_point(verified_on=LONG_AGO, phone="12345678")


def test_who_verifies_makes_a_stale_contact_point_fresh(point):
    verify(point=point, on=TODAY)
    assert ContactPoint.objects.get(pk=point.pk).freshness(TODAY) == Freshness.FRESH


def test_a_verification_is_in_the_history_with_its_reason_and_from_where(point):
    with recording(reason="Called them", origin=Origin.DESK):
        verify(point=point, on=TODAY)
    entry = point.history.latest()
    assert (entry.verified_on, entry.history_change_reason, entry.origin) == (TODAY, "Called them", "desk")


def test_nobody_verifies_what_somebody_else_has_changed_meanwhile(point):
    changed = ContactPoint.objects.get(pk=point.pk)
    changed.phone = "12345679"
    changed.save()
    with pytest.raises(Overtaken):
        verify(point=point, on=TODAY)
    assert ContactPoint.objects.get(pk=point.pk).verified_on == LONG_AGO


def test_a_day_to_come_verifies_nothing(point):
    with pytest.raises(ValidationError):
        verify(point=point, on=TODAY + timedelta(days=1))


def test_a_verification_by_mistake_is_taken_back(point):
    verify(point=point, on=TODAY)
    take_back(point=point, to=LONG_AGO)
    assert ContactPoint.objects.get(pk=point.pk).freshness(TODAY) == Freshness.STALE
