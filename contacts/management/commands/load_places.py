import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import IntegrityError, transaction
from django.utils import timezone

from contacts import identities, loading, snapshots
from contacts.organisational_changes import catching_up


class Command(BaseCommand):
    help = "Load counties, municipalities, police districts, their history and postal codes from dated snapshots."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="check everything and say what would be written")
        parser.add_argument("--data-dir", type=Path, default=snapshots.DATA, help="another folder of snapshots")

    @no_translations
    def handle(self, *, dry_run, data_dir, **options):
        start = time.perf_counter()
        files, places = self.read(data_dir)
        counts = self.store(files, places, dry_run)
        written = sum(count.touched for count in counts)
        for count in counts if written or dry_run else []:
            self.stdout.write(in_words(count))
        outcome = f"{written:,} rows {'would be ' * dry_run}written" if written else "unchanged"
        self.stdout.write(f"Places: {outcome} ({time.perf_counter() - start:.1f} s).")

    def read(self, folder):
        files = snapshots.read(folder)
        places, problems = identities.derive(files)
        if problems := [*files.problems, *problems]:
            for problem in sorted(problems):
                self.stderr.write(str(problem))
            raise CommandError(f"{len(problems)} problems in the snapshots; nothing was written.")
        self.stdout.write(f"Places: checked {len(files.files)} files, no problems.")
        return files, places

    def store(self, files, places, dry_run):
        try:
            with transaction.atomic():
                counts = loading.store(files, places)
                self.catch_up()
                transaction.set_rollback(dry_run)
        except IntegrityError as error:
            raise CommandError(f"The database refuses the rows, nothing was written: {error}") from error
        return counts

    def catch_up(self):
        """What belonged to a municipality that has ended follows it; what somebody must divide is named."""
        today = timezone.localdate()
        if moved := catching_up.catch_up(today):
            self.stdout.write(f"Places: {moved} rows of municipalities that have ended follow their successor.")
        for left in catching_up.stranded(today):
            heirs = " or ".join(heir.slug for heir in left.heirs) or "nobody"
            self.stderr.write(f"Still at {left.unit.slug}, to be given to {heirs}: {len(left.rows)} rows.")


def in_words(count):
    """For example "  municipalities: 357 and 119 former, 476 new"."""
    size = f"{count.current:,} and {count.former:,} former" if count.former else f"{count.current:,}"
    happened = {"new": count.created, "changed": count.changed, "removed": count.removed}
    return f"  {count.kind}: {size}" + "".join(f", {number:,} {what}" for what, number in happened.items() if number)
