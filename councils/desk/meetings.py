"""The meetings of a body: their list, the next one made, and the page of each with the one thing to do next."""

import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken, number
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils import year_wheel
from councils.agendas import agenda_of
from councils.desk.doors import keeper_page, reader_page
from councils.desk.finding import Moved, kept_meeting, meeting_or_its_new_day
from councils.desk.meeting_form import MeetingForm, MeetingVisibilityForm
from councils.desk.steps import next_action, way_of
from councils.models import Meeting, YearWheelTask
from councils.permissions import keeps
from councils.services import meetings as service
from councils.turns import turns_of

Status = Meeting.Status
FIRST_PROPOSED = datetime.timedelta(days=14)


@reader_page()
def meetings(request, body):
    """What is ahead first, the next day first; then what has been, the latest first."""
    today = timezone.localdate()
    mine = Meeting.objects.filter(body=body).readable_by(request.access)
    context = {
        "body": body,
        "is_kept": keeps(request.access, body),
        "ahead": mine.filter(date__gte=today).order_by("date"),
        "past": mine.filter(date__lt=today),
    }
    return render(request, "councils/desk/meetings.html", context)


@keeper_page()
@again_when_overtaken
def plan_meeting(request, body):
    """The next one from the year wheel is filled in: often one press is enough."""
    task = _task_of(request, body)
    proposal = year_wheel.proposal(body, task, timezone.localdate())
    form = MeetingForm(
        sent(request),
        instance=Meeting(body=body, visibility=body.meetings_visibility),
        initial=proposal,
        access=request.access,
        button=_("Make the meeting"),
    )
    if form.is_bound and form.is_valid() and (meeting := _planned(form, body, task)):
        messages.success(request, _("The meeting is planned. Only you can see it until you send the notice."))
        return redirect("meeting_desk", body.slug, meeting.date)
    context = {"body": body, "form": form, "task": task, "standing": body.standing_items.all()}
    return render(request, "councils/desk/plan_meeting.html", context)


def _task_of(request, body):
    """The one that the address names, or the next that has no meeting yet; with "0" none."""
    asked = request.GET.get("oppgave")
    if asked is None:
        return year_wheel.next_task(body, timezone.localdate())
    if not number(asked):
        return None
    return get_object_or_404(YearWheelTask.objects.editable_by(request.access), body=body, pk=min(number(asked), 2**62))


def _planned(form, body, task):
    """The draft, or None and the reason on the form."""
    try:
        meeting = service.plan_meeting(body=body, task=task, **form.values)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    record_decisions(form, meeting)
    return meeting


@reader_page()
def meeting_desk(request, body, date):
    """For whoever keeps the records what is to be done; for the members the meeting as they may read it."""
    try:
        meeting = meeting_or_its_new_day(request, body, date)
    except Moved as elsewhere:
        return redirect("meeting_desk", body.slug, elsewhere.date)
    agenda = agenda_of(meeting, request.access)
    is_kept = keeps(request.access, body)
    context = {
        "body": body,
        "meeting": meeting,
        "agenda": agenda,
        "way": way_of(meeting),
        "is_kept": is_kept,
        "turns": turns_of(meeting, request.access) if is_kept else [],
        "action": next_action(meeting, agenda.lines, timezone.localdate()),
        "is_ahead": meeting.status in service.AHEAD,
    }
    return render(request, "councils/desk/meeting.html", context)


@keeper_page()
@again_when_overtaken
def move_meeting(request, body, date):
    meeting = kept_meeting(request, body, date)
    is_ahead = meeting.status in service.AHEAD
    form = _form_of(request, meeting, is_ahead)
    if form.is_bound and form.is_valid() and _changed(request, form, is_ahead):
        messages.success(request, _("The meeting is changed."))
        return redirect("meeting_desk", body.slug, form.instance.date)
    context = {"body": body, "meeting": meeting, "day": date, "form": form, "is_ahead": is_ahead}
    return render(request, "councils/desk/move_meeting.html", context)


def _form_of(request, meeting, is_ahead):
    data = sent(request)
    if is_ahead:
        return MeetingForm(data, instance=meeting, access=request.access, button=_("Save"))
    return MeetingVisibilityForm(data, instance=meeting, access=request.access)


def _changed(request, form, is_ahead):
    if not is_ahead:
        form.save()
        return True
    try:
        service.move_meeting(meeting=form.instance, by=request.user, **form.values)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    record_decisions(form, form.instance)
    return True


@keeper_page()
@again_when_overtaken
def call_meeting(request, body, date):
    """The notice exactly as it will be; one press sends what was seen, and nothing else."""
    meeting = kept_meeting(request, body, date)
    agenda = agenda_of(meeting, request.access)
    if meeting.is_called:
        return redirect("notice", body.slug, date)
    if request.method == "POST":
        if request.POST.get("seen") != agenda.fingerprint:
            messages.warning(request, _("Something on the agenda was changed meanwhile. Look at the notice again."))
        elif _called(request, meeting):
            messages.success(request, _("The notice is sent."))
            return redirect("meeting_desk", body.slug, date)
    context = {
        "body": body,
        "meeting": meeting,
        "agenda": agenda,
        "recipients": service.notices.recipients(body),
        "obstacles": list(service.obstacles_to_calling(meeting, agenda.items, timezone.localdate())),
    }
    return render(request, "councils/desk/call_meeting.html", context)


def _called(request, meeting):
    try:
        service.call_meeting(meeting=meeting, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return False
    return True


@keeper_page()
@again_when_overtaken
def cancel_meeting(request, body, date):
    """A meeting to which nobody was called yet is taken away; another is cancelled, for all to see."""
    meeting = kept_meeting(request, body, date)
    if request.method == "POST":
        if is_overtaken(request, meeting):
            return redirect("cancel_meeting", body.slug, date)
        return _cancelled(request, body, meeting)
    return render(request, "councils/desk/cancel_meeting.html", {"body": body, "meeting": meeting})


@saved_whole
def _cancelled(request, body, meeting):
    try:
        if not meeting.is_called:
            service.discard_meeting(meeting=meeting)
            messages.success(request, _("The draft is deleted."))
            return redirect("body_meetings", body.slug)
        service.cancel_meeting(meeting=meeting, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The meeting is cancelled, and the members are told."))
    return redirect("meeting_desk", body.slug, meeting.date)
