"""The yearly report: what a draft says and never says, and that what somebody wrote outlives a new draft."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from councils.models import Attendance, Meeting, Plan, YearlyReport
from councils.services import minutes, reports
from councils.tests.factories import (
    make_action_item,
    make_council,
    make_exempt_item,
    make_item,
    make_meeting,
    make_member,
)

YEAR = 2025
TODAY = datetime.date(2026, 1, 15)
SECRET = "Hemmelegtittel"

pytestmark = pytest.mark.django_db


def meeting_on(body, month, **fields):
    return make_meeting(body, date=datetime.date(YEAR, month, 12), **{"status": Meeting.Status.APPROVED} | fields)


@pytest.fixture
def body():
    """Two public meetings and an internal one; attendance of the first; decisions of every visibility."""
    body = make_council(name="Prøverådet i Prøveby")
    first = meeting_on(body, 3, place="Rådhuset")
    make_item(first, number=1, kind="decision", title="Natteravner")
    make_item(first, number=2, kind="decision", title=f"{SECRET} intern", visibility="internal")
    make_exempt_item(first, number=3, kind="decision", title=f"{SECRET} unntatt")
    for agency, presence in [("police", "present"), ("police", "absent"), ("school", "deputy")]:
        Attendance.objects.create(meeting=first, member=make_member(body, agency=agency), presence=presence)
    minutes.publish(meeting=first)
    drafted = meeting_on(body, 6, status=Meeting.Status.DRAFT)
    make_item(drafted, number=4, kind="decision", title=f"{SECRET} utkast")
    internal = meeting_on(body, 9, visibility="internal", place=SECRET)
    make_item(internal, number=5, kind="decision", title=f"{SECRET} møte")
    minutes.publish(meeting=internal)
    meeting_on(body, 11, status=Meeting.Status.CANCELLED, place=SECRET)
    return body


@pytest.fixture
def facts(body):
    return reports.facts_of(body, YEAR, TODAY)


def test_meetings_that_were_held_are_counted_and_only_public_ones_are_named(facts):
    assert (facts["meetings"].count, facts["meetings"].internal) == (3, 1)
    assert [meeting.date.month for meeting in facts["meetings"].public] == [3, 6]


def test_items_are_counted_by_who_may_read_them(facts):
    items = facts["items"]
    assert (items.count, items.internal, items.exempt) == (5, 2, 1)


def test_attendance_is_shared_out_by_agency(facts):
    attendance = facts["attendance"]
    assert (attendance.present, attendance.expected, attendance.percent) == (2, 3, 67)
    assert [(share.agency, share.percent) for share in attendance.agencies] == [("police", 50), ("school", 100)]


def test_only_public_decisions_with_published_minutes_are_named(facts):
    assert [(decision.number, decision.title) for decision in facts["decisions"]] == [("1/25", "Natteravner")]


def test_action_items_are_counted(body):
    make_action_item(body, status="done", done_on=datetime.date(YEAR, 5, 1))
    make_action_item(body, status="done", done_on=datetime.date(YEAR - 1, 5, 1))
    make_action_item(body)
    assert reports.facts_of(body, YEAR, TODAY)["actions"] == {"done": 1, "open": 1}


def test_measures_of_public_plans_of_the_year_are_counted(body):
    for serial, fields in enumerate(
        [{}, {"visibility": "internal"}, {"status": "draft"}, {"valid_from": datetime.date(YEAR + 1, 1, 1)}]
    ):
        plan = Plan.objects.create(body=body, title="Plan", slug=f"plan-{serial}", **{"status": "current"} | fields)
        plan.measures.create(focus_area="A", objective="B", text="C", responsible="D", status="done")
    assert reports.facts_of(body, YEAR, TODAY)["measures"]["done"] == 1


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_draft_names_nothing_that_is_internal_exempt_or_not_published(body, language):
    text = reports.draft(body, YEAR, TODAY)[language]
    assert SECRET not in text
    assert "Natteravner" in text
    assert [mark for mark in ("{{", "{%", "\n\n\n") if mark in text] == []


def test_the_two_drafts_have_the_same_sections_in_words_of_their_own(body):
    draft = reports.draft(body, YEAR, TODAY)
    assert len(reports.sections(draft["nb"])) == len(reports.sections(draft["nn"])) == 5
    assert "Vi behandlet 5 saker" in draft["nb"]
    assert "Vi behandla 5 saker" in draft["nn"]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_year_without_anything_has_a_draft_as_well(language):
    text = reports.draft(make_council(), YEAR, TODAY)[language]
    assert text.startswith("# Møte")


def test_a_draft_costs_the_same_however_much_happened(body, django_assert_max_num_queries):
    for month in range(1, 11):
        if month not in (3, 6, 9):
            meeting = meeting_on(body, month)
            make_item(meeting, number=10 + month, kind="decision")
            minutes.publish(meeting=meeting)
    with django_assert_max_num_queries(18):
        reports.draft(body, YEAR, TODAY)


MINE = "Innledning\n\n# Møter\n\nVi hadde 3 møter.\n\n# Vårt eget\n\nSkrevet av oss."
NEW = "# Møter\n\nVi hadde 4 møter.\n\n# Oppmøte\n\nAlle kom."


def test_a_report_is_read_by_its_headings():
    assert [(section.heading, section.text) for section in reports.sections(MINE)] == [
        ("", "Innledning"),
        ("Møter", "Vi hadde 3 møter."),
        ("Vårt eget", "Skrevet av oss."),
    ]


def test_what_the_records_would_write_otherwise_is_shown():
    found = reports.differences(MINE, NEW)
    assert [(one.heading, one.mine, one.new) for one in found] == [
        ("Møter", "Vi hadde 3 møter.", "Vi hadde 4 møter."),
        ("Oppmøte", "", "Alle kom."),
    ]


def test_nothing_is_replaced_that_was_not_ticked():
    assert reports.merged(MINE, NEW, set()) == MINE


def test_what_was_ticked_is_replaced_and_what_is_ones_own_stays():
    text = reports.merged(MINE, NEW, {"Møter", "Oppmøte"})
    assert text == (
        "Innledning\n\n# Møter\n\nVi hadde 4 møter.\n\n# Vårt eget\n\nSkrevet av oss.\n\n# Oppmøte\n\nAlle kom."
    )


def test_a_report_is_published_in_both_written_forms_or_not_at_all(body):
    report = YearlyReport.objects.create(body=body, year=YEAR, text_nb="Tekst")
    with pytest.raises(ValidationError):
        reports.publish(report=report)
    report.text_nn = "Tekst"
    reports.publish(report=report)
    assert YearlyReport.objects.public().get() == report


def test_a_published_report_is_taken_back_with_a_reason(body):
    report = YearlyReport.objects.create(body=body, year=YEAR, text_nb="A", text_nn="B", status="published")
    reports.take_back(report=report, reason="Feil tall")
    assert not YearlyReport.objects.public().exists()
    assert report.history.latest().history_change_reason == "Feil tall"


def test_this_year_is_drafted_as_it_is_today(body):
    assert reports.draft(body, timezone.localdate().year, timezone.localdate())["nb"]
