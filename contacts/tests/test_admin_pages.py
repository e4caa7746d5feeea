"""The editing pages do what they are for: they list, find, save, and say at the field what is wrong."""

import pytest
from django.contrib import admin
from django.urls import reverse

from contacts.models import Role
from contacts.tests.factories import (
    make_assignment,
    make_district,
    make_municipality,
    make_user,
)

pytestmark = pytest.mark.django_db


def address(model, page="changelist", *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def district():
    return make_district()


@pytest.fixture
def municipality(district):
    return make_municipality(district=district)


@pytest.fixture
def coordinator(client, district):
    client.force_login(user := make_user((Role.POLICE_COORDINATOR, district)))
    return user


@pytest.fixture
def everything(client, district):
    """Somebody who sees every kind of page."""
    roles = [Role.AREA_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.AUDITOR]
    client.force_login(user := make_user(*[(role, None) for role in roles]))
    return user


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_every_list_opens_and_can_be_searched(client, everything, model):
    assert client.get(address(model)).status_code == 200
    assert client.get(address(model), {"q": "e"}).status_code == 200


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_every_row_opens(client, everything, model):
    make_assignment()
    row = model.objects.first()
    if row:
        assert client.get(address(model, "change", row.pk)).status_code == 200
