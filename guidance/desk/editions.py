"""An edition on the desk: begun, written, seen as readers will see it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST
from contacts.desk.sending import saved_whole, sent
from guidance.desk.doors import open_edition, resource_page, show
from guidance.desk.edition_forms import TextForms
from guidance.desk.workflow import send_at_once
from guidance.models import Edition
from guidance.services import editions as services
from guidance.services.text_checks import remarks_on

STAY, SEE, SUBMIT = "stay", "see", "submit"


@resource_page(methods=POST)
@again_when_overtaken
@saved_whole
def new_edition(request, resource):
    """With the texts of the last one. Whoever presses twice goes on with the same."""
    if resource.archived_on or resource.scheduled_on:
        messages.warning(request, _("No new edition is begun of what is archived, or waits for its day."))
        return redirect("resource_desk", resource.pk)
    services.begin(resource=resource, user=request.user)
    return redirect("edit_edition", resource.pk)


@resource_page()
@again_when_overtaken
@saved_whole
def edit_edition(request, resource):
    """All its languages on one page, saved together. What somebody is reviewing is not written in; whoever wrote
    meanwhile keeps what they typed."""
    edition = open_edition(resource)
    if request.method == "POST":
        edition = edition or resource.editions.order_by("-number").prefetch_related("texts").first()
    elif edition and edition.status != Edition.Status.DRAFT:
        edition = None
    if edition is None:
        messages.info(request, _("There is no draft to write in now."))
        return redirect("resource_desk", resource.pk)
    texts = TextForms(sent(request), edition=edition, access=request.access)
    if request.method == "POST" and texts.is_valid and _written(texts):
        return _go_on(request, resource, texts)
    context = {"edition": edition, "texts": texts, "remarks": () if request.method == "POST" else remarks_on(edition)}
    return show(request, "edition", resource, **context)


def _written(texts):
    """Whether the draft has it; or the page says why not."""
    try:
        services.write(edition=texts.edition, texts=texts.written(), emptied=texts.emptied())
    except ValidationError as refusal:
        texts.error = " ".join(refusal.messages)
        return False
    texts.record_decisions()
    return True


def _go_on(request, resource, texts):
    """Nothing is sent to review that whoever sends it has not seen."""
    wanted = request.POST.get("then", STAY)
    if wanted == SEE and (text := texts.edition.texts.first()):
        return redirect("preview_edition", resource.pk, text.language)
    if wanted == SUBMIT and not texts.hold_what_others_wrote:
        return send_at_once(request, resource, open_edition(resource))
    if texts.hold_what_others_wrote:
        told = _("The draft is saved, with what somebody else wrote meanwhile. Read it before you send it to review.")
        messages.warning(request, told)
    else:
        messages.success(request, _("The draft is saved."))
    return redirect("edit_edition", resource.pk)
