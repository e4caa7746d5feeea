from django.core.management.base import BaseCommand, no_translations

from portal.example_users import people


class Command(BaseCommand):
    help = "Make the invented users, one for each role, with a password and a second factor that a page shows."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="take their roles and their way in from them")

    @no_translations
    def handle(self, *, remove, **options):
        if remove:
            self.stdout.write(f"Example users: {people.remove()} shut out.")
        else:
            self.stdout.write(f"Example users: {people.load()} made.")
