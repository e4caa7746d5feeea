"""What whoever coordinates an SLT scheme finds on the first page of the desk."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_grant
from portal.tests.document import Document
from slt.tests.factories import make_group, make_keeper, make_measure, make_priority, make_scheme, make_year

pytestmark = pytest.mark.django_db

DESK = "/en/skrivebord/"
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


@pytest.fixture
def scheme():
    scheme = make_scheme()
    cycle = make_year(scheme)
    make_measure(cycle, due=YESTERDAY)
    make_priority(cycle)
    make_group(scheme)
    return scheme


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


def page_of(client):
    answer = client.get(DESK)
    assert answer.status_code == 200
    return Document(answer.content.decode())


def test_what_needs_doing_in_the_only_scheme_is_told_at_once(scheme):
    client = logged_in(make_keeper(scheme))
    document = page_of(client)
    year = f"{DESK}slt/{scheme.slug}/arbeidsar/{scheme.years.get().year}/"
    assert {f"{year}tiltak/status/", f"{year}funn/nytt/", f"{DESK}slt/{scheme.slug}/"} <= set(document.links)
    for link in {link for link in document.links if link.startswith("/")}:
        assert client.get(link).status_code == 200, link


def test_of_several_schemes_each_tells_its_own(scheme):
    other = make_scheme()
    user = make_keeper(scheme)
    make_grant(user, Role.SLT_COORDINATOR, other.municipalities.get(), body=other.slug)
    links = set(page_of(logged_in(user)).links)
    assert {f"{DESK}slt/{other.slug}/", f"{DESK}slt/{other.slug}/arbeidsar/nytt/"} <= links


def test_somebody_elses_scheme_is_not_told_of(scheme):
    links = page_of(logged_in(make_keeper(make_scheme()))).links
    assert not [link for link in links if scheme.slug in link]


def test_the_desk_asks_no_more_however_many_schemes_are_mine(scheme):
    def asked(client):
        client.get(DESK)
        with CaptureQueriesContext(connection) as captured:
            client.get(DESK)
        return len(captured)

    def coordinate_another():
        other = make_scheme()
        make_measure(make_year(other), due=YESTERDAY)
        make_grant(user, Role.SLT_COORDINATOR, other.municipalities.get(), body=other.slug)

    user = make_keeper(scheme)
    client = logged_in(user)
    coordinate_another()
    few = asked(client)
    for _number in range(3):
        coordinate_another()
    assert asked(client) <= few
