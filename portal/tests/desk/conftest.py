"""People who come to the desk, each with a role, and what is theirs."""

import pytest
from django.conf import settings
from django.utils import translation

from contacts.models import Function, Municipality, PoliceDistrict, Role
from contacts.tests.factories import make_assignment, make_contact_point, make_person, make_user

NATIONAL = {Role.GUIDANCE_EDITOR, Role.AREA_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.AUDITOR}


@pytest.fixture(autouse=True)
def _language_of_the_last_page():
    """The pages here are asked for in English, and the tests that follow are not."""
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def agder():
    return PoliceDistrict.objects.get(slug="agder")


@pytest.fixture
def valle():
    return Municipality.objects.get(slug="valle")


@pytest.fixture
def enter(client):
    """Somebody logs in with these roles, and is handed the client."""

    def enter(*grants, **fields):
        client.user = make_user(*grants, **fields)
        client.force_login(client.user)
        return client

    return enter


@pytest.fixture
def holding(enter, agder, valle):
    """Somebody who has this role: nationally, in Agder or in Valle, as it is given."""

    def holding(role):
        place = None if role in NATIONAL else agder if role == Role.POLICE_COORDINATOR else valle
        return enter((role, place))

    return holding


@pytest.fixture
def coordinator(holding):
    return holding(Role.POLICE_COORDINATOR)


@pytest.fixture
def point(agder, valle):
    """A contact point of Agder, for Valle, with a number."""
    return make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle], phone="12349901")


@pytest.fixture
def held(point, agder):
    return make_assignment(point, make_person("Prøve Før", owner=agder))


@pytest.fixture
def foreign():
    """A contact point of another district, held by somebody."""
    point = make_contact_point(Function.POLICE_CONTACT)
    return make_assignment(point, make_person("Prøve Fremmed", owner=point.owner))
