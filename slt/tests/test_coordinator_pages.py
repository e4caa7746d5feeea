"""Who coordinates a scheme: contact points that are linked, never copied; their shares and offices."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Assignment, ContactPoint, Coverage, Function, Role
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_municipality,
    make_person,
    make_user,
)
from slt.models import Coordinator, Office
from slt.tests.factories import make_coordinator, make_keeper, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()


@pytest.fixture
def towns(district):
    return [make_municipality("Prøvedal", district=district), make_municipality("Prøvenes", district=district)]


@pytest.fixture
def scheme(towns):
    return make_scheme(*towns)


@pytest.fixture
def keeper(client, towns):
    """Of the first municipality, whose contact points are theirs."""
    user = make_user((Role.SLT_COORDINATOR, towns[0]))
    client.force_login(user)
    return user


def slt_point(owner, *others, **fields):
    return make_contact_point(Function.SLT_COORDINATOR, owner=owner, serves=[owner, *others], **fields)


def page(name, scheme, *more):
    return reverse(name, args=[scheme.slug, *more])


@pytest.fixture
def read(client, keeper, scheme):
    return lambda: client.get(page("scheme_coordinators", scheme)).content.decode()


@pytest.fixture
def link(client, keeper, scheme):
    return lambda point: client.post(page("scheme_coordinators", scheme), {"contact_point": point.pk})


# Linking


def test_the_contact_point_of_the_card_is_linked_and_not_copied(link, scheme, towns):
    point = slt_point(*towns)
    before = ContactPoint.objects.count()
    assert link(point).status_code == 302
    assert scheme.coordinators.get().contact_point == point
    assert ContactPoint.objects.count() == before


def test_only_those_of_its_municipalities_are_offered(client, keeper, scheme, towns):
    mine, other = slt_point(towns[0]), slt_point(make_municipality())
    make_contact_point(Function.MUNICIPAL_CONTACT, owner=towns[0])
    answer = client.get(page("scheme_coordinators", scheme))
    assert [*answer.context["form"].fields["contact_point"].queryset] == [mine]
    assert str(other.pk) not in [value for value, _label in answer.context["form"].fields["contact_point"].choices]


def test_another_is_refused_in_words(link, scheme):
    answer = link(slt_point(make_municipality()))
    assert "cannot be linked" in str(answer.context["form"].errors)
    assert not scheme.coordinators.exists()


def test_one_that_is_linked_is_not_linked_again(link, scheme):
    row = make_coordinator(scheme)
    assert link(row.contact_point).status_code == 200
    assert scheme.coordinators.count() == 1


def test_what_is_not_published_is_offered_to_its_own_people_only(read, towns):
    slt_point(towns[1], is_published=False)
    assert "Link a contact point" not in read()
    slt_point(towns[0], is_published=False)
    assert "Link a contact point" in read()


def test_unlinking_leaves_the_contact_point(client, keeper, scheme):
    row = make_coordinator(scheme)
    assert client.post(page("unlink_coordinator", scheme, row.pk), {"seen": row.version}).status_code == 302
    assert not scheme.coordinators.exists()
    assert ContactPoint.objects.filter(pk=row.contact_point_id).exists()


def test_unlinking_what_another_changed_is_refused(client, keeper, scheme):
    row = make_coordinator(scheme)
    row.save()
    client.post(page("unlink_coordinator", scheme, row.pk), {"seen": row.version - 1})
    assert scheme.coordinators.exists()


def test_a_coordinator_of_another_scheme_is_not_there(client, keeper, scheme):
    other = make_coordinator()
    assert client.post(page("unlink_coordinator", scheme, other.pk), {"seen": other.version}).status_code == 404
    assert client.get(page("coordinator_offices", scheme, other.pk)).status_code == 404


# What is missing


def test_a_municipality_that_no_linked_contact_point_serves_is_told_with_the_way_to_mend_it(read, scheme, towns):
    Coordinator.objects.create(scheme=scheme, contact_point=slt_point(towns[0]))
    text = read()
    assert "Does not serve: Prøvenes" in text
    assert "is served by none of the coordinators" in text


def test_a_contact_point_that_serves_it_and_is_not_linked_is_pointed_at(read, scheme, towns):
    Coordinator.objects.create(scheme=scheme, contact_point=slt_point(towns[0]))
    slt_point(towns[1])
    assert "has a contact point for SLT that is not linked" in read()


def test_nothing_is_missing_where_one_serves_all(read, scheme):
    make_coordinator(scheme)
    text = read()
    assert "Does not serve" not in text
    assert "is served by none" not in text


def test_where_there_is_none_it_is_said_who_registers_one(read, client, towns, scheme):
    assert "editor or the area administrator registers it" in read()
    district = towns[0].district_memberships.get().district
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    text = client.get(page("scheme_coordinators", scheme)).content.decode()
    assert reverse("admin:contacts_contactpoint_add") in text


# Who holds it


def test_a_vacant_one_says_so(read, scheme):
    make_coordinator(scheme)
    assert "Vacant" in read()


def test_its_own_people_read_the_name_and_others_what_everyone_reads(read, scheme, towns):
    for owner, name in zip(towns, ["Nora Prøve", "Ola Prøve"], strict=True):
        point = slt_point(owner)
        Coordinator.objects.create(scheme=scheme, contact_point=point)
        make_assignment(point, make_person(name, owner=owner), share=50)
    text = read()
    assert "Nora Prøve" in text
    assert "Ola Prøve" not in text
    assert text.count("50 % position") == 2


# The position share


@pytest.fixture
def held(scheme, towns):
    point = slt_point(*towns)
    Coordinator.objects.create(scheme=scheme, contact_point=point)
    return make_assignment(point, share=20)


@pytest.fixture
def save_share(client, keeper, scheme, held):
    def send(share, **fields):
        sent = {"share": share, "seen": held.version}
        return client.post(page("coordinator_share", scheme, held.pk), sent | fields)

    return send


def test_the_share_is_corrected_in_the_one_place_where_it_stands(save_share, held):
    assert save_share("60").status_code == 302
    held.refresh_from_db()
    assert held.share == 60


def test_shares_over_a_full_position_answer_with_the_total_and_what_to_do(save_share, held, towns):
    make_assignment(slt_point(towns[0]), held.person, share=70)
    told = str(save_share("40").context["form"].errors["share"])
    assert "110 %" in told
    assert "Lower this share, or correct the others first" in told
    held.refresh_from_db()
    assert held.share == 20


@pytest.mark.parametrize("share", ["0", "101", "99999", "halv"])
def test_what_is_no_share_is_refused(save_share, held, share):
    answer = save_share(share)
    assert "share" in answer.context["form"].errors
    assert f'value="{share}"' in answer.content.decode()


def test_the_other_functions_of_the_person_are_named(client, keeper, scheme, held, towns):
    make_assignment(slt_point(towns[0]), held.person, share=70)
    assert "70 %" in client.get(page("coordinator_share", scheme, held.pk)).content.decode()


def test_what_is_wrong_with_the_assignment_itself_is_told_above_the_form(save_share, held):
    person = make_person(owner=make_municipality())
    Assignment.objects.filter(pk=held.pk).update(person=person)
    assert "belongs to another unit" in str(save_share("30").context["form"].errors["__all__"])


def test_two_who_correct_it_at_once_do_not_overwrite_each_other(save_share, held):
    held_by_another = Assignment.objects.get(pk=held.pk)
    held_by_another.share = 30
    held_by_another.save()
    assert "Changed while you were editing" in save_share("40").content.decode()
    assert Assignment.objects.get(pk=held.pk).share == 30


def test_whoever_does_not_keep_the_contact_point_reads_who_does(client, scheme, towns):
    point = slt_point(towns[1], towns[0])
    Coordinator.objects.create(scheme=scheme, contact_point=point)
    theirs = make_assignment(point, share=20)
    client.force_login(make_user((Role.SLT_COORDINATOR, towns[0])))
    text = client.get(page("scheme_coordinators", scheme)).content.decode()
    assert "Prøvenes" in text
    assert page("coordinator_share", scheme, theirs.pk) not in text
    assert client.get(page("coordinator_share", scheme, theirs.pk)).status_code == 404


# Offices


def rows_of(*rows, stored=0):
    sent = {"o-TOTAL_FORMS": len(rows), "o-INITIAL_FORMS": stored}
    return sent | {f"o-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}


@pytest.fixture
def save_offices(client, keeper, scheme):
    row = make_coordinator(scheme)
    return lambda *rows: client.post(page("coordinator_offices", scheme, row.pk), rows_of(*rows))


def test_offices_are_saved_and_empty_rows_are_not(client, save_offices, scheme, towns):
    office = {"municipality": towns[1].pk, "place": "Rådhuset", "days": "mandag"}
    assert save_offices(office, {"municipality": "", "place": "", "days": ""}).status_code == 302
    stored = Office.objects.get(coordinator__scheme=scheme)
    assert (stored.municipality, stored.place, stored.days) == (towns[1], "Rådhuset", "mandag")
    assert "Rådhuset, Prøvenes (mandag)" in client.get(page("scheme_coordinators", scheme)).content.decode()


def test_an_office_in_another_municipality_is_refused_in_words(save_offices):
    answer = save_offices({"municipality": make_municipality().pk, "place": "Rådhuset", "days": ""})
    assert "one of the municipalities of the scheme" in answer.content.decode()
    assert 'value="Rådhuset"' in answer.content.decode()


# Who comes in


@pytest.mark.parametrize("name", ["scheme_coordinators"])
def test_another_scheme_answers_as_one_that_is_not_there(client, keeper, name):
    for slug in (make_scheme().slug, "finnes-ikke"):
        assert client.get(reverse(name, args=[slug])).status_code == 404


def test_whoever_keeps_one_scheme_only_keeps_its_coordinators(client, scheme):
    client.force_login(make_keeper(scheme))
    assert client.get(page("scheme_coordinators", scheme)).status_code == 200


def test_a_secretary_of_the_council_does_not_come_in(client, scheme, towns):
    client.force_login(make_user((Role.COUNCIL_SECRETARY, towns[0])))
    assert client.get(page("scheme_coordinators", scheme)).status_code == 403


def test_ten_coordinators_are_shown_in_as_many_queries_as_two(client, keeper, scheme, django_assert_max_num_queries):
    for _each in range(10):
        make_assignment(make_coordinator(scheme).contact_point, share=10)
    with django_assert_max_num_queries(30):
        client.get(page("scheme_coordinators", scheme))


def test_a_merged_municipality_that_a_contact_point_still_serves_breaks_nothing(read, scheme, towns):
    row = make_coordinator(scheme)
    ended = make_municipality(valid_to=TODAY - datetime.timedelta(days=1))
    Coverage.objects.create(contact_point=row.contact_point, municipality=ended)
    assert row.contact_point.get_function_display() in read()
