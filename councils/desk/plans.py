"""The plans of a body on the desk: the plan, its measures, how they go, and what is known."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.exchange.writing import Format, write
from contacts.person_data.forms import record_decisions
from councils.desk.doors import COUNCILS, keeper_page, reader_page
from councils.desk.plan_forms import KnowledgeBase, MeasureForm, PlanForm, Progress
from councils.measure_table import as_rows
from councils.models import Measure, Plan
from councils.permissions import keeps
from councils.services import plans as services

MORE = "more"


def plans_of(request, body):
    return Plan.objects.filter(body=body).readable_by(request.access)


def plan_called(request, body, plan_slug):
    found = get_object_or_404(plans_of(request, body).select_related("strategy"), slug=plan_slug)
    found.body = body
    return found


@reader_page(of=COUNCILS)
def plans(request, body):
    found = plans_of(request, body).for_list()
    context = {"body": body, "plans": found, "keeps": keeps(request.access, body)}
    return render(request, "councils/desk/plans.html", context)


@reader_page(of=COUNCILS)
def plan(request, body, plan_slug):
    """The whole plan, to be read and printed; for whoever keeps it, with the ways to change it."""
    found = plan_called(request, body, plan_slug)
    context = {
        "body": body,
        "plan": found,
        "measures": found.measures.all(),
        "knowledge": found.knowledge.all(),
        "today": timezone.localdate(),
        "keeps": keeps(request.access, body),
    }
    return render(request, "councils/desk/plan.html", context)


@reader_page(of=COUNCILS)
def measures_file(request, body, plan_slug, form):
    """The measures as a file, which can be pasted here again."""
    found = plan_called(request, body, plan_slug)
    content = write(as_rows(found.measures.all()), Format(form), title=_("Measures"))
    response = HttpResponse(content, content_type=Format(form).content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{found.slug}.{form}")
    return response


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def new_plan(request, body):
    return _write(request, body, Plan(body=body, is_example=body.is_example))


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def edit_plan(request, body, plan_slug):
    return _write(request, body, plan_called(request, body, plan_slug))


def _write(request, body, row):
    form = PlanForm(sent(request), instance=row, access=request.access)
    if form.is_bound and form.is_valid():
        if form.has_changed() or form.is_new:
            services.write_plan(plan=row)
            record_decisions(form, row)
        messages.success(request, _("The plan is saved."))
        return redirect("body_plan", body.slug, row.slug)
    return render(request, "councils/desk/plan_form.html", {"body": body, "form": form})


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def progress(request, body, plan_slug):
    """Status and evaluation of every measure in one table, saved at once or not at all."""
    found = plan_called(request, body, plan_slug)
    data = sent(request)
    rows = Progress(data, instance=found, prefix="m", form_kwargs={"access": request.access})
    if rows.is_bound and rows.is_valid():
        messages.success(request, _told(len(rows.save())))
        return redirect("body_plan", body.slug, found.slug)
    return render(request, "councils/desk/progress.html", {"body": body, "plan": found, "formset": rows})


def _told(count):
    if not count:
        return _("Nothing was changed.")
    return ngettext("%(count)s measure is changed.", "%(count)s measures are changed.", count) % {"count": count}


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def new_measure(request, body, plan_slug):
    found = plan_called(request, body, plan_slug)
    if not services.has_room(found):
        messages.warning(request, _("A plan has at most %s measures. Make another plan.") % services.MOST_MEASURES)
        return redirect("body_plan", body.slug, found.slug)
    form = _measure_form(request, Measure(plan=found))
    if form.is_bound and form.is_valid():
        services.add_measure(measure=form.instance)
        record_decisions(form, form.instance)
        messages.success(request, _("The measure is added."))
        return redirect("new_measure" if MORE in request.POST else "body_plan", body.slug, found.slug)
    return render(request, "councils/desk/measure_form.html", {"body": body, "plan": found, "form": form})


def _measure_form(request, row):
    return MeasureForm(sent(request), instance=row, access=request.access)


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def edit_measure(request, body, plan_slug, pk):
    found = plan_called(request, body, plan_slug)
    form = _measure_form(request, get_object_or_404(found.measures, pk=pk))
    if form.is_bound and form.is_valid():
        if form.has_changed():
            form.save()
        messages.success(request, _("The measure is saved."))
        return redirect("body_plan", body.slug, found.slug)
    return render(request, "councils/desk/measure_form.html", {"body": body, "plan": found, "form": form})


@keeper_page(methods=POST, of=COUNCILS)
@again_when_overtaken
@saved_whole
def delete_measure(request, body, plan_slug, pk):
    """Only by whoever has seen its newest version. What was begun is stopped instead; this is for slips."""
    found = plan_called(request, body, plan_slug)
    measure = get_object_or_404(found.measures, pk=pk)
    if is_overtaken(request, measure):
        return redirect("edit_measure", body.slug, found.slug, pk)
    measure.delete()
    messages.success(request, _("The measure is deleted."))
    return redirect("body_plan", body.slug, found.slug)


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def knowledge(request, body, plan_slug):
    found = plan_called(request, body, plan_slug)
    data = sent(request)
    rows = KnowledgeBase(data, instance=found, prefix="k", form_kwargs={"access": request.access})
    if rows.is_bound and rows.is_valid():
        rows.save()
        messages.success(request, _("The knowledge base is saved."))
        return redirect("knowledge" if MORE in request.POST else "body_plan", body.slug, found.slug)
    return render(request, "councils/desk/knowledge.html", {"body": body, "plan": found, "knowledge": rows})
