import datetime

import pytest
from django.core.management import CommandError, call_command
from django.db.models import CharField, Value
from django.db.models.functions import Concat
from django.utils import timezone

from contacts import examples, phones
from contacts.models import (
    Assignment,
    ContactPoint,
    Coverage,
    Freshness,
    Function,
    Municipality,
    Person,
    PoliceDistrict,
    Publication,
)
from contacts.tests.factories import make_assignment, make_contact_point, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def at():
    """The invented contact points of a function that serve a municipality."""

    def find(address, function):
        return ContactPoint.objects.get(coverages__municipality__slug=address, function=function, is_example=True)

    return find


def current(contact_point, today):
    return list(contact_point.assignments.current(today))


def test_nobody_could_take_an_example_for_a_real_person_or_number():
    people, points = Person.objects.filter(is_example=True), ContactPoint.objects.filter(is_example=True)
    numbers = {*people.values_list("direct_phone", flat=True), *points.values_list("phone", flat=True)} - {""}
    assert len(numbers) > 10
    assert all(phones.display(number).startswith("12 34 ") for number in numbers)
    assert {person.name.split()[-1] for person in people} == {"Eksempel"}
    assert all(email.endswith("@eksempel.example") for email in points.values_list("email", flat=True) if email)


def test_everything_invented_is_marked_as_such():
    assert not Assignment.objects.filter(contact_point__is_example=True, person__is_example=False).exists()
    assert set(ContactPoint.objects.values_list("is_example", flat=True)) == {True}


def test_valle_and_bykle_share_a_half_position_that_is_due_for_verification(at, today):
    coordinator = at("valle", Function.SLT_COORDINATOR)
    assert coordinator == at("bykle", Function.SLT_COORDINATOR)
    assert coordinator.owner_municipality.slug == "valle"
    assert coordinator.freshness(today) == Freshness.DUE
    assert [(held.share, held.publication) for held in current(coordinator, today)] == [(50, Publication.NAME)]


def test_three_municipalities_share_a_police_contact_with_a_direct_number(at, today):
    contact = at("bygland", Function.POLICE_CONTACT)
    assert set(contact.municipalities.values_list("slug", flat=True)) == {"valle", "bykle", "bygland"}
    assert contact.owner_district.slug == "agder"
    assert (contact.opening_hours, contact.freshness(today)) == ("Mo-Fr 08:00-15:30", Freshness.FRESH)
    assert [held.publication for held in current(contact, today)] == [Publication.NAME_AND_DIRECT]


def test_valles_municipal_contact_is_vacant_and_was_not_always(at, today):
    contact = at("valle", Function.MUNICIPAL_CONTACT)
    assert current(contact, today) == []
    assert [held.valid_to < today for held in contact.assignments.all()] == [True]


def test_bykles_municipal_contact_is_stale_with_a_name_to_hide(at, today):
    contact = at("bykle", Function.MUNICIPAL_CONTACT)
    assert contact.freshness(today) == Freshness.STALE
    assert [held.publication for held in current(contact, today)] == [Publication.NAME]


def test_baerum_has_everything_with_a_name(at, today):
    for function in (Function.POLICE_CONTACT, Function.MUNICIPAL_CONTACT, Function.SLT_COORDINATOR):
        contact = at("baerum", function)
        assert contact.freshness(today) == Freshness.FRESH
        assert [held.publication != Publication.FUNCTION_ONLY for held in current(contact, today)] == [True]
    assert at("baerum", Function.SLT_COORDINATOR).assignments.get().share == 100
    assert at("baerum", Function.POLICE_CONTACT).owner_district.slug == "oslo"
    assert at("baerum", Function.MUNICIPAL_CONTACT).phone
    assert at("baerum", Function.MUNICIPAL_CONTACT).email


def test_asker_has_a_holder_who_is_never_named_and_a_deputy(at, today):
    held = {held.role: held.person.never_publish for held in current(at("asker", Function.MUNICIPAL_CONTACT), today)}
    assert held == {Assignment.Role.HOLDER: True, Assignment.Role.DEPUTY: False}


def test_five_districts_have_a_prevention_contact_and_the_others_none():
    covering = ContactPoint.objects.filter(covers_whole_district=True)
    assert set(covering.values_list("owner_district__slug", flat=True)) == {"agder", "oslo", "vest", "sor-ost", "troms"}


def test_every_example_fits_what_a_form_would_take():
    for row in (*ContactPoint.objects.all(), *Person.objects.all(), *Assignment.objects.all()):
        row.full_clean()


def test_a_second_start_on_the_same_day_writes_nothing(capsys):
    call_command("load_examples")
    assert capsys.readouterr().out == "Examples: unchanged.\n"


@pytest.mark.parametrize("days", [1, 90, 900])
def test_what_is_due_or_stale_stays_so_at_a_later_start(at, today, days):
    later = today + datetime.timedelta(days=days)
    examples.load(later)
    assert at("valle", Function.SLT_COORDINATOR).freshness(later) == Freshness.DUE
    assert at("bykle", Function.MUNICIPAL_CONTACT).freshness(later) == Freshness.STALE
    assert at("baerum", Function.MUNICIPAL_CONTACT).freshness(later) == Freshness.FRESH
    assert current(at("valle", Function.MUNICIPAL_CONTACT), later) == []


def test_the_due_example_is_due_on_every_day_of_the_year():
    for day in (datetime.date(2027, 1, 1) + datetime.timedelta(days=days) for days in range(731)):
        assert ContactPoint(verified_on=day - examples.DUE).freshness(day) == Freshness.DUE


def test_removing_the_examples_leaves_everything_real():
    real_point, real_person = make_contact_point(), make_person()
    real = make_assignment(real_point, real_person)
    invented = make_assignment(real_point, Person.objects.filter(is_example=True).first())
    make_assignment(ContactPoint.objects.filter(is_example=True).first(), real_person)
    call_command("load_examples", "--remove")
    assert [*ContactPoint.objects.all()] == [real_point]
    assert [*Person.objects.all()] == [real_person]
    assert [*Assignment.objects.all()] == [real]
    assert invented not in Assignment.objects.all()
    assert Municipality.objects.filter(slug="valle").exists()


def test_examples_that_were_removed_come_back_whole():
    def count():
        return [model.objects.count() for model in (ContactPoint, Person, Assignment, Coverage)]

    before = count()
    call_command("load_examples", "--remove")
    assert count() == [0, 0, 0, 0]
    call_command("load_examples")
    assert count() == before


@pytest.mark.parametrize("model", [Municipality, PoliceDistrict], ids=["municipalities", "districts"])
def test_without_places_one_is_told_to_load_them_first(model):
    call_command("load_examples", "--remove")
    model.objects.update(slug=Concat(Value("gone-"), "pk", output_field=CharField()))
    with pytest.raises(CommandError, match=r"run manage\.py load_places first"):
        call_command("load_examples")
    assert not ContactPoint.objects.exists()
