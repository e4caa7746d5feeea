"""Verify all in one table: tick what is right, correct the rest, save once; take a row back that was ticked by mistake.

All that was ticked or corrected is saved, or nothing is: a row that cannot be saved says why, and every other one
stays as it was typed.
"""

import datetime

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts import gazetteer
from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import desk_page, edits_contacts
from contacts.desk.my_points import my_points
from contacts.desk.verification_form import CORRECTED, VerificationRow
from contacts.models import ContactPoint, Freshness, Overtaken, Person
from contacts.services.verification import take_back, verify

CAN_BE_UNDONE_FOR = datetime.timedelta(minutes=30)
URGENCY = [Freshness.STALE, Freshness.DUE, Freshness.FRESH]


@desk_page(edits_contacts)
@again_when_overtaken
def verification(request):
    mine = sorted(my_points(request.access, gazetteer.current()), key=_most_urgent_first)
    if request.method != "POST":
        return _show(request, mine, _rows(request, mine))
    if "undo" in request.POST:
        return _undo(request, mine)
    if "tick_all" in request.POST:
        return _show(request, mine, _reopened(request, mine, ticked=True))
    return _save(request, mine)


def _most_urgent_first(mine):
    """Stale, then due, then fresh, each with the one that has waited longest first."""
    return URGENCY.index(mine.contact.freshness), mine.contact.verified_on or datetime.date.min


def _rows(request, mine, data=None):
    return [VerificationRow(data, mine=point, access=request.access) for point in mine]


def _reopened(request, mine, *, ticked=False, leave_out=()):
    """The table as it was sent, with another row ticked or put back."""
    rows = [
        VerificationRow(mine=point, access=request.access)
        if point.pk in leave_out or not _was_sent(point, request.POST)
        else VerificationRow.reopened(request.POST, mine=point, access=request.access)
        for point in mine
    ]
    for row in rows:
        row.initial["right"] = ticked or row.initial.get("right")
    return rows


def _was_sent(point, data):
    return f"p{point.pk}-seen" in data


def _show(request, mine, rows):
    former = _undoable(mine, request.user)
    context = {
        "rows": rows,
        "faulty": [row for row in rows if row.errors],
        "hideable": set(Person.objects.editable_by(request.access).values_list("pk", flat=True)),
        "undoable": [point for point in mine if point.pk in former],
    }
    return render(request, "contacts/desk/verification.html", context)


def _save(request, mine):
    """Rows that were not sent are not looked at: they were added to my area while the table was open."""
    rows = _rows(request, [point for point in mine if _was_sent(point, request.POST)], request.POST)
    if any(row.errors for row in rows):
        return _show(request, mine, rows)
    saved = [row for row in rows if row.verifies]
    with transaction.atomic():
        for row in saved:
            verify(point=row.instance, on=timezone.localdate(), corrected=row.corrected)
    messages.success(request, _told(len(saved)))
    return redirect("verification")


def _told(count):
    if not count:
        return _("Nothing was ticked or corrected, so nothing is changed.")
    return ngettext("%(count)s contact point is verified.", "%(count)s contact points are verified.", count) % {
        "count": count
    }


def _undo(request, mine):
    """The row as it was before, and what was typed in the others stays. Nothing happens if it was changed since."""
    former = _undoable(mine, request.user)
    chosen = next((point for point in mine if str(point.pk) == request.POST["undo"] and point.pk in former), None)
    if chosen is None or not _give_back(chosen.point, former[chosen.pk]):
        messages.warning(request, _("This row can no longer be undone: it was changed again, or too long ago."))
        return _show(request, mine, _reopened(request, mine))
    messages.success(request, _("Undone: %(what)s") % {"what": chosen.label})
    mine = sorted(my_points(request.access, gazetteer.current()), key=_most_urgent_first)
    return _show(request, mine, _reopened(request, mine, leave_out={chosen.pk}))


def _give_back(point, former):
    for name in CORRECTED:
        setattr(point, name, getattr(former, name))
    try:
        take_back(point=point, to=former.verified_on, restored=CORRECTED)
    except Overtaken:
        return False
    return True


def _undoable(mine, user):
    """What the user verified a moment ago and nobody changed since: {id: the row of history before}. Two queries."""
    versions = {point.pk: point.point.version for point in mine}
    records = ContactPoint.history.filter(
        id__in=versions,
        history_user=user,
        history_date__gte=timezone.now() - CAN_BE_UNDONE_FOR,
        history_type="~",
        verified_on=timezone.localdate(),
    )
    newest = {record.id: record for record in records if record.version == versions[record.id]}
    former = {
        record.id: record
        for record in ContactPoint.history.filter(id__in=newest)
        if record.version == versions[record.id] - 1
    }
    return {pk: record for pk, record in former.items() if _differ(record, newest[pk])}


def _differ(one, other):
    return any(getattr(one, name) != getattr(other, name) for name in ("verified_on", *CORRECTED))
