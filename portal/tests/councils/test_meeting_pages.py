"""The secretary's pages about meetings: from the year wheel to the notice, without JavaScript."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from contacts.models import OutgoingMail
from councils.models import AgendaItem, Meeting, StandingItem, YearWheelTask
from councils.services.meetings import call_meeting, move_meeting, plan_meeting
from councils.tests.factories import make_council, make_item, make_meeting, make_reader, make_secretary
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
SOON = TODAY + 14 * DAY
TEN = datetime.time(10)
SENT = {"date": str(SOON), "starts_at": "10:00", "ends_at": "12:00", "kind": "ordinary", "visibility": "public"}


@pytest.fixture
def council():
    return make_council(name="Prøverådet", access_contact="post@eksempel.example")


@pytest.fixture
def secretary(client, council):
    client.user = make_secretary(council)
    client.force_login(client.user)
    return client


@pytest.fixture
def meeting(council):
    meeting = plan_meeting(body=council, date=SOON, starts_at=TEN)
    make_item(meeting, title="Prøvesak")
    return meeting


def at(name, *args):
    with translation.override("en"):
        return reverse(name, args=[getattr(arg, "slug", arg) for arg in args])


def of(name, meeting, *args):
    return at(name, meeting.body, meeting.date, *args)


def shown(answer):
    assert answer.status_code == 200
    return Document(answer.content.decode())


def form_of(document):
    """What a browser would send of the page's largest form, if nothing was changed."""
    fields = {}
    for element in document.all("input", "textarea"):
        kind = element.attrs.get("type")
        if "name" in element.attrs and (kind not in ("checkbox", "radio", "submit") or "checked" in element.attrs):
            fields[element.attrs["name"]] = element.attrs.get("value", element.text.removeprefix("\n"))
    for option in document.all("option"):
        if "selected" in option.attrs:
            fields[option.around[-1].attrs["name"]] = option.attrs["value"]
    return fields


def test_whoever_keeps_several_bodies_sees_in_the_title_of_the_page_whose_meeting_it_is(secretary, council, meeting):
    pages = ["agenda", "add_item", "move_meeting", "cancel_meeting", "call_meeting"]
    addresses = [at("plan_meeting", council), *(of(name, meeting) for name in pages)]
    titles = [shown(secretary.get(address)).one("title").text for address in addresses]
    assert [title for title in titles if "Prøverådet" not in title] == []


class TestPlanning:
    def test_the_next_meeting_of_the_year_wheel_takes_one_press(self, secretary, council):
        StandingItem.objects.create(body=council, title="Status")
        make_meeting(council, days=-30, starts_at=TEN, place="Rådhuset")
        soon = TODAY + 40 * DAY
        YearWheelTask.objects.create(body=council, month=soon.month, title="Møte", is_meeting=True, items="Skjenking")
        proposal = form_of(shown(secretary.get(at("plan_meeting", council))))
        answer = secretary.post(at("plan_meeting", council), proposal)
        meeting = council.meetings.get(date__gt=TODAY)
        assert answer.url == of("meeting_desk", meeting)
        assert (meeting.starts_at, meeting.place, meeting.date.month) == (TEN, "Rådhuset", soon.month)
        assert [item.title for item in meeting.items.all()] == ["Status", "Skjenking"]

    def test_without_a_year_wheel_a_meeting_is_planned_too(self, secretary, council):
        secretary.post(at("plan_meeting", council), SENT)
        assert council.meetings.get().date == SOON

    @pytest.mark.parametrize(
        "wrong",
        [{"ends_at": "09:00"}, {"starts_at": ""}, {"date": "2031-02-31"}, {"date": "1926-01-01"}, {"date": ""}],
        ids=["ends before it begins", "ends without beginning", "no day", "another century", "nothing"],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_stays(self, secretary, council, wrong):
        page = shown(secretary.post(at("plan_meeting", council), SENT | {"place": "Rådhuset"} | wrong))
        assert page.all("div", class_="ds-error-summary")
        assert page.one("input", name="place").attrs["value"] == "Rådhuset"
        assert not council.meetings.exists()

    def test_a_second_meeting_on_a_day_is_refused(self, secretary, meeting):
        page = shown(secretary.post(at("plan_meeting", meeting.body), SENT))
        assert "already a meeting on this day" in page.one("div", class_="ds-error-summary").text
        assert Meeting.objects.filter(body=meeting.body).count() == 1

    def test_a_task_of_another_body_is_not_there(self, secretary, council):
        other = YearWheelTask.objects.create(body=make_council(), month=5, title="Møte", is_meeting=True)
        assert secretary.get(at("plan_meeting", council) + f"?oppgave={other.pk}").status_code == 404


class TestMeeting:
    @pytest.mark.parametrize(
        ("state", "days", "leads_to"),
        [("planned", 14, "call_meeting"), ("called", 14, "notice")],
    )
    def test_there_is_one_thing_to_do_next(self, secretary, council, state, days, leads_to):
        meeting = make_meeting(council, days=days, status=state, starts_at=TEN)
        make_item(meeting)
        page = shown(secretary.get(of("meeting_desk", meeting)))
        (button,) = page.all("a", class_="ds-button")
        assert button.attrs["href"] == of(leads_to, meeting)

    def test_a_member_reads_it_and_edits_nothing(self, client, council):
        meeting = make_meeting(council, days=14, status="called", starts_at=TEN)
        make_item(meeting, number=1, title="Prøvesak")
        client.force_login(make_reader(council))
        page = shown(client.get(of("meeting_desk", meeting)))
        assert "Prøvesak" in page.one("main").text
        assert of("agenda", meeting) not in page.links
        for name in ("agenda", "add_item", "move_meeting", "cancel_meeting", "call_meeting"):
            assert client.get(of(name, meeting)).status_code == 403

    def test_a_member_does_not_see_what_is_planned(self, client, meeting):
        client.force_login(make_reader(meeting.body))
        assert client.get(of("meeting_desk", meeting)).status_code == 404
        assert of("meeting_desk", meeting) not in shown(client.get(at("body_meetings", meeting.body))).links

    def test_another_bodys_meeting_is_not_there(self, secretary):
        elsewhere = make_meeting(days=14, status="called")
        item = make_item(elsewhere)
        for name in ("meeting_desk", "agenda", "add_item", "move_meeting", "cancel_meeting", "call_meeting", "notice"):
            assert secretary.get(of(name, elsewhere)).status_code == 404
        assert secretary.get(of("agenda_item", elsewhere, item.pk)).status_code == 404

    def test_an_item_is_found_only_under_its_own_meeting(self, secretary, meeting):
        other = make_item(make_meeting(meeting.body, days=3))
        assert secretary.get(of("agenda_item", meeting, other.pk)).status_code == 404
        assert secretary.post(of("agenda", meeting), {"up": other.pk}).status_code == 404

    def test_it_is_moved_and_found_under_its_new_day(self, secretary, meeting):
        sent = form_of(shown(secretary.get(of("move_meeting", meeting)))) | {"date": str(SOON + DAY)}
        answer = secretary.post(of("move_meeting", meeting), sent)
        assert answer.url == at("meeting_desk", meeting.body, SOON + DAY)

    def test_a_mail_leads_to_the_new_day_and_nothing_elsewhere_is_told(self, client, secretary, meeting):
        call_meeting(meeting=meeting, by=secretary.user)
        before = {name: of(name, meeting) for name in ("notice", "notice_pdf", "meeting_desk")}
        move_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=secretary.user, date=SOON + DAY, starts_at=TEN)
        client.force_login(make_reader(meeting.body))
        for name, address in before.items():
            assert client.get(address).url == at(name, meeting.body, SOON + DAY)
        client.force_login(make_reader(make_council()))
        assert client.get(before["notice"]).status_code == 404

    def test_who_did_what_is_told_to_whoever_keeps_it(self, client, secretary, meeting):
        call_meeting(meeting=meeting, by=secretary.user)
        (history,) = shown(secretary.get(of("meeting_desk", meeting))).all("details")
        assert "You" in history.text
        client.force_login(make_reader(meeting.body))
        assert not shown(client.get(of("meeting_desk", meeting))).all("details")

    def test_two_who_move_it_at_once_are_told(self, secretary, meeting):
        sent = form_of(shown(secretary.get(of("move_meeting", meeting))))
        other = Meeting.objects.get(pk=meeting.pk)
        other.place = "Biblioteket"
        other.save()
        page = shown(secretary.post(of("move_meeting", meeting), sent | {"place": "Rådhuset"}))
        assert "Biblioteket" in page.one("main").text
        assert Meeting.objects.get(pk=meeting.pk).place == "Biblioteket"

    def test_a_draft_is_deleted(self, secretary, meeting):
        page = shown(secretary.get(of("cancel_meeting", meeting)))
        assert secretary.post(of("cancel_meeting", meeting), form_of(page)).url == at("body_meetings", meeting.body)
        assert not Meeting.objects.filter(pk=meeting.pk).exists()

    def test_a_called_one_is_cancelled(self, secretary, meeting):
        call_meeting(meeting=meeting, by=secretary.user)
        secretary.post(of("cancel_meeting", meeting), form_of(shown(secretary.get(of("cancel_meeting", meeting)))))
        assert Meeting.objects.get(pk=meeting.pk).status == "cancelled"

    def test_what_has_been_is_made_internal_at_any_time(self, secretary, council):
        held = make_meeting(council, status="published")
        sent = form_of(shown(secretary.get(of("move_meeting", held)))) | {"visibility": "internal", "date": str(SOON)}
        secretary.post(of("move_meeting", held), sent)
        held.refresh_from_db()
        assert (held.visibility, held.date) == ("internal", TODAY - 10 * DAY)


class TestNotice:
    def test_it_is_seen_as_it_will_be_and_sent_by_one_press(self, secretary, meeting):
        page = shown(secretary.get(of("call_meeting", meeting)))
        assert f"1/{SOON.year % 100}" in page.one("article").text
        assert secretary.post(of("call_meeting", meeting), form_of(page)).url == of("meeting_desk", meeting)
        assert Meeting.objects.get(pk=meeting.pk).status == "called"
        assert [mail.to for mail in OutgoingMail.objects.filter(subject__contains=meeting.body.name)] == [
            secretary.user.email
        ]

    @pytest.mark.parametrize("change", ["another item", "another title", "nothing that was seen"])
    def test_what_was_not_seen_is_not_sent(self, secretary, meeting, change):
        seen = form_of(shown(secretary.get(of("call_meeting", meeting))))
        if change == "another item":
            make_item(meeting, position=9)
        elif change == "another title":
            item = meeting.items.get()
            item.title = "Noe annet"
            item.save()
        else:
            seen = {}
        shown(secretary.post(of("call_meeting", meeting), seen))
        assert Meeting.objects.get(pk=meeting.pk).status == "planned"

    def test_what_stands_in_the_way_is_said_before_the_press(self, secretary, council):
        meeting = plan_meeting(body=council, date=SOON)
        page = shown(secretary.get(of("call_meeting", meeting)))
        assert len(page.one("section", aria_labelledby="obstacles").text.strip().splitlines()) > 1
        assert not page.all("input", name="seen")

    def test_it_is_a_file_too(self, client, meeting):
        call_meeting(meeting=meeting, by=None)
        client.force_login(make_reader(meeting.body))
        answer = client.get(of("notice_pdf", meeting))
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-")


def test_the_list_takes_as_many_queries_however_long_it_is(secretary, council, django_assert_max_num_queries):
    for days in range(1, 12):
        make_meeting(council, days=days)
    with django_assert_max_num_queries(12):
        secretary.get(at("body_meetings", council))
    assert AgendaItem.objects.filter(body=council).count() == 0
