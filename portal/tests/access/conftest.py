import pytest
from django.contrib.sitemaps import Sitemap
from django.db import transaction

from portal.tests.access.world import make_world


@pytest.fixture(scope="package")
def everything(django_db_setup, django_db_blocker):
    """Made once. Each test works in a transaction inside this one, and leaves the rows as they were."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(everything, db, monkeypatch):
    """Two districts with everything in them, and everybody who asks: see world.py."""
    monkeypatch.setattr(Sitemap, "limit", 20)  # of some thousand addresses, each worked out anew for everybody
    return everything
