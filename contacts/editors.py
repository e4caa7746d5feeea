"""What somebody who changed a row is called, to whoever reads of it.

Colleagues know each other by name: those who have a role in the same place, and those who administer or audit the
users. To everybody else it is a role in a place that acted.
"""

from django.utils.translation import gettext as _

from contacts.models import Role, RoleGrant, User


class Editors:
    """Of several users at once, in three queries: `Editors({7, 8}, access).name(7)`."""

    def __init__(self, user_ids, access):
        self.access = access
        self.users = User.objects.in_bulk({pk for pk in user_ids if pk})
        self.grants = {}
        for grant in RoleGrant.objects.filter(user__in=self.users).select_related("district", "municipality"):
            self.grants.setdefault(grant.user_id, []).append(grant)
        self.known = self._known_by_their_account()

    def name(self, user_id):
        if user_id is None:
            return _("The portal itself")
        if user_id == self.access.user_id:
            return _("You")
        user = self.users.get(user_id)
        if user and user.is_cleared:
            return _("A former user")
        if user and (user_id in self.known or self._is_colleague(user_id)):
            return user.name or user.email
        return self._role_of(user)

    def _known_by_their_account(self):
        if not self.access.has(Role.USER_ADMINISTRATOR, Role.AUDITOR):
            return set()
        return set(User.objects.visible_to(self.access).filter(pk__in=self.users).values_list("pk", flat=True))

    def _is_colleague(self, user_id):
        mine = _places(self.access.grants)
        return bool(mine & _places(self.grants.get(user_id, [])))

    def _role_of(self, user):
        if user and user.is_superuser:
            return _("The emergency account")
        grants = self.grants.get(user.pk, []) if user else []
        return str(grants[-1]) if grants else _("A former user")


def _places(grants):
    return {(grant.district_id, grant.municipality_id) for grant in grants} - {(None, None)}
