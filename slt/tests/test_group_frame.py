"""The groups of a scheme: at the levels that it has, with who takes part by agency."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_district, make_municipality, make_user
from councils.models import Meeting
from councils.tests.factories import make_council, make_meeting
from slt.choices import Level
from slt.models import Group, Representation
from slt.tests.factories import make_group, make_keeper, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
# Synthetic: nobody has it.
IDENTITY_NUMBER = "018180 00282"


@pytest.fixture
def scheme():
    return make_scheme(make_municipality("Prøvedal", district=make_district()))


@pytest.fixture
def keeper(client, scheme):
    user = make_keeper(scheme)
    client.force_login(user)
    return user


@pytest.fixture
def group(scheme):
    return make_group(scheme, level=Level.EXECUTING)


@pytest.fixture
def found(client, keeper, scheme):
    def send(*rows, **fields):
        sent = {"name": "Koordineringsgruppa", "level": "coordinating", "minimum_meetings": "6"}
        return client.post(page("new_group", scheme), sent | rows_of(rows) | fields)

    return send


@pytest.fixture
def save(client, keeper, scheme, group):
    def send(*rows, stored=0, **fields):
        return client.post(page("edit_group", scheme, group.slug), group_of(group) | rows_of(rows, stored) | fields)

    return send


def page(name, scheme, *more):
    return reverse(name, args=[scheme.slug, *more])


def group_of(group):
    """As the form shows it."""
    names = ("name", "level", "minimum_meetings", "target_group", "task", "language", "access_contact")
    visibility = ("meetings_visibility", "items_visibility")
    return {name: getattr(group, name) for name in (*names, *visibility)} | {"seen": group.version}


def rows_of(rows, stored=0):
    sent = {"r-TOTAL_FORMS": len(rows), "r-INITIAL_FORMS": stored}
    return sent | {f"r-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}


def school(**fields):
    return {"agency": "school", "count": "2", "what": "rektorer"} | fields


EMPTY = {"agency": "", "count": "1", "what": ""}


def errors(answer):
    return {name: " ".join(texts) for name, texts in answer.context["form"].errors.items()}


# A new one


def test_a_group_is_founded_with_who_takes_part_in_one_go(found, scheme):
    assert found(school(), EMPTY, EMPTY).status_code == 302
    group = Group.objects.get(slug="koordineringsgruppa")
    assert (group.scheme, group.level, group.minimum_meetings) == (scheme, Level.COORDINATING, 6)
    assert [*group.municipalities.all()] == [*scheme.municipalities.all()]
    assert [(row.agency, row.count, row.what) for row in group.representation.all()] == [("school", 2, "rektorer")]


def test_its_meetings_are_internal_until_somebody_decides_otherwise(found):
    found()
    group = Group.objects.get(slug="koordineringsgruppa")
    assert {group.meetings_visibility, group.items_visibility} == {"internal"}


def test_a_level_that_the_scheme_lacks_is_refused_in_words_and_never_offered(client, found, scheme):
    scheme.has_executing = False
    scheme.save()
    answer = found(level="executing")
    assert "no such level" in errors(answer)["level"]
    assert 'value="executing"' not in answer.content.decode()
    assert not Group.objects.filter(scheme=scheme).exists()


def test_where_a_council_steers_no_other_group_does(found, scheme):
    scheme.steering_council = make_council(scheme.municipalities.get())
    scheme.save()
    assert scheme.steering_council.name in errors(found(level="steering"))["level"]


def test_a_second_steering_group_is_refused_with_the_first_named(found, scheme):
    first = make_group(scheme, level=Level.STEERING)
    assert first.name in errors(found(level="steering"))["level"]


@pytest.mark.parametrize("count", ["0", "100", "-3", "mange", ""])
def test_a_number_that_is_none_is_refused_and_nothing_is_founded(found, count):
    answer = found(school(count=count))
    assert answer.context["rows"].errors[0].keys() == {"count"}
    assert not Group.objects.filter(slug="koordineringsgruppa").exists()


def test_the_same_row_twice_is_refused_with_what_to_do(found):
    answer = found(school(), school(count="3"))
    assert "Write one row" in answer.content.decode()


def test_a_person_in_a_row_is_refused(found):
    answer = found(school(what=f"eleven {IDENTITY_NUMBER}"))
    assert "what" in answer.context["rows"].errors[0]


# One that there is


def test_a_group_and_its_rows_are_changed(save, group):
    row = Representation.objects.create(group=group, agency="school", count=1, what="rektorer")
    stored = school(id=row.pk, seen=row.version, count="4")
    answer = save(stored, school(agency="police", what=""), stored=1, name="Nye Ytre", meetings_visibility="public")
    assert answer.status_code == 302
    group.refresh_from_db()
    assert (group.name, group.meetings_visibility) == ("Nye Ytre", "public")
    assert [(row.agency, row.count) for row in group.representation.all()] == [("school", 4), ("police", 2)]


def test_a_row_is_deleted(save, group):
    row = Representation.objects.create(group=group, agency="school", count=1)
    assert save(school(id=row.pk, seen=row.version, DELETE="on"), stored=1).status_code == 302
    assert not group.representation.exists()


def test_two_who_save_at_once_do_not_overwrite_each_other(save, group):
    Group.objects.get(pk=group.pk).save()
    other = Group.objects.get(pk=group.pk)
    other.task = "Deres"
    other.save()
    assert "Changed while you were editing" in save(task="Min").content.decode()
    assert Group.objects.get(pk=group.pk).task == "Deres"


def test_its_members_and_meetings_are_one_press_away(client, keeper, scheme, group):
    text = client.get(page("scheme_groups", scheme)).content.decode()
    for name in ("members", "body_desk", "body_meetings"):
        assert reverse(name, args=[group.slug]) in text


def test_the_area_administrator_sees_no_way_to_the_meetings(client, scheme, group):
    district = scheme.municipalities.get().district_memberships.get().district
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    text = client.get(page("scheme_groups", scheme)).content.decode()
    assert reverse("members", args=[group.slug]) in text
    assert f'href="{reverse("body_desk", args=[group.slug])}"' not in text


def test_the_steering_council_stands_at_its_level(client, keeper, scheme):
    scheme.steering_council = make_council(scheme.municipalities.get())
    scheme.save()
    text = client.get(page("scheme_groups", scheme)).content.decode()
    assert scheme.steering_council.get_absolute_url() in text


def test_ten_groups_are_shown_in_as_many_queries_as_one(client, keeper, scheme, django_assert_max_num_queries):
    for _each in range(10):
        Representation.objects.create(group=make_group(scheme), agency="school", count=1)
    with django_assert_max_num_queries(15):
        client.get(page("scheme_groups", scheme))


# Ending one


@pytest.fixture
def end(client, keeper, scheme, group):
    def send(last=TODAY):
        return client.post(page("end_group", scheme, group.slug), {"last": last.isoformat(), "seen": group.version})

    return send


def test_a_group_ends_and_goes_on_again(client, end, scheme, group):
    assert end().status_code == 302
    group.refresh_from_db()
    assert group.ended_on == TODAY
    assert group.name in client.get(page("scheme_groups", scheme)).content.decode()
    assert client.get(page("edit_group", scheme, group.slug)).status_code == 404
    client.post(page("resume_group", scheme, group.slug), {"seen": group.version})
    group.refresh_from_db()
    assert group.is_active


def test_a_group_with_meetings_to_come_does_not_end(end, group):
    make_meeting(group, days=10, status=Meeting.Status.CALLED)
    assert "meetings to come" in errors(end())["__all__"]
    group.refresh_from_db()
    assert group.is_active


def test_a_group_does_not_end_in_the_future(end):
    assert "future" in errors(end(TODAY + datetime.timedelta(days=1)))["last"]


def test_it_does_not_go_on_at_a_level_that_is_gone(client, end, scheme, group):
    end()
    scheme.has_executing = False
    scheme.save()
    group.refresh_from_db()
    answer = client.post(page("resume_group", scheme, group.slug), {"seen": group.version}, follow=True)
    assert "no such level" in answer.content.decode()
    group.refresh_from_db()
    assert not group.is_active


# Who comes in


@pytest.mark.parametrize("name", ["scheme_groups", "new_group"])
def test_another_scheme_answers_as_one_that_is_not_there(client, keeper, name):
    for slug in (make_scheme().slug, "finnes-ikke"):
        assert client.get(reverse(name, args=[slug])).status_code == 404


@pytest.mark.parametrize("name", ["edit_group", "end_group"])
def test_a_group_of_another_scheme_is_not_there(client, keeper, scheme, name):
    assert client.get(page(name, scheme, make_group().slug)).status_code == 404


def test_a_secretary_of_the_council_does_not_come_in(client, scheme):
    client.force_login(make_user((Role.COUNCIL_SECRETARY, scheme.municipalities.get())))
    assert client.get(page("scheme_groups", scheme)).status_code == 403
