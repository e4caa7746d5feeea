"""A meeting is handed over for the archive, and can be deleted after that."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import saved_whole, sent
from contacts.person_data.forms import GuardedForm, record_decisions
from contacts.reasons import LONGEST_REASON
from councils.desk.doors import keeper_page
from councils.desk.finding import kept_meeting
from councils.services import archive


class DeletionForm(GuardedForm, forms.Form):
    is_received = forms.BooleanField(label=gettext_lazy("The archive has received the file"))
    reason = forms.CharField(
        label=gettext_lazy("Why is the meeting deleted?"),
        max_length=LONGEST_REASON,
        help_text=gettext_lazy("It stays in the log. Do not name people."),
    )

    @property
    def helper(self):
        helper = FormHelper()
        helper.mark_optional = False
        helper.add_input(Submit("", _("Delete the meeting for good"), css_class="btn-danger"))
        return helper


@keeper_page()
@again_when_overtaken
@saved_whole
def archive_meeting(request, body, date):
    """What it is, and what was handed over before; pressed, the file."""
    meeting = _called_meeting(request, body, date)
    if request.method == "POST":
        content = archive.export_meeting(meeting=meeting, by=request.user)
        headers = {"Content-Disposition": content_disposition_header(True, f"{body.slug}-{date}.zip")}
        return HttpResponse(content, content_type="application/zip", headers=headers)
    archived = archive.is_archived(meeting)
    context = {
        "body": body,
        "meeting": meeting,
        "exports": meeting.exports.all(),
        "is_archived": archived,
        "obstacles": list(archive.obstacles_to_deletion(meeting, archived=archived)),
    }
    return render(request, "councils/desk/archive.html", context)


@keeper_page()
@again_when_overtaken
@saved_whole
def delete_meeting(request, body, date):
    meeting = _called_meeting(request, body, date)
    form = DeletionForm(sent(request))
    if form.is_bound and form.is_valid():
        try:
            archive.delete_meeting(meeting=meeting, by=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            record_decisions(form)
            messages.success(request, _("The meeting is deleted. Its case numbers are not used again."))
            return redirect("body_desk", body.slug)
    obstacles = list(archive.obstacles_to_deletion(meeting, archived=archive.is_archived(meeting)))
    context = {"body": body, "meeting": meeting, "form": form, "obstacles": obstacles}
    return render(request, "councils/desk/delete_meeting.html", context)


def _called_meeting(request, body, date):
    """One that nobody was called to is discarded, not archived."""
    meeting = kept_meeting(request, body, date)
    if not meeting.is_called:
        raise Http404
    return meeting
