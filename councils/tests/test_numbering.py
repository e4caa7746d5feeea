"""Case numbers n/yy: per body and year, without gaps, and never changed."""

import os
import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction

from councils.models import AgendaItem, CaseCounter, Council, Meeting
from councils.services.numbering import give_numbers
from councils.tests.factories import make_council, make_item, make_meeting

AT_ONCE = 20


def numbers(meeting):
    return [item.number for item in meeting.items.order_by("case_number")]


@pytest.mark.django_db
class TestNumbers:
    def test_are_counted_through_the_year_from_meeting_to_meeting(self):
        council = make_council()
        first, second = make_meeting(council, date="2026-02-03"), make_meeting(council, date="2026-05-05")
        for meeting in (Meeting.objects.get(pk=first.pk), Meeting.objects.get(pk=second.pk)):
            give_numbers([make_item(meeting), make_item(meeting)])
        assert numbers(first) == ["1/26", "2/26"]
        assert numbers(second) == ["3/26", "4/26"]

    def test_begin_anew_in_another_year_and_in_another_body(self):
        council = make_council()
        for body, year in ((council, 2026), (council, 2027), (make_council(), 2026)):
            meeting = Meeting.objects.get(pk=make_meeting(body, date=f"{year}-03-03").pk)
            give_numbers([make_item(meeting)])
            assert numbers(meeting) == [f"1/{year % 100}"]

    def test_an_item_keeps_the_number_that_it_has(self):
        meeting = make_meeting()
        item = make_item(meeting)
        give_numbers([item])
        give_numbers([item, make_item(meeting)])
        assert [item.case_number for item in meeting.items.order_by("pk")] == [1, 2]

    def test_what_was_undone_leaves_no_gap(self):
        meeting = make_meeting()
        with transaction.atomic():
            give_numbers([make_item(meeting)])
            transaction.set_rollback(True)
        item = make_item(meeting)
        give_numbers([item])
        assert item.case_number == 1

    @pytest.mark.parametrize(
        "change", [{"case_number": 7}, {"case_year": 2020}, {"case_year": None, "case_number": None}]
    )
    def test_the_database_refuses_to_change_a_number(self, change):
        item = make_item(number=3)
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            AgendaItem.objects.filter(pk=item.pk).update(**change)
        item.refresh_from_db()
        assert item.case_number == 3

    def test_the_same_number_is_given_to_no_other_item(self):
        item = make_item(number=3)
        with pytest.raises(IntegrityError), transaction.atomic():
            make_item(item.meeting, number=3)


NUMBER_ONE = """
import sys, time, django
django.setup()
from councils.models import AgendaItem
from councils.services.numbering import give_numbers
item = AgendaItem.objects.select_related("meeting").get(pk=int(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
give_numbers([item])
print(AgendaItem.objects.get(pk=item.pk).case_number)
"""


@pytest.fixture
def really_written(django_db_setup, django_db_blocker):
    """Committed, so that other processes see it, and taken away afterwards."""
    with django_db_blocker.unblock():
        meeting = make_meeting()
        for _item in range(AT_ONCE):
            make_item(meeting)
        yield meeting
        AgendaItem.objects.filter(body=meeting.body).delete()
        Meeting.objects.filter(body=meeting.body).delete()
        CaseCounter.objects.filter(body=meeting.body).delete()
        municipality = meeting.body.municipalities.get()
        district = municipality.district_memberships.get().district
        Council.objects.filter(pk=meeting.body_id).delete()
        municipality.delete()
        district.delete()


def test_twenty_processes_at_once_give_twenty_numbers_without_a_gap(really_written, database_url):
    environment = os.environ | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    processes = [
        subprocess.Popen([sys.executable, "-c", NUMBER_ONE, str(pk)], env=environment, text=True, **pipes)
        for pk in really_written.items.values_list("pk", flat=True)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    outputs = [process.communicate(timeout=120) for process in processes]

    assert [process.returncode for process in processes] == [0] * AT_ONCE, outputs
    assert sorted(int(output) for output, _error in outputs) == list(range(1, AT_ONCE + 1))
    assert CaseCounter.objects.get(body=really_written.body).last == AT_ONCE
