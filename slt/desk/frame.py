"""The frame of a scheme: founding it, what it is, of which municipalities. Also for whoever administers the area."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.shortcuts import render
from django.utils import timezone

from contacts.desk.doors import READ, desk_page
from contacts.folding import norwegian_order
from slt import ages
from slt.models import Scheme, SchemeMunicipality
from slt.permissions import founds_any, keeps_any_frame


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
