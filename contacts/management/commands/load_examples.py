from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from contacts import examples
from contacts.models import Municipality, PoliceDistrict


class Command(BaseCommand):
    help = "Load the invented examples, or bring the days of those that are there up to today."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove all invented examples")

    @no_translations
    def handle(self, *, remove, **options):
        if remove:
            removed = sum(each.remove() for each in [*reversed(examples.OF_OTHER_APPS), examples])
            self.stdout.write(f"Examples: {removed} rows removed.")
            return
        try:
            today = timezone.localdate()
            written = sum(each.load(today) for each in [examples, *examples.OF_OTHER_APPS])
        except (Municipality.DoesNotExist, PoliceDistrict.DoesNotExist) as error:
            raise CommandError("Examples need the places: run manage.py load_places first.") from error
        self.stdout.write(f"Examples: {f'{written} rows written' if written else 'unchanged'}.")
