from portal.login.commands import UserCommand, end_sessions


class Command(UserCommand):
    help = "Deactivate a user and end the user's sessions, at once. For the break-glass account above all."

    def act(self, user):
        user.is_active = False
        user.save()
        self.stdout.write(f"{user.email} is shut out; {end_sessions(user)} sessions ended.")
