import pytest

from contacts.models import DailyRun, OutgoingMail
from contacts.tests.folders import Folder


@pytest.fixture
def folder(tmp_path):
    """The snapshots, copied to a place where they can be broken."""
    return Folder(tmp_path)


@pytest.fixture
def really_written(django_db_setup, django_db_blocker):
    """The mails and daily runs of this test are committed, so that other processes see them, and removed afterwards."""
    with django_db_blocker.unblock():
        yield
        OutgoingMail.objects.all().delete()
        DailyRun.objects.all().delete()
