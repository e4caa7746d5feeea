"""What was agreed to be done: all action items of a body in one table, saved at once; and one that is new.

Whoever keeps the records edits; the members read. That a member says what they have done is said in the meeting, or
to the secretary: so there is one who answers for the list (decision 0036).
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST, READ
from contacts.desk.entries import Choice
from contacts.desk.sending import saved_whole, sent
from contacts.person_data.forms import record_decisions
from councils.desk.doors import keeper_page, reader_page
from councils.desk.follow_up_forms import MOST_ROWS, ActionItemForm, FollowUp
from councils.models import ActionItem
from councils.permissions import keeps
from councils.services.follow_up import save_action_item

OPEN, OVERDUE, CLOSED = "apne", "forfalt", "ferdige"


def filters(items, today):
    """{its word in the address: (what it is called, the rows)}."""
    items = items.for_list()
    return {
        OPEN: (_("Open"), items.open()),
        OVERDUE: (_("Overdue"), items.overdue(today)),
        CLOSED: (_("Done or dropped"), items.closed().order_by(F("done_on").desc(nulls_last=True), "-pk")),
    }


@reader_page(methods=(*READ, *POST))
@again_when_overtaken
@saved_whole
def follow_up(request, body):
    """A filter that is not known shows what is open."""
    today, is_kept = timezone.localdate(), keeps(request.access, body)
    items = ActionItem.objects.filter(body=body).readable_by(request.access)
    shown = filters(items, today)
    wanted = request.GET.get("vis", OPEN)
    wanted = wanted if wanted in shown else OPEN
    if request.method == "POST":
        return _save(request, body, items, today, is_kept)
    rows = _first(shown[wanted][1])
    formset = _formset(request, body, rows, today) if is_kept else None
    return _show(request, body, shown, wanted, today, formset=formset, items=() if is_kept else rows)


def _first(rows):
    """As many as a form has room for; a formset takes no queryset that was cut."""
    return rows.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST_ROWS]))


def _formset(request, body, rows, today, data=None):
    kwargs = {"access": request.access, "today": today}
    return FollowUp(data, instance=body, queryset=rows, prefix="a", form_kwargs=kwargs)


def _save(request, body, items, today, is_kept):
    """Whatever has become of the rows since: those that were sent are looked at, whether the filter has them or not."""
    if not is_kept:
        raise PermissionDenied
    formset = _formset(request, body, items.for_list(), today, request.POST)
    if not formset.is_valid():
        return _show(request, body, filters(items, today), "", today, formset=formset)
    changed = [form for form in formset.initial_forms if form.has_changed()]
    for form in changed:
        save_action_item(action_item=form.instance, today=today)
        record_decisions(form, form.instance)
    messages.success(request, _told(len(changed)))
    return redirect("follow_up", body.slug)


def _told(count):
    if not count:
        return _("Nothing was changed.")
    return ngettext("%(count)s action item is changed.", "%(count)s action items are changed.", count) % {
        "count": count
    }


def _show(request, body, shown, wanted, today, *, formset=None, items=()):
    choices = [Choice(label, rows.count(), f"?vis={key}", key == wanted) for key, (label, rows) in shown.items()]
    context = {
        "body": body,
        "choices": choices,
        "formset": formset,
        "items": items,
        "today": today,
        "keeps": formset is not None,
    }
    return render(request, "councils/desk/follow_up.html", context)


@keeper_page()
@again_when_overtaken
@saved_whole
def new_action_item(request, body):
    """Agreed on between two meetings."""
    return _write(request, body, ActionItem(body=body))


@keeper_page()
@again_when_overtaken
@saved_whole
def edit_action_item(request, body, pk):
    rows = ActionItem.objects.filter(body=body).editable_by(request.access).select_related("item__meeting")
    return _write(request, body, get_object_or_404(rows, pk=pk))


def _write(request, body, row):
    today = timezone.localdate()
    data = sent(request)
    form = ActionItemForm(data, instance=row, access=request.access, today=today)
    if form.is_bound and form.is_valid():
        if form.has_changed() or form.is_new:
            save_action_item(action_item=row, today=today)
            record_decisions(form, row)
        messages.success(request, _("The action item is saved. It stands on every agenda until it is done."))
        return redirect("follow_up", body.slug)
    return render(request, "councils/desk/action_item_form.html", {"body": body, "form": form})
