from allauth.mfa.models import Authenticator
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from contacts.models import User
from portal.management.commands.shut_out import end_sessions


class Command(BaseCommand):
    help = "For somebody who has lost both phone and recovery codes: they set up a new second factor at the next login."

    def add_arguments(self, parser):
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *, email, **options):
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"There is no user {email}.")
        Authenticator.objects.filter(user=user).delete()
        self.stdout.write(f"{user.email} has no second factor now; {end_sessions(user)} sessions ended.")
        self.stdout.write("Make sure that it was they who asked, and not by mail: a mailbox is what is stolen first.")
