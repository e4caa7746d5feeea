import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from contacts.models import Municipality
from contacts.tests.stopwatch import milliseconds
from councils import examples
from councils.examples import EXAMPLES
from councils.models import (
    ActionItem,
    AgendaItem,
    Agreement,
    Attachment,
    Attendance,
    Body,
    BodyMunicipality,
    CaseCounter,
    Council,
    Knowledge,
    Measure,
    Meeting,
    Member,
    MinutesVersion,
    Objective,
    Plan,
    StandingItem,
    Strategy,
    YearWheelTask,
)
from councils.tests.factories import make_council, make_meeting

pytestmark = pytest.mark.django_db

ROWS = [
    *(Council, BodyMunicipality, Member, Agreement, StandingItem, YearWheelTask, Meeting, AgendaItem, Attendance),
    *(MinutesVersion, Attachment, ActionItem, Strategy, Objective, Plan, Measure, Knowledge),
]


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def baerum():
    return Council.objects.get(slug="eksempel-baerum")


def count():
    return [model.objects.count() for model in ROWS]


def test_there_is_a_council_in_every_state_that_a_council_can_have():
    states = set(Council.objects.filter(is_example=True).values_list("status", flat=True))
    assert states == {*Council.Status} - {Council.Status.NONE}


def test_there_is_a_council_of_every_form():
    assert set(Council.objects.filter(is_example=True).values_list("form", flat=True)) == {*Council.Form}


def test_baerum_has_a_meeting_in_every_state_but_those_that_last_a_moment(baerum):
    states = set(baerum.meetings.values_list("status", flat=True))
    assert states == {*Meeting.Status} - {Meeting.Status.CHECKED, Meeting.Status.APPROVED, Meeting.Status.CORRECTING}


def test_one_published_text_was_corrected_and_its_first_version_says_what_it_said(baerum):
    first, second = MinutesVersion.objects.filter(meeting__versions__number=2).order_by("number")
    assert (first.meeting, first.meeting.body_id) == (second.meeting, baerum.pk)
    assert second.reason
    assert {text.conclusion for text in first.texts.all()} != {text.conclusion for text in second.texts.all()}


def test_one_item_is_exempt_and_has_no_text_in_any_version(baerum):
    item = AgendaItem.objects.get(body=baerum, visibility="exempt")
    assert item.meeting.status == Meeting.Status.PUBLISHED
    assert not item.published_texts.exists()


def test_case_numbers_are_without_gaps_in_each_year():
    for counter in CaseCounter.objects.all():
        numbers = AgendaItem.objects.filter(body=counter.body, case_year=counter.year)
        assert sorted(numbers.values_list("case_number", flat=True)) == list(range(1, counter.last + 1))


def test_a_strategy_was_adopted_in_a_meeting_and_took_the_place_of_another(baerum, today):
    strategy = Strategy.objects.in_force(today).get(body=baerum)
    assert strategy.adopted_in.meeting.body_id == baerum.pk
    assert strategy.predecessor.status == Strategy.Status.EXPIRED


def test_the_plan_has_measures_in_every_state(baerum):
    assert set(Measure.objects.filter(plan__body=baerum).values_list("status", flat=True)) == {*Measure.Status}


def test_what_is_not_done_is_carried_to_the_meeting_that_is_called(baerum):
    called = baerum.meetings.get(status=Meeting.Status.CALLED)
    assert {carried.action_item for carried in called.carried.all()} == {*baerum.action_items.open()}


def test_nobody_could_take_an_example_for_somebody_real():
    members = Member.objects.filter(body__is_example=True)
    assert {name.split()[-1] for name in members.values_list("name", flat=True) if name} == {"Eksempel"}
    assert [member.name for member in members if member.public_name and member.body.slug == "eksempel-baerum"] == [
        "Tone Eksempel"
    ]
    for council in Council.objects.filter(is_example=True):
        assert all(mailbox.endswith("@eksempel.example") for mailbox in (council.email, council.press_email) if mailbox)
        assert council.press_phone[:4] in ("", "1234")


@pytest.mark.parametrize("model", [Body, Meeting, Strategy, Plan])
def test_everything_invented_is_marked_as_such(model):
    assert set(model.objects.values_list("is_example", flat=True)) == {True}


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_example_fits_what_a_form_would_take(model):
    for row in model.objects.all():
        row.full_clean()


def test_each_attachment_is_a_pdf_with_its_checksum():
    for attachment in Attachment.objects.all():
        with attachment.file.open() as file:
            content = file.read()
        assert content.startswith(b"%PDF-")
        assert (len(content), examples.making.paper.checksum(content)) == (attachment.size, attachment.sha256)


def test_a_second_start_writes_nothing(capsys):
    before = count()
    call_command("load_examples")
    assert capsys.readouterr().out == "Examples: unchanged.\n"
    assert count() == before


@pytest.mark.parametrize("days", [30, 400])
def test_at_a_later_start_what_is_called_is_ahead_again(baerum, days, today):
    before, later = count(), today + datetime.timedelta(days=days)
    assert examples.load(later) == len(EXAMPLES)
    assert Meeting.objects.get(uid=examples.called()).date > later
    assert count() == before


def test_what_was_written_into_an_example_lately_stays(baerum, today):
    make_meeting(baerum, days=40)
    assert examples.load(today + datetime.timedelta(days=7)) == 0
    assert baerum.meetings.filter(is_example=False).exists()


def test_removing_the_examples_leaves_councils_of_ones_own():
    own = make_meeting(make_council())
    examples.remove()
    assert [*Council.objects.all()] == [own.body.council]
    assert [*Meeting.objects.filter(body__kind="council")] == [own]
    assert not Attachment.objects.exists()


def test_where_a_council_of_ones_own_is_active_none_is_invented(today):
    examples.remove()
    make_council(Municipality.objects.get(slug="baerum"))
    examples.load(today)
    assert Council.objects.filter(is_example=True).count() == len(EXAMPLES) - 1


def test_all_of_it_is_there_within_two_seconds(today):
    examples.remove()
    assert milliseconds(lambda: examples.load(today)) < 2000
