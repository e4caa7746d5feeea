"""Priorities of a working year: written, put in order, put to the steering group, decided, deleted."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken, number
from contacts.desk.doors import POST
from contacts.desk.sending import is_overtaken, saved_whole, sent
from councils.permissions import keeps as keeps_records
from slt.desk.cycle_doors import address, ask_to_delete, cycle_page, to_step
from slt.desk.cycle_forms import OutcomeForm, PriorityForm, PutForm
from slt.models import Finding, Priority
from slt.permissions import keeps_frame
from slt.services import cycle as services
from slt.services import steering
from slt.steering import mailbox_of, planned_meetings, steering_body

UP, DOWN = "up", "down"
PLACES = {UP: -1, DOWN: 1}


def of_year(cycle, pk):
    rows = Priority.objects.filter(cycle=cycle).select_related("cycle__scheme", "item__meeting__body")
    return get_object_or_404(rows, pk=pk)


@cycle_page()
@again_when_overtaken
@saved_whole
def new_priority(request, cycle):
    """`funn` in the address: the finding that it is made of."""
    row = Priority(cycle=cycle)
    initial = _made_of(cycle, request.GET.get("funn"))
    form = PriorityForm(sent(request), instance=row, access=request.access, initial=initial)
    if form.is_bound and form.is_valid():
        form.save(commit=False)
        services.add_priority(priority=row)
        form.save_m2m()
        messages.success(request, _("The priority is saved. Put it to the steering group when it is ready."))
        return to_step(cycle, "prioritise")
    return _show(request, cycle, "slt/desk/priority.html", form=form, priority=row)


def _made_of(cycle, pk):
    finding = Finding.objects.filter(cycle=cycle, pk=number(pk)).first()
    return {"findings": [finding.pk], "theme": finding.theme} if finding else {}


@cycle_page()
@again_when_overtaken
@saved_whole
def edit_priority(request, cycle, pk):
    row = of_year(cycle, pk)
    form = PriorityForm(sent(request), instance=row, access=request.access)
    if form.is_bound and form.is_valid():
        if form.has_changed():
            form.save()
        messages.success(request, _("The priority is saved."))
        return to_step(cycle, "prioritise")
    return _show(request, cycle, "slt/desk/priority.html", form=form, priority=row)


@cycle_page(POST)
@again_when_overtaken
@saved_whole
def move_priority(request, cycle):
    """Up or down: the button sends which."""
    way = next((way for way in PLACES if way in request.POST), UP)
    services.move_priority(priority=of_year(cycle, number(request.POST.get(way))), by=PLACES[way])
    return to_step(cycle, "prioritise")


@cycle_page()
@again_when_overtaken
@saved_whole
def put_priority(request, cycle, pk):
    """To a planned meeting of the steering group. Without one: whom to ask, or where to plan it."""
    priority, body = of_year(cycle, pk), steering_body(cycle.scheme)
    if priority.is_put or priority.decided_on:
        return redirect("priority_outcome", cycle.scheme.slug, cycle.year, pk)
    meetings = planned_meetings(body)
    form = PutForm(sent(request), priority=priority, meetings=meetings) if meetings else None
    if form and form.is_bound and form.is_valid() and (item := _put(request, form, priority)):
        messages.success(request, _where_it_is(item))
        return to_step(cycle, "prioritise")
    keeps = bool(body) and keeps_records(request.access, body)
    context = {"form": form, "priority": priority, "body": body, "keeps": keeps}
    context["mailbox"] = mailbox_of(body) if body else ""
    context["keeps_frame"] = keeps_frame(request.access, cycle.scheme)
    return _show(request, cycle, "slt/desk/put_priority.html", **context)


def _put(request, form, priority):
    """The case; None, with the reason on the form, when it was not put."""
    if is_overtaken(request, priority, form):
        return None
    try:
        return steering.put_to_steering_group(priority=priority, meeting=form.cleaned_data["meeting"], by=request.user)
    except ValidationError as error:
        form.add_error(None, error)
        return None


def _where_it_is(item):
    return _("It is on the agenda of the meeting on %(date)s. It gets its case number when the notice is sent.") % {
        "date": date_format(item.meeting.date, "DATE_FORMAT")
    }


@cycle_page()
@again_when_overtaken
@saved_whole
def priority_outcome(request, cycle, pk):
    """What the steering group made of it; and the case taken back, while that is possible."""
    priority = of_year(cycle, pk)
    form = OutcomeForm(sent(request), instance=priority, access=request.access)
    if form.is_bound and form.is_valid():
        if form.has_changed():
            steering.decide(priority=priority)
        messages.success(request, _("The decision is recorded.") if priority.decided_on else _("It is not decided."))
        return to_step(cycle, "prioritise")
    can_take_back = priority.is_put and not priority.decided_on and steering.can_be_taken_back(priority)
    context = {"form": form, "priority": priority, "can_take_back": can_take_back, "today": timezone.localdate()}
    return _show(request, cycle, "slt/desk/priority_outcome.html", **context)


@cycle_page(POST)
@again_when_overtaken
@saved_whole
def take_back_priority(request, cycle, pk):
    priority = of_year(cycle, pk)
    if is_overtaken(request, priority):
        return redirect("priority_outcome", cycle.scheme.slug, cycle.year, pk)
    try:
        steering.take_back(priority=priority, by=request.user)
        messages.success(request, _("It is off the agenda again."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return to_step(cycle, "prioritise")


@cycle_page()
@again_when_overtaken
@saved_whole
def delete_priority(request, cycle, pk):
    row = of_year(cycle, pk)
    if request.method == "POST":
        return _delete(request, cycle, row)
    return ask_to_delete(
        request,
        cycle,
        row,
        title=_("Delete the priority"),
        consequence=_("It is gone for good. Its findings and its measures stay."),
        back=address("edit_priority", cycle, pk),
    )


def _delete(request, cycle, row):
    if is_overtaken(request, row):
        return redirect("delete_priority", cycle.scheme.slug, cycle.year, row.pk)
    try:
        services.delete_priority(priority=row)
        messages.success(request, _("The priority is deleted."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return to_step(cycle, "prioritise")


def _show(request, cycle, template, **context):
    return render(request, template, {"scheme": cycle.scheme, "cycle": cycle, **context})
