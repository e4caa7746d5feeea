"""The year wheel: the year as a plan, its tasks edited, and its meetings made with one press."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken, number
from contacts.desk.doors import POST, READ
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils import year_wheel as wheel
from councils.desk.doors import keeper_page
from councils.desk.year_wheel_form import TaskForm, YearForm
from councils.models import YearWheelTask
from councils.services import meetings
from councils.services.year_wheel import take_standard

FIRST_YEAR, LAST_YEAR = 2000, 2100


@keeper_page(READ)
def year_wheel(request, body):
    """The months of a year, with what has become a meeting; "ar" in the address is the year."""
    today = timezone.localdate()
    year = min(max(number(request.GET.get("ar")) or today.year, FIRST_YEAR), LAST_YEAR)
    months = wheel.year_of(body, year, today)
    can_plan = year in wheel.years_that_can_be_planned(today)
    context = {
        "body": body,
        "year": year,
        "months": months,
        "is_empty": not any(entry.task for month in months for entry in month.entries),
        "waiting": sum(entry.waits for month in months for entry in month.entries) if can_plan else 0,
        "standard": wheel.standard_tasks(body),
    }
    return render(request, "councils/desk/year_wheel.html", context)


@keeper_page(POST)
def take_standard_year_wheel(request, body):
    try:
        take_standard(body=body)
        messages.success(request, _("The year wheel is there. Change what is different with you."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("year_wheel", body.slug)


@keeper_page()
@again_when_overtaken
@saved_whole
def add_year_wheel_task(request, body):
    return _task_page(request, body, YearWheelTask(body=body))


DELETE = "delete"


@keeper_page()
@again_when_overtaken
@saved_whole
def year_wheel_task(request, body, pk):
    task = get_object_or_404(YearWheelTask.objects.editable_by(request.access), body=body, pk=min(pk, 2**62))
    if request.method == "POST" and request.POST.get("step") == DELETE:
        return _delete(request, body, task)
    return _task_page(request, body, task)


def _task_page(request, body, task):
    form = TaskForm(sent(request), instance=task, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The year wheel is changed."))
        return redirect("year_wheel", body.slug)
    return render(request, "councils/desk/year_wheel_task.html", {"body": body, "task": task, "form": form})


def _delete(request, body, task):
    """Meetings that it has become stay. Only for whoever has seen the newest version."""
    if is_overtaken(request, task):
        return redirect("year_wheel_task", body.slug, task.pk)
    task.delete()
    messages.success(request, _("The task is deleted. Meetings that came of it stay."))
    return redirect("year_wheel", body.slug)


@keeper_page()
@again_when_overtaken
def plan_year(request, body, year):
    today = timezone.localdate()
    if year not in wheel.years_that_can_be_planned(today):
        raise Http404
    tasks = wheel.waiting_tasks(body, year, today)
    form = YearForm(sent(request), body=body, year=year, tasks=tasks, today=today)
    if form.is_bound and form.tasks and form.is_valid():
        made = meetings.plan_year(body=body, dates=form.dates, **form.when_and_where)
        record_decisions(form, body)
        messages.success(request, _told(len(made)))
        return redirect("body_meetings", body.slug)
    return render(request, "councils/desk/plan_year.html", {"body": body, "year": year, "form": form})


def _told(count):
    return ngettext("%(count)s meeting is planned.", "%(count)s meetings are planned.", count) % {"count": count}
