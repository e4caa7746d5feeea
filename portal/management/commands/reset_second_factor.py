from allauth.mfa.models import Authenticator

from portal.login.commands import UserCommand, end_sessions


class Command(UserCommand):
    help = "For somebody who has lost both phone and recovery codes: they set up a new second factor at the next login."

    def act(self, user):
        Authenticator.objects.filter(user=user).delete()
        self.stdout.write(f"{user.email} has no second factor now; {end_sessions(user)} sessions ended.")
        self.stdout.write("Make sure that it was they who asked, and not by mail: a mailbox is what is stolen first.")
