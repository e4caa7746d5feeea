"""The minutes on one page with one Save; and what leads from there to the published version, a page a step."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST
from contacts.desk.sending import saved_whole
from contacts.models import Overtaken
from councils.desk.doors import keeper_page
from councils.desk.finding import kept_meeting
from councils.desk.minutes_form import MinutesForms, texts_of
from councils.lifecycle import WRITABLE
from councils.models import Meeting
from councils.services import minutes as service

Status = Meeting.Status
STEPS = {
    "hold": service.hold,
    "back": service.back_to_draft,
    "correct": service.correct,
    "abandon": service.abandon_correction,
}
TOLD = {
    "hold": gettext_lazy("The members are put down as present. Correct what is not right."),
    "back": gettext_lazy("The minutes are in draft again."),
    "abandon": gettext_lazy("The correction is given up. What is published is as it was."),
    "correct": gettext_lazy("Correct what is wrong. What is published stays until you publish the correction."),
}


@keeper_page()
@again_when_overtaken
@saved_whole
def minutes(request, body, date):
    """While they are written, the form; before that and afterwards, how far the minutes have come."""
    meeting = kept_meeting(request, body, date)
    if request.method == "POST" and request.POST.get("step") in STEPS:
        return _step(request, meeting, request.POST["step"])
    if request.method == "POST":
        return _save(request, meeting)
    if meeting.status in WRITABLE:
        return _show(request, meeting, MinutesForms(_fetched(meeting), request.access))
    return render(request, "councils/desk/minutes_state.html", _context(meeting))


def _step(request, meeting, step):
    """To another state, if it may follow; otherwise the page of the present one says why not."""
    try:
        STEPS[step](meeting=meeting)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, str(TOLD[step]))
    return redirect("minutes", meeting.body.slug, meeting.date)


def _save(request, meeting):
    """All of it, or nothing, and then the page comes back with what was typed and says why."""
    try:
        with transaction.atomic():
            service.begin_writing(meeting=meeting)
            return _save_all(request, meeting)
    except ValidationError as error:
        forms = MinutesForms(_fetched(meeting), request.access, request.POST)
        return _show(request, meeting, forms, problem=" ".join(error.messages), status=409)


def _save_all(request, meeting):
    forms = MinutesForms(_fetched(meeting), request.access, request.POST)
    if not forms.is_valid or forms.lost:
        transaction.set_rollback(True)
        return _show(request, meeting, forms)
    forms.save()
    messages.success(request, _("Saved at %(time)s.") % {"time": _now()})
    onward = "minutes_check" if request.POST.get("then") == "check" else "minutes"
    return redirect(onward, meeting.body.slug, meeting.date)


def _fetched(meeting):
    fetched = Meeting.objects.for_minutes().get(pk=meeting.pk)
    fetched.body = meeting.body
    return fetched


def _show(request, meeting, forms, problem="", status=200):
    context = _context(meeting) | {"forms": forms, "problem": problem, "key": f"{request.user.pk}.{meeting.pk}"}
    return render(request, "councils/desk/minutes.html", context, status=status)


def _context(meeting):
    return {"body": meeting.body, "meeting": meeting, "is_over": meeting.date <= timezone.localdate()}


def _now():
    return time_format(timezone.localtime(), "TIME_FORMAT")


@keeper_page(POST)
def minutes_autosave(request, body, date):
    """What was typed in the boxes of some items, saved while somebody writes on. Each for itself: `saved` tells the
    new version of each, `held` why another was not saved. That one is shown by Save, with everything it takes."""
    meeting = kept_meeting(request, body, date)
    saved, held = {}, {}
    for form in texts_of(meeting, request.access, request.POST):
        if form.is_valid() and _save_text(meeting, form):
            saved[form.prefix] = form.instance.version
        else:
            held[form.prefix] = _why_held(form)
    return JsonResponse({"saved": saved, "held": held, "at": _now()})


def _save_text(meeting, form):
    """False when somebody else was faster, or the minutes are no longer written."""
    try:
        with transaction.atomic():
            service.begin_writing(meeting=meeting)
            if form.has_changed():
                service.save_while_writing(item=form.instance, fields=form.changed_data)
    except (Overtaken, ValidationError):
        return False
    return True


def _why_held(form):
    name = form.instance.number or form.instance.title
    if not form.errors:
        return _("%(item)s: somebody else changed this, or the minutes are no longer a draft.") % {"item": name}
    return _("%(item)s is not saved: there is something to look at.") % {"item": name}
