"""Whose body it is, as conditions on a query. Used by the querysets, and by nothing else.

Records (meetings, minutes, strategies) are kept by the secretary and read by the members: not by whoever administers
the area, nor by the auditor (decision 0031). The frame (municipalities, members, status) is kept by those as well, and
by the district's police coordinator, since the police take the initiative.
"""

from django.db.models import Q
from django.utils import timezone

from contacts.models import Role
from contacts.scopes import EVERYTHING, NOTHING, founding_places, held_areas

COUNCIL, GROUP = "council", "slt_group"
# By kind of body: who keeps its records, who reads what is internal beside them, and who keeps its frame beside them.
SECRETARIES = {COUNCIL: (Role.COUNCIL_SECRETARY,), GROUP: (Role.SLT_COORDINATOR,)}
MEMBERS = {COUNCIL: (Role.COUNCIL_MEMBER,), GROUP: (Role.COUNCIL_MEMBER,)}
FRAME_KEEPERS = {COUNCIL: (Role.AREA_ADMINISTRATOR, Role.POLICE_COORDINATOR), GROUP: (Role.AREA_ADMINISTRATOR,)}
# A member of the councils of a municipality is no member of its SLT groups: of these, the role names the group, or the
# scheme that it is part of.
NAMED_TO_ITS_MEMBERS = {GROUP}


def records(access, path=""):
    """Rows of bodies whose records somebody keeps; `path` leads from the row to its body."""
    return _of_each_kind(access, SECRETARIES, path)


def readable(access, path=""):
    """Rows of bodies whose internal records somebody may read."""
    return records(access, path) | _of_each_kind(access, MEMBERS, path, named=NAMED_TO_ITS_MEMBERS)


def frame_kept(access, path=""):
    return records(access, path) | _of_each_kind(access, FRAME_KEEPERS, path)


def frame_seen(access, path=""):
    return readable(access, path) | frame_kept(access, path) | bodies(access, Role.AUDITOR, path=path)


def administers_country(access):
    return access.is_everywhere(Role.AREA_ADMINISTRATOR)


ADDRESSES = ["body__slug", "body__part_of"]


def bodies(access, *roles, path="", is_named=False):
    """Rows of bodies of a municipality in which one of these roles is held: for all of its bodies, or for this one or
    what it is part of; if `is_named`, for these alone."""
    from councils.models import BodyMunicipality

    if access.is_everywhere(*roles):
        return EVERYTHING
    here = BodyMunicipality.objects.current(timezone.localdate())
    held = held_areas(access.narrowed() if is_named else access, *roles, addresses=ADDRESSES)
    return Q(**{f"{path}pk__in": here.filter(held).values("body")})


def reading_grants(body):
    """The same rule asked from the other side: the grants by which somebody reads the records of this body."""
    return keeping_grants(body) | _grants(body, MEMBERS, is_named=body.kind in NAMED_TO_ITS_MEMBERS)


def keeping_grants(body):
    """And those by which somebody keeps them."""
    return _grants(body, SECRETARIES)


def _grants(body, roles, is_named=False):
    from councils.models import BodyMunicipality

    here = BodyMunicipality.objects.current(timezone.localdate()).filter(body=body).values("municipality")
    names = {body.slug, body.part_of, ""} - ({""} if is_named else set())
    return Q(role__in=roles.get(body.kind, ()), municipality__in=here, body__in=names)


def _of_each_kind(access, roles, path, named=()):
    """The emergency account keeps everything."""
    if access.is_break_glass:
        return EVERYTHING
    reached = NOTHING
    for kind, of_kind in roles.items():
        if access.has(*of_kind):
            of_this_kind = bodies(access, *of_kind, path=path, is_named=kind in named)
            reached |= Q(**{f"{path}kind": kind}) & of_this_kind
    return reached


def municipalities_kept(access):
    """The municipalities for which somebody may found a council, or join one."""
    return founding_places(access, SECRETARIES[COUNCIL], FRAME_KEEPERS[COUNCIL])
