import pytest

from contacts import gazetteer
from contacts.tests.folders import Folder


@pytest.fixture
def folder(tmp_path):
    """The snapshots, copied to a place where they can be broken."""
    return Folder(tmp_path)


@pytest.fixture
def places_read_anew():
    """What a test changed is rolled back, and no other test may meet it in memory."""
    gazetteer.check_again()
    yield
    gazetteer.check_again()
