"""The files of an agenda item or an agreement: attached and removed, on a page of their own that its page leads to."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken, number
from contacts.person_data.forms import record_decisions
from councils.desk.attachment_form import AgreementFileForm, AttachmentForm
from councils.desk.doors import COUNCILS, keeper_page
from councils.desk.finding import LARGEST, kept_agreement, kept_item
from councils.models import Attachment
from councils.services import agenda
from councils.services import attachments as service

REMOVE = "remove"


@keeper_page()
@again_when_overtaken
def item_files(request, body, date, pk):
    """No transaction round it: a file that was taken stays, and of one that was not nothing is left. Of a meeting
    whose minutes are checked, what was attached stays."""
    item = kept_item(request, body, date, pk)
    is_open = item.meeting.status in agenda.OPEN and not item.is_exempt
    form = AttachmentForm(*_sent(request))
    if _is_done(request, form, is_open, item=item):
        return redirect("item_files", body.slug, date, pk)
    context = {"body": body, "meeting": item.meeting, "item": item, "form": form, "is_open": is_open}
    return render(request, "councils/desk/item_files.html", context | {"files": item.files.all()})


@keeper_page(of=COUNCILS)
@again_when_overtaken
def agreement_files(request, body, pk):
    """In every state: a draft is read by the members, and one that was signed may be scanned later."""
    agreement = kept_agreement(request, body, pk)
    form = AgreementFileForm(*_sent(request))
    if _is_done(request, form, is_open=True, agreement=agreement):
        return redirect("agreement_files", body.slug, pk)
    context = {"body": body, "agreement": agreement, "form": form, "files": agreement.files.all()}
    return render(request, "councils/desk/agreement_files.html", context)


def _sent(request):
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _is_done(request, form, is_open, **owner):
    """Whether what was sent leads back to the page. `owner`: the item or the agreement."""
    if request.method == "POST" and REMOVE in request.POST:
        _remove(request, is_open, owner)
        return True
    return form.is_bound and is_open and form.is_valid() and _attached(request, form, owner)


def _attached(request, form, owner):
    data = form.cleaned_data
    try:
        attachment = service.attach(**owner, upload=data["file"], title=data["title"], by=request.user)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    record_decisions(form, attachment)
    messages.success(request, _("The file is attached."))
    return True


def _remove(request, is_open, owner):
    files = Attachment.objects.editable_by(request.access).filter(**owner)
    attachment = get_object_or_404(files, pk=min(number(request.POST.get(REMOVE)), LARGEST))
    if is_open:
        service.remove(attachment=attachment)
        messages.success(request, _("The file is removed."))
