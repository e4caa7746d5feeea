"""Hide this person now: one page, one reason, one press."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts import gazetteer
from contacts.desk.doors import desk_page, edits_contacts
from contacts.desk.my_points import places_of
from contacts.models import AuditEvent, ContactPoint, Person
from contacts.person_data.forms import GuardedForm, record_decisions
from contacts.services import hiding


class ReasonForm(GuardedForm, forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=AuditEvent._meta.get_field("reason").max_length,
        help_text=_("Is kept in the history and seen by auditors. Write nothing about the person's health or safety."),
    )

    def __init__(self, *args, button, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", button))


@desk_page(edits_contacts)
def hide_person(request, pk):
    """The name is gone at once, and from every cache within a minute."""
    person = _mine_or_404(request, pk)
    form = ReasonForm(request.POST or None, button=_("Hide this person now"))
    if form.is_valid():
        hiding.hide_person(person=person, reason=form.cleaned_data["reason"], by=request.user)
        record_decisions(form, person)
        return redirect("hide_person", pk)
    return render(request, "contacts/desk/hide_person.html", _shown(person, form))


@desk_page(edits_contacts)
def show_person(request, pk):
    person = _mine_or_404(request, pk)
    form = ReasonForm(request.POST or None, button=_("Allow the name to be shown again"))
    if form.is_valid():
        hiding.allow_showing(person=person, reason=form.cleaned_data["reason"])
        record_decisions(form, person)
        return redirect("hide_person", pk)
    return render(request, "contacts/desk/show_person.html", _shown(person, form))


def _mine_or_404(request, pk):
    return get_object_or_404(Person.objects.editable_by(request.access), pk=pk)


def _shown(person, form):
    """With the contact points on whose cards the name is, or would be."""
    places, today = gazetteer.current(), timezone.localdate()
    points = ContactPoint.objects.filter(assignments__in=person.assignments.current(today)).distinct()
    return {
        "person": person,
        "form": form,
        "functions": [(point, places_of(point, places)) for point in points.prefetch_related("coverages")],
    }
