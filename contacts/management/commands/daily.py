from datetime import date

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from contacts.daily import run_all


class Command(BaseCommand):
    help = "Does what is due today and not done yet. Run it once a day; twice, or late, does no harm."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
        parser.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="another day than today")

    @no_translations
    def handle(self, *, dry_run, date, **options):
        outcomes = run_all(date or timezone.localdate(), dry_run=dry_run)
        for outcome in outcomes:
            self.stdout.write(in_words(outcome, dry_run))
        if failed := [outcome.job.name for outcome in outcomes if outcome.problem]:
            raise CommandError(f"Failed: {', '.join(failed)}. The others were done.")


def in_words(outcome, dry_run):
    """For example "reminders: 3 mails written" , of a dry run with "(dry run)" after it."""
    if outcome.problem:
        return f"{outcome.job.name}: FAILED ({outcome.problem})"
    return f"{outcome.job.name}: {outcome.count} {outcome.job.does}{' (dry run)' * dry_run}"
