from allauth.mfa.stages import AuthenticateStage

from portal.login import second_factor
from portal.login.providers import vouches_for_second_factor


class SecondFactorStage(AuthenticateStage):
    """Asks for the second factor, unless the provider somebody came from vouches for one."""

    def handle(self):
        came_from = (self.login.signal_kwargs or {}).get("sociallogin")
        if came_from and vouches_for_second_factor(came_from):
            second_factor.show(self.request, self.login.user, type="provider", provider=came_from.account.provider)
            return None, True
        return super().handle()
