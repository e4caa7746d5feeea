import pytest
from django.core.management import call_command

from contacts import gazetteer
from portal.search import lexicon


@pytest.fixture(scope="session")
def all_is_searched(django_db_setup, django_db_blocker):
    """What the loaders could not know is added once, and only for tests that search."""
    with django_db_blocker.unblock():
        call_command("rebuild_search", verbosity=0)


@pytest.fixture(autouse=True)
def words_of_this_test(all_is_searched):
    """What a test taught the lexicon is forgotten with it."""
    gazetteer.check_again()
    lexicon.check_again()
    yield
    gazetteer.check_again()
    lexicon.check_again()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` what is changed in it is committed at its end, as search sees it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
