"""The files of an agenda item: attached and removed, on a page of their own that the item's page leads to."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken, number
from contacts.person_data.forms import record_decisions
from councils.desk.attachment_form import AttachmentForm
from councils.desk.doors import keeper_page
from councils.desk.finding import kept_item
from councils.models import Attachment
from councils.services import agenda
from councils.services import attachments as service

REMOVE = "remove"


@keeper_page()
@again_when_overtaken
def item_files(request, body, date, pk):
    """No transaction round it: a file that was taken stays, and of one that was not nothing is left."""
    item = kept_item(request, body, date, pk)
    is_open = item.meeting.status in agenda.OPEN and not item.is_exempt
    if request.method == "POST" and REMOVE in request.POST:
        return _remove(request, item, is_open)
    form = AttachmentForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and is_open and form.is_valid() and _attached(request, item, form):
        return redirect("item_files", body.slug, date, pk)
    context = {"body": body, "meeting": item.meeting, "item": item, "form": form, "is_open": is_open}
    return render(request, "councils/desk/item_files.html", context | {"files": item.files.all()})


def _attached(request, item, form):
    data = form.cleaned_data
    try:
        attachment = service.attach(item=item, upload=data["file"], title=data["title"], by=request.user)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    record_decisions(form, attachment)
    messages.success(request, _("The file is attached."))
    return True


def _remove(request, item, is_open):
    """Of a meeting whose minutes are checked, what was attached stays."""
    files = Attachment.objects.editable_by(request.access).filter(item=item)
    attachment = get_object_or_404(files, pk=min(number(request.POST.get(REMOVE)), 2**62))
    if is_open:
        service.remove(attachment=attachment)
        messages.success(request, _("The file is removed."))
    return redirect("item_files", item.meeting.body.slug, item.meeting.date, item.pk)
