"""A resource on the desk: begun, its page with what can be done next, its facts, in use or not."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import POST, READ, desk_page
from contacts.desk.sending import carried_out, is_overtaken, saved_whole, sent
from contacts.person_data.forms import record_decisions
from contacts.recording import recording
from guidance.desk.acts import Acts
from guidance.desk.doors import resource_page, show
from guidance.desk.resource_forms import ArchiveForm, FactsForm, NewResourceForm, RestoreForm, Sources
from guidance.permissions import keeps_any
from guidance.services import resources as services


@desk_page(keeps_any)
@again_when_overtaken
@saved_whole
def new_resource(request):
    form = NewResourceForm(sent(request), access=request.access)
    if form.is_bound and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("title", "language")}
        resource = services.begin(resource=form.save(commit=False), user=request.user, **words)
        form.save_m2m()
        messages.success(request, _("A draft is begun. Nobody but those who keep it sees it yet."))
        return redirect("edit_edition", resource.pk)
    return render(request, "guidance/desk/new_resource.html", {"form": form})


@resource_page(READ)
def resource_desk(request, resource):
    """How far it has come, what can be done next, and what it has been."""
    today = timezone.localdate()
    editions = resource.editions.order_by("-number").prefetch_related("texts")
    context = {
        "acts": Acts(request.access, resource, editions, today),
        "editions": editions,
        "sources": resource.sources.all(),
        "today": today,
    }
    return show(request, "resource", resource, **context)


@resource_page()
@again_when_overtaken
@saved_whole
def resource_facts(request, resource):
    data = sent(request)
    form = FactsForm(data, instance=resource, access=request.access)
    sources = Sources(data, instance=resource, prefix="sources", form_kwargs={"access": request.access})
    if form.is_bound and form.is_valid() and sources.is_valid():
        _save_facts(form, sources)
        messages.success(request, _("The facts are saved."))
        return redirect("resource_facts" if "more" in request.POST else "resource_desk", resource.pk)
    return show(request, "facts", resource, form=form, formset=sources)


def _save_facts(form, sources):
    with recording(reason=form.cleaned_data["reason"]):
        if set(form.changed_data) - {"reason"}:
            form.save()
        sources.save()


@resource_page(methods=POST)
@again_when_overtaken
@saved_whole
def resource_reviewed(request, resource):
    """One press, of whoever has just read it: it holds for a year more."""
    if not is_overtaken(request, resource):
        try:
            services.reviewed(resource=resource, today=timezone.localdate())
            messages.success(request, _("Reviewed today. The next time is %s.") % date_format(resource.review_on))
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
    return redirect("resource_desk", resource.pk)


@resource_page()
@again_when_overtaken
@saved_whole
def archive_resource(request, resource):
    form = ArchiveForm(sent(request), instance=resource, access=request.access)
    if form.is_bound and form.is_valid() and _archive(form):
        messages.success(request, _("It is archived. Its address still leads here, and says so."))
        return redirect("resource_desk", resource.pk)
    return show(request, "archive", resource, form=form)


def _archive(form):
    chosen = form.cleaned_data["superseded_by"]
    return _done(form, services.archive, superseded_by=chosen, today=timezone.localdate())


@resource_page()
@again_when_overtaken
@saved_whole
def restore_resource(request, resource):
    form = RestoreForm(sent(request), instance=resource, access=request.access)
    if form.is_bound and form.is_valid() and _done(form, services.restore):
        messages.success(request, _("It is in use again. See whether it still holds."))
        return redirect("resource_desk", resource.pk)
    return show(request, "restore", resource, form=form)


def _done(form, service, **arguments):
    """Whether the service did it, with the reason in the history; or the form says why not."""

    def act():
        service(resource=form.instance, **arguments)
        return form.instance

    with recording(reason=form.cleaned_data["reason"]):
        row = carried_out(form, act)
    if row:
        record_decisions(form, row)
    return row
