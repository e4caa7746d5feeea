"""Several who found a council at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from contacts.tests.factories import make_district, make_municipality
from councils.models import BodyMunicipality, Council
from councils.services import founding


@pytest.fixture
def place(django_db_setup, django_db_blocker):
    """Committed, so that other connections see it, and taken away afterwards."""
    with django_db_blocker.unblock():
        place = make_municipality(district=make_district())
        yield place
        Council.objects.filter(name__startswith="Samtidig").delete()
        district = place.district_memberships.get().district
        place.district_memberships.all().delete()
        place.numbers.all().delete()
        place.delete()
        district.delete()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite writes one at a time")
def test_of_four_that_are_founded_at_once_one_stays(place, django_db_blocker):

    def one(number):
        try:
            founding.found(council=Council(name=f"Samtidig {number}"), municipality=place)
        except (ValidationError, IntegrityError):
            return False
        finally:
            connection.close()
        return True

    with django_db_blocker.unblock(), ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(one, range(4))) == 1
        assert BodyMunicipality.objects.filter(municipality=place).exclude(active_as="").count() == 1
