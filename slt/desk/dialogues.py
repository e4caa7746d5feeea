"""The dialogue processes of a scheme on the desk: written with their parties, and their events one by one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST, READ
from contacts.desk.sending import carried_out, is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils.choices import Visibility
from slt.desk.dialogue_forms import DialogueForm, EventForm, Parties, RecordForm
from slt.desk.doors import keeper_page
from slt.models import DialogueEvent, DialogueProcess
from slt.services import dialogues as services

MORE = "more"
HERE = "edit_dialogue"


@keeper_page(methods=READ)
def dialogue_list(request, scheme):
    """Before all else the events of which nobody has told yet."""
    today = timezone.localdate()
    mine = DialogueProcess.objects.filter(scheme=scheme)
    due = DialogueEvent.objects.filter(process__scheme=scheme).to_record(today).select_related("process")
    context = {"scheme": scheme, "dialogues": mine.in_order().for_list(today), "due": due, "today": today}
    return render(request, "slt/desk/dialogues.html", context)


@keeper_page()
@again_when_overtaken
@saved_whole
def new_dialogue(request, scheme):
    return _write(request, scheme, DialogueProcess(scheme=scheme))


@keeper_page()
@again_when_overtaken
@saved_whole
def edit_dialogue(request, scheme, dialogue):
    """The whole process: its events, each with what can be done with it, and below them what it is."""
    return _write(request, scheme, process_called(scheme, dialogue))


def process_called(scheme, dialogue):
    found = get_object_or_404(DialogueProcess, scheme=scheme, slug=dialogue)
    found.scheme = scheme
    return found


def _write(request, scheme, process):
    data = sent(request)
    form = DialogueForm(data, instance=process, access=request.access)
    parties = Parties(data, instance=process, prefix="parties", form_kwargs={"access": request.access})
    if form.is_bound and form.is_valid() and parties.is_valid():
        _save(form, parties)
        messages.success(request, _("The dialogue is saved."))
        if MORE in request.POST or form.is_new:
            return redirect(HERE, scheme.slug, process.slug)
        return redirect("dialogue_list", scheme.slug)
    events = [] if form.is_new else _events(process)
    context = {"scheme": scheme, "process": process, "form": form, "formset": parties, "events": events}
    return render(request, "slt/desk/dialogue.html", context | {"today": timezone.localdate()})


def _save(form, parties):
    if form.has_changed() or form.is_new:
        services.write_dialogue(process=form.instance)
        record_decisions(form, form.instance)
    parties.save()


def _events(process):
    """In the order of their days."""
    return process.events.order_by("date", "starts_at", "pk")


# Its events


@keeper_page()
@again_when_overtaken
@saved_whole
def new_event(request, scheme, dialogue):
    process = process_called(scheme, dialogue)
    event = DialogueEvent(process=process, is_open=process.is_open)
    return _plan(request, scheme, event, _("The event is planned."))


@keeper_page()
@again_when_overtaken
@saved_whole
def edit_event(request, scheme, dialogue, pk):
    return _plan(request, scheme, event_of(scheme, dialogue, pk), _("The event is changed."))


def event_of(scheme, dialogue, pk):
    process = process_called(scheme, dialogue)
    event = get_object_or_404(DialogueEvent, process=process, pk=pk)
    event.process = process
    return event


def _plan(request, scheme, event, told):
    form = EventForm(sent(request), instance=event, access=request.access, today=timezone.localdate())
    if form.is_bound and form.is_valid() and _done(form, services.plan_event, event=event):
        messages.success(request, told)
        return redirect(HERE, scheme.slug, event.process.slug)
    return _page(request, "dialogue_event", scheme, event, form=form)


def _done(form, service, **arguments):
    """Or nothing, and then the form says why."""
    row = carried_out(form, service, **arguments)
    if row:
        record_decisions(form, row)
    return row


def _page(request, template, scheme, event, **context):
    return render(
        request, f"slt/desk/{template}.html", {"scheme": scheme, "event": event, "process": event.process, **context}
    )


@keeper_page()
@again_when_overtaken
@saved_whole
def record_event(request, scheme, dialogue, pk):
    """What came of it. Of one that is still ahead, or was cancelled, the page says what to do instead."""
    event, today = event_of(scheme, dialogue, pk), timezone.localdate()
    reason = services.why_not_recorded(event, today)
    form = RecordForm(sent(request), instance=event, access=request.access)
    if form.is_bound and form.is_valid() and _done(form, services.record_event, event=event, today=today):
        messages.success(request, _("What came of the event is saved."))
        return redirect(HERE, scheme.slug, event.process.slug)
    return _page(request, "record_event", scheme, event, form=form, reason=reason)


@keeper_page(methods=POST)
@again_when_overtaken
@saved_whole
def cancel_event(request, scheme, dialogue, pk):
    """By whoever has seen its newest version. It stays on the public page, as cancelled."""
    event = event_of(scheme, dialogue, pk)
    if is_overtaken(request, event):
        return redirect("edit_dialogue_event", scheme.slug, dialogue, pk)
    try:
        services.cancel_event(event=event)
        messages.success(request, _cancelled(event))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect(HERE, scheme.slug, dialogue)


def _cancelled(event):
    if event.process.visibility == Visibility.PUBLIC:
        return _("The event is cancelled. The public page says so.")
    return _("The event is cancelled.")


@keeper_page(methods=POST)
@again_when_overtaken
@saved_whole
def delete_event(request, scheme, dialogue, pk):
    """For slips. What has been held stays, and what is given up is cancelled."""
    event = event_of(scheme, dialogue, pk)
    if is_overtaken(request, event):
        return redirect("edit_dialogue_event", scheme.slug, dialogue, pk)
    if event.status == DialogueEvent.Status.HELD:
        messages.warning(request, _("This event has been held, and stays. You can correct what is written of it."))
    else:
        event.delete()
        messages.success(request, _("The event is deleted."))
    return redirect(HERE, scheme.slug, dialogue)
