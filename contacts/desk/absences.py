"""Absence: dates and a deputy. Whoever is away comes back by themselves, or earlier by a press."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts import gazetteer
from contacts.conflicts import again_when_overtaken
from contacts.desk.absence_form import AbsenceForm, DaysForm
from contacts.desk.choices import people_of
from contacts.desk.doors import desk_page, edits_contacts
from contacts.desk.my_points import my_points
from contacts.desk.sending import is_overtaken, sent
from contacts.models import Absence, Assignment
from contacts.person_data.forms import record_decisions
from contacts.recording import recording
from contacts.services.absence import change_absence, end_absence, register_absence

END = "end"


@desk_page(edits_contacts)
@again_when_overtaken
def absences(request):
    """Those of today and those to come, and the form for another."""
    places = gazetteer.current()
    mine = my_points(request.access, places)
    form = AbsenceForm(sent(request), mine=mine, people=people_of(request.access))
    if form.is_bound and form.is_valid() and _register(form):
        messages.success(request, _("The absence is saved. The contact returns by itself."))
        return redirect("absences")
    current = Absence.objects.editable_by(request.access).not_over(places.on)
    labels = {point.pk: point.label for point in mine}
    context = {
        "form": form,
        "absences": [(absence, labels.get(absence.assignment.contact_point_id)) for absence in current],
        "today": places.on,
    }
    return render(request, "contacts/desk/absences.html", context)


def _register(form):
    """All of them, or none, and then the form says why."""
    data = form.cleaned_data
    deputy = form.person_for(form.chosen_points[0].point)
    try:
        with transaction.atomic(), recording(reason=data["reason"]):
            for pk in data["assignments"]:
                register_absence(
                    assignment=Assignment.objects.select_related("contact_point", "person").get(pk=pk),
                    first=data["first"],
                    last=data["last"],
                    deputy=deputy,
                    terms=form.terms(),
                )
            record_decisions(form)
    except ValidationError as error:
        form.add_errors(error)
        return False
    return True


@desk_page(edits_contacts)
@again_when_overtaken
def absence(request, pk):
    """Other days, or no longer away."""
    row = get_object_or_404(
        Absence.objects.editable_by(request.access).select_related("assignment__person", "deputy__person"), pk=pk
    )
    if request.method == "POST" and request.POST.get("step") == END:
        return _end(request, row)
    form = DaysForm(sent(request), instance=row, access=request.access)
    if form.is_bound and form.is_valid():
        change_absence(absence=row, first=row.valid_from, last=row.valid_to)
        messages.success(request, _("The new days are saved."))
        return redirect("absences")
    return _show(request, row, form)


def _show(request, row, form):
    context = {"absence": row, "form": form, "has_begun": row.valid_from < timezone.localdate()}
    return render(request, "contacts/desk/absence.html", context)


def _end(request, row):
    """From today on; what had not begun is withdrawn. Only for whoever has seen the newest version."""
    if is_overtaken(request, row):
        return _show(request, row, DaysForm(instance=row, access=request.access))
    end_absence(absence=row, on=timezone.localdate())
    messages.success(request, _("The absence is ended."))
    return redirect("absences")
