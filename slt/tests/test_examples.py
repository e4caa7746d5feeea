import datetime

import pytest
from django.core.management import call_command
from django.db.models import CharField, TextField
from django.utils import timezone

from contacts.models import Municipality
from contacts.person_data import guard
from contacts.tests.stopwatch import milliseconds
from councils import examples as councils_examples
from councils.choices import Visibility
from councils.models import AgendaItem, BodyMunicipality, Council, Meeting, Member
from councils.models import Measure as PlanMeasure
from slt import examples
from slt.choices import Effect, Level, Outcome, Sector
from slt.models import (
    Coordinator,
    CycleYear,
    DialogueEvent,
    DialogueProcess,
    Finding,
    Group,
    Measure,
    Office,
    Party,
    Priority,
    Representation,
    Scheme,
    SchemeMunicipality,
)
from slt.tests.factories import make_group, make_scheme

pytestmark = pytest.mark.django_db

ROWS = [
    *(Scheme, SchemeMunicipality, Coordinator, Office, Group, Representation),
    *(CycleYear, Finding, Priority, Measure, DialogueProcess, Party, DialogueEvent),
]


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def baerum():
    return Scheme.objects.get(slug="eksempel-slt-baerum")


@pytest.fixture
def setesdal():
    return Scheme.objects.get(slug="eksempel-slt-valle-og-bykle")


def count():
    return [model.objects.count() for model in [*ROWS, Meeting, AgendaItem, Member]]


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_example_fits_what_a_form_would_take(model):
    rows = list(model.objects.all())
    assert rows
    for row in rows:
        row.full_clean()


@pytest.mark.parametrize("model", [AgendaItem, BodyMunicipality, Meeting, Member], ids=lambda model: model.__name__)
def test_what_the_groups_keep_fits_what_a_form_would_take(model):
    path = "meeting__body__kind" if model is AgendaItem else "body__kind"
    for row in model.objects.filter(**{path: "slt_group"}):
        row.full_clean()


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_no_text_of_an_example_would_be_held_up(model):
    """Whoever opens one and saves it unchanged is not asked about texts that they did not write."""
    for row in model.objects.all():
        texts = [getattr(row, field.name) for field in model._meta.fields if is_text(field)]
        assert [text for text in texts if text and guard.check(text)] == []


def is_text(field):
    return type(field) in (CharField, TextField) and not field.choices and field.editable


def test_there_is_a_scheme_in_every_state():
    assert set(Scheme.objects.values_list("status", flat=True)) == {*Scheme.Status}


def test_valle_and_bykle_share_half_a_position_under_their_police_council(setesdal):
    point = setesdal.coordinators.get().contact_point
    assert set(point.coverages.values_list("municipality__slug", flat=True)) == {"valle", "bykle"}
    assert point.assignments.get().share == 50
    assert setesdal.steering_council.slug == "eksempel-valle-og-bykle"
    assert set(setesdal.municipalities.values_list("slug", flat=True)) == {"valle", "bykle"}
    assert not setesdal.covers_age(18)


def test_baerum_has_a_group_at_each_level_and_one_that_ended(baerum):
    assert set(baerum.groups.active().values_list("level", flat=True)) == {*Level}
    assert baerum.groups.exclude(ended_on=None).count() == 1
    assert baerum.covers_age(20)


def test_somewhere_nobody_coordinates(today):
    scheme = Scheme.objects.get(slug="eksempel-slt-alta")
    point = scheme.coordinators.get().contact_point
    assert scheme.is_active
    assert not point.assignments.current(today).exists()


def test_groups_are_of_the_municipalities_of_their_scheme():
    for group in Group.objects.all():
        assert set(group.municipalities.all()) == set(group.scheme.municipalities.all())


def test_meetings_of_groups_are_in_many_states_and_most_are_internal(baerum):
    meetings = Meeting.objects.filter(body__in=baerum.groups.all())
    assert {*meetings.values_list("status", flat=True)} >= {
        "planned",
        "called",
        "held",
        "draft",
        "published",
        "cancelled",
    }
    internal = meetings.filter(visibility=Visibility.INTERNAL).count()
    assert 0 < meetings.count() - internal < internal


def test_this_year_priorities_are_at_every_stage_and_the_decided_ones_are_items(baerum, today):
    priorities = Priority.objects.filter(cycle__scheme=baerum, cycle__year=today.year)
    assert set(priorities.values_list("outcome", flat=True)) == {*Outcome}
    for priority in priorities.exclude(outcome=Outcome.WAITING):
        assert priority.item.meeting.date == priority.decided_on
        assert priority.item.conclusion
    assert {priority.is_put for priority in priorities.filter(outcome=Outcome.WAITING)} == {True, False}
    assert Finding.objects.filter(cycle__scheme=baerum).to_be_put().exists()


def test_a_priority_of_valle_and_bykle_was_decided_by_their_police_council(setesdal):
    decided = Priority.objects.get(cycle__scheme=setesdal, outcome=Outcome.ADOPTED)
    assert decided.item.body_id == setesdal.steering_council_id


def test_measures_are_in_every_state_and_judged_in_every_way(baerum):
    measures = Measure.objects.filter(cycle__scheme=baerum)
    assert set(measures.values_list("status", flat=True)) == {*PlanMeasure.Status}
    assert set(measures.values_list("effect", flat=True)) >= {"", Effect.GOOD, Effect.PARTLY, Effect.NONE}


def test_last_year_is_evaluated_and_documented_within_that_year(baerum, today):
    year = baerum.years.get(year=today.year - 1)
    assert year.evaluated_on.year == year.documented_on.year == year.year
    assert year.evaluation
    assert year.summary


def test_dialogues_came_from_an_item_a_plan_and_a_scheme(baerum):
    dialogues = baerum.dialogues.all()
    assert all(dialogues.exclude(**{field: None}).exists() for field in ("item", "plan_measure", "measure"))
    assert set(dialogues.values_list("status", flat=True)) == {*DialogueProcess.Status}
    assert set(Party.objects.filter(process__scheme=baerum).values_list("sector", flat=True)) == {*Sector}
    events = DialogueEvent.objects.filter(process__scheme=baerum)
    assert set(events.values_list("status", flat=True)) == {*DialogueEvent.Status}
    assert set(events.values_list("is_open", flat=True)) == {True, False}


def test_nobody_could_take_a_member_of_a_group_for_somebody_real():
    names = Member.objects.filter(body__kind="slt_group").exclude(name="").values_list("name", flat=True)
    assert {name.split()[-1] for name in names} == {"Eksempel"}


def test_everything_invented_is_marked_as_such():
    assert set(Scheme.objects.values_list("is_example", flat=True)) == {True}
    assert set(Group.objects.values_list("is_example", flat=True)) == {True}


def test_a_second_start_writes_nothing(capsys):
    before = count()
    call_command("load_examples")
    assert capsys.readouterr().out == "Examples: unchanged.\n"
    assert count() == before


@pytest.mark.parametrize("days", [30, 45, 400])
def test_at_a_later_start_what_is_called_is_ahead_again(days, today):
    before, later = count(), today + datetime.timedelta(days=days)
    councils_examples.load(later)
    assert examples.load(later) == len(examples.examples(later))
    assert Meeting.objects.get(uid=examples.called()).date > later
    assert count() == before


@pytest.mark.parametrize(("month", "day"), [(1, 1), (3, 1), (10, 15), (12, 31)])
def test_the_examples_can_be_made_on_any_day_of_the_year(month, day, today):
    examples.remove()
    on = datetime.date(today.year + 1, month, day)
    examples.load(on)
    for model in (Scheme, Group, Priority, Measure, DialogueProcess):
        for row in model.objects.all():
            row.full_clean()


def test_when_the_council_that_steers_is_made_anew_so_are_the_schemes(setesdal, today):
    councils_examples.remove()
    councils_examples.load(today)
    examples.load(today)
    scheme = Scheme.objects.get(slug=setesdal.slug)
    assert scheme.steering_council == Council.objects.get(slug="eksempel-valle-og-bykle")
    assert Priority.objects.get(cycle__scheme=scheme, outcome=Outcome.ADOPTED).item


def test_what_was_written_into_an_example_lately_stays(baerum, today):
    group = make_group(baerum)
    assert examples.load(today + datetime.timedelta(days=7)) == 0
    assert Group.objects.filter(pk=group.pk).exists()


def test_removing_the_examples_leaves_schemes_of_ones_own():
    own = make_scheme()
    examples.remove()
    assert [*Scheme.objects.all()] == [own]
    assert not Group.objects.exists()
    assert not DialogueProcess.objects.exists()


def test_where_a_scheme_of_ones_own_is_active_none_is_invented(today):
    examples.remove()
    make_scheme(Municipality.objects.get(slug="baerum"))
    examples.load(today)
    assert not Scheme.objects.filter(slug="eksempel-slt-baerum").exists()
    assert Scheme.objects.filter(slug="eksempel-slt-valle-og-bykle").exists()


def test_all_of_it_is_there_within_two_seconds(today):
    examples.remove()
    assert milliseconds(lambda: examples.load(today)) < 2000
