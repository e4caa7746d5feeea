from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.admin.leading import AreaInline, InlineToRead
from contacts.scoped_admin import ScopedTabularInline
from councils.admin.frame import BodyAreaInline, MemberInline
from slt.admin.base import SltAdmin
from slt.admin.forms import SchemeAdminForm
from slt.models import Coordinator, Group, Office, Representation, Scheme, SchemeMunicipality
from slt.permissions import keeps_frame


class SchemeAreaInline(AreaInline):
    model = SchemeMunicipality
    fk_name = "scheme"


class CoordinatorInline(InlineToRead):
    """Linked on the desk, where each is asked whether it serves the scheme’s municipalities."""

    model = Coordinator
    verbose_name_plural = _("coordinators")
    fields = readonly_fields = ["where_it_is"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("contact_point")

    @admin.display(description=_("contact point"))
    def where_it_is(self, coordinator):
        return str(coordinator.contact_point)


@admin.register(Scheme)
class SchemeAdmin(SltAdmin):
    description = _("Which SLT schemes there are, were or are planned, of which municipalities, for which ages.")
    form = SchemeAdminForm
    list_display = ["name", "where", "status", "status_since", "age_from", "age_to"]
    list_filter = ["status", "language"]
    search_fields = ["name", "slug", "municipalities__name"]
    search_help_text = _("Name of the scheme or of a municipality")
    # Which council may steer it is asked on the desk; what the levels of a scheme mean for its groups, everywhere.
    readonly_fields = ["slug", "steered_by"]
    inlines = [SchemeAreaInline, CoordinatorInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "host_unit", "established", "language", "about"]}),
        (_("Status"), {"fields": ["status", "status_since", "status_note"]}),
        (_("Ages"), {"fields": ["age_from", "age_to"]}),
        (_("Levels"), {"fields": ["has_steering", "has_coordinating", "has_executing", "steered_by"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("steering_council").prefetch_related("municipalities")

    def view_on_site(self, scheme):
        return scheme.get_absolute_url()

    def desk_url(self, scheme):
        return reverse("scheme_frame", args=[scheme.slug])

    @admin.display(description=_("municipalities"))
    def where(self, scheme):
        return ", ".join(municipality.name for municipality in scheme.municipalities.all())

    @admin.display(description=_("steering group"))
    def steered_by(self, scheme):
        return scheme.steering_council.name if scheme.steering_council else "–"


class OfficeInline(ScopedTabularInline):
    model = Office
    extra = 0
    fields = ["municipality", "place", "days"]

    def choices_of(self, db_field, request):
        """Of the schemes whose frame somebody keeps: an office is where its coordinator works."""
        schemes = Scheme.objects.editable_by(request.access)
        areas = SchemeMunicipality.objects.filter(scheme__in=schemes.values("pk"))
        return db_field.remote_field.model.objects.filter(pk__in=areas.values("municipality"))


@admin.register(Coordinator)
class CoordinatorAdmin(SltAdmin):
    """Which contact points there are, and who holds them, is on their own list."""

    description = _("Which contact points coordinate which scheme, and where they are to be found.")
    list_display = ["of", "where_it_is", "offices_in"]
    search_fields = ["scheme__name", "offices__place"]
    search_help_text = _("Name of the scheme or place")
    list_select_related = ["scheme", "contact_point"]
    fields = readonly_fields = ["of", "where_it_is"]
    inlines = [OfficeInline]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("scheme", "contact_point")
        return rows.prefetch_related("offices__municipality")

    def desk_url(self, coordinator):
        return reverse("scheme_coordinators", args=[coordinator.scheme.slug])

    @admin.display(description=_("contact point"))
    def where_it_is(self, coordinator):
        return str(coordinator.contact_point)

    @admin.display(description=_("offices"))
    def offices_in(self, coordinator):
        return ", ".join(sorted({office.municipality.name for office in coordinator.offices.all()})) or "–"


class RepresentationInline(ScopedTabularInline):
    """By agency and number. Not for a role that is for the group alone, which keeps its records only."""

    model = Representation
    extra = 0
    fields = ["agency", "count", "what"]

    def can_edit_parent(self, request, obj):
        return super().can_edit_parent(request, obj) and obj is not None and keeps_frame(request.access, obj.scheme)


@admin.register(Group)
class GroupAdmin(SltAdmin):
    """Its last day is written on the desk."""

    description = _("The groups of the schemes at their three levels, with their members.")
    list_display = ["name", "of", "level", "minimum_meetings", "ended_on"]
    list_filter = ["level", "language"]
    search_fields = ["name", "slug", "scheme__name"]
    search_help_text = _("Name of the group or of the scheme")
    list_select_related = ["scheme"]
    readonly_fields = ["of", "slug", "ended_on"]
    inlines = [BodyAreaInline, RepresentationInline, MemberInline]
    fieldsets = [
        (None, {"fields": ["of", "name", "slug", "level", "target_group", "task", "ended_on"]}),
        (
            _("How the group works"),
            {"fields": ["minimum_meetings", "language", "meetings_visibility", "items_visibility", "access_contact"]},
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        """At which level it is, whoever keeps the scheme says: not a role that is for the group alone."""
        fields = super().get_readonly_fields(request, obj)
        return fields if obj is None or keeps_frame(request.access, obj.scheme) else [*fields, "level"]

    def view_on_site(self, group):
        return group.get_absolute_url()

    def desk_url(self, group):
        return reverse("body_desk", args=[group.slug])
