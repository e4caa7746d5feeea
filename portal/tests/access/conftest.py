import pytest
from django.contrib.sitemaps import Sitemap
from django.db import transaction
from django.test import override_settings

from portal.tests.access.world import make_world


@pytest.fixture(scope="package")
def everything(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once. Each test works in a transaction inside this one, and leaves the rows as they were."""
    files = override_settings(PRIVATE_FILES=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), files, transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(everything, db, monkeypatch):
    """Two districts with everything in them, and everybody who asks: see world.py."""
    monkeypatch.setattr(Sitemap, "limit", 20)  # of some thousand addresses, each worked out anew for everybody
    return everything
