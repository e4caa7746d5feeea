"""The notice of a meeting, as the members see it."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from councils.models import ActionItem
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_member,
    make_reader,
    make_secretary,
)

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def called():
    meeting = make_meeting(make_council(name="Prøverådet"), days=14, status="called", starts_at=datetime.time(10))
    make_item(meeting, number=1, title="Åpen sak", description="Om skjenking")
    make_exempt_item(meeting, number=2, title="Nøytral tittel")
    make_item(meeting, number=3, title="Trukket sak", description="Ikke lenger", is_withdrawn=True)
    return meeting


def address(meeting):
    return f"/en/skrivebord/organ/{meeting.body.slug}/moter/{meeting.date}/innkalling/"


def page(client, user, meeting):
    client.force_login(user)
    return client.get(address(meeting))


def test_the_members_read_the_agenda(client, called):
    html = page(client, make_reader(called.body), called).content.decode()
    year = called.date.year % 100
    for text in ("Åpen sak", "Om skjenking", f"1/{year}", f"2/{year}", "Nøytral tittel", "offl. § 13", "Withdrawn"):
        assert text in html
    assert "Ikke lenger" not in html


def test_before_it_is_sent_only_the_secretary_reads_it(client):
    meeting = make_meeting(days=14)
    assert page(client, make_reader(meeting.body), meeting).status_code == 404
    assert page(client, make_secretary(meeting.body), meeting).status_code == 200


def test_another_bodys_notice_is_not_there(client, called):
    assert page(client, make_secretary(make_council()), called).status_code == 404


def test_the_members_of_the_day_are_on_it_by_their_roles(client, called):
    shown = make_member(called.body, role="ordfører", name="Kari Eksempel")
    make_member(called.body, role="rektor", name="Ola Eksempel", name_is_public=True)
    make_member(called.body, role="lensmann", valid_from=called.date - 90 * DAY, valid_to=called.date - DAY)
    html = page(client, make_reader(called.body), called).content.decode()
    assert "ordfører" in html
    assert "rektor, Ola Eksempel" in html
    assert "lensmann" not in html
    assert shown.name not in html


def test_what_is_carried_over_is_on_it(client):
    meeting = make_meeting(days=14)
    make_action_item(meeting.body, what="Lage rutine", responsible="politikontakt")
    make_action_item(meeting.body, what="Gjort", status=ActionItem.Status.DONE, done_on=timezone.localdate())
    html = page(client, make_secretary(meeting.body), meeting).content.decode()
    assert "Lage rutine" in html
    assert "Gjort" not in html


def queries(client, meeting):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(meeting)).status_code == 200
    return len(captured)


def test_it_takes_as_many_queries_however_long_it_is(client, called):
    client.force_login(make_reader(called.body))
    few = queries(client, called)
    for number in range(4, 14):
        make_item(called, number=number)
        make_member(called.body)
    assert queries(client, called) == few
