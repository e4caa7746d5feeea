import pytest
from django.test import Client

from contacts import gazetteer
from portal.tests.document import Document
from portal.tests.pages import PAGES


@pytest.fixture(autouse=True)
def places_of_this_test():
    """Places that an earlier test changed in its own transaction are not remembered here."""
    gazetteer.check_again()


@pytest.fixture(scope="session")
def answers(django_db_setup, django_db_blocker):
    """What every page answers, asked for once. For tests that change nothing; they are marked `django_db`."""
    gazetteer.check_again()
    client = Client()
    with django_db_blocker.unblock():
        return {page: client.get(page.url) for page in PAGES}


@pytest.fixture(scope="session")
def documents(answers):
    return {page: Document(answer.content.decode()) for page, answer in answers.items()}
