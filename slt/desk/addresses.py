"""Where the pages of a group on the desk lead: to its scheme, for whoever keeps that as well."""

from django.urls import reverse

from councils.kinds import OnDesk
from slt.models import Scheme


def group_on_desk(group, access):
    """A role that is for the group alone reaches nothing above it; nor do the members."""
    scheme = Scheme.objects.editable_by(access).filter(slug=group.part_of).first()
    if scheme is None:
        return OnDesk()
    return OnDesk(above_name=scheme.name, above_url=reverse("scheme_frame", args=[scheme.slug]))
