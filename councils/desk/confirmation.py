"""After an election: all elected members in one table, one Save."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import saved_whole, sent
from councils import elections
from councils.desk.confirmation_form import ConfirmationRow, FirstDayForm
from councils.desk.doors import COUNCILS, keeper_page
from councils.models import Member


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def confirm_members(request, body):
    today = timezone.localdate()
    data = sent(request)
    election = elections.latest_before(today)
    members = Member.objects.editable_by(request.access).filter(body=body).to_confirm(election, today)
    rows = [ConfirmationRow(data, member=member, access=request.access) for member in members]
    when = FirstDayForm(data, initial={"first": today})
    if data is not None and all([when.is_valid(), *[row.is_valid() for row in rows]]):
        return _save(request, body, rows, when.cleaned_data["first"], today)
    context = {
        "body": body,
        "rows": rows,
        "faulty": [row for row in rows if row.errors],
        "when": when,
        "election": election,
        "next_election": elections.next_from(today),
    }
    return render(request, "councils/desk/confirm_members.html", context)


def _save(request, body, rows, first, today):
    settled = sum(row.settle(first=first, today=today) for row in rows)
    messages.success(request, _told(settled))
    return redirect("body_desk" if settled == len(rows) else "confirm_members", body.slug)


def _told(count):
    if not count:
        return _("Nothing was chosen, so nothing is changed.")
    return ngettext("%(count)s member is settled.", "%(count)s members are settled.", count) % {"count": count}
