import pytest
from django.test import Client

from contacts.models import Role
from contacts.tests.factories import make_district, make_municipality, make_user


@pytest.fixture
def town(places_read_anew):
    return make_municipality(district=make_district())


@pytest.fixture
def keeper(town):
    """Whoever keeps what applies in the town."""
    return make_user((Role.MUNICIPAL_EDITOR, town), name="Kari Prøve")


@pytest.fixture
def desk(keeper):
    """The keeper, logged in."""
    client = Client()
    client.force_login(keeper)
    return client
