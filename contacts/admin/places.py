from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from contacts.admin.filters import CurrentFilter, RelatedFilter
from contacts.models import DistrictMembership, Municipality, NationalNumber, PoliceDistrict
from contacts.scoped_admin import ScopedModelAdmin, ScopedTabularInline


class MembershipInline(ScopedTabularInline):
    """To read: an organisational change is made with a preview of all that follows from it."""

    model = DistrictMembership
    verbose_name_plural = _("Police districts it belongs or belonged to")
    fields = readonly_fields = ["district_name", "valid_from", "valid_to"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("district", "municipality")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("police district"))
    def district_name(self, membership):
        return membership.district.name


class MembersInline(MembershipInline):
    verbose_name_plural = _("Municipalities that belong or belonged to it")
    fields = readonly_fields = ["municipality_name", "valid_from", "valid_to"]

    @admin.display(description=_("municipality"))
    def municipality_name(self, membership):
        return membership.municipality.name


@admin.register(Municipality)
class MunicipalityAdmin(ScopedModelAdmin):
    group = "places"
    description = _("Municipalities of today and before, with their numbers and names.")
    list_display = ["name", "number", "county", "district", "valid_from", "valid_to"]
    list_filter = [CurrentFilter]
    search_fields = ["name", "names__name", "numbers__number"]
    search_help_text = _("Name or number, also a former one")
    list_select_related = ["county"]
    fields = [
        "name",
        "county_name",
        "all_numbers",
        "all_names",
        "organisation_number",
        "slug",
        "valid_from",
        "valid_to",
    ]
    readonly_fields = ["name", "county_name", "all_numbers", "all_names", "slug", "valid_from", "valid_to"]
    inlines = [MembershipInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("numbers", "names", "district_memberships__district")

    @admin.display(description=_("number"))
    def number(self, municipality):
        return next((str(number) for number in municipality.numbers.all() if number.valid_to is None), "")

    @admin.display(description=_("police district"))
    def district(self, municipality):
        memberships = municipality.district_memberships.all()
        return next((str(membership.district) for membership in memberships if membership.valid_to is None), "")

    @admin.display(description=_("county"))
    def county_name(self, municipality):
        return municipality.county or "–"

    @admin.display(description=_("numbers"))
    def all_numbers(self, municipality):
        return ", ".join(dated(number) for number in municipality.numbers.all())

    @admin.display(description=_("names"))
    def all_names(self, municipality):
        return ", ".join(f"{dated(name)}, {name.get_language_display()}" for name in municipality.names.all())


def dated(row):
    """A number or a name, with the days it held where they are known: "1507 (2020-01-01 – 2023-12-31)"."""
    if row.valid_from is None and row.valid_to is None:
        return str(row)
    return f"{row} ({row.valid_from or ''} – {row.valid_to or ''})"


@admin.register(PoliceDistrict)
class PoliceDistrictAdmin(ScopedModelAdmin):
    group = "places"
    description = _("Police districts of today and before.")
    list_display = ["name", "code", "headquarters", "valid_from", "valid_to"]
    list_filter = [CurrentFilter]
    search_fields = ["name", "names__name", "code"]
    search_help_text = _("Name or code")
    fields = ["name", "code", "headquarters", "slug", "valid_from", "valid_to"]
    readonly_fields = ["name", "code", "slug", "valid_from", "valid_to"]
    inlines = [MembersInline]


@admin.register(DistrictMembership)
class DistrictMembershipAdmin(ScopedModelAdmin):
    """To read, and to see what changed."""

    group = "places"
    description = _("Which municipality belongs to which police district, and since when.")
    list_display = ["municipality", "district", "valid_from", "valid_to"]
    list_filter = [CurrentFilter, ("district", RelatedFilter)]
    search_fields = ["municipality__name", "district__name"]
    search_help_text = _("Municipality or police district")
    list_select_related = ["municipality", "district"]
    fields = readonly_fields = ["municipality_name", "district_name", "valid_from", "valid_to"]

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("municipality"))
    def municipality_name(self, membership):
        return membership.municipality.name

    @admin.display(description=_("police district"))
    def district_name(self, membership):
        return membership.district.name


@admin.register(NationalNumber)
class NationalNumberAdmin(ScopedModelAdmin):
    group = "places"
    description = _("112, 02800 and the others that work everywhere. They are corrected, never removed.")
    list_display = ["key", "phone", "verified_on"]
    search_fields = ["key", "phone"]
    fields = ["key", "phone", "verified_on"]
    readonly_fields = ["key"]
