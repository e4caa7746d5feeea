"""What rests on municipalities and districts follows them: contact points, people, roles, postal codes."""

import datetime

import pytest
from django.utils import timezone

from contacts.access import access_of
from contacts.cards import contacts_of_municipality
from contacts.gazetteer import Gazetteer
from contacts.models import (
    ChangeKind,
    ContactPoint,
    Coverage,
    Function,
    Invitation,
    Municipality,
    OutgoingMail,
    Person,
    PoliceDistrict,
    PostalCode,
    Role,
    RoleGrant,
)
from contacts.organisational_changes import checks
from contacts.organisational_changes.transition import CannotCarryOut, Transition
from contacts.tests.changes import (
    DAY,
    DAY_BEFORE,
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
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_grant,
    make_person,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


def served_by(point):
    return {coverage.municipality for coverage in Coverage.objects.filter(contact_point=point)}


def again(row):
    return type(row).objects.get(pk=row.pk)


# A merger


def test_the_contact_point_of_a_merged_municipality_serves_the_new_one_and_is_its_own(bokn, utsira):
    point = make_contact_point(owner=bokn)
    karmoy = merged(bokn, utsira)
    assert again(point).owner == karmoy
    assert served_by(point) == {karmoy}


def test_it_stands_on_the_card_of_the_new_municipality(bokn, utsira):
    make_contact_point(owner=bokn, phone="51234567")
    merged(bokn, utsira)
    places = Gazetteer(DAY)
    cards = contacts_of_municipality(places.municipality_by_slug["provekarmoy"], places)
    assert [card.phone for card in cards if card.function == Function.MUNICIPAL_CONTACT] == ["51234567"]


def test_the_history_tells_why(bokn, utsira):
    point = make_contact_point(owner=bokn)
    merged(bokn, utsira)
    newest = point.history.first()
    assert "Prøvebokn, Prøvesira → Prøvekarmøy" in newest.history_change_reason
    assert newest.origin == "daily_job"


def test_one_that_served_both_serves_the_new_one_once(bokn, utsira, district):
    point = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[bokn, utsira])
    assert served_by(point) == {bokn, utsira}
    karmoy = merged(bokn, utsira)
    assert served_by(point) == {karmoy}


def test_two_that_meet_both_stay_unless_one_is_chosen(bokn, utsira):
    first, second = make_contact_point(owner=bokn), make_contact_point(owner=utsira)
    held = make_assignment(second, valid_from=datetime.date(2026, 1, 1))
    change = merge(bokn, utsira, into=new("Prøvekarmøy"))
    meeting = checks.questions(Transition.of(change), optional=True)
    assert {question.row for question in meeting} == {first, second}
    carry_out(divide(change, {second: [None]}))
    karmoy = Municipality.objects.get(slug="provekarmoy")
    assert (again(first).is_published, served_by(first)) == (True, {karmoy})
    assert (again(second).is_published, served_by(second), again(second).owner) == (False, set(), karmoy)
    assert again(held).valid_to == DAY_BEFORE


def test_the_contact_point_of_the_one_that_goes_on_can_be_the_one_that_is_given_up(bokn, utsira):
    own = make_contact_point(owner=utsira)
    coming = make_contact_point(owner=bokn)
    carry_out(divide(merge(bokn, into=goes_on(utsira)), {own: [None]}))
    assert not again(own).is_published
    assert (again(coming).is_published, served_by(coming)) == (True, {utsira})


def test_people_go_where_their_contact_point_went(bokn, utsira):
    held = make_assignment(make_contact_point(owner=bokn))
    idle = make_person(owner=utsira)
    karmoy = merged(bokn, utsira)
    assert again(held.person).owner == again(idle).owner == karmoy
    assert Person.objects.filter(pk__gt=idle.pk).count() == 0


def test_postal_codes_follow(bokn, utsira):
    PostalCode.objects.create(code="0099", place="PRØVEBOKN", municipality=bokn)
    karmoy = merged(bokn, utsira)
    assert PostalCode.objects.get(code="0099").municipality == karmoy


# Roles


def test_a_role_goes_on_in_the_new_municipality_and_its_user_is_told(bokn, utsira):
    user = make_user((Role.MUNICIPAL_EDITOR, bokn))
    old = user.grants.get()
    karmoy = merged(bokn, utsira)
    old.refresh_from_db()
    new_one = RoleGrant.objects.get(moved_from=old)
    midnight = timezone.make_aware(datetime.datetime(2027, 1, 1))
    assert (old.ends_at, new_one.begins_at) == (midnight, midnight)
    assert (new_one.municipality, new_one.role, new_one.ends_at) == (karmoy, old.role, new_one.ends_at)
    mail = OutgoingMail.objects.get(to=user.email)
    assert "Prøvekarmøy" in mail.subject


def test_at_every_moment_the_user_has_the_role_in_one_place(bokn, utsira):
    user = make_user((Role.MUNICIPAL_EDITOR, bokn))
    karmoy = merged(bokn, utsira)
    midnight = timezone.make_aware(datetime.datetime(2027, 1, 1))
    second = datetime.timedelta(seconds=1)
    assert access_of(user, midnight - second).municipalities(Role.MUNICIPAL_EDITOR) == {bokn.pk}
    assert access_of(user, midnight).municipalities(Role.MUNICIPAL_EDITOR) == {karmoy.pk}


def test_who_had_the_role_in_both_has_it_once(bokn, utsira):
    user = make_user((Role.MUNICIPAL_EDITOR, bokn), (Role.MUNICIPAL_EDITOR, utsira))
    karmoy = merged(bokn, utsira)
    assert user.grants.filter(municipality=karmoy).count() == 1


def test_a_role_that_ended_before_the_change_stays_where_it_was(bokn, utsira):
    user = make_user()
    ends_at = timezone.make_aware(datetime.datetime(2026, 12, 24))
    begins_at = timezone.make_aware(datetime.datetime(2026, 1, 1))
    grant = make_grant(user, Role.MUNICIPAL_EDITOR, bokn, begins_at=begins_at, ends_at=ends_at)
    merged(bokn, utsira)
    assert again(grant).ends_at == ends_at
    assert not OutgoingMail.objects.filter(to=user.email).exists()


def test_a_role_that_begins_after_the_change_begins_in_the_new_municipality(bokn, utsira):
    user = make_user()
    begins_at, ends_at = (timezone.make_aware(datetime.datetime(2027, month, 1)) for month in (3, 9))
    make_grant(user, Role.MUNICIPAL_EDITOR, bokn, begins_at=begins_at, ends_at=ends_at)
    karmoy = merged(bokn, utsira)
    grant = user.grants.get()
    assert (grant.municipality, grant.begins_at, grant.ends_at) == (karmoy, begins_at, ends_at)


def invite(municipality, **fields):
    return Invitation.objects.create(
        name="Prøve", email="invitert@eksempel.example", role=Role.MUNICIPAL_EDITOR, municipality=municipality, **fields
    )


def test_an_open_invitation_leads_to_the_new_municipality_and_a_closed_one_stays_as_it_was(bokn, utsira):
    after = timezone.make_aware(datetime.datetime(2027, 1, 5))
    still_open = invite(bokn, token_hash="1", expires_at=after)
    accepted = invite(bokn, token_hash="2", expires_at=after, accepted_at=timezone.now())
    lapsed = invite(bokn, token_hash="3", expires_at=after - datetime.timedelta(days=9))
    karmoy = merged(bokn, utsira)
    assert again(still_open).municipality == karmoy
    assert again(accepted).municipality == again(lapsed).municipality == bokn


# A division


def test_nothing_is_divided_by_guess(bokn):
    make_contact_point(owner=bokn)
    change = split(bokn, new("Prøvenes", "9902"), new("Prøveli", "9903"))
    with pytest.raises(CannotCarryOut, match="2"):
        schedule(change)


def test_each_line_goes_to_whom_it_was_given(bokn, district):
    point = make_contact_point(owner=bokn)
    police = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[bokn])
    PostalCode.objects.create(code="0099", place="LI", municipality=bokn)
    user, idle = make_user((Role.MUNICIPAL_EDITOR, bokn)), make_person(owner=bokn)
    change = split(bokn, new("Prøvenes", "9902"), new("Prøveli", "9903"))
    answers = {
        point: [1],
        Coverage.objects.get(contact_point=point): [1],
        Coverage.objects.get(contact_point=police): [0, 1],
        PostalCode.objects.get(code="0099"): [1],
        user.grants.get(): [0, 1],
        idle: [0],
    }
    carry_out(divide(change, answers))
    nes, li = Municipality.objects.get(slug="provenes"), Municipality.objects.get(slug="proveli")
    assert (again(point).owner, served_by(point)) == (li, {li})
    assert (again(police).owner, served_by(police)) == (district, {nes, li})
    assert PostalCode.objects.get(code="0099").municipality == li
    assert set(user.grants.filter(moved_from__isnull=False).values_list("municipality", flat=True)) == {nes.pk, li.pk}
    assert again(idle).owner == nes


def test_the_successor_with_the_old_name_is_proposed(bokn):
    code = PostalCode.objects.create(code="0099", place="PRØVENES", municipality=bokn)
    point = make_contact_point(owner=bokn)
    change = split(bokn, new("Prøvenes", "9902"), new("Prøvebokn", "9903"))
    proposed = {q.row: [str(one) for one in q.proposed] for q in checks.questions(Transition.of(change))}
    assert proposed[code] == ["Prøvenes"]
    assert proposed[point] == ["Prøvebokn"]


def test_a_person_with_functions_on_both_sides_is_registered_in_both(bokn):
    first, second = make_contact_point(owner=bokn), make_contact_point(Function.SLT_COORDINATOR, owner=bokn)
    person = make_person(owner=bokn)
    for point in (first, second):
        make_assignment(point, person, share=50)
    change = split(bokn, new("Prøvenes", "9902"), new("Prøveli", "9903"))
    coverages = [Coverage.objects.get(contact_point=point) for point in (first, second)]
    carry_out(divide(change, {first: [0], coverages[0]: [0], second: [1], coverages[1]: [1]}))
    holders = [again(point).assignments.get().person for point in (first, second)]
    assert {holder.owner.slug for holder in holders} == {"provenes", "proveli"}
    assert {holder.name for holder in holders} == {person.name}


# To another district


def test_the_polices_contact_point_goes_along_when_all_it_serves_has_moved(bokn, district):
    point = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[bokn])
    held = make_assignment(point)
    other = make_district()
    carry_out(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=other)))
    assert (again(point).owner, served_by(point)) == (other, {bokn})
    assert again(held.person).owner == other


def test_it_ends_serving_one_that_left(bokn, utsira, district):
    point = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[bokn, utsira])
    other = make_district()
    carry_out(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=other)))
    assert (again(point).owner, served_by(point)) == (district, {utsira})


def test_the_municipalitys_own_contact_point_and_roles_stay(bokn):
    point, user = make_contact_point(owner=bokn), make_user((Role.MUNICIPAL_EDITOR, bokn))
    carry_out(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=make_district())))
    assert (again(point).owner, served_by(point)) == (bokn, {bokn})
    assert user.grants.count() == 1


# Districts


def test_what_merged_districts_had_is_the_new_ones(bokn, district):
    prevention = make_contact_point(Function.PREVENTION_CONTACT, owner=district)
    police = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[bokn])
    held, user = make_assignment(police), make_user((Role.POLICE_COORDINATOR, district))
    carry_out(merge(district, make_district(), into=new("Samlet", "")))
    samlet = PoliceDistrict.objects.get(slug="samlet")
    assert {again(row).owner for row in (prevention, police, held.person)} == {samlet}
    assert served_by(police) == {bokn}
    assert RoleGrant.objects.get(user=user, moved_from__isnull=False).district == samlet


def test_a_divided_districts_contact_point_serves_those_that_came_along(bokn, utsira, district):
    police = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[bokn, utsira])
    change = split(district, new("Nord", ""), new("Sør", ""))
    carry_out(divide(change, {bokn: [0], utsira: [1], police: [0]}))
    assert (again(police).owner.name, served_by(police)) == ("Nord", {bokn})


def test_which_municipality_goes_where_is_asked_when_a_district_is_divided(bokn, district):
    change = split(district, new("Nord", ""), new("Sør", ""))
    assert bokn in [question.row for question in checks.open_questions(change)]


def test_nothing_points_at_what_has_ended(bokn, utsira):
    make_assignment(make_contact_point(owner=bokn))
    make_user((Role.MUNICIPAL_EDITOR, bokn))
    merged(bokn, utsira)
    assert not ContactPoint.objects.filter(owner_municipality=bokn).exists()
    assert not Coverage.objects.filter(municipality=bokn).exists()
