"""The agenda edited: order, late items, withdrawn items, and items of which no text may be kept."""

import datetime

import pytest
from django.utils import timezone

from councils.models import AgendaItem, LegalBasis, Meeting
from councils.services.meetings import call_meeting, plan_meeting
from councils.tests.factories import make_council, make_exempt_item, make_item, make_meeting, make_secretary
from portal.tests.councils.test_meeting_pages import form_of, of, shown

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + datetime.timedelta(days=14)
TEN = datetime.time(10)
NEW = {"title": "Ny sak", "kind": "decision", "theme": "youth", "visibility": "public"}
# The check digits are right, and the person is none: synthetic numbers have 80 added to the month.
IDENTITY_NUMBER = "01 85 70 100 15"


@pytest.fixture
def council():
    return make_council(access_contact="post@eksempel.example", items_visibility="internal")


@pytest.fixture
def secretary(client, council):
    client.user = make_secretary(council)
    client.force_login(client.user)
    return client


@pytest.fixture
def meeting(council):
    meeting = plan_meeting(body=council, date=SOON, starts_at=TEN)
    make_item(meeting, title="Første sak", description="Om skjenking", position=1)
    return meeting


@pytest.fixture
def item(meeting):
    return meeting.items.get()


@pytest.fixture
def exempt():
    basis = LegalBasis.objects.get(code="offl. § 13")
    reason = {"exempt_reason": "Gjelder et sikkerhetstiltak", "access_contact": "post@eksempel.example"}
    return {"visibility": "exempt", "legal_basis": str(basis.pk)} | reason


def edited(client, item, **changes):
    """What the page of an item answers when these fields are sent, and all others as they were."""
    address = of("agenda_item", item.meeting, item.pk)
    return client.post(address, form_of(shown(client.get(address))) | changes)


def now(item):
    return AgendaItem.objects.get(pk=item.pk)


def errors(answer):
    return shown(answer).one("div", class_="ds-error-summary").text


class TestOrder:
    def test_it_is_changed_by_buttons(self, secretary, meeting, item):
        second = make_item(meeting, title="Andre sak", position=2)
        answer = secretary.post(of("agenda", meeting), {"up": second.pk})
        assert answer.url.endswith(f"#item-{second.pk}")
        assert list(meeting.items.all()) == [second, item]
        secretary.post(of("agenda", meeting), {"down": second.pk})
        assert list(meeting.items.all()) == [item, second]

    def test_the_first_has_no_button_up_and_the_last_none_down(self, secretary, meeting, item):
        second = make_item(meeting, position=2)
        page = shown(secretary.get(of("agenda", meeting)))
        buttons = [
            (button.attrs["name"], button.attrs["value"])
            for button in page.all("button", type="submit", data_size="sm")
        ]
        assert buttons == [("down", str(item.pk)), ("up", str(second.pk))]

    def test_after_the_notice_it_stays(self, secretary, meeting, item):
        make_item(meeting, position=2)
        call_meeting(meeting=meeting, by=None)
        assert not shown(secretary.get(of("agenda", meeting))).all("button", name="down")
        secretary.post(of("agenda", meeting), {"down": item.pk})
        assert meeting.items.first() == item


class TestItems:
    def test_a_new_one_begins_as_visible_as_the_body_wants_it(self, secretary, meeting):
        page = shown(secretary.get(of("add_item", meeting)))
        assert form_of(page)["visibility"] == "internal"
        assert form_of(page)["access_contact"] == "post@eksempel.example"

    def test_it_comes_last(self, secretary, meeting):
        secretary.post(of("add_item", meeting), NEW)
        assert [item.title for item in meeting.items.all()] == ["Første sak", "Ny sak"]
        assert meeting.items.last().access_contact == ""

    def test_a_late_one_has_the_next_number_at_once(self, secretary, meeting):
        call_meeting(meeting=meeting, by=None)
        secretary.post(of("add_item", meeting), NEW)
        assert meeting.items.last().case_number == 2

    def test_two_who_edit_the_same_are_told_and_lose_nothing(self, secretary, item):
        sent = form_of(shown(secretary.get(of("agenda_item", item.meeting, item.pk))))
        other = now(item)
        other.description = "Om uteliv"
        other.save()
        page = shown(secretary.post(of("agenda_item", item.meeting, item.pk), sent | {"description": "Om rus"}))
        assert "Om uteliv" in page.one("main").text
        assert page.one("textarea", name="description").text.strip() == "Om rus"
        assert now(item).description == "Om uteliv"

    @pytest.mark.parametrize("field", ["title", "description", "presenter"])
    def test_an_identity_number_is_refused_however_it_is_written(self, secretary, item, field):
        answer = edited(secretary, item, **{field: f"Om {IDENTITY_NUMBER}"})
        assert errors(answer)
        assert IDENTITY_NUMBER not in getattr(now(item), field)

    def test_before_the_notice_it_is_taken_off_and_after_it_withdrawn(self, secretary, meeting, item):
        gone = make_item(meeting, position=2)
        secretary.post(of("agenda_item", meeting, gone.pk), {"step": "withdraw", "seen": gone.version})
        assert not AgendaItem.objects.filter(pk=gone.pk).exists()
        call_meeting(meeting=meeting, by=None)
        for step, is_withdrawn in (("withdraw", True), ("restore", False)):
            secretary.post(of("agenda_item", meeting, item.pk), {"step": step, "seen": now(item).version})
            assert now(item).is_withdrawn is is_withdrawn

    def test_what_was_not_seen_is_not_withdrawn(self, secretary, item):
        secretary.post(of("agenda_item", item.meeting, item.pk), {"step": "withdraw", "seen": item.version + 1})
        assert now(item)

    def test_when_the_minutes_are_checked_nothing_is_changed(self, secretary, item):
        sent = form_of(shown(secretary.get(of("agenda_item", item.meeting, item.pk))))
        Meeting.objects.filter(pk=item.meeting_id).update(status="published", called_at=timezone.now())
        secretary.post(of("agenda_item", item.meeting, item.pk), sent | {"title": "Noe annet"})
        secretary.post(of("add_item", item.meeting), NEW)
        assert [each.title for each in item.meeting.items.all()] == ["Første sak"]


class TestExempt:
    def test_it_is_made_without_any_text(self, secretary, meeting, exempt):
        secretary.post(of("add_item", meeting), NEW | exempt | {"presenter": "politikontakt"})
        item = meeting.items.last()
        assert (item.is_exempt, item.legal_basis.code, item.presenter) == (True, "offl. § 13", "")

    @pytest.mark.parametrize("missing", ["legal_basis", "exempt_reason", "access_contact"])
    def test_it_needs_a_provision_a_reason_and_where_to_ask(self, secretary, meeting, exempt, missing):
        page = shown(secretary.post(of("add_item", meeting), NEW | exempt | {missing: ""}))
        assert page.one(id=f"id_{missing}_error")
        assert meeting.items.count() == 1

    def test_a_text_is_not_taken_with_it_and_not_lost_either(self, secretary, meeting, exempt):
        page = shown(secretary.post(of("add_item", meeting), NEW | exempt | {"description": "Kanaritekst"}))
        assert page.one(id="id_description_error")
        assert page.one("textarea", name="description").text.strip() == "Kanaritekst"
        assert not AgendaItem.history.filter(description="Kanaritekst").exists()

    def test_a_stored_text_is_deleted_only_when_that_is_confirmed(self, secretary, item, exempt):
        page = shown(edited(secretary, item, **exempt))
        assert page.one(id="id_delete_text_error")
        assert now(item).description == "Om skjenking"
        edited(secretary, item, **exempt, delete_text="on")
        assert (now(item).description, now(item).visibility) == ("", "exempt")
        assert set(item.history.values_list("description", flat=True)) == {""}

    def test_also_that_of_the_minutes(self, secretary, item, exempt):
        AgendaItem.objects.filter(pk=item.pk).update(description="", discussion="Kanaritekst")
        assert shown(edited(secretary, item, **exempt)).one(id="id_delete_text_error")
        edited(secretary, item, **exempt, delete_text="on")
        assert now(item).discussion == ""

    def test_it_is_edited_and_taken_back(self, secretary, meeting):
        item = make_exempt_item(meeting)
        edited(secretary, item, exempt_reason="En annen grunn")
        assert now(item).exempt_reason == "En annen grunn"
        edited(secretary, item, visibility="internal")
        assert (now(item).visibility, now(item).legal_basis, now(item).exempt_reason) == ("internal", None, "")

    def test_a_provision_alone_makes_nothing_exempt(self, secretary, item, exempt):
        page = shown(edited(secretary, item, **exempt | {"visibility": "public"}))
        assert page.one(id="id_visibility_error")

    def test_a_provision_that_is_no_longer_in_use_is_kept_and_not_offered(self, secretary, meeting):
        item = make_exempt_item(meeting)
        LegalBasis.objects.filter(pk=item.legal_basis_id).update(is_current=False)
        old = str(item.legal_basis_id)
        assert form_of(shown(secretary.get(of("agenda_item", meeting, item.pk))))["legal_basis"] == old
        offered = shown(secretary.get(of("add_item", meeting))).all("option", value=old)
        assert offered == []


def test_the_agenda_takes_as_many_queries_however_long_it_is(secretary, council, django_assert_max_num_queries):
    meeting = make_meeting(council, days=14)
    for position in range(12):
        make_item(meeting, position=position)
    with django_assert_max_num_queries(16):
        secretary.get(of("agenda", meeting))
