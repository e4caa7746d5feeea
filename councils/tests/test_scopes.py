"""Who reaches the rows of which body, and in which state members and everyone may read them: as tables, by hand."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from contacts.access import NOBODY, access_of
from contacts.models import Municipality, Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from councils.models import (
    ActionItem,
    AgendaItem,
    Agreement,
    Answer,
    Attachment,
    Attendance,
    Body,
    BodyMunicipality,
    Council,
    Knowledge,
    LegalBasis,
    Measure,
    Meeting,
    Member,
    MinutesText,
    MinutesVersion,
    Objective,
    Plan,
    SelfEvaluation,
    StandingItem,
    Strategy,
    YearlyReport,
    YearWheelTask,
)
from councils.models.follow_up import CarriedItem
from councils.scopes import municipalities_kept
from councils.tests.factories import make_action_item, make_council, make_item, make_meeting, make_member

pytestmark = pytest.mark.django_db

Status = Meeting.Status
DAY = datetime.timedelta(days=1)

# Of the town: its own council, one of a city district, and one together with the other town, which has its own, too.
# A council that the town has left is nobody's here.
HERE, ALL = "own district both", "own district both there left"

# Who: a role and where it holds, then whose records they keep, whose they read, whose frame they keep, whose they see.
TABLE = {
    "secretary": (Role.COUNCIL_SECRETARY, "town", HERE, HERE, HERE, HERE),
    "secretary of one": (Role.COUNCIL_SECRETARY, "town own", "own", "own", "own", "own"),
    "secretary there": (Role.COUNCIL_SECRETARY, "other_town", "both there", "both there", "both there", "both there"),
    "secretary of what was left": (Role.COUNCIL_SECRETARY, "town left", "", "", "", ""),
    "secretary of another's": (Role.COUNCIL_SECRETARY, "town there", "", "", "", ""),
    "member": (Role.COUNCIL_MEMBER, "town", "", HERE, "", HERE),
    "member of one": (Role.COUNCIL_MEMBER, "town own", "", "own", "", "own"),
    "police": (Role.POLICE_COORDINATOR, "here", "", "", HERE, HERE),
    "area": (Role.AREA_ADMINISTRATOR, "here", "", "", HERE, HERE),
    "area everywhere": (Role.AREA_ADMINISTRATOR, "", "", "", ALL, ALL),
    "auditor": (Role.AUDITOR, "here", "", "", "", HERE),
    "auditor everywhere": (Role.AUDITOR, "", "", "", "", ALL),
    "municipal editor": (Role.MUNICIPAL_EDITOR, "town", "", "", "", ""),
    "slt coordinator": (Role.SLT_COORDINATOR, "town", "", "", "", ""),
    "user administrator": (Role.USER_ADMINISTRATOR, "", "", "", "", ""),
    "guidance editor": (Role.GUIDANCE_EDITOR, "", "", "", "", ""),
}


@pytest.fixture
def places(db):
    here, there = make_district(), make_district()
    town, other_town = make_municipality(district=here), make_municipality(district=there)
    return {"here": here, "there": there, "town": town, "other_town": other_town, "": None}


@pytest.fixture
def councils(places):
    town, other_town = places["town"], places["other_town"]
    left = make_council(town)
    left.areas.update(valid_to=timezone.localdate() - DAY, active_as="")
    return {
        "own": make_council(town),
        "district": make_council(town, form=Council.Form.CITY_DISTRICT, city_district="Prøvenes"),
        "both": make_council(town, other_town, form=Council.Form.INTER_MUNICIPAL),
        "there": make_council(other_town),
        "left": left,
    }


@pytest.fixture
def access_by_name(places, councils):
    return lambda name: access_of(_user(places, councils, *TABLE[name][:2]))


def _user(places, councils, role, where, **period):
    place, _, body = where.partition(" ")
    user = make_user()
    make_grant(user, role, places[place], body=councils[body].slug if body else "", **period)
    return user


def bodies_of(rows, councils, path="body_id"):
    """The names of the councils to which rows belong."""
    found = set(rows.values_list(path, flat=True))
    return " ".join(name for name, council in councils.items() if council.pk in found)


@pytest.mark.parametrize("name", TABLE)
def test_each_role_reaches_the_bodies_of_the_table_and_no_others(name, access_by_name, councils):
    access = access_by_name(name)
    ours = Body.objects.filter(pk__in=[council.pk for council in councils.values()])
    _role, _where, *expected = TABLE[name]
    reached = [ours.kept_by(access), ours.read_by(access), ours.editable_by(access), ours.visible_to(access)]
    assert [bodies_of(rows, councils, "pk") for rows in reached] == expected


def test_nobody_reaches_nothing_and_the_emergency_account_everything(councils):
    break_glass = access_of(make_user(is_superuser=True))
    for method in ("kept_by", "read_by", "editable_by", "visible_to"):
        assert not getattr(Body.objects, method)(NOBODY).exists()
        assert bodies_of(getattr(Body.objects, method)(break_glass), councils, "pk") == ALL


@pytest.mark.parametrize("role", [Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER])
def test_a_role_that_ended_or_has_not_begun_reaches_nothing(role, places, councils):
    now = timezone.now()
    ended = _user(places, councils, role, "town", begins_at=now - DAY, ends_at=now - datetime.timedelta(minutes=1))
    not_begun = _user(places, councils, role, "town", begins_at=now + DAY, ends_at=now + 2 * DAY)
    for user in (ended, not_begun):
        assert not Body.objects.read_by(access_of(user)).exists()
        assert not Body.objects.visible_to(access_of(user)).exists()


def test_who_moves_to_another_district_takes_the_police_along(places, councils):
    """The area is that of today: the police coordinator there keeps the frame of what came to them."""
    places["town"].district_memberships.update(district=places["there"])
    here, there = (access_of(_user(places, councils, Role.POLICE_COORDINATOR, place)) for place in ("here", "there"))
    assert bodies_of(Body.objects.editable_by(here), councils, "pk") == ""
    assert bodies_of(Body.objects.editable_by(there), councils, "pk") == "own district both there"


# The rows of every kind, one of each for each of these bodies.
FRAME = {BodyMunicipality: "body_id", Member: "body_id"}
RECORDS = {
    **dict.fromkeys(
        (StandingItem, YearWheelTask, Meeting, AgendaItem, Attachment, ActionItem, Strategy, Plan, YearlyReport),
        "body_id",
    ),
    SelfEvaluation: "body_id",
    Agreement: "council_id",
    Attendance: "meeting__body_id",
    MinutesVersion: "meeting__body_id",
    MinutesText: "item__body_id",
    CarriedItem: "meeting__body_id",
    Objective: "strategy__body_id",
    Measure: "plan__body_id",
    Knowledge: "plan__body_id",
    Answer: "evaluation__body_id",
}


@pytest.fixture
def rows(councils, settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path
    for council in councils.values():
        _one_of_each(council)


def _one_of_each(council):
    member = make_member(council)
    meeting = make_meeting(council, status=Status.PUBLISHED)
    item = make_item(meeting, number=1, visibility="internal")
    action = make_action_item(council, item=item)
    adopted = {"status": "adopted", "adopted_in": item, "valid_from": meeting.date}
    strategy = Strategy.objects.create(body=council, title="Prøvestrategi", slug="prove", **adopted)
    plan = Plan.objects.create(body=council, title="Prøveplan", slug="prove", status="current")
    evaluation = SelfEvaluation.objects.create(body=council, year=2025)
    version = MinutesVersion.objects.create(meeting=meeting, number=1)
    StandingItem.objects.create(body=council, title="Prøvesak")
    YearWheelTask.objects.create(body=council, month=3, title="Prøvemøte")
    Agreement.objects.create(council=council, parties="Prøvevik kommune")
    Attendance.objects.create(meeting=meeting, member=member)
    MinutesText.objects.create(version=version, item=item, title=item.title)
    CarriedItem.objects.create(meeting=make_meeting(council, days=30), action_item=action)
    Attachment.objects.create(item=item, title="Prøvevedlegg", file=ContentFile(b"%PDF-1.7", "a.pdf"))
    Objective.objects.create(strategy=strategy, text="Prøvemål")
    Measure.objects.create(plan=plan, focus_area="Prøve", objective="Prøve", text="Prøve", responsible="prøverolle")
    Knowledge.objects.create(plan=plan, text="Prøve", source="Prøvekilde", year=2025)
    YearlyReport.objects.create(body=council, year=2025)
    Answer.objects.create(evaluation=evaluation, question="concern")


@pytest.mark.parametrize("name", TABLE)
def test_rows_of_the_frame_follow_the_frame_and_rows_of_the_records_follow_the_records(
    name, access_by_name, councils, rows
):
    access = access_by_name(name)
    _role, _where, kept, read, frame_kept, frame_seen = TABLE[name]
    for model, path in FRAME.items():
        assert bodies_of(model.objects.visible_to(access), councils, path) == frame_seen, model
        assert bodies_of(model.objects.editable_by(access), councils, path) == frame_kept, model
    for model, path in RECORDS.items():
        assert bodies_of(model.objects.visible_to(access), councils, path) == kept, model
        assert bodies_of(model.objects.editable_by(access), councils, path) == kept, model
        assert bodies_of(model.objects.of_readable_body(access), councils, path) == read, model
    for model in (Meeting, AgendaItem, Attachment, ActionItem, Strategy, Plan):
        assert bodies_of(model.objects.readable_by(access), councils, RECORDS[model]) == read, model


def test_a_council_is_founded_where_somebody_keeps_the_frame_of_all(places, councils, access_by_name):
    """A secretary of one body founds no other."""
    kept = {
        name: Municipality.objects.filter(municipalities_kept(access_by_name(name))).filter(
            pk__in=[places["town"].pk, places["other_town"].pk]
        )
        for name in TABLE
    }
    here = {"secretary", "police", "area"}
    assert {name for name, found in kept.items() if places["town"] in found} == here | {"area everywhere"}
    assert {name for name, found in kept.items() if places["other_town"] in found} == {
        "secretary there",
        "area everywhere",
    }


def test_the_list_of_legal_bases_is_administered_for_the_whole_country(access_by_name):
    editors = {name for name in TABLE if LegalBasis.objects.editable_by(access_by_name(name)).exists()}
    assert editors == {"area everywhere"}
    assert not LegalBasis.objects.visible_to(NOBODY).exists()


# Which state of a meeting is read by whom: the secretary reads all of them.
MEETINGS = {
    ("planned", "public"): "",
    ("planned", "internal"): "",
    ("called", "public"): "member everyone",
    ("called", "internal"): "member",
    ("held", "public"): "member everyone",
    ("held", "internal"): "member",
    ("draft", "public"): "member everyone",
    ("draft", "internal"): "member",
    ("checked", "public"): "member everyone",
    ("checked", "internal"): "member",
    ("approved", "public"): "member everyone",
    ("approved", "internal"): "member",
    ("published", "public"): "member everyone",
    ("published", "internal"): "member",
    ("correcting", "public"): "member everyone",
    ("correcting", "internal"): "member",
    # Called off before anyone was called.
    ("cancelled", "public"): "",
    ("cancelled", "internal"): "",
}


@pytest.mark.parametrize("state", MEETINGS, ids=" ".join)
def test_a_meeting_is_read_by_members_once_it_is_called_and_by_everyone_if_it_is_public(
    state, councils, access_by_name
):
    status, visibility = state
    meeting = make_meeting(councils["own"], status=status, visibility=visibility)
    assert circles(Meeting, meeting, access_by_name) == MEETINGS[state]


def test_a_meeting_that_was_called_and_then_cancelled_stays_to_be_read(councils, access_by_name):
    meeting = make_meeting(councils["own"], status=Status.CANCELLED, called_at=timezone.now())
    assert circles(Meeting, meeting, access_by_name) == "member everyone"


def circles(model, row, access_by_name):
    """Who may read a row, beside the secretary, who always may. A file asks nobody else about what is public."""
    rows = model.objects.filter(pk=row.pk)
    assert rows.readable_by(access_by_name("secretary")).exists()
    others = [rows.readable_by(access_by_name(name)).exists() for name in ("police", "area", "auditor")]
    assert any(others) == all(others) == (model is Attachment and rows.public().exists())
    members = [rows.readable_by(access_by_name(name)).exists() for name in ("member", "member of one")]
    assert members in ([True, True], [False, False])
    return " ".join([*(["member"] if members[0] else []), *(["everyone"] if rows.public().exists() else [])])


# A meeting's and an item's visibility: who reads the item, and what is attached to it.
ITEMS = {
    ("planned", "public", "public"): "",
    ("called", "public", "public"): "member everyone",
    ("called", "public", "internal"): "member",
    ("called", "public", "exempt"): "member",
    ("called", "internal", "public"): "member",
    ("called", "internal", "internal"): "member",
    ("published", "public", "public"): "member everyone",
    ("published", "public", "internal"): "member",
    ("published", "internal", "public"): "member",
}
EXEMPT = {"exempt_reason": "Prøvegrunn", "access_contact": "post@eksempel.example"}


@pytest.mark.parametrize("state", ITEMS, ids=" ".join)
def test_an_item_is_no_more_public_than_its_meeting_and_its_files_no_more_than_the_item(
    state, councils, access_by_name, settings, tmp_path
):
    settings.PRIVATE_FILES = tmp_path
    status, of_meeting, of_item = state
    meeting = make_meeting(councils["own"], status=status, visibility=of_meeting)
    exempt = EXEMPT | {"legal_basis": LegalBasis.objects.first()} if of_item == "exempt" else {}
    item = make_item(meeting, visibility=of_item, **exempt)
    assert circles(AgendaItem, item, access_by_name) == ITEMS[state]
    if of_item != "exempt":
        file = Attachment.objects.create(item=item, title="Prøve", file=ContentFile(b"%PDF-1.7", "a.pdf"))
        assert circles(Attachment, file, access_by_name) == ITEMS[state]


AGREEMENTS = {
    ("draft", True): "member",
    ("draft", False): "member",
    ("signed", True): "member everyone",
    ("signed", False): "member",
    ("ended", True): "member everyone",
    ("ended", False): "member",
}


@pytest.mark.parametrize("state", AGREEMENTS, ids=str)
def test_the_file_of_an_agreement_is_public_once_it_is_signed(state, councils, access_by_name, settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path
    status, is_public = state
    agreement = Agreement.objects.create(council=councils["own"], parties="Prøve", status=status, is_public=is_public)
    file = Attachment.objects.create(agreement=agreement, title="Prøve", file=ContentFile(b"%PDF-1.7", "a.pdf"))
    assert circles(Attachment, file, access_by_name) == AGREEMENTS[state]


def test_strategies_and_plans_are_read_by_others_only_once_they_are_no_drafts(councils, access_by_name):
    own, today = councils["own"], timezone.localdate()
    item = make_item(make_meeting(own, status=Status.PUBLISHED))
    adopted = {"adopted_in": item, "valid_from": today}
    strategies = {
        status: Strategy.objects.create(body=own, title="Prøve", slug=status, status=status, **adopted)
        for status in Strategy.Status
    }
    plans = {
        (status, visibility): Plan.objects.create(
            body=own, title="Prøve", slug=f"{status}-{visibility}", status=status, visibility=visibility
        )
        for status in Plan.Status
        for visibility in ("public", "internal")
    }
    for status, strategy in strategies.items():
        assert circles(Strategy, strategy, access_by_name) == ("" if status == "draft" else "member everyone")
    for (status, visibility), plan in plans.items():
        expected = "" if status == "draft" else "member everyone" if visibility == "public" else "member"
        assert circles(Plan, plan, access_by_name) == expected
    YearlyReport.objects.create(body=own, year=2024)
    published = YearlyReport.objects.create(body=own, year=2025, status="published")
    assert [*YearlyReport.objects.public().filter(body=own)] == [published]
