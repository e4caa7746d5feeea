"""A priority is put to the steering group: a case on its agenda, once, and nothing else of that body is read."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from contacts.access import access_of
from contacts.models import OutgoingMail
from contacts.tests.browsers import sent
from councils.models import AgendaItem, Council, Meeting
from councils.services.agenda import withdraw_item
from councils.services.meetings import call_meeting
from councils.tests.factories import make_council, make_item, make_meeting, make_reader, make_secretary
from slt.choices import Level, Outcome
from slt.models import Priority, Scheme
from slt.services.steering import put_to_steering_group
from slt.tests.factories import make_group, make_keeper, make_priority, make_scheme, make_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
SOON = TODAY + datetime.timedelta(days=14)


@pytest.fixture
def scheme():
    """Steered by the council of its municipality, whose records somebody else keeps."""
    scheme = make_scheme()
    scheme.steering_council = make_council(scheme.municipalities.get(), email="politirad@eksempel.example")
    scheme.save()
    return scheme


@pytest.fixture
def council(scheme):
    return scheme.steering_council


@pytest.fixture
def meeting(council):
    return make_meeting(council, date=SOON)


@pytest.fixture
def user(scheme):
    return make_keeper(scheme)


@pytest.fixture
def keeper(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def priority(scheme):
    return make_priority(make_year(scheme), reason="Fordi kveldene er utrygge.", theme="youth", visibility="public")


def url(priority, *parts):
    start = f"/en/skrivebord/slt/{priority.cycle.scheme.slug}/arbeidsar/{priority.cycle.year}/prioriteringer"
    return "/".join([start, str(priority.pk), *parts, ""])


def press(client, priority, **typed):
    address = url(priority, "styringsgruppe")
    return client.post(address, sent(client.get(address), **typed))


def text_of(page):
    return page.content.decode()


def again(priority):
    return Priority.objects.get(pk=priority.pk)


def test_a_priority_becomes_a_case_for_decision_last_on_the_agenda(keeper, priority, meeting):
    make_item(meeting)
    answer = press(keeper, priority)
    assert answer.url.endswith("#prioritise")
    item = again(priority).item
    assert (item.meeting, item.kind, item.position) == (meeting, AgendaItem.Kind.DECISION, 2)
    assert (item.title, item.description) == (priority.title, "Fordi kveldene er utrygge.")
    assert (item.theme, item.presenter, item.visibility) == ("youth", "SLT-koordinator", "public")


@pytest.fixture
def secretary(council):
    return make_secretary(council)


def mails():
    """To whom, and all that is in them."""
    return [(mail.to, f"{mail.subject}\n{mail.body}") for mail in OutgoingMail.objects.order_by("to")]


def test_whoever_keeps_the_agenda_is_told_of_a_case_with_a_link_to_it(keeper, priority, meeting, council, secretary):
    Priority.objects.filter(pk=priority.pk).update(title="Tryggere kvelder", reason="Kanarigrunn")
    make_reader(council)
    make_secretary(make_council())
    make_secretary(council, is_active=False)
    press(keeper, priority)
    ((to, text),) = mails()
    assert to == secretary.email
    assert f"/skrivebord/organ/{council.slug}/moter/{SOON}/saker/#item-{again(priority).item_id}" in text
    assert council.name in text
    assert "En sak er meldt til møtet" in text
    assert "Tryggere kvelder" in text
    assert "Kanari" not in text


@pytest.mark.parametrize("internal", ["priority", "cases", "meeting"])
def test_the_mail_does_not_name_a_case_that_is_internal(keeper, priority, meeting, council, secretary, internal):
    who_reads = dict.fromkeys(["priority", "cases", "meeting"], "public") | {internal: "internal"}
    Priority.objects.filter(pk=priority.pk).update(
        title="Kanarisak", reason="Kanarigrunn", visibility=who_reads["priority"]
    )
    Council.objects.filter(pk=council.pk).update(items_visibility=who_reads["cases"])
    Meeting.objects.filter(pk=meeting.pk).update(visibility=who_reads["meeting"], place="Kanarirommet")
    press(keeper, priority)
    ((to, text),) = mails()
    assert to == secretary.email
    assert "Kanari" not in text


def test_it_is_told_in_the_language_of_the_council(keeper, priority, meeting, council, secretary):
    Council.objects.filter(pk=council.pk).update(language="nn")
    press(keeper, priority)
    ((_to, text),) = mails()
    assert "Ei sak er meld til møtet" in text
    assert "/nn/skrivebord/" in text


def test_a_case_that_is_edited_is_told_of_once_and_one_that_is_put_again_once_more(
    keeper, priority, meeting, council, secretary
):
    press(keeper, priority)
    item = again(priority).item
    item.title = "Ny tittel"
    item.save()
    Priority.objects.get(pk=priority.pk).save()
    press(keeper, again(priority))
    assert len(mails()) == 1
    withdraw_item(item=item)
    press(keeper, again(priority))
    assert len(mails()) == 2


def test_nobody_is_told_of_a_case_by_one_who_keeps_that_agenda(priority, meeting, council, secretary):
    both = make_secretary(council)
    put_to_steering_group(priority=priority, meeting=meeting, by=both)
    assert mails() == []


def test_nobody_is_told_of_a_case_of_the_schemes_own_group(keeper, priority, scheme, user):
    Scheme.objects.filter(pk=scheme.pk).update(steering_council=None)
    make_keeper(scheme)
    make_meeting(make_group(scheme, level=Level.STEERING), date=SOON)
    press(keeper, priority)
    assert again(priority).item
    assert mails() == []


@pytest.mark.parametrize(
    ("of_body", "of_priority", "expected"),
    [("public", "internal", "internal"), ("internal", "public", "internal"), ("public", "public", "public")],
)
def test_a_case_is_never_more_open_than_the_priority_nor_than_the_body(
    priority, meeting, council, user, of_body, of_priority, expected
):
    council.items_visibility = of_body
    council.save()
    priority.visibility = of_priority
    priority.save()
    item = put_to_steering_group(priority=priority, meeting=Meeting.objects.get(pk=meeting.pk), by=user)
    assert item.visibility == expected


def test_the_form_shows_days_and_nothing_else_of_the_meetings(keeper, priority, meeting):
    make_item(meeting, title="Hemmelig sak")
    make_meeting(meeting.body, date=SOON + datetime.timedelta(days=30), place="Hemmelig sted")
    page = keeper.get(url(priority, "styringsgruppe"))
    assert len(page.context["form"].fields["meeting"].queryset) == 2
    assert "Hemmelig" not in text_of(page)


def test_what_else_the_council_has_stays_closed(keeper, user, priority, meeting):
    press(keeper, priority)
    assert not Meeting.objects.readable_by(access_of(user)).filter(body=meeting.body)
    assert keeper.get(f"/en/skrivebord/organ/{meeting.body.slug}/").status_code in (403, 404)


def test_only_days_to_come_of_meetings_that_nobody_was_called_to_are_offered(keeper, priority, meeting, council):
    make_meeting(council, date=TODAY - datetime.timedelta(days=1))
    make_meeting(council, date=SOON + datetime.timedelta(days=1), status="called")
    make_meeting(make_council(), date=SOON)
    page = keeper.get(url(priority, "styringsgruppe"))
    assert list(page.context["form"].fields["meeting"].queryset) == [meeting]


@pytest.mark.parametrize("where", ["another council", "called", "passed"])
def test_a_meeting_that_was_not_offered_is_refused(keeper, priority, meeting, council, user, where):
    other = {
        "another council": lambda: make_meeting(make_council(), date=SOON),
        "called": lambda: make_meeting(council, date=SOON + datetime.timedelta(days=1), status="called"),
        "passed": lambda: make_meeting(council, date=TODAY - datetime.timedelta(days=1)),
    }[where]()
    page = press(keeper, priority, meeting=other.pk)
    assert "meeting" in page.context["form"].errors
    with pytest.raises(ValidationError):
        put_to_steering_group(priority=priority, meeting=other, by=user)
    assert not again(priority).item
    assert not other.items.exists()


def test_pressed_twice_it_is_on_the_agenda_once(keeper, priority, meeting):
    fields = sent(keeper.get(url(priority, "styringsgruppe")))
    keeper.post(url(priority, "styringsgruppe"), fields)
    answer = keeper.post(url(priority, "styringsgruppe"), fields)
    assert answer.url == url(priority, "vedtak")
    assert meeting.items.count() == 1


def test_two_who_press_at_once_put_it_once(priority, meeting, user):
    """Both have read the priority before either has pressed."""
    one, other = again(priority), again(priority)
    put_to_steering_group(priority=one, meeting=meeting, by=user)
    with pytest.raises(ValidationError, match="on the agenda already"):
        put_to_steering_group(priority=other, meeting=meeting, by=user)
    assert meeting.items.count() == 1


def test_what_was_changed_after_it_was_read_is_not_put(keeper, priority, meeting):
    fields = sent(keeper.get(url(priority, "styringsgruppe")))
    priority.title = "Noe annet"
    priority.save()
    page = keeper.post(url(priority, "styringsgruppe"), fields)
    assert page.context["form"].non_field_errors()
    assert not meeting.items.exists()


def test_without_a_planned_meeting_the_page_says_whom_to_ask(keeper, priority):
    page = text_of(keeper.get(url(priority, "styringsgruppe")))
    assert "politirad@eksempel.example" in page
    assert 'name="meeting"' not in page


def test_of_an_own_group_the_coordinator_plans_the_meeting(keeper, priority, scheme):
    scheme.steering_council = None
    scheme.save()
    group = make_group(scheme, level=Level.STEERING)
    assert f"/organ/{group.slug}/" in text_of(keeper.get(url(priority, "styringsgruppe")))
    meeting = make_meeting(group, date=SOON)
    press(keeper, priority)
    assert again(priority).item.meeting == meeting


def test_without_a_steering_group_the_page_says_what_to_do(keeper, priority, scheme):
    scheme.steering_council = None
    scheme.save()
    assert "no steering group yet" in text_of(keeper.get(url(priority, "styringsgruppe")))


def test_a_council_that_is_of_none_of_its_municipalities_any_more_gets_no_case(keeper, priority, scheme, meeting):
    scheme.steering_council.areas.update(valid_to=TODAY - datetime.timedelta(days=1))
    assert "no steering group yet" in text_of(keeper.get(url(priority, "styringsgruppe")))


def test_the_year_tells_where_the_case_is_and_its_number_once_it_has_one(keeper, priority, meeting, user):
    press(keeper, priority)
    year = f"/en/skrivebord/slt/{priority.cycle.scheme.slug}/arbeidsar/{priority.cycle.year}/"
    assert "no case number before the notice" in text_of(keeper.get(year))
    meeting.starts_at = datetime.time(9)
    meeting.save()
    call_meeting(meeting=meeting, by=user)
    assert f"Case 1/{SOON:%y} of {meeting.body.name}" in text_of(keeper.get(year))


def test_a_case_that_was_withdrawn_is_put_again(keeper, priority, meeting, user, council):
    press(keeper, priority)
    Meeting.objects.filter(pk=meeting.pk).update(status="called", called_at=timezone.now())
    withdraw_item(item=again(priority).item)
    assert priority.cycle.priorities.to_be_put().get() == priority
    later = make_meeting(council, date=SOON + datetime.timedelta(days=30))
    press(keeper, again(priority))
    assert again(priority).item.meeting == later


def test_a_case_that_was_deleted_is_put_again(keeper, priority, meeting):
    press(keeper, priority)
    withdraw_item(item=again(priority).item)
    assert again(priority).item is None
    assert priority.cycle.priorities.to_be_put().get() == priority


def test_a_slip_is_taken_back_while_nobody_has_worked_on_the_case(keeper, priority, meeting):
    press(keeper, priority)
    keeper.post(url(priority, "ta-tilbake"), {"seen": again(priority).version})
    assert again(priority).item is None
    assert not meeting.items.exists()


def test_what_somebody_has_worked_on_is_not_taken_back(keeper, priority, meeting):
    press(keeper, priority)
    item = again(priority).item
    item.description = "Sekretæren har utredet saken."
    item.save()
    assert "Put by mistake" not in text_of(keeper.get(url(priority, "vedtak")))
    keeper.post(url(priority, "ta-tilbake"), {"seen": again(priority).version})
    assert meeting.items.get().description == "Sekretæren har utredet saken."


def test_what_is_before_the_steering_group_is_not_deleted(keeper, priority, meeting):
    press(keeper, priority)
    keeper.post(url(priority, "slett"), {"seen": again(priority).version})
    assert again(priority)


@pytest.mark.parametrize("outcome", ["adopted", "changed", "declined"])
def test_what_the_steering_group_decided_is_recorded_with_its_day(keeper, priority, outcome):
    keeper.post(url(priority, "vedtak"), {"seen": 1, "outcome": outcome, "decided_on": TODAY.isoformat()})
    assert (again(priority).outcome, again(priority).decided_on) == (outcome, TODAY)


@pytest.mark.parametrize("day", ["", (TODAY + datetime.timedelta(days=1)).isoformat()])
def test_a_decision_without_a_day_or_on_one_to_come_is_asked_about(keeper, priority, day):
    page = keeper.post(url(priority, "vedtak"), {"seen": 1, "outcome": "adopted", "decided_on": day})
    assert "decided_on" in page.context["form"].errors
    assert again(priority).outcome == Outcome.WAITING


def test_the_day_of_the_meeting_is_offered_as_the_day_of_the_decision(keeper, priority, meeting):
    press(keeper, priority)
    Meeting.objects.filter(pk=meeting.pk).update(
        date=TODAY - datetime.timedelta(days=2), status="held", called_at=timezone.now()
    )
    form = keeper.get(url(priority, "vedtak")).context["form"]
    assert form["decided_on"].value() == TODAY - datetime.timedelta(days=2)


def test_a_decision_that_was_recorded_by_mistake_is_taken_away_with_its_day(keeper, priority):
    keeper.post(url(priority, "vedtak"), {"seen": 1, "outcome": "adopted", "decided_on": TODAY.isoformat()})
    keeper.post(url(priority, "vedtak"), {"seen": 2, "outcome": "waiting", "decided_on": TODAY.isoformat()})
    assert (again(priority).outcome, again(priority).decided_on) == (Outcome.WAITING, None)


def test_a_coordinator_of_another_scheme_puts_nothing(priority, meeting):
    client = Client()
    client.force_login(make_keeper(make_scheme()))
    for parts in (["styringsgruppe"], ["vedtak"], ["slett"]):
        assert client.get(url(priority, *parts)).status_code == 404
    assert client.post(url(priority, "styringsgruppe"), {"meeting": meeting.pk, "seen": 1}).status_code == 404
    assert not meeting.items.exists()
