import threading
import time
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from contacts import daily
from contacts.models import DailyRun, OutgoingMail
from contacts.services import outbox


def run(*arguments):
    output = StringIO()
    call_command("daily", *arguments, stdout=output)
    return output.getvalue()


def write_a_mail(today):
    outbox.put(key=f"test-{today}", to="noen@eksempel.example", subject="Dag", body="")
    return 1


def fail(today):
    outbox.put(key="from-a-failed-job", to="noen@eksempel.example", subject="Nei", body="")
    raise ValueError("Kari Eksempel")


@pytest.fixture
def jobs(monkeypatch):
    """Sets which jobs there are."""

    def set_jobs(*functions):
        monkeypatch.setattr(daily, "JOBS", [daily.Job(function.__name__, "done", function) for function in functions])

    return set_jobs


@pytest.mark.django_db
def test_the_jobs_of_the_portal_run_and_a_second_time_find_nothing_to_do():
    run()
    before = OutgoingMail.objects.count()
    run()
    assert OutgoingMail.objects.count() == before
    assert set(DailyRun.objects.values_list("job", flat=True)) == {job.name for job in daily.JOBS}


@pytest.mark.django_db
def test_an_error_in_one_job_takes_back_its_own_work_only_and_is_told(jobs, caplog):
    jobs(fail, write_a_mail)
    with pytest.raises(CommandError, match=r"Failed: fail\."):
        run()
    assert [mail.subject for mail in OutgoingMail.objects.all()] == ["Dag"]
    assert DailyRun.objects.get(job="fail").problem == "ValueError"


@pytest.mark.django_db
def test_a_dry_run_says_what_would_be_done_and_does_nothing(jobs):
    jobs(write_a_mail)
    assert "write_a_mail: 1 done (dry run)" in run("--dry-run")
    assert not OutgoingMail.objects.exists()
    assert daily.late_jobs()


@pytest.mark.django_db
def test_the_day_can_be_another_than_today(jobs):
    jobs(write_a_mail)
    run("--date", "2027-01-31")
    assert OutgoingMail.objects.get().key == "test-2027-01-31"


@pytest.mark.django_db
def test_a_job_that_has_not_ended_well_for_two_days_is_late(jobs):
    jobs(write_a_mail)
    assert daily.late_jobs()
    run()
    assert not daily.late_jobs()
    assert daily.late_jobs(timezone.now() + timedelta(days=2, hours=1))


@pytest.mark.django_db
def test_a_job_that_fails_is_late_at_once(jobs):
    jobs(write_a_mail, fail)
    with pytest.raises(CommandError):
        run()
    assert daily.late_jobs()


def test_two_at_the_same_time_do_the_work_once(jobs, really_written):
    def write_unless_written(today):
        if OutgoingMail.objects.exists():
            return 0
        time.sleep(0.3)  # long enough for the other to look as well
        outbox.put(key=str(uuid4()), to="noen@eksempel.example", subject="Dag", body="")
        return 1

    def run_beside_another():
        daily.run_all(timezone.localdate())
        connections.close_all()

    jobs(write_unless_written)
    both = [threading.Thread(target=run_beside_another) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert OutgoingMail.objects.count() == 1
    assert not daily.late_jobs()
