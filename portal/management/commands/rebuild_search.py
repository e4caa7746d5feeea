import time

from django.core.management.base import BaseCommand, no_translations

from portal.search import indexing
from portal.search.models import Document


class Command(BaseCommand):
    help = "Write what is searched anew from what is public. Rows that are right already are left alone."

    @no_translations
    def handle(self, **options):
        start = time.perf_counter()
        changed = indexing.rebuild()
        seconds = time.perf_counter() - start
        self.stdout.write(
            f"Search: {f'{changed:,} rows written' if changed else 'unchanged'},"
            f" {Document.objects.count():,} documents ({seconds:.1f} s)."
        )
