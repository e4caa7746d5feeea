"""A working year on the desk: its five steps on one page; and a year begun, evaluated and documented."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ
from contacts.desk.sending import saved_whole, sent
from contacts.person_data.forms import record_decisions
from slt.cycle import rows_of, steps_of_rows
from slt.desk.cycle_doors import cycle_page, to_step, told_at
from slt.desk.cycle_forms import FIRST_YEAR, YEARS_AHEAD, EvaluationForm, SummaryForm, YearForm
from slt.desk.doors import keeper_page
from slt.models import CycleYear, Finding
from slt.services import cycle as services


@keeper_page(READ)
def cycle_desk(request, scheme, year):
    """The five steps, each with its rows. Of a year that has not begun, where it is begun."""
    cycle = scheme.years.filter(year=year).first()
    if cycle is None:
        return _to_begin(scheme, year)
    cycle.scheme = scheme
    rows = rows_of(cycle)
    shown = _shown(cycle, rows)
    context = {"scheme": scheme, "cycle": cycle, "told": told_at(request, shown["steps"]), **shown}
    return render(request, "slt/desk/cycle.html", context)


def _shown(cycle, rows):
    findings = Finding.objects.filter(cycle=cycle).select_related("municipality")
    names = Prefetch("findings", Finding.objects.only("text"))
    return {
        "steps": {step.key: step for step in steps_of_rows(rows)},
        "findings": findings.prefetch_related("priorities"),
        "priorities": cycle.priorities.select_related("item__meeting__body").prefetch_related(names),
        "measures": cycle.measures.most_urgent().select_related("priority__cycle", "group"),
        "open_measures": len(rows.open),
        "today": rows.today,
        "years": cycle.scheme.years.order_by("-year"),
    }


def _to_begin(scheme, year):
    if FIRST_YEAR <= year <= timezone.localdate().year + YEARS_AHEAD:
        answer = redirect("new_cycle_year", scheme.slug)
        answer["Location"] += f"?ar={year}"
        return answer
    raise Http404


@keeper_page()
@again_when_overtaken
@saved_whole
def new_cycle_year(request, scheme):
    """One press from the desk; what is left of the year before comes along."""
    cycle = CycleYear(scheme=scheme, year=_wanted(request))
    measures, priorities = (rows.count() for rows in services.left_of(scheme, cycle.year))
    form = YearForm(sent(request), instance=cycle, access=request.access, asks_about_priorities=bool(priorities))
    if form.is_bound and form.is_valid():
        moved = services.begin_year(cycle=cycle, with_priorities=form.cleaned_data.get("priorities", False))
        messages.success(request, _told(cycle, *moved))
        return redirect("cycle_desk", scheme.slug, cycle.year)
    context = {"scheme": scheme, "form": form, "year": cycle.year, "measures": measures, "priorities": priorities}
    return render(request, "slt/desk/new_year.html", context)


def _wanted(request):
    """A year in the address that is none is this year."""
    this_year, asked = timezone.localdate().year, request.POST.get("year") or request.GET.get("ar", "")
    is_year = asked.isdecimal() and len(asked) == 4
    return int(asked) if is_year and FIRST_YEAR <= int(asked) <= this_year + YEARS_AHEAD else this_year


def _told(cycle, measures, priorities):
    parts = [_("The working year %(year)s has begun.") % {"year": cycle.year}]
    if measures:
        text = ngettext("%(count)s measure came along.", "%(count)s measures came along.", measures)
        parts.append(text % {"count": measures})
    if priorities:
        text = ngettext("%(count)s priority came along.", "%(count)s priorities came along.", priorities)
        parts.append(text % {"count": priorities})
    return " ".join(parts)


@cycle_page()
@again_when_overtaken
@saved_whole
def evaluate_year(request, cycle):
    form = EvaluationForm(sent(request), instance=cycle, access=request.access)
    if form.is_bound and form.is_valid():
        services.evaluate(cycle=cycle, today=timezone.localdate())
        record_decisions(form, cycle)
        messages.success(request, _("The evaluation is saved."))
        return to_step(cycle, "evaluate")
    context = {"scheme": cycle.scheme, "cycle": cycle, "form": form, "measures": cycle.measures.most_urgent()}
    return render(request, "slt/desk/evaluate_year.html", context)


PUBLISH = "publish"


@cycle_page()
@again_when_overtaken
@saved_whole
def document_year(request, cycle):
    form = SummaryForm(sent(request), instance=cycle, access=request.access)
    if form.is_bound and form.is_valid():
        services.document(cycle=cycle, today=timezone.localdate(), is_public=PUBLISH in request.POST)
        record_decisions(form, cycle)
        told = _("Everyone can read it now.") if cycle.documented_on else _("It is saved. Only you can read it.")
        messages.success(request, told)
        return to_step(cycle, "document")
    context = {"scheme": cycle.scheme, "cycle": cycle, "form": form, "becomes": _what_becomes_public(cycle)}
    return render(request, "slt/desk/document_year.html", context)


def _what_becomes_public(cycle):
    """[(what it is, how many are public, how many there are)]."""
    every = [(_("Findings"), cycle.findings), (_("Priorities"), cycle.priorities), (_("Measures"), cycle.measures)]
    return [(label, rows.public().count(), rows.count()) for label, rows in every]
