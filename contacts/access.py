"""What somebody may reach at this moment, worked out from their grants. Made anew for every request, never shared."""

from dataclasses import dataclass, replace

from django.utils import timezone

from contacts.models.access import AREA_ROLES, NATIONAL_ROLES, RoleGrant


@dataclass(frozen=True)
class Access:
    """The grants of one user that hold now. `is_break_glass`: the emergency account, which reaches everything."""

    grants: tuple = ()
    is_break_glass: bool = False
    user_id: int | None = None

    def __bool__(self):
        return bool(self.grants) or self.is_break_glass

    def has(self, *roles):
        """True with any of these roles, anywhere."""
        return self.is_break_glass or any(grant.role in roles for grant in self.grants)

    def is_everywhere(self, *roles):
        """True with one of these roles for the whole country."""
        return self.is_break_glass or any(
            grant.role in roles and grant.role in WITHOUT_PLACE and grant.district_id is None for grant in self.grants
        )

    def districts(self, *roles):
        """The ids of the police districts in which any of these roles is held."""
        return {grant.district_id for grant in self.grants if grant.role in roles and grant.district_id}

    def municipalities(self, *roles):
        """The ids of the municipalities in which any of these roles is held, for all or one of its bodies; those of a
        district are not among them."""
        return {grant.municipality_id for grant in self.grants if grant.role in roles and grant.municipality_id}

    def of_bodies(self, *roles):
        """Pairs of the id of a municipality and the address of a body there; "" is for all of its bodies."""
        return {
            (grant.municipality_id, grant.body)
            for grant in self.grants
            if grant.role in roles and grant.municipality_id
        }

    def narrowed(self):
        """With those grants only that are for one body."""
        return replace(self, grants=tuple(grant for grant in self.grants if grant.body))


WITHOUT_PLACE = {*AREA_ROLES, *NATIONAL_ROLES}
NOBODY = Access()


def access_of(user, at=None):
    """One query, of which every private page pays the price: so without what places and bodies are called. Someone who
    is not logged in, or not active, reaches nothing."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    return Access(tuple(RoleGrant.objects.filter(user=user).current(at or timezone.now())), user.is_superuser, user.pk)


def with_names(grants):
    """The same grants, to be shown: with what their places and bodies are called, all in one query."""
    rows = RoleGrant.objects.filter(pk__in=[grant.pk for grant in grants]).with_body_names()
    return rows.select_related("district", "municipality")
