"""Schemes follow their municipalities, with groups, members and offices; of two that meet, one goes on."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts.models import ChangeKind, Municipality, Role, RoleGrant
from contacts.organisational_changes import checks, orphans
from contacts.organisational_changes.preview import preview
from contacts.organisational_changes.transition import Transition
from contacts.services import organisational_change
from contacts.tests.changes import (
    DAY,
    DAY_BEFORE,
    EVERYWHERE,
    carry_out,
    divide,
    goes_on,
    merge,
    merged,
    new,
    plan,
    schedule,
    split,
)
from contacts.tests.factories import make_district, make_municipality
from councils.tests.factories import make_council, make_member
from slt.models import Finding, Office, Scheme, SchemeMunicipality
from slt.tests.factories import make_coordinator, make_finding, make_group, make_keeper, make_scheme, make_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


def of(row):
    return set(row.areas.filter(valid_to=None).values_list("municipality", flat=True))


def test_a_scheme_goes_on_in_the_municipality_that_its_own_became_part_of(bokn, utsira):
    scheme = make_scheme(bokn)
    karmoy = merged(bokn, utsira)
    assert of(scheme) == {karmoy.pk}
    assert scheme.areas.get(municipality=bokn).valid_to == DAY_BEFORE
    assert scheme.areas.get(municipality=karmoy).valid_from == DAY
    assert scheme.areas.get(municipality=karmoy).is_active
    assert Scheme.objects.get(pk=scheme.pk).is_active


def test_a_scheme_of_both_is_of_the_new_one_once(bokn, utsira):
    scheme = make_scheme(bokn, utsira)
    karmoy = merged(bokn, utsira)
    assert of(scheme) == {karmoy.pk}


def test_its_groups_go_where_it_goes_on_the_same_days_also_one_that_has_ended(bokn, utsira):
    scheme = make_scheme(bokn)
    groups = [make_group(scheme), make_group(scheme, ended_on=DAY_BEFORE)]
    merged(bokn, utsira)
    days = {(area.municipality_id, area.valid_from, area.valid_to) for area in scheme.areas.all()}
    for group in groups:
        assert {(area.municipality_id, area.valid_from, area.valid_to) for area in group.areas.all()} == days


def test_nobody_is_asked_about_groups(bokn):
    scheme = make_scheme(bokn)
    make_group(scheme)
    change = split(bokn, new("Prøvenord", "9902"), new("Prøvesør", "9903"))
    rows = {question.row for question in checks.questions(Transition.of(change))}
    assert {row for row in rows if row._meta.app_label in ("councils", "slt")} == {scheme.areas.get()}


def test_a_member_of_a_group_comes_from_the_new_municipality(bokn, utsira):
    member = make_member(make_group(make_scheme(bokn, utsira)), municipality=bokn)
    karmoy = merged(bokn, utsira)
    member.refresh_from_db()
    assert member.municipality == karmoy


def test_the_office_of_a_coordinator_is_in_the_new_municipality(bokn, utsira):
    coordinator = make_coordinator(make_scheme(bokn))
    office = Office.objects.create(coordinator=coordinator, municipality=bokn, place="Prøvehuset")
    karmoy = merged(bokn, utsira)
    office.refresh_from_db()
    assert office.municipality == karmoy
    assert set(coordinator.contact_point.coverages.values_list("municipality", flat=True)) == {karmoy.pk}


def test_a_finding_tells_what_was_known_of_the_municipality_then(bokn, utsira):
    finding = make_finding(make_year(make_scheme(bokn)), municipality=bokn)
    merged(bokn, utsira)
    assert Finding.objects.get(pk=finding.pk).municipality == bokn


def test_whoever_keeps_one_scheme_keeps_it_in_the_new_municipality(bokn, utsira):
    scheme = make_scheme(bokn)
    keeper = make_keeper(scheme)
    karmoy = merged(bokn, utsira)
    assert RoleGrant.objects.get(user=keeper, municipality=karmoy, role=Role.SLT_COORDINATOR).body == scheme.slug


def test_of_two_active_schemes_that_meet_it_is_asked_which_goes_on(bokn, utsira):
    schemes = [make_scheme(bokn), make_scheme(utsira)]
    asked = checks.questions(Transition.of(merge(bokn, utsira, into=new())), optional=True)
    assert {question.row for question in asked} == set(schemes)


@pytest.mark.parametrize("status", ["planned", "paused", "ended"])
def test_a_scheme_that_is_not_active_meets_none(bokn, utsira, status):
    make_scheme(bokn)
    make_scheme(utsira, status=status)
    assert checks.questions(Transition.of(merge(bokn, utsira, into=new())), optional=True) == []


def test_the_one_that_is_given_up_is_wound_up_and_says_who_goes_on(bokn, utsira):
    bokns, utsiras = make_scheme(bokn), make_scheme(utsira)
    carry_out(divide(merge(bokn, utsira, into=new("Prøvekarmøy")), {bokns: [None]}))
    bokns.refresh_from_db()
    utsiras.refresh_from_db()
    assert (bokns.status, bokns.status_since, utsiras.status) == ("ended", DAY, "active")
    assert utsiras.name in bokns.status_note
    assert of(bokns) == of(utsiras)


def test_unanswered_the_scheme_of_more_municipalities_goes_on_and_the_other_is_paused(bokn, utsira, district):
    small = make_scheme(bokn)
    large = make_scheme(utsira, make_municipality(district=district))
    merged(bokn, utsira)
    assert Scheme.objects.get(pk=small.pk).status == "paused"
    assert Scheme.objects.get(pk=large.pk).status == "active"


def test_a_municipality_that_joins_another_meets_the_scheme_that_is_there(bokn, utsira):
    bokns, utsiras = make_scheme(bokn), make_scheme(utsira)
    change = plan(ChangeKind.MERGE, [bokn], goes_on(utsira))
    carry_out(divide(change, {bokns: [None]}))
    assert of(utsiras) == {utsira.pk}
    assert Scheme.objects.get(pk=bokns.pk).status == "ended"


@pytest.fixture
def meeting_councils(bokn, utsira):
    """That of Bokn steers the scheme of both. That of Utsira is of more municipalities, and goes on unless given up."""
    bokns = make_council(bokn, name="Rådet i Prøvebokn")
    utsiras = make_council(utsira, make_municipality(district=utsira.district_memberships.get().district))
    return bokns, utsiras, make_scheme(bokn, utsira, steering_council=bokns, name="Prøve-SLT")


def lines_of(change, what):
    """What the preview says of one row, in words."""
    sections = preview(change, EVERYWHERE).sections
    return [(line.after, line.remark) for _topic, lines in sections for line, _count in lines if line.what == what]


RESTS = ("dormant", "its steering group is no longer active: to be followed up")


@pytest.mark.usefixtures("in_english")
def test_the_preview_says_that_the_steering_group_of_a_scheme_gives_way_to_another_council(
    bokn, utsira, meeting_councils
):
    change = merge(bokn, utsira, into=new("Prøvekarmøy"))
    assert RESTS in lines_of(change, "Prøve-SLT")


@pytest.mark.usefixtures("in_english")
def test_the_preview_says_so_too_of_one_whose_municipality_is_joined(bokn, utsira, meeting_councils):
    """The scheme and the council of the municipality that goes on do not move themselves."""
    change = plan(ChangeKind.MERGE, [utsira], goes_on(bokn))
    assert lines_of(change, "Prøve-SLT") == [("Prøvebokn", ""), RESTS]


@pytest.mark.usefixtures("in_english")
def test_the_preview_says_that_a_steering_group_is_given_up(bokn, utsira, meeting_councils):
    council, _other, _scheme = meeting_councils
    change = divide(merge(bokn, utsira, into=new("Prøvekarmøy")), {council: [None]})
    assert ("ended", RESTS[1]) in lines_of(change, "Prøve-SLT")


@pytest.mark.usefixtures("in_english")
def test_nothing_is_said_of_a_steering_group_that_goes_on(bokn, utsira, meeting_councils):
    _council, other, _scheme = meeting_councils
    change = divide(merge(bokn, utsira, into=new("Prøvekarmøy")), {other: [None]})
    assert all(remark == "" for _after, remark in lines_of(change, "Prøve-SLT"))


@pytest.mark.usefixtures("in_english")
def test_nor_of_one_that_steers_a_scheme_that_is_not_active(bokn, utsira, meeting_councils):
    _council, _other, scheme = meeting_councils
    Scheme.objects.filter(pk=scheme.pk).update(status="paused")
    change = merge(bokn, utsira, into=new("Prøvekarmøy"))
    assert all(remark == "" for _after, remark in lines_of(change, "Prøve-SLT"))


def test_in_a_division_somebody_says_whose_the_scheme_is_and_its_council_may_be_left_behind(bokn):
    council = make_council(bokn)
    scheme = make_scheme(bokn, steering_council=council)
    group = make_group(scheme)
    change = split(bokn, new("Prøvenord", "9902"), new("Prøvesør", "9903"))
    divide(change, {**to_the_first(change), scheme.areas.get(): [1], council.areas.get(): [0]})
    carry_out(change.__class__.objects.get(pk=change.pk))
    south = Municipality.objects.get(slug="provesor")
    assert of(scheme) == of(group) == {south.pk}
    scheme.refresh_from_db()
    assert scheme.steering_council is None
    scheme.full_clean()


def test_a_scheme_may_go_on_in_both_parts_under_the_council_that_does(bokn):
    council = make_council(bokn)
    scheme = make_scheme(bokn, steering_council=council)
    change = split(bokn, new("Prøvenord", "9902"), new("Prøvesør", "9903"))
    divide(change, {**to_the_first(change), scheme.areas.get(): [0, 1]})
    carry_out(change.__class__.objects.get(pk=change.pk))
    assert len(of(scheme)) == 2
    assert Scheme.objects.get(pk=scheme.pk).steering_council == council


def to_the_first(change):
    return {question.row: [0] for question in checks.questions(Transition.of(change))}


def test_a_change_that_moves_a_municipality_to_another_district_leaves_the_scheme(bokn):
    scheme = make_scheme(bokn)
    carry_out(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=make_district())))
    assert of(scheme) == {bokn.pk}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_merges_no_row_is_orphaned_and_groups_are_where_their_scheme_is(data):
    with transaction.atomic():
        home = make_district()
        municipalities = [make_municipality(district=home) for _number in range(4)]
        for municipality in municipalities:
            furnish(municipality, data.draw(st.lists(st.sampled_from(municipalities), max_size=2)))
        chosen = data.draw(st.lists(st.sampled_from(municipalities), min_size=2, max_size=4, unique=True))
        change = merge(*chosen, into=new(f"Slått sammen {home.pk}", "9905"))
        schedule(change)
        organisational_change.apply_due(DAY)
        change.refresh_from_db()
        assert change.status == "applied", change.failure
        ended = list(Municipality.objects.filter(pk__in=[one.pk for one in chosen]))
        for relation in orphans.relations():
            if relation.related_model is Municipality:
                assert orphans.left_behind_by(relation, ended) == [], str(relation)
        for scheme in Scheme.objects.filter(is_example=False):
            for row in [scheme, *scheme.areas.all(), *scheme.groups.all()]:
                row.full_clean()
            assert all(of(group) == of(scheme) for group in scheme.groups.all())
        transaction.set_rollback(True)


def furnish(municipality, others):
    """A scheme with all that can belong to it; active where none is, and steered by a council."""
    mine = {municipality, *others}
    taken = SchemeMunicipality.objects.filter(municipality__in=mine, is_active=True).exists()
    council = make_council(municipality, status="dormant")
    scheme = make_scheme(*mine, status="paused" if taken else "active", steering_council=council)
    make_member(make_group(scheme), municipality=municipality)
    coordinator = make_coordinator(scheme)
    Office.objects.create(coordinator=coordinator, municipality=municipality, place="Prøvehuset")


def test_every_relation_of_this_app_to_a_place_is_followed():
    """One that nobody thought of fails here, before it is left behind on somebody's first of January."""
    followed = {str(relation) for relation in orphans.relations() if str(relation).startswith("slt.")}
    assert followed == {"slt.SchemeMunicipality.municipality", "slt.Office.municipality"}
