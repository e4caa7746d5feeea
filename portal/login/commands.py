"""What commands about one user have in common."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from contacts.models import User


class UserCommand(BaseCommand):
    """A command about the user with this address, done as a whole or not at all in `act`."""

    def add_arguments(self, parser):
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *, email, **options):
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"There is no user {email}.")
        self.act(user)

    def act(self, user):
        raise NotImplementedError


def end_sessions(user):
    """How many there were. All are looked at: whose a session is stands inside it."""
    theirs = [row for row in Session.objects.all() if row.get_decoded().get(SESSION_KEY) == str(user.pk)]
    for row in theirs:
        row.delete()
    return len(theirs)
