import pytest
from django.contrib.sitemaps import Sitemap

from portal.tests.access.world import make_world


@pytest.fixture
def world(db, monkeypatch):
    """Two districts with everything in them, and everybody who asks: see world.py."""
    monkeypatch.setattr(Sitemap, "limit", 20)  # of some thousand addresses, each worked out anew for everybody
    return make_world()
