from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from contacts.models import User


class Command(BaseCommand):
    help = "Deactivate a user and end the user's sessions, at once. For the break-glass account above all."

    def add_arguments(self, parser):
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *, email, **options):
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"There is no user {email}.")
        user.is_active = False
        user.save()
        self.stdout.write(f"{user.email} is shut out; {end_sessions(user)} sessions ended.")


def end_sessions(user):
    """How many there were. All are looked at: whose a session is stands inside it."""
    theirs = [row for row in Session.objects.all() if row.get_decoded().get(SESSION_KEY) == str(user.pk)]
    for row in theirs:
        row.delete()
    return len(theirs)
