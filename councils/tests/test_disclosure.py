"""What the public and the members see of a meeting, whatever lies behind it: nothing confidential is in it at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from councils.choices import Visibility
from councils.disclosure import disclose_decision, disclose_meeting, disclose_members, disclose_plan, disclose_strategy
from councils.models import (
    ActionItem,
    Attachment,
    Measure,
    Meeting,
    Member,
    MinutesText,
    MinutesVersion,
    Plan,
    Strategy,
)
from councils.services import minutes
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_member,
)

pytestmark = pytest.mark.django_db

WRITTEN = {"description": "Beskrevet", "discussion": "Drøftet", "conclusion": "Vedtatt"}
Status = Meeting.Status


def published(meeting, *items, number=1, reason="", **texts):
    """The minutes of these items as they were published with this version."""
    rows = [["leder", "municipality", "present", []], ["gjest fra skolen", "", "present", ["1/26"]]]
    version = MinutesVersion.objects.create(meeting=meeting, number=number, reason=reason, attendance=rows)
    for item in items:
        MinutesText.objects.create(version=version, item=item, title=item.title, **WRITTEN | texts)
    return version


def seen(meeting, **options):
    return disclose_meeting(Meeting.objects.for_page().get(pk=meeting.pk), **options)


def only(meeting, **options):
    (item,) = seen(meeting, **options).items
    return item


@pytest.fixture
def meeting():
    return make_meeting(status=Status.PUBLISHED)


def test_of_a_public_item_everything_published_is_shown(meeting):
    published(meeting, make_item(meeting, number=1, presenter="leder"))
    item = only(meeting)
    assert (item.number[:2], item.presenter) == ("1/", "leder")
    assert (item.description, item.discussion, item.conclusion) == tuple(WRITTEN.values())


def test_of_an_internal_item_the_public_sees_its_number_and_nothing_else(meeting):
    item = make_item(meeting, number=1, visibility=Visibility.INTERNAL, presenter="Hemmelig", **WRITTEN)
    make_action_item(meeting.body, item=item, visibility=Visibility.PUBLIC)
    published(meeting, item)
    shown = vars(only(meeting))
    assert {name for name, value in shown.items() if value} == {"number", "state"}
    assert shown["state"] == "internal"


def test_members_read_internal_items(meeting):
    published(meeting, make_item(meeting, number=1, visibility=Visibility.INTERNAL))
    assert only(meeting, for_members=True).conclusion == "Vedtatt"


@pytest.mark.parametrize("for_members", [False, True], ids=["public", "members"])
def test_an_exempt_item_says_why_there_is_no_text_and_where_to_ask(meeting, for_members):
    make_exempt_item(meeting, number=1)
    item = only(meeting, for_members=for_members)
    assert (item.state, item.legal_basis, item.reason) == ("exempt", "offl. § 13", "Prøvegrunn")
    assert (item.access_contact, item.conclusion) == ("post@eksempel.example", "")


def test_the_legal_basis_is_explained_in_the_written_form_of_the_page(meeting):
    basis = make_exempt_item(meeting, number=1).legal_basis
    for language, text in (("nb", basis.text_nb), ("nn", basis.text_nn), ("en", basis.text_nb)):
        with translation.override(language):
            assert only(meeting).legal_text == text


def test_the_title_of_an_exempt_item_is_never_one_from_when_it_was_not(meeting):
    item = make_exempt_item(meeting, number=1, title="Nøytral")
    published(meeting, item)
    assert only(meeting).title == "Nøytral"


@pytest.mark.parametrize("status", [Status.HELD, Status.DRAFT, Status.CHECKED, Status.APPROVED])
def test_until_minutes_are_published_the_public_sees_the_agenda(status):
    meeting = make_meeting(status=status)
    make_item(meeting, number=1, **WRITTEN)
    shown = seen(meeting)
    assert (shown.state, shown.approved_on, shown.attendance) == ("held", None, ())
    assert (shown.items[0].description, shown.items[0].discussion, shown.items[0].conclusion) == ("Beskrevet", "", "")


@pytest.mark.parametrize(("status", "text"), [(Status.CHECKED, ""), (Status.APPROVED, "Vedtatt")])
def test_members_read_minutes_once_they_are_approved(status, text):
    meeting = make_meeting(status=status)
    make_item(meeting, number=1, **WRITTEN)
    assert only(meeting, for_members=True).conclusion == text


@pytest.mark.parametrize("for_members", [False, True], ids=["public", "members"])
def test_a_correction_that_is_being_written_is_nobodys(for_members):
    meeting = make_meeting(status=Status.CORRECTING)
    item = make_item(meeting, number=1)
    published(meeting, item)
    for name in ("title", "description", "discussion", "conclusion"):
        setattr(item, name, "Utkast")
    item.save()
    assert "Utkast" not in str(seen(meeting, for_members=for_members))


def test_the_newest_version_holds_and_an_older_one_can_be_read(meeting):
    item = make_item(meeting, number=1)
    published(meeting, item)
    published(meeting, item, number=2, reason="Feil tall", conclusion="Rettet")
    assert only(meeting).conclusion == "Rettet"
    assert only(meeting, version=1).conclusion == "Vedtatt"
    assert [(row.number, row.is_newest) for row in seen(meeting, version=1).versions] == [(2, True), (1, False)]
    with pytest.raises(KeyError):
        seen(meeting, version=3)


def test_what_was_made_internal_is_gone_from_older_versions_as_well(meeting):
    item = make_item(meeting, number=1)
    published(meeting, item)
    published(meeting, item, number=2, reason="Feil tall")
    item.visibility = Visibility.INTERNAL
    item.save()
    assert all("Vedtatt" not in str(seen(meeting, version=number)) for number in (1, 2))


def test_an_item_without_a_number_is_not_announced(meeting):
    make_item(meeting)
    assert seen(meeting).items == ()


def test_attendance_is_that_of_the_version_by_role_and_in_the_language_of_the_page(meeting):
    published(meeting)
    with translation.override("en"):
        first, guest = seen(meeting).attendance
    assert (first.role, first.agency, first.presence) == ("leder", "The municipality", "present")
    assert (guest.agency, guest.items) == ("", ("1/26",))


def test_only_public_action_items_are_shown_and_only_with_the_minutes(meeting):
    item = make_item(meeting, number=1)
    for visibility in (Visibility.PUBLIC, Visibility.INTERNAL):
        make_action_item(meeting.body, item=item, what=visibility, visibility=visibility)
    assert only(meeting).actions == ()
    published(meeting, item)
    assert [action.what for action in only(meeting).actions] == ["public"]
    assert len(only(meeting, for_members=True).actions) == 2


def test_decisions_are_the_conclusions_of_public_items_in_their_newest_version(meeting):
    item, hidden = make_item(meeting, number=1), make_item(meeting, number=2, visibility=Visibility.INTERNAL)
    published(meeting, item, hidden)
    published(meeting, item, hidden, number=2, reason="Feil tall", conclusion="Rettet")
    of_meeting = MinutesText.objects.decisions().filter(item__meeting=meeting)
    (decision,) = [disclose_decision(text) for text in of_meeting]
    assert (decision.conclusion, decision.url[-8:]) == ("Rettet", f"sak-1-{item.case_year % 100}")


def test_there_are_no_decisions_of_an_internal_meeting():
    meeting = make_meeting(status=Status.PUBLISHED, visibility=Visibility.INTERNAL)
    published(meeting, make_item(meeting, number=1))
    assert not MinutesText.objects.decisions().filter(item__meeting=meeting).exists()


def test_members_are_shown_by_role_the_leader_first_and_a_name_only_by_decision():
    council = make_council()
    make_member(council, role="lærer", name="Ola Eksempel")
    make_member(council, role="ordfører", kind=Member.Kind.LEADER, name="Kari Eksempel", name_is_public=True)
    shown = disclose_members(council.members.all())
    assert [(member.role, member.name) for member in shown] == [("ordfører", "Kari Eksempel"), ("lærer", "")]


@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.INTERNAL])
def test_where_a_strategy_was_adopted_is_told_only_of_a_public_meeting(visibility):
    meeting = make_meeting(status=Status.PUBLISHED, visibility=visibility)
    item = make_item(meeting, number=1)
    strategy = Strategy.objects.create(
        body=meeting.body, title="S", slug="s", status="adopted", adopted_in=item, valid_from=meeting.date
    )
    adopted = disclose_strategy(Strategy.objects.public().for_page().get(pk=strategy.pk)).adopted
    assert bool(adopted.number) == bool(adopted.url) == (visibility == Visibility.PUBLIC)


def test_a_plan_is_shown_by_focus_area_and_objective_and_what_is_overdue_is_said():
    plan = Plan.objects.create(body=make_council(), title="P", slug="p", status="current")
    meeting = make_meeting()
    for position, (area, status) in enumerate([("A", "done"), ("B", "planned"), ("A", "ongoing")]):
        Measure.objects.create(
            plan=plan, position=position, focus_area=area, objective="O", text=status, responsible="r",
            status=status, deadline=meeting.date,
        )  # fmt: skip
    shown = disclose_plan(Plan.objects.for_page().get(pk=plan.pk), meeting.date.replace(year=meeting.date.year + 1))
    assert [area.name for area in shown.areas] == ["A", "B"]
    assert [measure.is_late for measure in shown.areas[0].objectives[0].measures] == [False, True]
    assert [step.count for step in shown.progress] == [1, 1, 1, 0]


@pytest.mark.parametrize("count", [1, 12, 100])
def test_a_meeting_costs_the_same_however_many_items_it_has(meeting, count):
    items = [make_item(meeting, number=number) for number in range(1, count + 1)]
    for item in items:
        ActionItem.objects.create(body=meeting.body, item=item, what="x", responsible="r", visibility="public")
        Attachment.objects.create(item=item, title="Vedlegg", file="attachments/finnes-ikke.pdf")
    published(meeting, *items)
    with CaptureQueriesContext(connection) as captured:
        assert len(seen(meeting).items) == count
    assert len(captured) == 6


def test_what_is_agreed_in_a_correction_is_shown_once_it_is_published(client):
    meeting = make_meeting(status=Status.APPROVED)
    item = make_item(meeting, number=1)
    make_action_item(meeting.body, item=item, what="Avtalt i møtet", visibility="public")
    minutes.publish(meeting=meeting)
    minutes.correct(meeting=meeting)
    make_action_item(meeting.body, item=item, what="Ikke publisert ennå", visibility="public")
    for shown in (client.get(meeting.get_absolute_url()).content.decode(), str(seen(meeting, for_members=True))):
        assert "Avtalt i møtet" in shown
        assert "Ikke publisert ennå" not in shown
    minutes.publish(meeting=meeting, reason="Rettet")
    assert "Ikke publisert ennå" in client.get(meeting.get_absolute_url()).content.decode()
