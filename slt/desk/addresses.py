"""Where the pages of a group on the desk lead: to its scheme, for whoever keeps that as well."""

from django.urls import reverse

from councils.kinds import OnDesk
from slt.models import Group, Scheme
from slt.permissions import keeps


def group_on_desk(group, access):
    """A role that is for the group alone reaches nothing above it; nor do the members."""
    scheme = Scheme.objects.editable_by(access).filter(slug=group.part_of).first()
    if scheme is None:
        return OnDesk()
    above = "scheme_desk" if keeps(access, scheme) else "scheme_groups"
    return OnDesk(
        frame_url=_frame_url(scheme, group),
        above_name=scheme.name,
        above_url=reverse(above, args=[scheme.slug]),
    )


def _frame_url(scheme, group):
    """What a group that has ended was is changed no more: it stands among the others."""
    if Group.objects.active().filter(pk=group.pk).exists():
        return reverse("edit_group", args=[scheme.slug, group.slug])
    return reverse("scheme_groups", args=[scheme.slug])
