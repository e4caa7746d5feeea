"""From the draft to the published minutes: check, approve, look, publish. One page a step."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.conflicts import again_when_overtaken, number
from contacts.date_inputs import DateInput
from contacts.desk.sending import saved_whole, sent
from contacts.person_data.forms import GuardedForm
from councils.desk.doors import keeper_page, reader_page
from councils.desk.finding import kept_meeting, readable_meeting
from councils.disclosure import disclose_meeting
from councils.models import Meeting
from councils.pdf import pdf_response
from councils.person_data_check import CheckForm
from councils.querysets import WITH_APPROVED_MINUTES
from councils.services import minutes as service

Status = Meeting.Status
# To which page each state leads on.
NEXT_PAGE = {Status.DRAFT: "minutes_approve", Status.CORRECTING: "minutes_publish"}


@keeper_page()
@again_when_overtaken
@saved_whole
def minutes_check(request, body, date):
    """Everything that the person-data guard has found in these minutes, to be decided one by one."""
    meeting = kept_meeting(request, body, date)
    if meeting.status not in NEXT_PAGE:
        return redirect("minutes", body.slug, date)
    form = CheckForm(sent(request), meeting=meeting)
    if form.is_bound and form.is_valid():
        form.record()
        onward = NEXT_PAGE[meeting.status]
        if meeting.status == Status.DRAFT:
            service.check(meeting=meeting)
        return redirect(onward, body.slug, date)
    return render(request, "councils/desk/minutes_check.html", {"body": body, "meeting": meeting, "form": form})


class ApprovalForm(GuardedForm, forms.Form):
    approved_by = forms.CharField(
        label=gettext_lazy("Approved by"),
        max_length=150,
        help_text=gettext_lazy("A role, not a name: the leader, or the members in their next meeting."),
    )
    approved_on = forms.DateField(label=gettext_lazy("Approved on"), widget=DateInput)

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(Row("approved_by", "approved_on"))
        helper.add_input(Submit("", _("Approve, and look at what will be published")))
        return helper


@keeper_page()
@again_when_overtaken
@saved_whole
def minutes_approve(request, body, date):
    meeting = kept_meeting(request, body, date)
    if meeting.status != Status.CHECKED:
        return redirect("minutes", body.slug, date)
    form = ApprovalForm(request.POST or None, initial={"approved_on": timezone.localdate()})
    if form.is_valid() and _done(
        form, service.approve, meeting=meeting, by=form.cleaned_data["approved_by"], on=form.cleaned_data["approved_on"]
    ):
        return redirect("minutes_publish", body.slug, date)
    return render(request, "councils/desk/minutes_approve.html", {"body": body, "meeting": meeting, "form": form})


class PublishForm(GuardedForm, forms.Form):
    """`reason` is asked for a correction alone. `seen`: the version of the meeting that was looked at."""

    reason = forms.CharField(
        label=gettext_lazy("What is corrected, and why"),
        max_length=300,
        help_text=gettext_lazy("Everyone reads it. Do not name people."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, is_correction, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_correction:
            del self.fields["reason"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.add_input(Submit("", _("Publish the minutes")))
        return helper


@keeper_page()
@again_when_overtaken
@saved_whole
def minutes_publish(request, body, date):
    """Shows exactly what everyone will see, made by publishing and taking it back; one press does it."""
    meeting = kept_meeting(request, body, date)
    if meeting.status not in (Status.APPROVED, Status.CORRECTING):
        return redirect("minutes", body.slug, date)
    shown, problem = _as_published(meeting)
    form = PublishForm(
        sent(request),
        is_correction=meeting.status == Status.CORRECTING,
        initial={"seen": fingerprint(meeting)},
    )
    if form.is_bound and form.is_valid() and not problem and _is_what_was_seen(form, meeting):
        service.publish(meeting=meeting, by=request.user, reason=form.cleaned_data.get("reason", ""))
        messages.success(request, _("The minutes are published."))
        return redirect("minutes", body.slug, date)
    context = {"body": body, "meeting": meeting, "form": form, "shown": shown, "problem": problem}
    return render(request, "councils/desk/minutes_publish.html", context)


def _as_published(meeting):
    """The meeting as everyone would see it, or why it cannot be published."""
    reason = "…" if meeting.status == Status.CORRECTING else ""
    try:
        with transaction.atomic():
            service.publish(meeting=Meeting.objects.get(pk=meeting.pk), reason=reason)
            shown = disclose_meeting(Meeting.objects.for_page().get(pk=meeting.pk))
            transaction.set_rollback(True)
    except ValidationError as error:
        return None, " ".join(error.messages)
    return shown, ""


def fingerprint(meeting):
    """Rises with every change of the meeting or of an item: so nothing is published that was not looked at."""
    return meeting.version + sum(meeting.items.values_list("version", flat=True))


def _is_what_was_seen(form, meeting):
    if form.cleaned_data["seen"] == fingerprint(meeting):
        return True
    form.data = form.data | {"seen": fingerprint(meeting)}
    form.add_error(None, _("Something was changed after you had opened this page. Look once more, then publish."))
    return False


def _done(form, act, **details):
    """What cannot be done is said in the form."""
    try:
        act(**details)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@reader_page()
def minutes_read(request, body, date):
    """Approved minutes as the members read them, with the internal items; `?versjon=1` an earlier version."""
    return render(request, "councils/desk/minutes_read.html", {"body": body, **_for_members(request, body, date)})


@reader_page()
def minutes_file(request, body, date):
    context = {"body": body, "meeting": _for_members(request, body, date)["shown"]}
    return pdf_response(request, "councils/pdf/meeting.html", context, f"referat-{body.slug}-{date}.pdf")


def _for_members(request, body, date):
    meeting = readable_meeting(request, body, date)
    meeting = get_object_or_404(Meeting.objects.for_page(), pk=meeting.pk, status__in=WITH_APPROVED_MINUTES)
    chosen = number(request.GET.get("versjon"))
    known = {version.number for version in meeting.published_versions}
    return {
        "meeting": meeting,
        "shown": disclose_meeting(meeting, version=chosen if chosen in known else None, for_members=True),
    }
