"""The pages on which a change is planned, looked at, scheduled and undone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts import permissions
from contacts.desk.doors import READ, desk_page
from contacts.models import OrganisationalChange, Overtaken
from contacts.organisational_changes import checks, files
from contacts.organisational_changes.forms import PLAN_FORMS, DivisionForm, FileForm, VersionForm
from contacts.organisational_changes.preview import preview, visible_rows
from contacts.organisational_changes.transition import CannotCarryOut, Transition
from contacts.person_data.forms import record_decisions
from contacts.services import organisational_change

Status = OrganisationalChange.Status
OPEN = [Status.DRAFT, Status.SCHEDULED, Status.FAILED]


def sees_changes(access):
    return permissions.can_see_any(access, OrganisationalChange)


@desk_page(sees_changes, READ)
def change_list(request):
    """What is planned comes first, the next day first; what has happened after it, the newest first."""
    changes = OrganisationalChange.objects.visible_to(request.access).for_list()
    context = {
        "open": changes.filter(status__in=OPEN),
        "closed": changes.exclude(status__in=OPEN).order_by("-date", "-pk")[:50],
        "kinds": offered_kinds(request.access),
    }
    return render(request, "contacts/changes/list.html", context)


def offered_kinds(access):
    """Pairs of the last part of the address and the heading of the form."""
    return [(what, form.heading) for what, form in PLAN_FORMS.items() if may_use(access, form)]


def may_use(access, form):
    if form.needs_whole_country:
        return permissions.can_plan_districts(access)
    return permissions.can_plan_any(access)


@desk_page(permissions.can_plan_any)
def plan_change(request, what):
    form_class = PLAN_FORMS.get(what)
    if form_class is None:
        raise Http404
    if not may_use(request.access, form_class):
        raise PermissionDenied
    form = form_class(request.POST or None, access=request.access, today=timezone.localdate())
    if request.method == "POST" and form.is_valid() and (change := planned(request, form)):
        record_decisions(form, change)
        return redirect(change)
    return render(request, "contacts/changes/plan.html", {"form": form})


def planned(request, form):
    """The draft, or None and the reasons on the form."""
    try:
        return organisational_change.plan(
            access=request.access, user=request.user, today=timezone.localdate(), **form.plan
        )
    except CannotCarryOut as refusal:
        form.add_error(None, [str(reason) for reason in refusal.reasons])
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    except PermissionDenied:
        form.add_error(None, _("This reaches beyond your area. An administrator of the whole country can plan it."))


@desk_page(sees_changes, READ)
def change_detail(request, pk):
    return show(request, visible_or_404(request, pk))


def visible_or_404(request, pk):
    """Another area's change answers exactly as one that does not exist."""
    return get_object_or_404(OrganisationalChange.objects.visible_to(request.access).for_list(), pk=pk)


def planned_or_404(request, pk):
    change = visible_or_404(request, pk)
    if not permissions.can_plan_change(request.access, change):
        raise PermissionDenied
    return change


def show(request, change, form=None):
    may_plan = permissions.can_plan_change(request.access, change)
    is_open = change.status in OPEN
    if may_plan and change.status == Status.DRAFT:
        form = form or division_form(request, change)
    context = {
        "change": change,
        "form": form,
        "preview": preview(change, request.access) if is_open else None,
        "may_schedule": may_plan and change.status in (Status.DRAFT, Status.FAILED),
        "may_undo": may_plan and is_open and (change.status != Status.SCHEDULED or change.date > timezone.localdate()),
        "version": VersionForm(initial={"version": change.version}),
    }
    # Looking may have filled in what begins, in a transaction that was rolled back: the page shows it as it is.
    context["change"] = visible_or_404(request, change.pk)
    return render(request, "contacts/changes/detail.html", context)


def division_form(request, change):
    """None when there is nothing to be said."""
    transition = Transition.of(change)
    asked = [*checks.questions(transition), *checks.questions(transition, optional=True)]
    visible = visible_rows([question.row for question in asked], request.access)
    return DivisionForm(request.POST or None, change=change, questions=asked, visible=visible) if asked else None


POST = ("POST",)
OVERTAKEN = gettext_lazy("Somebody changed this after you had opened it. Look at it again before you go on.")


@desk_page(permissions.can_plan_any, POST)
def divide_change(request, pk):
    change = planned_or_404(request, pk)
    form = division_form(request, change)
    if form is None:
        return redirect(change)
    if not form.is_valid():
        return show(request, change, form)
    if form.cleaned_data["version"] != change.version:
        form.add_error(None, OVERTAKEN)
        form.renew_version()
        return show(request, change, form)
    options = {"version": form.cleaned_data["version"], "answers": form.answers}
    return acted(request, change, organisational_change.divide, _("Saved."), **options)


@desk_page(permissions.can_plan_any, POST)
def schedule_change(request, pk):
    today = timezone.localdate()
    options = {"access": request.access, "user": request.user, "today": today}
    return pressed(request, pk, organisational_change.schedule, _("It is scheduled."), **options)


@desk_page(permissions.can_plan_any, POST)
def undo_change(request, pk):
    options = {"user": request.user, "today": timezone.localdate()}
    return pressed(request, pk, organisational_change.undo, _("It is undone. Nothing had been changed."), **options)


def pressed(request, pk, service, message, **options):
    change = planned_or_404(request, pk)
    form = VersionForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    return acted(request, change, service, message, version=version, **options)


def acted(request, change, service, message, **options):
    try:
        service(change=change, **options)
    except CannotCarryOut as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    except Overtaken:
        messages.error(request, OVERTAKEN)
    else:
        messages.success(request, message)
    return redirect(change)


@desk_page(permissions.can_plan_any)
def read_file(request):
    form = FileForm(request.POST or None, request.FILES or None)
    problems = []
    if request.method == "POST" and form.is_valid():
        try:
            batch = files.plan_all(
                form.cleaned_data["file"].read(files.LARGEST + 1),
                access=request.access,
                user=request.user,
                today=timezone.localdate(),
            )
            return redirect("changes_of_file", batch)
        except files.BadFile as refusal:
            problems = refusal.problems
        except PermissionDenied:
            problems = [(0, _("The file reaches beyond your area. Nothing was planned."))]
    return render(request, "contacts/changes/file.html", {"form": form, "problems": problems})


@desk_page(permissions.can_plan_any)
def schedule_file(request, batch):
    """All changes of a file, and one press that schedules them all or none."""
    changes = OrganisationalChange.objects.editable_by(request.access).for_list().filter(batch=batch)
    if not changes:
        raise Http404
    if request.method == "POST":
        try:
            organisational_change.schedule_all(
                access=request.access, user=request.user, batch=batch, today=timezone.localdate()
            )
            messages.success(request, _("They are scheduled."))
        except CannotCarryOut as refusal:
            for reason in refusal.reasons:
                messages.error(request, reason)
        return redirect("changes_of_file", batch)
    drafts = [change for change in changes if change.status == Status.DRAFT]
    return render(request, "contacts/changes/batch.html", {"changes": changes, "drafts": drafts})
