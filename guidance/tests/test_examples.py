"""Invented guidance: in every state, evidently invented, and made anew when it is old."""

import datetime

import pytest
from django.utils import timezone

from contacts.models import Municipality
from contacts.person_data import guard
from guidance import examples, index, markdown
from guidance.choices import Kind
from guidance.models import Edition, Publisher, Resource, Text
from guidance.tests.factories import make_published, make_resource

pytestmark = pytest.mark.django_db
Status = Edition.Status


@pytest.fixture
def today():
    return timezone.localdate()


def invented():
    return Resource.objects.filter(is_example=True)


def test_there_is_one_in_every_state(today):
    editions = Edition.objects.filter(resource__is_example=True)
    assert {edition.status for edition in editions} == set(Status)
    assert editions.filter(number__gt=1).exclude(status=Status.APPROVED).exists()
    assert any(edition.is_scheduled(today) for edition in editions)
    assert invented().due(today).filter(superseded_by=None).exists()
    assert invented().filter(archived_on__isnull=False).exists()
    assert invented().filter(superseded_by__isnull=False, publisher__successor__isnull=False).exists()
    assert invented().filter(district__isnull=False).exists()


@pytest.mark.parametrize("model", [Resource, Edition, Text, Publisher], ids=lambda model: model.__name__)
def test_each_fits_what_a_form_would_take(model):
    mine = {
        Resource: invented(),
        Edition: Edition.objects.filter(resource__is_example=True),
        Text: Text.objects.filter(edition__resource__is_example=True),
        Publisher: Publisher.objects.filter(slug__startswith="eksempel-"),
    }[model]
    assert mine
    for row in mine:
        row.full_clean()


def test_every_text_says_that_it_is_an_example_has_no_problem_and_would_not_be_held_up():
    for text in Text.objects.filter(edition__resource__is_example=True):
        assert "(eksempel)" in text.title
        assert "oppdi" in text.body
        assert markdown.problems(text.body) == []
        assert not guard.check(f"{text.title}\n{text.summary}\n{text.body}")


def test_another_load_writes_nothing(today):
    assert examples.load(today) == 0


def test_all_is_made_anew_when_what_was_to_come_has_come(today):
    before = set(invented().values_list("pk", flat=True))
    assert examples.load(today + datetime.timedelta(days=14)) == len(before)
    assert before.isdisjoint(invented().values_list("pk", flat=True))


def test_a_guide_of_ones_own_goes_before_an_invented_one(today):
    examples.remove()
    own = make_published(make_resource(Kind.LOCAL_GUIDE, municipality=Municipality.objects.get(slug="valle"))).resource
    examples.load(today)
    assert Resource.objects.get(kind=Kind.LOCAL_GUIDE, municipality__slug="valle") == own


def test_removing_leaves_nothing_of_them_and_all_that_is_ones_own():
    own = make_resource()
    count = invented().count()
    assert examples.remove() == count
    assert not Publisher.objects.filter(slug__startswith="eksempel-").exists()
    assert Resource.objects.filter(pk=own.pk).exists()


def test_nothing_invented_is_national():
    assert all(item.place for item in index.current().items if item.row.is_example)
