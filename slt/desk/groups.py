"""The groups of a scheme by level: what each is, and who takes part by agency. Its members and meetings: councils."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST, READ
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.folding import norwegian_order
from contacts.person_data.forms import record_decisions
from slt.choices import Level
from slt.desk.doors import frame_page
from slt.desk.group_forms import EndGroupForm, GroupForm, NewGroupForm, RepresentationTable
from slt.models import Group
from slt.permissions import keeps
from slt.services.groups import found_group

MORE = "more"


@dataclass(frozen=True)
class LevelOfGroups:
    """One of the levels that the scheme has, with its groups; `council`: the one that is its steering group."""

    level: Level
    groups: list
    council: object = None

    @property
    def has_room(self):
        """There is one steering group, and as many others as there are."""
        return self.level != Level.STEERING or not (self.council or self.groups)


@frame_page(READ)
def groups(request, scheme):
    rows = scheme.groups.prefetch_related("representation")
    in_order = sorted(rows, key=lambda group: (norwegian_order(group.name), group.pk))
    active = [group for group in in_order if group.is_active]
    context = _about(request, scheme) | {
        "levels": [_level(scheme, level, active) for level in scheme.levels],
        "past": [group for group in in_order if not group.is_active],
    }
    return render(request, "slt/desk/groups.html", context)


def _level(scheme, level, active):
    council = scheme.steering_council if level == Level.STEERING else None
    return LevelOfGroups(level, [group for group in active if group.level == level], council)


def _about(request, scheme):
    return {"scheme": scheme, "is_kept": keeps(request.access, scheme)}


@frame_page()
@again_when_overtaken
@saved_whole
def new_group(request, scheme):
    group = Group(scheme=scheme)
    form = NewGroupForm(sent(request), instance=group, access=request.access, initial=_asked_for(request))
    return _write(request, scheme, form, "slt/desk/new_group.html")


def _asked_for(request):
    """The level from whose heading somebody came."""
    return {"level": request.GET.get("niva", "")}


@frame_page()
@again_when_overtaken
@saved_whole
def edit_group(request, scheme, group):
    found = _active(scheme, group)
    form = GroupForm(sent(request), instance=found, access=request.access)
    return _write(request, scheme, form, "slt/desk/group.html")


def _active(scheme, slug):
    return get_object_or_404(scheme.groups.active().select_related("scheme"), slug=slug)


def _write(request, scheme, form, template):
    rows = RepresentationTable(
        sent(request), instance=form.instance, prefix="r", form_kwargs={"access": request.access}
    )
    if form.is_bound and all([form.is_valid(), rows.is_valid()]):
        return _save(request, scheme, form, rows)
    return render(request, template, _about(request, scheme) | {"form": form, "rows": rows, "group": form.instance})


def _save(request, scheme, form, rows):
    if form.is_new:
        found_group(group=form.instance)
        record_decisions(form, form.instance)
    elif form.has_changed():
        form.save()
    rows.save()
    messages.success(request, _("The group is saved. Its members have a page of their own."))
    if MORE in request.POST:
        return redirect("edit_group", scheme.slug, form.instance.slug)
    return redirect("scheme_groups", scheme.slug)


@frame_page()
@again_when_overtaken
@saved_whole
def end_group(request, scheme, group):
    found = _active(scheme, group)
    form = EndGroupForm(sent(request), group=found)
    if form.is_bound and form.is_valid() and not is_overtaken(request, found, form):
        found.ended_on = form.cleaned_data["last"]
        found.save()
        messages.success(request, _("The group has ended. What it has written stays."))
        return redirect("scheme_groups", scheme.slug)
    return render(request, "slt/desk/end_group.html", _about(request, scheme) | {"form": form, "group": found})


@frame_page(POST)
@again_when_overtaken
@saved_whole
def resume_group(request, scheme, group):
    """By a press: it was ended by mistake, or meets again. If the scheme has room for it still."""
    found = get_object_or_404(scheme.groups.exclude(ended_on=None).select_related("scheme"), slug=group)
    if not is_overtaken(request, found):
        _resume(request, found)
    return redirect("scheme_groups", scheme.slug)


def _resume(request, group):
    group.ended_on = None
    try:
        group.clean()
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return
    group.save()
    messages.success(request, _("The group goes on."))
