from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts import permissions
from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ, desk_page
from contacts.exchange.forms import ConfirmForm, ExportForm, ImportForm, token_for
from contacts.exchange.reading import FileProblem
from contacts.exchange.services import export_contact_points, import_contact_points, preview_import
from contacts.exchange.writing import Format
from contacts.models import ContactPoint
from contacts.person_data.forms import record_decisions


def sees_contact_points(access):
    return permissions.can_see_any(access, ContactPoint)


def back_unless_sent(view):
    """Whoever changes the language of a page that answers a form, or comes back to it, begins anew."""

    @wraps(view)
    def sent(request):
        return view(request) if request.method == "POST" else redirect("exchange")

    return sent


@desk_page(sees_contact_points, methods=READ)
def exchange(request):
    return _show(request)


def _show(request, **forms):
    """The page with both forms; one that was filled in wrongly comes back in the place of an empty one."""
    access = request.access
    empty = {"export_form": ExportForm(may_have_names=permissions.can_export_names(access))}
    if permissions.can_import(access):
        empty["import_form"] = ImportForm()
    return render(request, "contacts/exchange/exchange.html", empty | forms)


@desk_page(sees_contact_points)
@back_unless_sent
def export(request):
    form = ExportForm(request.POST, may_have_names=permissions.can_export_names(request.access))
    if not form.is_valid():
        return _show(request, export_form=form)
    content = export_contact_points(access=request.access, user=request.user, **form.cleaned_data)
    record_decisions(form)
    return _as_file(content, Format(form.cleaned_data["form"]), _("contact-points"))


def _as_file(content, form, name):
    response = HttpResponse(content, content_type=form.content_type)
    filename = f"{name}-{timezone.localdate().isoformat()}.{form.value}"
    response.headers["Content-Disposition"] = content_disposition_header(True, filename)
    return response


@desk_page(permissions.can_import)
@back_unless_sent
@again_when_overtaken
def preview(request):
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, import_form=form)
    table = form.cleaned_data["file"]
    found = preview_import(table=table, access=request.access)
    try:
        return _show_preview(request, table, found)
    except FileProblem as problem:
        form.add_error("file", str(problem))
        return _show(request, import_form=form)


def _show_preview(request, table, found, confirm_form=None, **context):
    form = confirm_form or ConfirmForm(
        initial={"token": token_for(table, found, request.user)}, user=request.user, preview=found
    )
    context |= {"table": table, "preview": found, "confirm_form": form, "import_form": ImportForm()}
    return render(request, "contacts/exchange/preview.html", context)


@desk_page(permissions.can_import)
@back_unless_sent
@again_when_overtaken
def confirm(request):
    """Imports what the preview has shown. When that no longer holds, the preview of now is shown instead."""
    form = ConfirmForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors.get("token", [])))
        return redirect("exchange")
    found, is_done = import_contact_points(
        table=form.table, access=request.access, seen=form.seen, skip_bad=form.cleaned_data["skip_bad"]
    )
    if is_done:
        messages.success(request, _outcome(found))
        return redirect("exchange")
    return _not_imported(request, form, found)


def _outcome(found):
    count = len(found.good)
    done = ngettext("%(count)d contact point was imported.", "%(count)d contact points were imported.", count)
    return done % {"count": count}


def _not_imported(request, form, found):
    """Either something has changed since the preview, or there are bad lines and nobody said to leave them out."""
    if found.digest != form.seen:
        return _show_preview(request, form.table, found, has_changed=True)
    again = ConfirmForm(request.POST, user=request.user, preview=found)
    return _show_preview(request, form.table, found, again)
