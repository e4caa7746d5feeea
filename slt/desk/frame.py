"""The frame of a scheme: founding it, what it is, of which municipalities. Also for whoever administers the area."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.conflicts import again_when_overtaken
from contacts.desk.doors import READ, desk_page
from contacts.desk.sending import carried_out, is_overtaken, saved_whole, sent
from contacts.folding import norwegian_order
from councils.desk.frame_forms import LastDayForm
from slt import ages
from slt.desk.doors import frame_page
from slt.desk.frame_forms import NewSchemeForm, SchemeAreaForm, SchemeForm
from slt.models import Scheme, SchemeMunicipality
from slt.permissions import founds_any, keeps, keeps_any_frame, keeps_frame
from slt.services import schemes as services


@dataclass(frozen=True)
class ListedScheme:
    """`is_kept`: also what is written in it, and not its frame alone."""

    scheme: Scheme
    is_kept: bool

    @property
    def places(self):
        return ", ".join(sorted((area.municipality.name for area in self.scheme.today), key=norwegian_order))

    @property
    def ages(self):
        return ages.of(self.scheme)


@desk_page(keeps_any_frame, READ)
def scheme_list(request):
    """The schemes whose frame somebody keeps, by name."""
    today = SchemeMunicipality.objects.current(timezone.localdate()).select_related("municipality")
    schemes = Scheme.objects.editable_by(request.access).prefetch_related(Prefetch("areas", today, to_attr="today"))
    kept = set(Scheme.objects.kept_by(request.access).values_list("pk", flat=True))
    in_order = sorted(schemes, key=lambda scheme: (norwegian_order(scheme.name), scheme.pk))
    listed = [ListedScheme(scheme, scheme.pk in kept) for scheme in in_order]
    context = {"schemes": listed, "may_found": founds_any(request.access)}
    return render(request, "slt/desk/scheme_list.html", context)


@desk_page(founds_any)
@again_when_overtaken
@saved_whole
def new_scheme(request):
    """Also one that is only planned, or that was wound up: that is worth knowing too."""
    form = NewSchemeForm(sent(request), access=request.access)
    if form.is_bound and form.is_valid() and (scheme := _found(form)):
        form.save_m2m()
        messages.success(request, _("The scheme is created. Fill in what is missing, and say who coordinates it."))
        return redirect("scheme_frame", scheme.slug)
    return render(request, "slt/desk/new_scheme.html", {"form": form})


def _found(form):
    place = form.cleaned_data["municipality"]
    return carried_out(form, services.found, scheme=form.save(commit=False), municipality=place)


@frame_page()
@again_when_overtaken
@saved_whole
def scheme_frame(request, scheme):
    form = SchemeForm(sent(request), instance=scheme, access=request.access)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("The scheme is saved."))
        return redirect("scheme_frame", scheme.slug)
    context = {"scheme": scheme, "form": form, "is_kept": keeps(request.access, scheme)}
    return render(request, "slt/desk/frame.html", context)


@frame_page()
@again_when_overtaken
@saved_whole
def municipalities(request, scheme):
    """Those of today and before, and one more."""
    form = SchemeAreaForm(sent(request), body=scheme, access=request.access)
    if form.is_bound and form.is_valid() and _reaches(form, scheme):
        messages.success(request, _("The municipality is added. See whether its coordinator is linked."))
        return redirect("scheme_municipalities", scheme.slug)
    areas = scheme.areas.select_related("municipality").order_by("valid_to", "municipality__name")
    context = {"scheme": scheme, "areas": areas, "form": form, "is_kept": keeps(request.access, scheme)}
    return render(request, "slt/desk/municipalities.html", context)


def _reaches(form, scheme):
    wanted = {name: form.cleaned_data[name] for name in ("municipality", "first")}
    return carried_out(form, services.reach, scheme=scheme, **wanted)


@frame_page()
@again_when_overtaken
@saved_whole
def end_municipality(request, scheme, pk):
    """The last day on which the scheme is of this municipality."""
    area = get_object_or_404(scheme.areas.select_related("municipality"), pk=pk, valid_to=None)
    form = LastDayForm(sent(request), initial={"last": timezone.localdate(), "seen": area.version})
    if form.is_bound and form.is_valid() and _leaves(form, area, request):
        messages.success(request, _("The last day is saved."))
        return _lead_on(request, scheme)
    context = {"scheme": scheme, "area": area, "form": form, "is_kept": keeps(request.access, scheme)}
    return render(request, "slt/desk/end_municipality.html", context)


def _lead_on(request, scheme):
    """Whoever took out the municipality by which they kept the scheme does not keep it any more."""
    if keeps_frame(request.access, scheme):
        return redirect("scheme_municipalities", scheme.slug)
    return redirect("scheme_list")


def _leaves(form, area, request):
    if is_overtaken(request, area, form):
        return None
    return carried_out(form, services.leave, area=area, last=form.cleaned_data["last"])
