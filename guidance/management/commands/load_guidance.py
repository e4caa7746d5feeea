import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import IntegrityError, transaction
from django.utils import timezone

from guidance import content_files, loading


class Command(BaseCommand):
    help = "Load the guidance that comes with the portal. What people have edited in the portal is left alone."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="check everything and say what would be written")
        parser.add_argument("--content-dir", type=Path, default=content_files.CONTENT, help="another folder of content")

    @no_translations
    def handle(self, *, dry_run, content_dir, **options):
        start = time.perf_counter()
        outcome = self.store(self.read(content_dir), dry_run)
        for name, why in outcome.left_alone:
            self.stdout.write(f"Guidance: {name} is left alone ({why}).")
        for key in sorted({*outcome.created, *outcome.new_editions, *outcome.changed}) if dry_run else []:
            self.stdout.write(f"  {key}: {in_words(outcome, key)}")
        count = outcome.written
        what = f"{count} resources and publishers {'would be ' * dry_run}written" if count else "unchanged"
        self.stdout.write(f"Guidance: {what} ({time.perf_counter() - start:.1f} s).")

    def read(self, folder):
        try:
            content = content_files.read(folder, unchanged=loading.marks())
        except OSError as error:
            raise CommandError(f"The content cannot be read: {error}") from error
        for problem in content.problems:
            self.stderr.write(str(problem))
        if content.problems:
            raise CommandError(f"{len(content.problems)} problems in the content; nothing was written.")
        return content

    def store(self, content, dry_run):
        try:
            with transaction.atomic():
                outcome = loading.store(content, timezone.localdate())
                transaction.set_rollback(dry_run)
        except IntegrityError as error:
            raise CommandError(f"The database refuses the rows, nothing was written: {error}") from error
        return outcome


def in_words(outcome, key):
    if key in outcome.created:
        return "new"
    return "a new edition" if key in outcome.new_editions else "changed"
