"""Which rows a role reaches: the rule R7 as conditions on a query. Used by the querysets, and by nothing else."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from contacts import bodies
from contacts.models.access import DISTRICT_ROLES, MUNICIPAL_ROLES, Role, RoleGrant

NOTHING = Q(pk__in=[])
EVERYTHING = ~NOTHING  # and not Q(): that means nothing in particular, and `Q() | other` is `other` alone


def members_of(district_ids):
    """The municipalities that belong to these districts today, as a subquery of ids."""
    from contacts.models import DistrictMembership

    memberships = DistrictMembership.objects.current(timezone.localdate()).filter(district__in=district_ids)
    return memberships.values("municipality")


def places(access, *roles, district="district", municipality="municipality"):
    """Rows of the places in which these roles are held: of a district, of its municipalities, of a municipality.

    `district` and `municipality` are the lookups that lead from a row to its place.
    """
    if access.is_everywhere(*roles):
        return EVERYTHING
    area = access.districts(*set(roles) - set(DISTRICT_ROLES))
    return (
        Q(**{f"{district}__in": access.districts(*roles)})
        | Q(**{f"{municipality}__in": access.municipalities(*roles)})
        | Q(**{f"{municipality}__in": members_of(area)})
    )


def held_areas(access, *roles, addresses):
    """Rows that say of which municipality something is, there where these roles are held. Of a role that is for one
    body, only the rows in which one of `addresses` (lookups) is that body's."""
    held = Q(municipality__in=members_of(access.districts(*roles)))
    for municipality, body in access.of_bodies(*roles):
        named = NOTHING if body else EVERYTHING
        for address in addresses if body else ():
            named |= Q(**{address: body})
        held |= Q(municipality=municipality) & named
    return held


def founding_places(access, own, of_the_area):
    """The municipalities for which somebody may found something: where one of their `own` roles is held for all of it,
    and those of the districts in which one of `of_the_area` is held."""
    if access.is_everywhere(*of_the_area):
        return EVERYTHING
    whole = [municipality for municipality, body in access.of_bodies(*own) if not body]
    return Q(pk__in=whole) | Q(pk__in=members_of(access.districts(*of_the_area)))


def owned(access, *roles, path=""):
    """Rows whose owner is in the places in which these roles are held."""
    return places(access, *roles, district=f"{path}owner_district", municipality=f"{path}owner_municipality")


def contact_points(access, *readers, path=""):
    """R7. `readers` are roles that reach the rows beside those that edit them; `path` leads to the contact point."""
    from contacts.models import Function

    slt = Q(**{f"{path}function": Function.SLT_COORDINATOR}) & slt_coordinated(access, f"{path}owner_municipality")
    return owned(access, *EDITORS, *readers, path=path) | slt


def people(access, *readers):
    """People of the owner's own unit; an SLT coordinator reaches those who hold no other function."""
    from contacts.models import Assignment, Function

    other = Assignment.objects.filter(person=OuterRef("pk")).exclude(contact_point__function=Function.SLT_COORDINATOR)
    slt = slt_coordinated(access, "owner_municipality") & ~Exists(other)
    return owned(access, *EDITORS, *readers) | slt


def slt_coordinated(access, municipality):
    """Rows of the municipalities (at the end of this path) in which somebody coordinates SLT: for a role that is for
    one body, where that is a scheme. One that is for a group alone reaches no contact point."""
    held = NOTHING
    for place, body in access.of_bodies(Role.SLT_COORDINATOR):
        of_it = bodies.is_coordinated(body) if body else EVERYTHING
        held |= Q(**{municipality: place}) & of_it
    return held


EDITORS = (Role.POLICE_COORDINATOR, Role.MUNICIPAL_EDITOR, Role.AREA_ADMINISTRATOR)


def kept_districts(access):
    """Those whose contact points and people somebody keeps."""
    if access.is_everywhere(Role.AREA_ADMINISTRATOR):
        return EVERYTHING
    return Q(pk__in=access.districts(Role.POLICE_COORDINATOR, Role.AREA_ADMINISTRATOR))


def kept_municipalities(access, *of_the_district):
    """The same; with the municipalities of a district for its area administrator, and for these roles in it."""
    if access.is_everywhere(Role.AREA_ADMINISTRATOR):
        return EVERYTHING
    area = access.districts(Role.AREA_ADMINISTRATOR, *of_the_district)
    own = Q(pk__in=access.municipalities(Role.MUNICIPAL_EDITOR)) | slt_coordinated(access, "pk")
    return own | Q(pk__in=members_of(area))


def served_municipalities(access):
    """Those that the contact points somebody keeps may serve: the police's serve municipalities they do not keep."""
    return kept_municipalities(access, Role.POLICE_COORDINATOR)


def administered_districts(access):
    """Those in which somebody grants roles."""
    if access.is_everywhere(Role.USER_ADMINISTRATOR):
        return EVERYTHING
    return Q(pk__in=access.districts(Role.USER_ADMINISTRATOR))


def administered_municipalities(access):
    if access.is_everywhere(Role.USER_ADMINISTRATOR):
        return EVERYTHING
    return Q(pk__in=members_of(access.districts(Role.USER_ADMINISTRATOR)))


def municipalities(access):
    """Those in which somebody has any role, or which belong to a district in which they have one."""
    if access.is_everywhere(Role.AREA_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.AUDITOR):
        return EVERYTHING
    return Q(pk__in=access.municipalities(*MUNICIPAL_ROLES)) | Q(pk__in=members_of(access.districts(*Role)))


def districts(access):
    if access.is_everywhere(Role.AREA_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.AUDITOR):
        return EVERYTHING
    return Q(pk__in=access.districts(*Role))


def grants(access):
    """Those that a user administrator may change: in their own area, of the roles they may grant, never their own."""
    reached = places(access, Role.USER_ADMINISTRATOR) & ~Q(user=access.user_id)
    return reached & Q(role__in=grantable_roles(access)) if grantable_roles(access) else NOTHING


def invitations(access):
    """Those to a role that a user administrator may grant there."""
    roles = grantable_roles(access)
    return places(access, Role.USER_ADMINISTRATOR) & Q(role__in=roles) if roles else NOTHING


def grantable_roles(access):
    """A user administrator of a district grants the roles of that district and its municipalities. One for the whole
    country grants every role but their own kind for the whole country, which only the break-glass account does
    (see permissions.can_grant)."""
    if access.is_everywhere(Role.USER_ADMINISTRATOR):
        return list(Role)
    if access.districts(Role.USER_ADMINISTRATOR):
        return [*DISTRICT_ROLES, *MUNICIPAL_ROLES]
    return []


def users(access, *roles):
    """Those who have, or had, a role in the area."""
    if access.is_everywhere(*roles):
        return EVERYTHING
    return Q(pk__in=role_holders(access, *roles))


def role_holders(access, *roles):
    """As a subquery of ids."""
    return RoleGrant.objects.filter(places(access, *roles)).values("user")


def editable_users(access):
    """Never oneself or the break-glass account, nor anyone with a role outside the area: who can change somebody's
    account could take over all that they reach."""
    outside = RoleGrant.objects.filter(user=OuterRef("pk")).exclude(places(access, Role.USER_ADMINISTRATOR))
    reached = users(access, Role.USER_ADMINISTRATOR) & Q(is_superuser=False) & ~Q(pk=access.user_id)
    return reached if access.is_everywhere(Role.USER_ADMINISTRATOR) else reached & ~Exists(outside)


def changes_seen(access):
    """Organisational changes that concern a police district of theirs, before or after."""
    if access.is_everywhere(Role.AREA_ADMINISTRATOR, Role.AUDITOR):
        return EVERYTHING
    return Q(pk__in=_concerning(access.districts(*PLANNERS, Role.AUDITOR)))


def changes_planned(access):
    """Changes that lie within the area wholly: an area administrator's districts, or one district of a police
    coordinator. What makes or ends a police district concerns the whole country."""
    if access.is_everywhere(Role.AREA_ADMINISTRATOR):
        return EVERYTHING
    areas = [access.districts(Role.AREA_ADMINISTRATOR), *({one} for one in access.districts(Role.POLICE_COORDINATOR))]
    reached = NOTHING
    for area in areas:
        reached |= Q(pk__in=_concerning(area)) & ~Q(pk__in=_concerning_others(area))
    return reached & Q(unit="municipality")


PLANNERS = (Role.AREA_ADMINISTRATOR, Role.POLICE_COORDINATOR)


def districts_planned(access):
    """The districts in which somebody may plan changes of municipalities."""
    everywhere = access.is_everywhere(Role.AREA_ADMINISTRATOR)
    return EVERYTHING if everywhere else Q(pk__in=access.districts(*PLANNERS))


def municipalities_planned(access):
    everywhere = access.is_everywhere(Role.AREA_ADMINISTRATOR)
    return EVERYTHING if everywhere else Q(pk__in=members_of(access.districts(*PLANNERS)))


def _concerning(districts):
    from contacts.models import OrganisationalChange

    return OrganisationalChange.districts.through.objects.filter(policedistrict__in=districts).values(CHANGE)


def _concerning_others(districts):
    from contacts.models import OrganisationalChange

    return OrganisationalChange.districts.through.objects.exclude(policedistrict__in=districts).values(CHANGE)


CHANGE = "organisationalchange"
