"""The frame of a council: founding it, what it is, of which municipalities. Also for police and administrators."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ, desk_page
from contacts.desk.sending import carried_out, is_overtaken, saved_whole, sent
from contacts.folding import norwegian_order
from councils.desk.doors import COUNCILS, frame_page
from councils.desk.frame_forms import AreaForm, CouncilForm, LastDayForm, NewCouncilForm
from councils.models import BodyMunicipality, Council
from councils.permissions import founds_any, keeps, keeps_any_council
from councils.services import founding


@desk_page(keeps_any_council, READ)
def body_list(request):
    """The councils whose frame somebody keeps, by name."""
    councils = Council.objects.editable_by(request.access).prefetch_related("municipalities")
    in_order = sorted(councils, key=lambda council: (norwegian_order(council.name), council.pk))
    context = {"councils": in_order, "may_found": founds_any(request.access)}
    return render(request, "councils/desk/body_list.html", context)


@desk_page(founds_any)
@again_when_overtaken
@saved_whole
def new_council(request):
    """Also one that is only invited, or that said no: that is worth knowing too."""
    form = NewCouncilForm(sent(request), access=request.access)
    if form.is_bound and form.is_valid() and (council := _found(form)):
        form.save_m2m()
        messages.success(request, _("The council is created. Fill in what is missing, and say who its members are."))
        return redirect("council_frame", council.slug)
    return render(request, "councils/desk/new_council.html", {"form": form})


def _found(form):
    place = form.cleaned_data["municipality"]
    return carried_out(form, founding.found, council=form.save(commit=False), municipality=place)


@frame_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def council_frame(request, body):
    council = get_object_or_404(Council, pk=body.pk)
    form = CouncilForm(sent(request), instance=council, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The council is saved."))
        return redirect("council_frame", council.slug)
    context = {"body": body, "form": form, "is_kept": keeps(request.access, body)}
    return render(request, "councils/desk/frame.html", context)


@frame_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def municipalities(request, body):
    """Those of today and before, and one more."""
    form = AreaForm(sent(request), body=body, access=request.access)
    if form.is_bound and form.is_valid() and _reaches(form, body):
        messages.success(request, _("The municipality is added."))
        return redirect("body_municipalities", body.slug)
    areas = body.areas.select_related("municipality").order_by("valid_to", "municipality__name")
    context = {"body": body, "areas": areas, "form": form, "is_kept": keeps(request.access, body)}
    return render(request, "councils/desk/municipalities.html", context)


def _reaches(form, body):
    data = form.cleaned_data
    return carried_out(
        form, founding.reach, council=body.council, municipality=data["municipality"], first=data["first"]
    )


@frame_page(of=COUNCILS)
@again_when_overtaken
@saved_whole
def end_municipality(request, body, pk):
    """The last day on which the council is of this municipality."""
    area = get_object_or_404(
        BodyMunicipality.objects.select_related("municipality", "body"), body=body, pk=pk, valid_to=None
    )
    form = LastDayForm(sent(request), initial={"last": timezone.localdate(), "seen": area.version})
    if form.is_bound and form.is_valid() and _leaves(form, area, request):
        messages.success(request, _("The last day is saved."))
        return redirect("body_municipalities", body.slug)
    context = {"body": body, "area": area, "form": form, "is_kept": keeps(request.access, body)}
    return render(request, "councils/desk/end_municipality.html", context)


def _leaves(form, area, request):
    if is_overtaken(request, area, form):
        return None
    return carried_out(form, founding.leave, area=area, last=form.cleaned_data["last"])
