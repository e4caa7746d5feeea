import pytest
from django.utils import translation


@pytest.fixture
def in_english():
    """For tests that look at texts, or ask for pages under /en/: the language is what it was afterwards."""
    with translation.override("en"):
        yield
