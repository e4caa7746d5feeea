"""Whose body it is, as conditions on a query. Used by the querysets, and by nothing else.

Records (meetings, minutes, strategies) are kept by the secretary and read by the members: not by whoever administers
the area, nor by the auditor (decision 0031). The frame (municipalities, members, status) is kept by those as well, and
by the district's police coordinator, since the police take the initiative.
"""

from django.db.models import Q
from django.utils import timezone

from contacts.models import Role
from contacts.scopes import EVERYTHING, NOTHING, members_of

COUNCIL = "council"
# By kind of body: who keeps its records, and who reads what is internal beside them.
SECRETARIES = {COUNCIL: (Role.COUNCIL_SECRETARY,)}
MEMBERS = {COUNCIL: (Role.COUNCIL_MEMBER,)}
FRAME_KEEPERS = (Role.AREA_ADMINISTRATOR, Role.POLICE_COORDINATOR)


def records(access, path=""):
    """Rows of bodies whose records somebody keeps; `path` leads from the row to its body."""
    return _of_each_kind(access, SECRETARIES, path)


def readable(access, path=""):
    """Rows of bodies whose internal records somebody may read."""
    return records(access, path) | _of_each_kind(access, MEMBERS, path)


def frame_kept(access, path=""):
    return records(access, path) | bodies(access, *FRAME_KEEPERS, path=path)


def frame_seen(access, path=""):
    return readable(access, path) | bodies(access, *FRAME_KEEPERS, Role.AUDITOR, path=path)


def administers_country(access):
    return access.is_everywhere(Role.AREA_ADMINISTRATOR)


def bodies(access, *roles, path=""):
    """Rows of bodies of a municipality in which one of these roles is held: for all of its bodies, or for this one."""
    from councils.models import BodyMunicipality

    if access.is_everywhere(*roles):
        return EVERYTHING
    here = BodyMunicipality.objects.current(timezone.localdate())
    held = Q(municipality__in=members_of(access.districts(*roles)))
    for municipality, body in access.of_bodies(*roles):
        held |= Q(municipality=municipality, **({"body__slug": body} if body else {}))
    return Q(**{f"{path}pk__in": here.filter(held).values("body")})


def reading_grants(body):
    """The same rule asked from the other side: the grants by which somebody reads the records of this body."""
    from councils.models import BodyMunicipality

    here = BodyMunicipality.objects.current(timezone.localdate()).filter(body=body).values("municipality")
    roles = (*SECRETARIES.get(body.kind, ()), *MEMBERS.get(body.kind, ()))
    return Q(role__in=roles, municipality__in=here) & (Q(body="") | Q(body=body.slug))


def _of_each_kind(access, roles, path):
    """The emergency account keeps everything."""
    if access.is_break_glass:
        return EVERYTHING
    reached = NOTHING
    for kind, of_kind in roles.items():
        if access.has(*of_kind):
            reached |= Q(**{f"{path}kind": kind}) & bodies(access, *of_kind, path=path)
    return reached


def municipalities_kept(access):
    """The municipalities for which somebody may found a council, or join one."""
    if access.is_everywhere(*FRAME_KEEPERS):
        return EVERYTHING
    whole = [municipality for municipality, body in access.of_bodies(Role.COUNCIL_SECRETARY) if not body]
    return Q(pk__in=whole) | Q(pk__in=members_of(access.districts(*FRAME_KEEPERS)))
