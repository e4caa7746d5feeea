"""A draft is thrown away, after a page that says what goes with it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.sending import is_overtaken, saved_whole
from guidance.desk.doors import open_edition, resource_page, show
from guidance.services import discarding as services


@resource_page()
@again_when_overtaken
@saved_whole
def delete_draft(request, resource):
    """What cannot be deleted is told in words, and what to do instead."""
    edition = open_edition(resource)
    refusal = services.refusal_for(resource, edition)
    if refusal:
        return show(request, "delete_draft", resource, refusal=refusal)
    if request.method != "POST":
        return show(request, "delete_draft", resource, edition=edition, loss=services.loss_of(edition))
    if is_overtaken(request, edition):
        return redirect("delete_draft", resource.pk)
    return _deleted(request, resource, services.discard(edition=edition))


def _deleted(request, resource, loss):
    if loss.is_whole:
        messages.success(request, _("“%s” is deleted. Nothing of it had been published.") % resource.called)
        return redirect("guidance_desk")
    messages.success(request, _("The draft is deleted. What was published stays as it is."))
    return redirect("resource_desk", resource.pk)
