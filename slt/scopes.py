"""Whose scheme it is, as conditions on a query. Used by the querysets, and by nothing else.

The frame (municipalities, coordinators, groups) is kept by the SLT coordinator and by whoever administers the area, and
read by the auditor. What is written in it (the working cycle, dialogues) is the coordinator's alone, as the records of
a council are its secretary's (decision 0031). The groups' meetings: councils/scopes.py.
"""

from django.db.models import Q
from django.utils import timezone

from contacts.models import Role
from contacts.scopes import EVERYTHING, founding_places, held_areas

KEEPERS = (Role.SLT_COORDINATOR,)
FRAME_KEEPERS = (*KEEPERS, Role.AREA_ADMINISTRATOR)
FRAME_READERS = (*FRAME_KEEPERS, Role.AUDITOR)


def schemes(access, *roles, path=""):
    """Rows of schemes of a municipality in which one of these roles is held; `path` leads from the row to its scheme.

    A role that is for one group of the scheme reaches that group's records, and not the scheme.
    """
    from slt.models import SchemeMunicipality

    if access.is_everywhere(*roles):
        return EVERYTHING
    here = SchemeMunicipality.objects.current(timezone.localdate())
    held = held_areas(access, *roles, addresses=["scheme__slug"])
    return Q(**{f"{path}pk__in": here.filter(held).values("scheme")})


def municipalities_kept(access):
    """The municipalities for which somebody may found a scheme, or let one reach: their own, never all of a shared
    scheme's."""
    return founding_places(access, KEEPERS, (Role.AREA_ADMINISTRATOR,))
