"""What a scheme and its groups refuse, in words and by the database."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from contacts.models import Function
from contacts.tests.factories import make_contact_point, make_district, make_municipality
from councils.models import Body
from councils.tests.factories import make_council
from slt.choices import Level
from slt.models import Coordinator, Group, SchemeMunicipality
from slt.services.schemes import leave, reach
from slt.tests.factories import make_group, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def town():
    return make_municipality(district=make_district())


@pytest.mark.parametrize(
    ("first", "last", "inside", "outside"),
    [
        (None, 17, [0, 17], [18, 20]),
        (12, 23, [12, 20, 23], [11, 24]),
        (12, None, [12, 80], [11]),
        (None, None, [0, 120], []),
    ],
)
def test_ages_are_covered_with_both_ends_and_open_ends(first, last, inside, outside):
    scheme = make_scheme(age_from=first, age_to=last)
    assert [age for age in inside if not scheme.covers_age(age)] == []
    assert [age for age in outside if scheme.covers_age(age)] == []


def test_ages_from_23_to_12_are_refused_by_the_database_and_in_words():
    scheme = make_scheme()
    scheme.age_from, scheme.age_to = 23, 12
    with pytest.raises(ValidationError, match="higher than the last"):
        scheme.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        scheme.save()


def test_a_municipality_is_in_one_active_scheme(town):
    make_scheme(town)
    other = make_scheme(status="planned")
    SchemeMunicipality.objects.create(scheme=other, municipality=town)
    other.status = "active"
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_a_scheme_that_was_wound_up_makes_room(town):
    old = make_scheme(town)
    old.status = "ended"
    old.save()
    assert make_scheme(town).areas.get().is_active


def test_a_council_of_another_municipality_steers_nothing(town):
    scheme = make_scheme(town)
    scheme.steering_council = make_council()
    with pytest.raises(ValidationError, match="none of the scheme"):
        scheme.clean()
    scheme.steering_council = make_council(town)
    scheme.clean()


def test_a_group_of_a_level_that_the_scheme_lacks_is_refused():
    scheme = make_scheme(has_executing=False)
    with pytest.raises(ValidationError, match="no such level"):
        Group(scheme=scheme, name="Prøve", slug="prove", level=Level.EXECUTING).clean()


def test_a_level_is_not_taken_from_under_a_group():
    group = make_group(level=Level.EXECUTING)
    group.scheme.has_executing = False
    with pytest.raises(ValidationError, match=group.name):
        group.scheme.clean()


def test_a_scheme_has_one_steering_group(town):
    scheme = make_scheme(town, steering_council=make_council(town))
    with pytest.raises(ValidationError, match="is the steering group"):
        Group(scheme=scheme, name="Prøve", slug="prove", level=Level.STEERING).clean()
    own = make_scheme()
    make_group(own, level=Level.STEERING)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_group(own, level=Level.STEERING)


def test_a_contact_point_of_another_function_or_place_coordinates_nothing(town):
    scheme = make_scheme(town)
    for point in (
        make_contact_point(Function.MUNICIPAL_CONTACT, owner=town, serves=[town]),
        make_contact_point(Function.SLT_COORDINATOR, owner=town, serves=[make_municipality()]),
    ):
        with pytest.raises(ValidationError):
            Coordinator(scheme=scheme, contact_point=point).clean()


def test_groups_are_of_the_municipalities_of_their_scheme(town):
    scheme = make_scheme(town)
    group = make_group(scheme)
    other = make_municipality(district=make_district())
    area = reach(scheme=scheme, municipality=other, first=None)
    assert set(group.municipalities.all()) == {town, other}
    leave(area=area, last=datetime.date(2026, 1, 1))
    assert group.areas.filter(valid_to=None).get().municipality == town


def test_a_group_is_a_body_of_its_kind_and_knows_its_scheme():
    group = make_group()
    body = Body.objects.get(pk=group.pk)
    assert (body.kind, body.part_of) == (Body.Kind.GROUP, group.scheme.slug)
