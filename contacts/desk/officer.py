"""Change of officer: a form, a preview of every page that will change, and one press that saves."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts import gazetteer
from contacts.conflicts import in_one_line, number
from contacts.desk import tokens
from contacts.desk.choices import people_of
from contacts.desk.doors import POST, desk_page, edits_contacts
from contacts.desk.my_points import my_points
from contacts.desk.news import news_about
from contacts.desk.officer_form import ChangeOfOfficerForm
from contacts.desk.preview import preview
from contacts.models import Assignment, ContactPoint, Overtaken
from contacts.person_data.forms import record_decisions
from contacts.recording import recording
from contacts.services.change_of_officer import call_off, change_officer

SAVE, EDIT = "save", "edit"


@desk_page(edits_contacts)
def change_of_officer(request):
    """The form leads to the preview, and that carries the form: to be saved, or to be changed."""
    form = _form(request)
    if request.method != "POST" or request.POST.get("step") == EDIT or not form.is_valid():
        return _ask(request, form)
    try:
        return _save(request, form) if request.POST.get("step") == SAVE else _show(request, form)
    except ValidationError as error:
        form.add_errors(error)
        return _ask(request, form)


def _form(request):
    mine, people = my_points(request.access, gazetteer.current()), people_of(request.access)
    if request.method == "POST":
        return ChangeOfOfficerForm(request.POST, mine=mine, people=people)
    return ChangeOfOfficerForm(initial={"points": request.GET.getlist("point")}, mine=mine, people=people)


def _ask(request, form):
    return render(request, "contacts/desk/change_of_officer.html", {"form": form})


def _show(request, form, news=()):
    """The preview. `news`: what others did since it was shown before."""
    points, on = form.chosen_points, form.cleaned_data["on"]
    seen = tokens.tokens_of([point.pk for point in points], on)
    context = {
        "form": form,
        "preview": preview(lambda: _change(form), points, on, gazetteer.current()),
        "tokens": tokens.as_text(seen),
        "news": news,
    }
    return render(request, "contacts/desk/change_of_officer_preview.html", context)


def _save(request, form):
    """Only what was previewed: if anything about these contact points has changed since, it is shown anew."""
    seen = tokens.from_text(request.POST.get("tokens", ""))
    if differing := tokens.differing(seen, _tokens_now(form)):
        return _show(request, form, news_about(differing, request.access))
    try:
        _change(form)
        record_decisions(form)
    except Overtaken:
        return _show(request, form, news_about(tokens.differing(seen, _tokens_now(form)), request.access))
    messages.success(request, _told(len(form.chosen_points)))
    return redirect("desk")


def _tokens_now(form):
    return tokens.tokens_of(form.cleaned_data["points"], form.cleaned_data["on"])


def _change(form):
    points = ContactPoint.objects.filter(pk__in=form.cleaned_data["points"])
    with recording(reason=form.cleaned_data["reason"]):
        change_officer(
            points=points,
            person=form.person_for(form.chosen_points[0].point),
            on=form.cleaned_data["on"],
            leaving=form.who_leaves,
            terms=form.terms(),
            verified_on=timezone.localdate() if form.cleaned_data["still_right"] else None,
        )


def _told(count):
    return ngettext(
        "Saved. %(count)s contact point gets a new holder.", "Saved. %(count)s contact points get a new holder.", count
    ) % {"count": count}


@desk_page(edits_contacts, POST)
def call_off_change(request, pk):
    """From the list of what is planned. Only for whoever has seen the newest version."""
    held = get_object_or_404(
        Assignment.objects.editable_by(request.access).select_related("contact_point", "person"),
        pk=pk,
        role=Assignment.Role.HOLDER,
    )
    seen = number(request.POST.get("seen"))
    try:
        if seen != held.version:
            raise Overtaken(held)
        call_off(held=held, on=timezone.localdate())
        messages.success(request, _("The change is called off."))
    except Overtaken:
        messages.warning(request, in_one_line(held, seen, request.access))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect("desk")
