"""From draft to published: sent to review, read by somebody else, approved or sent back, taken back."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST, READ
from contacts.desk.sending import carried_out, is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from guidance.desk import preview
from guidance.desk.doors import open_edition, resource_page, show
from guidance.desk.edition_forms import ApproveForm, SendBackForm, SubmitForm
from guidance.models import Edition
from guidance.permissions import can_approve
from guidance.services import editions as services
from guidance.services import notices
from guidance.services.checks import problems_of


def edition_page(status, methods=(*READ, *POST)):
    """For whoever keeps the resource, while its open edition stands so: `view(request, resource, edition)`."""

    def decorate(view):
        @resource_page(methods)
        @again_when_overtaken
        @saved_whole
        @wraps(view)
        def guarded(request, resource):
            edition = open_edition(resource)
            if edition is None or edition.status != status:
                return _not_now(request, resource)
            return view(request, resource, edition)

        return guarded

    return decorate


@edition_page(Edition.Status.DRAFT)
def submit_edition(request, resource, edition):
    """From the second edition on with what is new. Nothing is sent that must be mended first."""
    problems = problems_of(edition)
    form = SubmitForm(sent(request), instance=edition, access=request.access)
    if form.is_bound and not problems and form.is_valid() and _submitted(request, form, edition):
        return redirect("resource_desk", resource.pk)
    return show(request, "submit", resource, edition=edition, form=form, problems=problems)


def send_at_once(request, resource, edition):
    """A first edition in which nothing must be mended needs no more words: it is sent at once."""
    form = SubmitForm({"seen": edition.version}, instance=edition, access=request.access)
    if edition.number > 1 or problems_of(edition) or not form.is_valid() or not _submitted(request, form, edition):
        messages.success(request, _("The draft is saved."))
        return redirect("submit_edition", resource.pk)
    return redirect("resource_desk", resource.pk)


def _submitted(request, form, edition):
    if not done(form, services.submit, edition=edition, user=request.user):
        return False
    notices.tell_of_review(edition)
    messages.success(request, _("It is sent to review. Somebody else reads it before it is published."))
    return True


@edition_page(Edition.Status.REVIEW, methods=POST)
def withdraw_edition(request, resource, edition):
    """From review, to write on."""
    if is_overtaken(request, edition):
        return redirect("resource_desk", resource.pk)
    services.withdraw(edition=edition)
    messages.success(request, _("It is a draft again. Send it to review anew when it is ready."))
    return redirect("edit_edition", resource.pk)


@edition_page(Edition.Status.REVIEW)
def approve_edition(request, resource, edition):
    """The texts to read, and below them the decision: approved, from today or a day to come, or sent back."""
    form = ApproveForm(sent(request), instance=edition, access=request.access)
    if form.is_bound and _may_decide(request, form, edition) and form.is_valid() and _approved(request, form, edition):
        return redirect("resource_desk", resource.pk)
    return _review(request, resource, edition, form, SendBackForm(instance=edition, access=request.access))


@edition_page(Edition.Status.REVIEW)
def send_back_edition(request, resource, edition):
    form = SendBackForm(sent(request), instance=edition, access=request.access)
    if form.is_bound and form.is_valid() and _sent_back(request, form, edition):
        return redirect("resource_desk", resource.pk)
    return _review(request, resource, edition, ApproveForm(instance=edition, access=request.access), form)


def _approved(request, form, edition):
    day = form.cleaned_data["publish_on"]
    if problems := problems_of(edition):
        form.add_error(None, problems)
        return False
    if not done(form, services.approve, edition=edition, user=request.user, publish_on=day):
        return False
    notices.tell_of_approval(edition)
    if edition.is_scheduled(timezone.localdate()):
        told = _("It is approved. Readers have it from %s.") % date_format(edition.publish_on)
    else:
        told = _("It is approved and published.")
    messages.success(request, told)
    return True


def _sent_back(request, form, edition):
    if not done(form, services.send_back, edition=edition, remark=form.cleaned_data["remark"]):
        return False
    notices.tell_of_return(edition)
    messages.success(request, _("It is sent back, with your remark."))
    return True


def _may_decide(request, form, edition):
    if can_approve(request.access, edition):
        return True
    form.add_error(None, _("You sent this to review yourself. Somebody else must approve it."))
    return False


def _review(request, resource, edition, approving, returning):
    context = {
        "edition": edition,
        "texts": [preview.under_review(text) for text in edition.texts.all()],
        "approving": approving if can_approve(request.access, edition) else None,
        "returning": returning,
        "problems": problems_of(edition),
    }
    return show(request, "review", resource, **context)


@resource_page(methods=POST)
@again_when_overtaken
@saved_whole
def take_back_edition(request, resource):
    """One that is approved and waits for its day is a draft again."""
    scheduled = resource.editions.scheduled(timezone.localdate()).first()
    if scheduled is None:
        return _not_now(request, resource)
    scheduled.resource = resource
    if is_overtaken(request, scheduled):
        return redirect("resource_desk", resource.pk)
    services.take_back(edition=scheduled)
    messages.success(request, _("It is taken back, and is a draft again."))
    return redirect("resource_desk", resource.pk)


def _not_now(request, resource):
    """Somebody else was faster, or the page was old."""
    messages.warning(request, _("That cannot be done now. Here you see how it stands."))
    return redirect("resource_desk", resource.pk)


def done(form, service, **arguments):
    """The edition; or None, and then the form says why not."""

    def act():
        service(**arguments)
        return form.instance

    row = carried_out(form, act)
    if row:
        record_decisions(form, row)
    return row
