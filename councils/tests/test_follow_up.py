"""Action items in one table, and who reads them."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.access import access_of
from contacts.tests.browsers import sent
from councils.desk.standing import my_action_items
from councils.models import ActionItem
from councils.services.carrying import carried_to
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_item,
    make_meeting,
    make_member,
    make_reader,
    make_secretary,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def body():
    return make_council()


@pytest.fixture
def secretary(body):
    return logged_in(make_secretary(body, name="Kari Eksempel"))


@pytest.fixture
def member(body):
    return logged_in(make_reader(body))


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


def url(body, *parts):
    return "/".join([f"/en/skrivebord/organ/{body.slug}/oppfolging", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


def newest(item):
    return ActionItem.objects.get(pk=item.pk)


def shown(client, body, query=""):
    page = client.get(url(body) + query)
    formset = page.context["formset"]
    return [form.instance for form in formset.forms] if formset is not None else list(page.context["items"])


@pytest.fixture
def items(body):
    """By what is to be done with them."""
    late = make_action_item(body, due=TODAY - DAY)
    coming = make_action_item(body, due=TODAY + DAY, status="ongoing")
    some_day = make_action_item(body)
    done = make_action_item(body, status="done", done_on=TODAY)
    dropped = make_action_item(body, status="dropped")
    return {"late": late, "coming": coming, "some day": some_day, "done": done, "dropped": dropped}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["late", "coming", "some day"]),
        ("?vis=apne", ["late", "coming", "some day"]),
        ("?vis=forfalt", ["late"]),
        ("?vis=ferdige", ["done", "dropped"]),
        ("?vis=tull", ["late", "coming", "some day"]),
    ],
)
def test_the_filter_shows_what_it_says_the_most_urgent_first(secretary, member, body, items, query, names):
    for client in (secretary, member):
        assert shown(client, body, query) == [items[name] for name in names]
    counts = [choice.count for choice in secretary.get(url(body) + query).context["choices"]]
    assert counts == [3, 1, 2]


def test_all_is_changed_in_one_table_and_the_day_it_was_done_sets_itself(secretary, body, items):
    page = secretary.get(url(body))
    typed = {"a-0-status": "done", "a-1-note": "Venter på svar", "a-2-due": str(TODAY + 30 * DAY)}
    assert secretary.post(url(body), sent(page, **typed)).status_code == 302
    assert (newest(items["late"]).status, newest(items["late"]).done_on) == ("done", TODAY)
    assert newest(items["coming"]).note == "Venter på svar"
    assert newest(items["some day"]).due == TODAY + 30 * DAY


def test_what_is_open_again_was_not_done(secretary, body, items):
    page = secretary.get(url(body) + "?vis=ferdige")
    secretary.post(url(body), sent(page, **{"a-0-status": "ongoing"}))
    assert newest(items["done"]).done_on is None


def test_what_was_not_touched_stays_as_it_was(secretary, body, items):
    secretary.post(url(body), sent(secretary.get(url(body))))
    assert [newest(item).version for item in items.values()] == [item.version for item in items.values()]


def test_what_is_done_leaves_the_agendas_that_are_planned(secretary, body, items):
    planned = make_meeting(body, days=20)
    assert items["late"] in carried_to(planned)
    secretary.post(url(body), sent(secretary.get(url(body)), **{"a-0-status": "done"}))
    assert items["late"] not in carried_to(planned)


def test_two_secretaries_at_once_are_told_of_the_row_that_both_changed(secretary, body, items):
    page, other = secretary.get(url(body)), logged_in(make_secretary(body, name="Ola Eksempel"))
    other.post(url(body), sent(other.get(url(body)), **{"a-0-note": "Olas", "a-1-status": "done"}))
    answer = secretary.post(url(body), sent(page, **{"a-0-note": "Karis", "a-2-note": "Bare min"}))
    assert len(answer.context["formset"].conflicts) == 1
    assert "Olas" in text_of(answer)
    assert "Karis" in text_of(answer)
    assert newest(items["late"]).note == "Olas"
    assert newest(items["some day"]).note == ""


def test_a_row_of_another_body_is_not_changed(secretary, body, items):
    foreign = make_action_item()
    secretary.post(url(body), sent(secretary.get(url(body)), **{"a-0-id": foreign.pk, "a-0-status": "done"}))
    assert newest(foreign).status == "open"
    for pk in (foreign.pk, 987_654_321, 10**30):
        assert secretary.get(url(body, pk)).status_code == 404


def test_something_is_agreed_on_between_two_meetings(secretary, body):
    mine, foreign = make_member(body), make_member()
    page = secretary.get(url(body, "ny"))
    assert set(page.context["form"].fields["member"].queryset) == {mine}
    typed = {"what": "Ringe skolene", "responsible": "SLT-koordinator", "due": str(TODAY), "member": mine.pk}
    assert secretary.post(url(body, "ny"), sent(page, **typed)).status_code == 302
    item = ActionItem.objects.get(body=body)
    assert (item.what, item.member, item.visibility, item.item) == ("Ringe skolene", mine, "internal", None)
    answer = secretary.post(url(body, "ny"), sent(page, **typed | {"member": foreign.pk}))
    assert "not one of the available choices" in text_of(answer)


def test_an_identity_number_is_refused_and_kept_nowhere(secretary, body):
    typed = {"what": "Følg opp 130972 48022", "responsible": "SLT-koordinator"}
    answer = secretary.post(url(body, "ny"), sent(secretary.get(url(body, "ny")), **typed))
    assert "national identity number" in text_of(answer)
    assert not ActionItem.objects.filter(body=body).exists()


def test_one_that_comes_from_a_meeting_may_be_public(secretary, body):
    item = make_action_item(body, item=make_item(make_meeting(body, status="held"), number=2))
    page = secretary.get(url(body, item.pk))
    secretary.post(url(body, item.pk), sent(page, visibility="public", status="done"))
    assert (newest(item).visibility, newest(item).done_on) == ("public", TODAY)


def test_members_read_and_change_nothing(member, body, items):
    page = member.get(url(body))
    assert items["late"].what in text_of(page)
    assert "<form" not in text_of(page).partition("<main")[2].partition("action-items")[2]
    assert member.post(url(body), {"a-TOTAL_FORMS": 0}).status_code == 403
    assert member.get(url(body, "ny")).status_code == 403
    assert member.get(url(body, items["late"].pk)).status_code == 403


def test_another_bodys_list_answers_as_one_that_is_not_there(secretary, member):
    foreign = make_action_item().body
    for client in (secretary, member):
        assert client.get(url(foreign)).status_code == client.post(url(foreign)).status_code == 404


def test_the_desk_says_what_is_overdue(secretary, body, items):
    todos = secretary.get(f"/en/skrivebord/organ/{body.slug}/").context["todos"]
    assert (1, url(body) + "?vis=forfalt") in [(todo.count, todo.url) for todo in todos]


def test_what_is_open_in_my_bodies_is_mine_the_most_urgent_first(body, items):
    make_action_item()
    for user in (make_secretary(body), make_reader(body)):
        assert list(my_action_items(access_of(user))) == [items["late"], items["coming"], items["some day"]]


def test_the_table_costs_the_same_however_many_there_are(secretary, body):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert secretary.get(url(body)).status_code == 200
        return len(captured)

    make_action_item(body)
    few = queries()
    for number in range(1, 15):
        make_action_item(body, item=make_item(make_meeting(body, days=-number, status="held"), number=number))
    assert queries() == few
