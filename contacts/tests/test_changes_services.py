"""From a plan to the new order: who may plan what, two planners at once, what is in the way, what nobody can undo."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from contacts import organisational_changes, permissions
from contacts.access import NOBODY, access_of
from contacts.daily import run_all
from contacts.models import (
    AuditEvent,
    ChangeKind,
    Function,
    Municipality,
    OrganisationalChange,
    OutgoingMail,
    Overtaken,
    PoliceDistrict,
    Role,
    Successor,
)
from contacts.organisational_changes import checks
from contacts.organisational_changes.transition import CannotCarryOut, Transition
from contacts.services import organisational_change
from contacts.tests.changes import DAY, DAY_BEFORE, EVERYWHERE, TODAY, carry_out, goes_on, merge, new, plan, schedule
from contacts.tests.factories import make_contact_point, make_district, make_municipality, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


@pytest.fixture
def merger(bokn, utsira):
    return merge(bokn, utsira, into=new("Prøvekarmøy"))


def undo(change, today=TODAY):
    return organisational_change.undo(user=None, change=change, version=change.version, today=today)


def again(row):
    return type(row).objects.get(pk=row.pk)


# Who may plan what


@pytest.mark.parametrize("role", [Role.POLICE_COORDINATOR, Role.AREA_ADMINISTRATOR])
def test_those_of_the_district_plan_what_lies_within_it(bokn, utsira, district, role):
    access = access_of(make_user((role, district)))
    change = merge(bokn, utsira, into=new("Prøvekarmøy"), access=access)
    assert list(change.districts.all()) == [district]
    assert permissions.can_plan_change(access, change)


def test_a_coordinator_of_another_district_does_not(bokn, utsira):
    with pytest.raises(PermissionDenied):
        merge(
            bokn,
            utsira,
            into=new("Prøvekarmøy"),
            access=access_of(make_user((Role.POLICE_COORDINATOR, make_district()))),
        )
    assert not OrganisationalChange.objects.exists()


TRANSFERS = [
    ([(Role.POLICE_COORDINATOR, "from")], False),
    ([(Role.POLICE_COORDINATOR, "to")], False),
    ([(Role.POLICE_COORDINATOR, "from"), (Role.POLICE_COORDINATOR, "to")], False),
    ([(Role.AREA_ADMINISTRATOR, "from")], False),
    ([(Role.AREA_ADMINISTRATOR, "from"), (Role.POLICE_COORDINATOR, "to")], False),
    ([(Role.AREA_ADMINISTRATOR, "from"), (Role.AREA_ADMINISTRATOR, "to")], True),
    ([(Role.AREA_ADMINISTRATOR, None)], True),
    ([(Role.USER_ADMINISTRATOR, None), (Role.AUDITOR, None)], False),
]


@pytest.mark.parametrize(("grants", "may"), TRANSFERS, ids=str)
def test_a_move_to_another_district_concerns_both(bokn, district, grants, may):
    places = {"from": district, "to": make_district(), None: None}
    access = access_of(make_user(*((role, places[where]) for role, where in grants)))
    change = plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=places["to"]))
    assert permissions.can_plan_change(access, change) is may


def test_a_draft_is_not_scheduled_by_a_district_that_the_municipality_has_left_meanwhile(bokn, district):
    access = access_of(make_user((Role.POLICE_COORDINATOR, district)))
    draft = plan(ChangeKind.RENAME, [bokn], goes_on(bokn, name="Nybokn"), access=access)
    bokn.district_memberships.update(district=make_district())
    with pytest.raises(PermissionDenied):
        schedule(draft, access=access)
    assert again(draft).status == draft.status


@pytest.mark.parametrize(
    ("role", "where", "sees", "plans"),
    [
        (Role.AREA_ADMINISTRATOR, "here", True, True),
        (Role.AREA_ADMINISTRATOR, "there", False, False),
        (Role.POLICE_COORDINATOR, "here", True, True),
        (Role.POLICE_COORDINATOR, "there", False, False),
        (Role.AUDITOR, "here", True, False),
        (Role.AUDITOR, "there", False, False),
        (Role.USER_ADMINISTRATOR, "here", False, False),
        (Role.AREA_ADMINISTRATOR, None, True, True),
        (Role.AUDITOR, None, True, False),
        (Role.GUIDANCE_EDITOR, None, False, False),
    ],
)
def test_rows_and_acts_agree(merger, district, role, where, sees, plans):
    places = {"here": district, "there": make_district(), None: None}
    access = access_of(make_user((role, places[where])))
    assert permissions.can_see(access, merger) is sees
    assert permissions.can_plan_change(access, merger) is plans
    assert not OrganisationalChange.objects.visible_to(NOBODY)


def test_police_districts_are_changed_by_the_whole_country_alone(district):
    change = plan(ChangeKind.RENAME, [district], goes_on(district, name="Nytt navn"))
    assert not permissions.can_plan_change(access_of(make_user((Role.AREA_ADMINISTRATOR, district))), change)
    assert permissions.can_plan_change(access_of(make_user((Role.AREA_ADMINISTRATOR, None))), change)


# Until its day


def test_nothing_happens_before_its_day(merger, bokn):
    schedule(merger)
    assert organisational_change.apply_due(DAY_BEFORE) == 0
    assert again(bokn).valid_to is None


def test_undoing_leaves_no_trace_but_history(merger, bokn, utsira):
    versions = [row.version for row in (bokn, utsira)]
    undo(schedule(merger))
    assert organisational_change.apply_due(DAY) == 0
    assert [again(row).version for row in (bokn, utsira)] == versions
    assert again(merger).status == "undone"
    assert [row.status for row in merger.history.all()] == ["undone", "scheduled", "draft"]


def test_on_its_day_it_can_no_longer_be_undone(merger, in_english):
    schedule(merger)
    with pytest.raises(CannotCarryOut, match="day"):
        undo(again(merger), today=DAY)


def test_what_was_carried_out_is_not_undone_or_scheduled_again(merger):
    change = carry_out(merger)
    with pytest.raises(CannotCarryOut):
        undo(change)
    with pytest.raises(CannotCarryOut):
        schedule(change)


def test_pressing_twice_schedules_once(merger):
    schedule(merger)
    with pytest.raises(Overtaken):
        schedule(merger)


@pytest.mark.parametrize("date", [TODAY, TODAY - datetime.timedelta(days=1), TODAY.replace(year=2100)])
def test_a_day_that_has_come_or_lies_too_far_ahead_is_refused(bokn, utsira, date):
    with pytest.raises(CannotCarryOut):
        merge(bokn, utsira, into=new("Prøvekarmøy"), date=date)


def test_a_draft_whose_day_has_come_is_not_scheduled(merger):
    with pytest.raises(CannotCarryOut):
        schedule(merger, today=DAY)


def test_each_step_is_in_the_log_of_every_district_concerned(bokn, district):
    other, user = make_district(), make_user()
    change = plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=other), user=user)
    schedule(change, user=user)
    organisational_change.apply_due(DAY)
    events = AuditEvent.objects.filter(kind=AuditEvent.Kind.ORGANISATION_CHANGED)
    assert set(events.values_list("district", "user")) == {
        (place.pk, who) for place in (district, other) for who in (user.pk, None)
    }


# Two planners


def test_of_two_plans_for_the_same_municipality_one_is_scheduled(bokn, utsira):
    first = merge(bokn, utsira, into=new("Prøvekarmøy"))
    second = plan(ChangeKind.RENAME, [bokn], goes_on(bokn, name="Prøvebukn"))
    schedule(first)
    with pytest.raises(CannotCarryOut, match="Prøvebokn, Prøvesira → Prøvekarmøy"):
        schedule(second)
    undo(again(first))
    assert schedule(second).status == "scheduled"


def test_the_other_plan_is_not_named_to_whoever_may_not_see_it(bokn, district):
    there = make_district()
    schedule(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=there)))
    change = plan_row(bokn)
    stranger = access_of(make_user((Role.POLICE_COORDINATOR, make_district())))
    (reason,) = checks.claims(change, stranger)
    assert "Prøvebokn" not in str(reason)


def plan_row(municipality):
    """A plan that was written past the checks."""
    change = OrganisationalChange.objects.create(kind="rename", unit="municipality", date=DAY)
    change.changed.create(municipality=municipality)
    change.successors.create(is_new=False, municipality=municipality, name="Prøvebukn")
    return change


def test_a_municipality_does_not_move_to_a_district_that_is_to_end(bokn, district):
    other = make_district()
    schedule(merge(other, make_district(), into=new("Samlet", "")))
    with pytest.raises(CannotCarryOut):
        plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=other))


def test_a_district_to_which_a_municipality_is_to_move_does_not_end_meanwhile(bokn):
    other = make_district()
    schedule(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=other)))
    with pytest.raises(CannotCarryOut):
        merge(other, make_district(), into=new("Samlet", ""))


def test_two_municipalities_can_move_to_the_same_district(bokn, utsira):
    other = make_district()
    for place in (bokn, utsira):
        schedule(plan(ChangeKind.TRANSFER, [place], goes_on(place, belongs_to=other)))
    assert organisational_change.apply_due(DAY) == 2


def test_a_number_is_planned_once(bokn, utsira, district):
    schedule(merge(bokn, utsira, into=new("Prøvekarmøy", "9905")))
    third = make_municipality(district=district)
    with pytest.raises(CannotCarryOut, match="9905"):
        plan(ChangeKind.RENUMBER, [third], goes_on(third, number="9905"))


# What is wrong with a plan


def test_a_merger_needs_two_and_a_division_two_parts(bokn, utsira):
    with pytest.raises(CannotCarryOut):
        merge(bokn, into=new("Prøvekarmøy"))
    with pytest.raises(CannotCarryOut):
        plan(ChangeKind.SPLIT, [bokn], new("Prøvenes"))


def test_the_same_part_twice_is_refused(bokn, utsira):
    with pytest.raises(CannotCarryOut):
        plan(ChangeKind.SPLIT, [bokn], goes_on(utsira), goes_on(utsira))


def test_what_ends_does_not_go_on(bokn, utsira):
    with pytest.raises(CannotCarryOut):
        merge(bokn, utsira, into=goes_on(utsira))


def test_a_municipality_that_has_ended_or_is_to_end_is_refused(bokn, utsira):
    Municipality.objects.filter(pk=bokn.pk).update(valid_to=DAY)
    with pytest.raises(CannotCarryOut, match="Prøvebokn"):
        merge(again(bokn), utsira, into=new("Prøvekarmøy"))


def test_a_name_is_taken_only_in_its_own_county(bokn, utsira, district):
    make_municipality("Prøvekarmøy", district=district)
    with pytest.raises(CannotCarryOut, match="Prøvekarmøy"):
        merge(bokn, utsira, into=new("Prøvekarmøy"))
    assert merge(bokn, utsira, into=new("Herøy"))


def test_a_change_that_changes_nothing_is_refused(bokn, district):
    for values in ({"name": bokn.name}, {"belongs_to": district}, {}):
        with pytest.raises(CannotCarryOut):
            plan(ChangeKind.RENAME, [bokn], goes_on(bokn, **values))


def test_a_new_municipality_needs_a_number_a_county_and_a_district(bokn, utsira):
    incomplete = Successor(is_new=True, name="Prøvekarmøy", number="9901", county=bokn.county)
    fields = {"access": EVERYWHERE, "user": None, "today": TODAY, "kind": "merge", "unit": "municipality", "date": DAY}
    with pytest.raises(CannotCarryOut):
        organisational_change.plan(units=[bokn, utsira], successors=[incomplete], **fields)


def test_the_database_itself_refuses_what_makes_no_sense(district):
    for wrong in ({"kind": "transfer", "unit": "district"}, {"status": "failed"}, {"status": "applied"}):
        fields = {"kind": "merge", "unit": "municipality", "date": DAY} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            OrganisationalChange.objects.create(**fields)


# On its day


def test_a_change_that_cannot_be_carried_out_any_more_fails_loudly_and_changes_nothing(bokn, utsira):
    planner = make_user()
    change = merge(bokn, utsira, into=new("Prøvekarmøy", "9906"), user=planner)
    schedule(change, user=planner)
    make_municipality("Raskere", number="9906")
    assert organisational_change.apply_due(DAY) == 0
    change = again(change)
    assert change.status == "failed"
    assert "Raskere" in change.failure
    assert again(bokn).valid_to is None
    assert change.failure in OutgoingMail.objects.get(to=planner.email).body


def test_one_that_failed_does_not_stop_the_others_and_can_be_tried_again(bokn, utsira, district):
    change = merge(bokn, utsira, into=new("Prøvekarmøy", "9906"))
    schedule(change)
    third = make_municipality(district=district)
    schedule(plan(ChangeKind.RENAME, [third], goes_on(third, name="Tredje")))
    taken = make_municipality(number="9906")
    assert organisational_change.apply_due(DAY) == 1
    taken.numbers.update(number="9908")
    late = DAY + datetime.timedelta(days=3)
    schedule(again(change), today=late)
    assert organisational_change.apply_due(late) == 1
    assert again(bokn).valid_to == DAY_BEFORE


def test_the_daily_job_carries_it_out_once(merger):
    schedule(merger)
    count = {outcome.job.name: outcome.count for outcome in run_all(DAY)}
    assert count["organisational-changes"] == 1
    assert {outcome.job.name: outcome.count for outcome in run_all(DAY)}["organisational-changes"] == 0


def test_a_dry_run_of_the_daily_job_changes_nothing(merger, bokn):
    schedule(merger)
    run_all(DAY, dry_run=True)
    assert again(bokn).valid_to is None
    assert again(merger).status == "scheduled"


def test_a_row_of_an_app_that_forgot_to_follow_stops_the_change(merger, bokn, monkeypatch):
    make_contact_point(owner=bokn)
    monkeypatch.setattr(organisational_changes, "_followers", organisational_changes._followers[:2])
    schedule(merger)
    assert organisational_change.apply_due(DAY) == 0
    assert again(merger).status == "failed"
    assert "prove-" in again(merger).failure


def test_a_district_that_begins_is_among_those_concerned(district):
    carry_out(merge(district, make_district(), into=new("Samlet", "")))
    change = OrganisationalChange.objects.get()
    assert PoliceDistrict.objects.get(slug="samlet") in change.districts.all()


def test_two_prevention_contacts_that_meet_are_both_kept_and_asked_about(district):
    other = make_district()
    points = {make_contact_point(Function.PREVENTION_CONTACT, owner=owner) for owner in (district, other)}
    change = merge(district, other, into=new("Samlet", ""))
    assert {question.row for question in checks.questions(Transition.of(change), optional=True)} == points
