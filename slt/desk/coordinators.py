"""Who coordinates a scheme: contact points that are linked to it, never copies of them; and where they are found."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts import permissions
from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.models import Assignment, ContactPoint
from slt.desk.coordinator_forms import LinkForm, ShareForm, offices_of
from slt.desk.doors import frame_page
from slt.desk.linked import linked_to, to_be_linked, uncovered
from slt.models import Coordinator
from slt.permissions import keeps


@frame_page()
@again_when_overtaken
@saved_whole
def coordinators(request, scheme):
    """Those that are linked, what is missing, and the form for one more."""
    points = to_be_linked(scheme, request.access)
    form = LinkForm(sent(request), instance=Coordinator(scheme=scheme), points=points, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The contact point is linked. It stands on the page of the scheme."))
        return redirect("scheme_coordinators", scheme.slug)
    linked = linked_to(scheme, request.access)
    context = _about(request, scheme) | {
        "linked": linked,
        "uncovered": uncovered(scheme, linked, points),
        "form": form,
        "may_add": permissions.can_add(request.access, ContactPoint),
    }
    return render(request, "slt/desk/coordinators.html", context)


def _about(request, scheme):
    return {"scheme": scheme, "is_kept": keeps(request.access, scheme)}


@frame_page()
@again_when_overtaken
@saved_whole
def offices(request, scheme, pk):
    """Where one is found: on which days, at which place."""
    coordinator = get_object_or_404(scheme.coordinators.select_related("scheme", "contact_point"), pk=pk)
    rows = offices_of(coordinator, sent(request), request.access)
    if rows.is_bound and rows.is_valid():
        rows.save()
        messages.success(request, _("The offices are saved."))
        return redirect("scheme_coordinators", scheme.slug)
    context = _about(request, scheme) | {"coordinator": coordinator, "rows": rows}
    return render(request, "slt/desk/offices.html", context)


@frame_page()
@again_when_overtaken
@saved_whole
def share(request, scheme, pk):
    """Of whoever holds a linked contact point today, for whoever keeps that contact point."""
    held = get_object_or_404(_held_today(request, scheme), pk=pk)
    form = ShareForm(sent(request), instance=held, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The position share is saved, here and on the card of each municipality."))
        return redirect("scheme_coordinators", scheme.slug)
    others = Assignment.objects.editable_by(request.access).filter(person=held.person_id).overlapping(held)
    context = _about(request, scheme) | {
        "held": held,
        "form": form,
        "others": others.select_related("contact_point").prefetch_related("contact_point__municipalities"),
    }
    return render(request, "slt/desk/share.html", context)


def _held_today(request, scheme):
    mine = Assignment.objects.editable_by(request.access).current(timezone.localdate())
    holders = mine.filter(role=Assignment.Role.HOLDER, contact_point__schemes=scheme)
    return holders.select_related("person", "contact_point")


@frame_page(POST)
@again_when_overtaken
@saved_whole
def unlink(request, scheme, pk):
    """By a press, of whoever has seen the newest version. The contact point stays as it is."""
    coordinator = get_object_or_404(scheme.coordinators, pk=pk)
    if not is_overtaken(request, coordinator):
        coordinator.delete()
        messages.success(request, _("The contact point is no longer linked to the scheme. It stands as it did."))
    return redirect("scheme_coordinators", scheme.slug)
