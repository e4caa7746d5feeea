"""Founding a scheme, what it is, and its municipalities: for coordinators and area administrators."""

import pytest

from slt.tests.factories import make_keeper, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

LIST = "/en/skrivebord/slt/"


def test_the_list_holds_those_that_somebody_keeps(client):
    scheme, other = make_scheme(age_from=12, age_to=23), make_scheme()
    client.force_login(make_keeper(scheme))
    text = client.get(LIST).content.decode()
    assert scheme.name in text
    assert "Ages 12–23" in text
    assert other.name not in text
