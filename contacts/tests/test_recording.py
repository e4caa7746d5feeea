import pytest

from contacts.models import ContactPoint, Overtaken
from contacts.recording import Origin, recording
from contacts.tests.factories import make_contact_point

pytestmark = pytest.mark.django_db


def test_the_history_tells_why_and_from_where():
    point = make_contact_point()
    with recording(origin=Origin.DAILY_JOB), recording(reason="The list of March"):
        point.save()
    newest = point.history.first()
    assert (newest.history_change_reason, newest.origin) == ("The list of March", "daily_job")


def test_the_reason_of_one_row_wins_over_that_of_all():
    point = make_contact_point()
    point._change_reason = "Its own"
    with recording(reason="Of all"):
        point.save()
    assert point.history.first().history_change_reason == "Its own"


def test_what_is_over_is_not_told_of_later_changes():
    with recording(reason="Then", origin=Origin.IMPORT):
        pass
    first = make_contact_point().history.first()
    assert (first.history_change_reason, first.origin) == (None, "")


def test_a_row_that_somebody_else_changed_is_not_deleted():
    point = make_contact_point()
    seen = ContactPoint.objects.get(pk=point.pk)
    point.save()
    with pytest.raises(Overtaken):
        seen.delete()
    assert ContactPoint.objects.filter(pk=point.pk).exists()
