import pytest
from django.utils import translation

from contacts import gazetteer


@pytest.fixture
def in_english():
    """For tests that look at texts, or ask for pages under /en/: the language is what it was afterwards."""
    with translation.override("en"):
        yield


@pytest.fixture
def places_read_anew():
    """What a test changed is rolled back, and no other test may meet it in memory."""
    gazetteer.check_again()
    yield
    gazetteer.check_again()
