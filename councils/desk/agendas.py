"""The agenda edited: items come, go, change places and have files, each on a page of its own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken, number
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils.agendas import agenda_of
from councils.desk.doors import keeper_page
from councils.desk.finding import kept_item, kept_meeting
from councils.desk.item_form import ItemForm
from councils.models import AgendaItem
from councils.services import agenda as service
from councils.services.visibility import make_exempt

UP, DOWN, FILES = "up", "down", "files"
PLACES = {UP: -1, DOWN: 1}


@keeper_page()
@again_when_overtaken
def agenda(request, body, date):
    """The order is changed by buttons: each sends which item goes up or down."""
    meeting = kept_meeting(request, body, date)
    if request.method == "POST":
        return _move(request, body, meeting)
    context = {
        "body": body,
        "meeting": meeting,
        "agenda": agenda_of(meeting, request.access),
        "is_open": meeting.status in service.OPEN,
        "can_move": not meeting.is_called,
    }
    return render(request, "councils/desk/agenda.html", context)


def _move(request, body, meeting):
    way = next((way for way in PLACES if way in request.POST), UP)
    item = kept_item(request, body, meeting.date, number(request.POST.get(way)))
    try:
        service.move_item(item=item, by=PLACES[way])
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    answer = redirect("agenda", body.slug, meeting.date)
    answer["Location"] += f"#item-{item.pk}"
    return answer


@keeper_page()
@again_when_overtaken
@saved_whole
def add_item(request, body, date):
    meeting = kept_meeting(request, body, date)
    item = AgendaItem(meeting=meeting, visibility=body.items_visibility)
    form = ItemForm(sent(request), instance=item, access=request.access)
    if form.is_bound and form.is_valid() and _added(form):
        messages.success(request, _("The item is on the agenda."))
        return redirect("item_files", body.slug, date, item.pk) if FILES in request.POST else _to_agenda(meeting)
    return _show(request, meeting, item, form)


def _added(form):
    try:
        service.place_item(form.instance)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    record_decisions(form, form.instance)
    return True


@keeper_page()
@again_when_overtaken
@saved_whole
def agenda_item(request, body, date, pk):
    """Edited, withdrawn or put back, by what was pressed."""
    item = kept_item(request, body, date, pk)
    meeting = item.meeting
    step = STEPS.get(request.POST.get("step"))
    if request.method == "POST" and step:
        return _step(request, meeting, item, step)
    form = ItemForm(sent(request), instance=item, access=request.access)
    if form.is_bound and form.is_valid() and _saved(request, form):
        messages.success(request, _("The item is saved."))
        return _to_agenda(meeting)
    return _show(request, meeting, item, form)


STEPS = {"withdraw": service.withdraw_item, "restore": service.restore_item}


def _step(request, meeting, item, step):
    """Only for whoever has seen the newest version."""
    if is_overtaken(request, item):
        return redirect("agenda_item", meeting.body.slug, meeting.date, item.pk)
    try:
        step(item=item)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return _to_agenda(meeting)


def _saved(request, form):
    """A text that is stored and must not be is deleted everywhere, by the one service that knows where."""
    try:
        service.refuse_when_closed(form.instance.meeting)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    if not form.becomes_exempt:
        form.save()
        return True
    data = form.cleaned_data
    item = make_exempt(
        item=form.instance,
        legal_basis=data["legal_basis"],
        reason=data["exempt_reason"],
        access_contact=data["access_contact"],
        title=data["title"],
    )
    item.kind, item.theme = data["kind"], data["theme"]
    item.save(update_fields=["kind", "theme"])
    record_decisions(form, item)
    return True


def _to_agenda(meeting):
    return redirect("agenda", meeting.body.slug, meeting.date)


def _show(request, meeting, item, form):
    context = {
        "body": meeting.body,
        "meeting": meeting,
        "item": item,
        "form": form,
        "is_open": meeting.status in service.OPEN,
        "files": list(item.files.all()) if item.pk else [],
    }
    return render(request, "councils/desk/item.html", context)
