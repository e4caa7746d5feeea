"""The first page of the desk: whoever comes in sees what is theirs, what needs doing, and no door that is shut."""

import datetime

import pytest
from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils import timezone, translation

from contacts.models import Function, Role
from contacts.tests.factories import make_assignment, make_contact_point, make_grant, make_person, make_user
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

DESK = "/en/skrivebord/"
MISSING = "/en/skrivebord/mangler/"
MOST_QUERIES = 17


def page_of(client, url=DESK):
    answer = client.get(url)
    assert answer.status_code == 200
    return Document(answer.content.decode())


def texts(document, tag):
    return [" ".join(element.text.split()) for element in document.all(tag)]


def test_whoever_is_not_logged_in_is_asked_to_and_comes_back(client):
    answer = client.get(DESK)
    assert answer.status_code == 302
    with translation.override("en"):
        assert answer.headers["Location"] == f"{reverse('account_login')}?next={DESK}"


def test_whoever_has_no_role_is_told_whom_to_turn_to(enter):
    answer = enter().get(DESK)
    assert answer.status_code == 403
    assert "user administrator" in answer.content.decode()


def test_a_role_that_ended_a_minute_ago_opens_nothing(enter, valle):
    now = timezone.now()
    user = make_user()
    make_grant(user, Role.MUNICIPAL_EDITOR, valle, begins_at=now - datetime.timedelta(days=9), ends_at=now)
    client = enter()
    client.force_login(user)
    assert [client.get(url).status_code for url in (DESK, MISSING, "/en/skrivebord/mangler.csv")] == [403] * 3


@pytest.mark.parametrize("role", Role)
def test_every_role_finds_itself_on_the_desk_and_every_link_leads_somewhere(holding, role):
    client = holding(role)
    document = page_of(client)
    with translation.override("en"):
        assert capfirst(role.label) in texts(document, "strong")
    for link in {link for link in document.links if link.startswith("/")}:
        assert client.get(link).status_code == 200, link
    for link in {link for link in document.links if link.startswith("#")}:
        assert link[1:] in document.ids


def test_a_role_that_ends_soon_says_so(enter, valle):
    user = make_user()
    make_grant(user, Role.MUNICIPAL_EDITOR, valle, ends_at=timezone.now() + datetime.timedelta(days=9))
    client = enter()
    client.force_login(user)
    assert "Ends soon" in client.get(DESK).content.decode()
    assert "Ends soon" not in enter((Role.MUNICIPAL_EDITOR, valle)).get(DESK).content.decode()


def test_a_coordinator_sees_the_own_districts_contact_points_and_no_others(holding):
    shown = " ".join(texts(page_of(holding(Role.POLICE_COORDINATOR)), "li"))
    assert "Ola Eksempel" in shown
    assert "Berit Eksempel" not in shown


def test_a_planned_change_is_counted_and_told(holding, agder, valle):
    point = make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle])
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    make_assignment(point, make_person("Prøve Ny", owner=agder), valid_from=tomorrow)
    document = page_of(holding(Role.POLICE_COORDINATOR))
    assert "#planned" in document.links
    assert any("Prøve Ny" in text for text in texts(document, "li"))


def test_the_desk_asks_no_more_of_the_database_however_much_is_mine(
    holding, agder, valle, django_assert_max_num_queries
):
    for _number in range(12):
        make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle]))
    client = holding(Role.POLICE_COORDINATOR)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(DESK)
