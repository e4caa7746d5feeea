"""Measures of a working year: written, changed and deleted one by one; how all that are open go, and how each worked,
in one table saved whole."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken, number
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from slt.desk.cycle_doors import address, ask_to_delete, cycle_page, to_step
from slt.desk.measure_forms import Effects, MeasureForm, Progress
from slt.models import Measure
from slt.services import cycle as services


def of_year(cycle):
    return Measure.objects.filter(cycle=cycle).select_related("cycle__scheme", "priority__cycle", "group")


@cycle_page()
@again_when_overtaken
@saved_whole
def new_measure(request, cycle):
    if not services.has_room(cycle):
        messages.warning(request, _("A year has at most %s measures.") % services.MOST_MEASURES)
        return to_step(cycle, "act")
    return _write(request, cycle, Measure(cycle=cycle), _of_priority(cycle, request.GET.get("prioritering")))


def _of_priority(cycle, pk):
    """`prioritering` in the address: the one that it comes from."""
    priority = cycle.priorities.filter(pk=number(pk)).first()
    return {"priority": priority.pk, "theme": priority.theme} if priority else {}


@cycle_page()
@again_when_overtaken
@saved_whole
def edit_measure(request, cycle, pk):
    return _write(request, cycle, get_object_or_404(of_year(cycle), pk=pk), {})


def _write(request, cycle, row, initial):
    today = timezone.localdate()
    form = MeasureForm(sent(request), instance=row, access=request.access, today=today, initial=initial)
    if form.is_bound and form.is_valid():
        if form.has_changed() or form.is_new:
            services.save_measure(measure=row, today=today)
            record_decisions(form, row)
        messages.success(request, _("The measure is saved."))
        return to_step(cycle, "act")
    return render(request, "slt/desk/measure.html", {"scheme": cycle.scheme, "cycle": cycle, "form": form})


@cycle_page()
@again_when_overtaken
@saved_whole
def delete_measure(request, cycle, pk):
    row = get_object_or_404(of_year(cycle), pk=pk)
    if request.method == "POST":
        if is_overtaken(request, row):
            return redirect("delete_scheme_measure", cycle.scheme.slug, cycle.year, pk)
        row.delete()
        messages.success(request, _("The measure is deleted."))
        return to_step(cycle, "act")
    return ask_to_delete(
        request,
        cycle,
        row,
        title=_("Delete the measure"),
        consequence=_("What is given up is stopped, and stays. Delete only what should never have been there."),
        back=address("edit_scheme_measure", cycle, pk),
    )


@cycle_page()
@again_when_overtaken
@saved_whole
def progress(request, cycle):
    """Deadline and status of every open measure. What was sent is looked at, whatever has become of it since."""
    today = timezone.localdate()
    kwargs = {"access": request.access, "today": today}
    shown = of_year(cycle) if request.method == "POST" else of_year(cycle).open()
    rows = Progress(sent(request), instance=cycle, queryset=shown.most_urgent(), prefix="m", form_kwargs=kwargs)
    if rows.is_bound and rows.is_valid():
        changed = [form for form in rows.initial_forms if form.has_changed()]
        for form in changed:
            services.save_measure(measure=form.instance, today=today)
        messages.success(request, _told(len(changed)))
        return to_step(cycle, "act")
    return _table(request, cycle, "slt/desk/progress.html", rows, today)


@cycle_page()
@again_when_overtaken
@saved_whole
def effects(request, cycle):
    """How each measure worked: those that have ended first."""
    kwargs = {"access": request.access}
    shown = of_year(cycle).ended_first()
    rows = Effects(sent(request), instance=cycle, queryset=shown, prefix="m", form_kwargs=kwargs)
    if rows.is_bound and rows.is_valid():
        messages.success(request, _told(len(rows.save())))
        return to_step(cycle, "evaluate")
    return _table(request, cycle, "slt/desk/effects.html", rows, timezone.localdate())


def _table(request, cycle, template, rows, today):
    context = {"scheme": cycle.scheme, "cycle": cycle, "formset": rows, "today": today}
    return render(request, template, context)


def _told(count):
    if not count:
        return _("Nothing was changed.")
    return ngettext("%(count)s measure is changed.", "%(count)s measures are changed.", count) % {"count": count}
