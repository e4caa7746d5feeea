"""Findings of a working year: written, changed, deleted."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import is_overtaken, saved_whole, sent
from slt.desk.cycle_doors import address, ask_to_delete, cycle_page, to_step
from slt.desk.cycle_forms import FindingForm
from slt.models import Finding

MORE = "more"


@cycle_page()
@again_when_overtaken
@saved_whole
def new_finding(request, cycle):
    return _write(request, cycle, Finding(cycle=cycle))


@cycle_page()
@again_when_overtaken
@saved_whole
def edit_finding(request, cycle, pk):
    return _write(request, cycle, get_object_or_404(cycle.findings.select_related("cycle__scheme"), pk=pk))


def _write(request, cycle, row):
    form = FindingForm(sent(request), instance=row, access=request.access)
    if form.is_bound and form.is_valid():
        if form.has_changed() or form.is_new:
            form.save()
        messages.success(request, _("The finding is saved."))
        return redirect("new_finding", cycle.scheme.slug, cycle.year) if MORE in request.POST else to_step(cycle, "map")
    return render(request, "slt/desk/finding.html", {"scheme": cycle.scheme, "cycle": cycle, "form": form})


@cycle_page()
@again_when_overtaken
@saved_whole
def delete_finding(request, cycle, pk):
    """Priorities that were made of it stay."""
    row = get_object_or_404(cycle.findings, pk=pk)
    if request.method == "POST":
        if is_overtaken(request, row):
            return redirect("delete_finding", cycle.scheme.slug, cycle.year, pk)
        row.delete()
        messages.success(request, _("The finding is deleted."))
        return to_step(cycle, "map")
    return ask_to_delete(
        request,
        cycle,
        row,
        title=_("Delete the finding"),
        consequence=_("It is gone for good. Priorities that were made of it stay."),
        back=address("edit_finding", cycle, pk),
    )
