from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import transaction
from django.utils import timezone

from guidance.links import checking
from guidance.links.leading import keep_in_step
from guidance.models import CheckedLink


class Command(BaseCommand):
    help = "Checks the links of the library whose day has come. Stopped and started again, it goes on where it was."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=1000, help="how many at most (1000)")
        parser.add_argument("--dry-run", action="store_true", help="say which would be checked, and ask nobody")

    @no_translations
    def handle(self, *, limit, dry_run, **options):
        today = timezone.localdate()
        if limit < 1:
            raise CommandError("--limit must be 1 or more.")
        if dry_run:
            return self.say_which(today, limit)
        try:
            count = checking.run(today=today, limit=limit, asker=checking.asker(), say=self.stdout.write)
        except checking.NothingAnswers as error:
            raise CommandError("No host answered. Is the network down? Nothing was written down.") from error
        self.stdout.write(f"{count} checked, {CheckedLink.objects.due(today).count()} wait.")

    @transaction.atomic
    def say_which(self, today, limit):
        keep_in_step(today)
        for link in checking.waiting(today, limit):
            self.stdout.write(link.url)
        transaction.set_rollback(True)
