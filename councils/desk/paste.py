"""Measures from a spreadsheet: pasted, checked row by row, and added when somebody has seen what will be.

Nothing is kept between the check and the press that adds the rows (decision 0019): the text stands in the form, and the
check is made again. When it no longer says what was seen, the new check is shown and nothing is added.
"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import saved_whole, sent
from contacts.exchange.reading import FileProblem
from councils.desk.doors import COUNCILS, keeper_page
from councils.desk.plan_forms import PasteForm
from councils.desk.plans import plan_called
from councils.measure_table import COLUMNS
from councils.services.plans import paste_measures, preview_paste

ADD = "add"


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def paste(request, body, plan_slug):
    plan = plan_called(request, body, plan_slug)
    form = PasteForm(sent(request))
    if not form.is_bound or not form.is_valid():
        return _show(request, plan, form)
    try:
        if request.POST.get("step") == ADD:
            return _add(request, plan, form)
        return _show(request, plan, form, preview_paste(plan=plan, text=form.cleaned_data["text"]))
    except FileProblem as problem:
        form.add_error("text", str(problem))
        return _show(request, plan, form)


def _add(request, plan, form):
    preview, count = paste_measures(plan=plan, **form.cleaned_data)
    if not count:
        has_changed = preview.digest != form.cleaned_data["seen"]
        return _show(request, plan, form, preview, has_changed=has_changed, is_refused=not has_changed)
    messages.success(request, _told(count))
    return redirect("body_plan", plan.body.slug, plan.slug)


def _told(count):
    return ngettext("%(count)s measure is added.", "%(count)s measures are added.", count) % {"count": count}


def _show(request, plan, form, preview=None, **context):
    """With the text as it was pasted, and with what has to be answered before anything is added."""
    if preview:
        form.data = form.data.copy()
        form.data["seen"] = preview.digest
    form.ask_about(preview)
    context |= {"body": plan.body, "plan": plan, "form": form, "preview": preview, "columns": COLUMNS}
    return render(request, "councils/desk/paste.html", context)
