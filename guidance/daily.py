"""What has to be done every day for the library. `GuidanceConfig.ready` adds it to the portal's own."""

from django.conf import settings
from django.db import transaction

from contacts.daily import JOBS, Job
from guidance.links import checking
from guidance.links.leading import keep_in_step
from guidance.models import CheckedLink, MissedWord
from guidance.models.searches import MISSED_FOR

# So that what comes after it is not kept waiting for ever by slow servers.
SECONDS = 20 * 60


def check_links(today, *, dry_run):
    """As many as the settings say; none in development, where nothing is to leave the machine by itself."""
    if dry_run or not settings.LINKS_A_DAY:
        return _to_be_checked(today, dry_run)
    return checking.run(today=today, limit=settings.LINKS_A_DAY, seconds=SECONDS, asker=checking.asker())


@transaction.atomic
def _to_be_checked(today, dry_run):
    """How many would be. The rows are brought into step in any case, a dry run takes that back."""
    keep_in_step(today)
    count = min(CheckedLink.objects.due(today).count(), settings.LINKS_A_DAY)
    transaction.set_rollback(dry_run)
    return count


def forget_missed_words(today):
    """What was searched for in vain so long ago that nobody is shown it."""
    count, _by_model = MissedWord.objects.filter(day__lt=today - MISSED_FOR).delete()
    return count


OWN_JOBS = [
    Job("forget-missed-words", "words searched for in vain forgotten", forget_missed_words),
    Job("check-links", "links checked", check_links, is_whole=False),
]


def add_jobs():
    JOBS.extend(OWN_JOBS)
