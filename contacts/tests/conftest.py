import pytest

from contacts.tests.folders import Folder


@pytest.fixture
def folder(tmp_path):
    """The snapshots, copied to a place where they can be broken."""
    return Folder(tmp_path)
