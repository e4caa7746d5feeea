from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from contacts import examples
from contacts.models import Municipality, PoliceDistrict


class Command(BaseCommand):
    help = "Load invented contact points and people, or bring the dates of those that are there up to today."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove all invented examples")

    @no_translations
    def handle(self, *, remove, **options):
        if remove:
            self.stdout.write(f"Examples: {examples.remove()} rows removed.")
            return
        try:
            written = examples.load(timezone.localdate())
        except (Municipality.DoesNotExist, PoliceDistrict.DoesNotExist) as error:
            raise CommandError("Examples need the places: run manage.py load_places first.") from error
        self.stdout.write(f"Examples: {f'{written} rows written' if written else 'unchanged'}.")
