"""The members of a body in one table: who has which place from when to when; new, replaced, ended."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ
from contacts.desk.sending import is_overtaken, saved_whole, sent
from contacts.querysets import not_ended_before
from councils.desk.doors import frame_page
from councils.desk.frame_forms import LastDayForm
from councils.desk.member_forms import MemberForm, ReplaceForm
from councils.models import Member
from councils.permissions import keeps
from councils.services import confirmation


@frame_page(READ)
def members(request, body):
    today = timezone.localdate()
    rows = list(body.members.select_related("municipality").order_by("pk"))
    context = {
        "body": body,
        "present": [row for row in rows if row.valid_to is None or row.valid_to >= today],
        "past": [row for row in rows if row.valid_to and row.valid_to < today],
        "is_kept": keeps(request.access, body),
    }
    return render(request, "councils/desk/members.html", context)


@frame_page()
@again_when_overtaken
@saved_whole
def new_member(request, body):
    return _edit(request, body, MemberForm(sent(request), body=body, access=request.access))


@frame_page()
@again_when_overtaken
@saved_whole
def member(request, body, pk):
    row = _present(body, pk)
    return _edit(request, body, MemberForm(sent(request), body=body, instance=row, access=request.access))


def _edit(request, body, form):
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The member is saved."))
        return redirect("members", body.slug)
    context = {"body": body, "form": form, "is_kept": keeps(request.access, body)}
    return render(request, "councils/desk/member.html", context)


@frame_page()
@again_when_overtaken
@saved_whole
def replace_member(request, body, pk):
    row = _present(body, pk)
    form = ReplaceForm(sent(request), member=row)
    if form.is_bound and form.is_valid() and not is_overtaken(request, row, form):
        data = form.cleaned_data
        confirmation.succeed(
            member=row,
            first=data["first"],
            on=timezone.localdate(),
            name=data["name"],
            name_is_public=data["name_is_public"],
        )
        messages.success(request, _("The new member is saved. The one before ends the day before."))
        return redirect("members", body.slug)
    context = {"body": body, "member": row, "form": form, "is_kept": keeps(request.access, body)}
    return render(request, "councils/desk/replace_member.html", context)


@frame_page()
@again_when_overtaken
@saved_whole
def end_member(request, body, pk):
    row = _present(body, pk)
    form = LastDayForm(sent(request), initial={"last": timezone.localdate(), "seen": row.version})
    if form.is_bound and form.is_valid() and not is_overtaken(request, row, form):
        confirmation.end(member=row, last=form.cleaned_data["last"], on=timezone.localdate())
        messages.success(request, _("The last day is saved. The member stays in the list of those who were."))
        return redirect("members", body.slug)
    context = {"body": body, "member": row, "form": form, "is_kept": keeps(request.access, body)}
    return render(request, "councils/desk/end_member.html", context)


def _present(body, pk):
    """Whoever's time has ended stays as they were."""
    rows = Member.objects.filter(not_ended_before(timezone.localdate()), body=body)
    return get_object_or_404(rows, pk=pk)
