"""The history on the editing pages: who may read it, what it says, and how a row is set back."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.access import access_of
from contacts.histories import HistoryOf
from contacts.models import Coverage, Function, Publication, Role
from contacts.recording import Origin, recording
from contacts.tests.editor import Editor
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def district():
    return make_district("Prøvedalen")


@pytest.fixture
def kari(district):
    return make_user((Role.POLICE_COORDINATOR, district), name="Kari Eksempel")


@pytest.fixture
def point(district):
    serves = [make_municipality("Prøvebygd", district=district)]
    return make_contact_point(Function.POLICE_CONTACT, owner=district, serves=serves, phone="12340001")


@pytest.fixture
def holder(point):
    return make_assignment(point, make_person("Per Eksempel", owner=point.owner))


def changed(row, user=None, *, reason="", origin="", **fields):
    row.refresh_from_db()
    for name, value in fields.items():
        setattr(row, name, value)
    row._history_user = user
    with recording(reason=reason, origin=origin):
        row.save()
    return row.history.first()


def entries(row, user):
    return HistoryOf(row, access_of(user))[:100]


def page_of(row, user, suffix="history/", **sent):
    client = Client()
    client.force_login(user)
    url = f"/en/admin/contacts/{row._meta.model_name}/{row.pk}/{suffix}"
    return client.post(url, sent, follow=True) if sent else client.get(url)


def test_a_change_says_who_what_why_and_from_where(point, kari):
    changed(point, kari, phone="12340002", reason="New switchboard", origin=Origin.DESK)
    newest = entries(point, kari)[0]
    assert (newest.who, newest.kind_label, newest.reason, newest.origin) == (
        "You",
        "Changed",
        "New switchboard",
        "the desk",
    )
    assert [(change.label, change.before, change.after) for change in newest.changes] == [
        ("Function number", "12 34 00 01", "12 34 00 02")
    ]


def test_what_belongs_to_the_row_is_told_with_it_in_order_of_time(point, holder, kari):
    changed(
        holder,
        kari,
        publication=Publication.NAME,
        publication_decided_on=timezone.localdate(),
        publication_decided_by="Leader",
    )
    changed(point, kari, is_published=False)
    told = [(entry.kind_label, entry.what) for entry in entries(point, kari)]
    assert told == [
        ("Changed", "contact point"),
        ("Changed", "assignment: Per Eksempel"),
        ("Added", "assignment: Per Eksempel"),
        ("Added", "coverage: Prøvebygd"),
        ("Added", "contact point"),
    ]


def test_values_are_told_as_people_read_them(point, holder, kari):
    changed(
        holder,
        kari,
        publication=Publication.NAME,
        publication_decided_on=timezone.localdate(),
        publication_decided_by="Leader",
        share=40,
    )
    changes = {change.label: (change.before, change.after) for change in entries(point, kari)[0].changes}
    assert changes["Publication"] == ("function only", "name and role")
    assert changes["Position share"] == ("(empty)", "40")


def test_a_row_that_was_taken_away_is_still_told(point, kari):
    Coverage.objects.get(contact_point=point).delete()
    assert entries(point, kari)[0].kind_label == "Deleted"


def test_somebody_who_moved_to_another_unit_is_not_named_any_more(point, holder, kari):
    changed(holder.person, owner=make_district())
    assert "Per Eksempel" not in page_of(point, kari).content.decode()


def test_the_history_of_another_scope_answers_as_that_of_a_missing_row(point, kari):
    foreign = make_contact_point(Function.POLICE_CONTACT)
    missing = make_contact_point(Function.POLICE_CONTACT)
    pk = missing.pk
    missing.delete()
    missing.pk = pk
    answers = [page_of(row, kari) for row in (foreign, missing)]
    assert answers[0].status_code == answers[1].status_code != 200


def test_the_auditor_reads_it_but_sets_nothing_back(point, kari, district):
    changed(point, kari, phone="12340002")
    answer = page_of(point, make_user((Role.AUDITOR, None)))
    assert "12 34 00 02" in answer.content.decode()
    assert answer.context["revertible"] == {}


def test_a_person_shows_only_assignments_within_the_readers_scope(kari, district, point):
    person = make_person(owner=district)
    make_assignment(point, person)
    point.owner = make_district()
    point.save()
    assert [entry.what for entry in entries(person, kari)] == ["person"]


def test_a_long_history_takes_as_many_queries_as_a_short_one(point, holder, kari):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            entries(point, kari)
        return len(captured)

    changed(point, make_user(), phone="12340002")
    changed(holder, kari, share=100)
    few = queries()
    for number in range(20):
        changed(point, make_user(), phone=f"123401{number:02}")
        changed(holder, kari, share=number + 1)
    assert queries() == few


def test_a_page_has_at_most_25_changes(point, kari):
    for number in range(30):
        changed(point, kari, phone=f"123401{number:02}")
    page = page_of(point, kari)
    assert page.content.decode().count("history__entry") == 25
    assert 'href="?p=2"' in page.content.decode()


class TestSettingBack:
    @pytest.fixture
    def first(self, point, kari):
        """The row of history to go back to; since then the number was changed."""
        first = point.history.first()
        changed(point, kari, phone="12340002")
        return first

    def address(self, record):
        return f"history/{record.instance_type._meta.model_name}/{record.history_id}/"

    def test_it_shows_first_what_will_change(self, point, kari, first):
        page = page_of(point, kari, self.address(first)).content.decode()
        assert "12 34 00 01" in page
        assert "12 34 00 02" in page

    def test_it_is_a_new_change_with_a_reason(self, point, kari, first):
        page_of(point, kari, self.address(first), seen=2, reason="The old number is back")
        point.refresh_from_db()
        newest = point.history.first()
        assert (point.phone, newest.history_change_reason, newest.history_user) == (
            "12340001",
            "The old number is back",
            kari,
        )

    def test_without_a_reason_nothing_is_set_back(self, point, kari, first):
        page_of(point, kari, self.address(first), seen=2, reason=" ")
        point.refresh_from_db()
        assert point.phone == "12340002"

    def test_a_row_changed_meanwhile_is_not_set_back(self, point, kari, first):
        changed(point, kari, phone="12340003")
        page_of(point, kari, self.address(first), seen=2, reason="The old number is back")
        point.refresh_from_db()
        assert point.phone == "12340003"

    def test_a_verification_is_not_set_back(self, point, kari, first):
        changed(point, kari, verified_on=None)
        page_of(point, kari, self.address(first), seen=3, reason="The old number is back")
        point.refresh_from_db()
        assert (point.phone, point.verified_on) == ("12340001", None)

    def test_what_is_no_longer_right_cannot_be_had_back(self, point, holder, kari):
        first = holder.history.first()
        changed(holder, kari, share=20)
        make_assignment(
            person=holder.person, contact_point=make_contact_point(Function.POLICE_CONTACT, owner=point.owner), share=60
        )
        type(first).objects.filter(history_id=first.history_id).update(share=60)
        page = page_of(point, kari, self.address(first), seen=2, reason="More again")
        holder.refresh_from_db()
        assert (page.status_code, holder.share) == (200, 20)

    def test_a_row_of_another_page_is_not_there(self, point, kari, first):
        other = make_contact_point(Function.POLICE_CONTACT, owner=point.owner)
        assert page_of(other, kari, self.address(first)).status_code == 404

    def test_who_may_only_read_cannot(self, point, kari, first):
        auditor = make_user((Role.AUDITOR, None))
        assert page_of(point, auditor, self.address(first)).status_code == 404
        assert page_of(point, auditor, self.address(first), seen=2, reason="x").status_code == 404
        point.refresh_from_db()
        assert point.phone == "12340002"


class TestReasons:
    """On the pages of the admin: asked always, required when something is taken away."""

    @pytest.mark.parametrize(("reason", "is_published"), [("", True), ("Closed for good", False)])
    def test_unpublishing_needs_a_reason(self, point, kari, reason, is_published):
        answer = save(point, kari, is_published="", reason=reason)
        assert (answer.status_code == 302) is not is_published
        point.refresh_from_db()
        assert point.is_published is is_published

    @pytest.mark.parametrize(("reason", "left"), [("", 2), ("Has one of its own now", 1)])
    def test_whoever_stops_serving_a_municipality_says_why(self, point, kari, reason, left):
        Coverage.objects.create(contact_point=point, municipality=make_municipality(district=point.owner))
        save(point, kari, reason=reason, **{"coverages-0-DELETE": "on"})
        assert point.coverages.count() == left

    def test_other_changes_do_not(self, point, kari):
        assert save(point, kari, phone="12340002").status_code == 302

    def test_the_reason_is_that_of_every_row_of_the_page(self, point, holder, kari):
        save(point, kari, phone="12340002", reason="New year", **{"assignments-0-share": "40"})
        assert {row.history.first().history_change_reason for row in (point, holder)} == {"New year"}

    def test_and_the_history_says_that_it_was_there(self, point, kari):
        save(point, kari, phone="12340002")
        assert point.history.first().origin == Origin.ADMIN


def save(point, user, **typed):
    editor = Editor(user, point)
    return editor.save(**typed)


HISTORIES = [model for model in apps.get_app_config("contacts").get_models() if hasattr(model, "history")]


@pytest.mark.parametrize("model", HISTORIES, ids=lambda model: model.__name__)
def test_every_kind_of_row_has_a_history_that_can_be_read(model, point, holder, kari):
    """Of places and numbers the rows are those that were loaded, and only the newest change is known."""
    row = model.objects.order_by("-pk").first()
    if row is None or not admin.site.is_registered(model):
        pytest.skip("No such row, or no page for it")
    row.save()
    answer = page_of(row, make_user((Role.AUDITOR, None)))
    assert answer.status_code == 200
    assert answer.context["page"].paginator.count >= 1
