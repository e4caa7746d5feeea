"""The cooperation agreement, and the standing items: what the secretary keeps beside the meetings."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ
from contacts.desk.sending import saved_whole, sent
from councils.desk.agreement_forms import AgreementForm, StandingItemForm
from councils.desk.doors import COUNCILS, keeper_page
from councils.desk.finding import kept_agreement
from councils.models import Agreement, StandingItem


@keeper_page(READ, of=COUNCILS)
def agreements(request, body):
    rows = Agreement.objects.visible_to(request.access).filter(council=body.pk).prefetch_related("files")
    return render(request, "councils/desk/agreements.html", {"body": body, "agreements": rows, "is_kept": True})


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def new_agreement(request, body):
    return _agreement(request, body, Agreement(council_id=body.pk))


@keeper_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def agreement(request, body, pk):
    return _agreement(request, body, kept_agreement(request, body, pk))


def _agreement(request, body, row):
    form = AgreementForm(sent(request), instance=row, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The agreement is saved."))
        return redirect("agreements", body.slug)
    context = {"body": body, "form": form, "files": row.files.all() if row.pk else None}
    return render(request, "councils/desk/agreement.html", context)


@keeper_page()
@again_when_overtaken
@saved_whole
def standing_items(request, body):
    """Those on every agenda, and one more."""
    form = StandingItemForm(sent(request), instance=_new_standing_item(body), access=request.access)
    rows = StandingItem.objects.visible_to(request.access).filter(body=body.pk)
    if form.is_bound and form.is_valid():
        form.instance.position = len(rows) + 1
        form.save()
        messages.success(request, _("The item is on every agenda from the next one on."))
        return redirect("standing_items", body.slug)
    context = {"body": body, "rows": rows, "form": form, "is_kept": True}
    return render(request, "councils/desk/standing_items.html", context)


def _new_standing_item(body):
    return StandingItem(body_id=body.pk, visibility=body.items_visibility)


@keeper_page()
@again_when_overtaken
@saved_whole
def standing_item(request, body, pk):
    mine = StandingItem.objects.editable_by(request.access).filter(body=body.pk)
    form = StandingItemForm(sent(request), instance=get_object_or_404(mine, pk=pk), access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The standing item is saved."))
        return redirect("standing_items", body.slug)
    return render(request, "councils/desk/standing_item.html", {"body": body, "form": form})


@keeper_page(("POST",))
def delete_standing_item(request, body, pk):
    """It is on no agenda from now on; those that have it keep it."""
    get_object_or_404(StandingItem.objects.editable_by(request.access).filter(body=body.pk), pk=pk).delete()
    messages.success(request, _("The item is not put on new agendas any more."))
    return redirect("standing_items", body.slug)
