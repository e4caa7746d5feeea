"""What has to be done every day, whoever is at work: `manage.py daily`.

Each job is a function of the day that does what is due by then and not done yet, and returns how many things it did. So
it may run twice, at the same time twice, or days late. Other apps append theirs to `JOBS` when they are ready.
"""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from contacts import role_reminders
from contacts.models import DailyRun
from contacts.recording import Origin, recording
from contacts.services import clearing, organisational_change, outbox
from contacts.verification import reminders

logger = logging.getLogger(__name__)

LATE_AFTER = datetime.timedelta(days=2)


@dataclass(frozen=True)
class Job:
    """`run(today)` does the work, in a transaction that this module opens. `does` says what, after a number.

    One that is not `is_whole` asks machines elsewhere, and no transaction may wait for those. It opens its own, sees to
    it that two at once do no harm, and is called with `dry_run` as well.
    """

    name: str
    does: str
    run: Callable[[datetime.date], int]
    is_whole: bool = True


@dataclass(frozen=True)
class Outcome:
    job: Job
    count: int = 0
    problem: str = ""


# In the order in which they run: first what changes rows, then who is told about them, last what is forgotten.
JOBS = [
    Job("organisational-changes", "organisational changes carried out", organisational_change.apply_due),
    Job("remind-of-verification", "mails about verification written", reminders.remind),
    Job("remind-of-roles-that-end", "mails about roles written", role_reminders.remind),
    Job("clear-verification-requests", "old requests forgotten", reminders.clear),
    Job("clear-people", "people cleared", clearing.clear_people),
    Job("clear-users", "closed accounts cleared", clearing.clear_users),
    Job("clear-invitations", "old invitations forgotten", clearing.clear_invitations),
    Job("clear-outbox", "old mails forgotten", outbox.clear),
]


def run_all(today, *, dry_run=False):
    """The outcome of every job. An error in one does not stop the others."""
    return [_outcome(job, today, dry_run) for job in JOBS]


def _outcome(job, today, dry_run):
    try:
        return Outcome(job, count=_run(job, today, dry_run))
    except Exception as error:
        logger.exception("The daily job %s failed", job.name)
        if not dry_run:
            _record(job, today, problem=type(error).__name__)
        return Outcome(job, problem=type(error).__name__)


def _run(job, today, dry_run):
    """One transaction, with the job's own row locked: whoever comes meanwhile leaves it to the one who is there.

    A dry run does everything, and takes it back.
    """
    DailyRun.objects.bulk_create([DailyRun(job=job.name)], ignore_conflicts=True)
    if not job.is_whole:
        return _run_in_pieces(job, today, dry_run)
    with transaction.atomic():
        if not DailyRun.objects.select_for_update(skip_locked=True).filter(job=job.name).exists():
            return 0
        with recording(origin=Origin.DAILY_JOB):
            count = job.run(today)
        _record(job, today, count=count)
        transaction.set_rollback(dry_run)
    return count


def _run_in_pieces(job, today, dry_run):
    with recording(origin=Origin.DAILY_JOB):
        count = job.run(today, dry_run=dry_run)
    if not dry_run:
        _record(job, today, count=count)
    return count


def _record(job, today, *, count=0, problem=""):
    DailyRun.objects.filter(job=job.name).update(ran_on=today, ended_at=timezone.now(), count=count, problem=problem)


def late_jobs(at=None):
    """Those that have not ended well for two days, or never: for the desk of administrators and for /readyz."""
    begin = (at or timezone.now()) - LATE_AFTER
    done = set(DailyRun.objects.filter(problem="", ended_at__gte=begin).values_list("job", flat=True))
    return [job for job in JOBS if job.name not in done]
