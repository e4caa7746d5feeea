from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.admin.filters import CurrentFilter
from contacts.admin.leading import AreaInline, LeadsToDesk
from contacts.scoped_admin import ScopedModelAdmin, ScopedTabularInline
from councils.admin.base import BodysAdmin, RecordsAdmin
from councils.admin.forms import CouncilAdminForm
from councils.models import Agreement, BodyMunicipality, Council, LegalBasis, Member, StandingItem, YearWheelTask


class BodyAreaInline(AreaInline):
    model = BodyMunicipality
    fk_name = "body"


class MemberInline(ScopedTabularInline):
    model = Member
    fk_name = "body"
    extra = 0
    fields = ["role", "kind", "agency", "name", "name_is_public", "valid_from", "valid_to"]


@admin.register(Council)
class CouncilAdmin(LeadsToDesk, ScopedModelAdmin):
    """A council is founded on the desk, where its address is made and others in the way are named."""

    group = "councils"
    description = _("Which councils there are, were or were not wanted, of which municipalities, with their members.")
    form = CouncilAdminForm
    list_display = ["name", "where", "form", "status", "status_since"]
    list_filter = ["status", "form", "language"]
    search_fields = ["name", "slug", "municipalities__name"]
    search_help_text = _("Name of the council or of a municipality")
    list_per_page = 50
    readonly_fields = ["slug"]
    inlines = [BodyAreaInline, MemberInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "form", "city_district", "purpose", "secretariat"]}),
        (_("Status"), {"fields": ["status", "status_since", "status_note"]}),
        (_("Founding"), {"fields": ["founded_on", "founding_decision"]}),
        (
            _("How it works"),
            {"fields": ["minimum_meetings", "language", "meetings_visibility", "items_visibility"]},
        ),
        (
            _("Where to turn"),
            {"fields": ["email", "access_contact", "press_function", "press_phone", "press_email"]},
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("municipalities")

    def has_add_permission(self, request):
        return False

    def desk_url(self, council):
        return reverse("council_frame", args=[council.slug])

    @admin.display(description=_("municipalities"))
    def where(self, council):
        return ", ".join(municipality.name for municipality in council.municipalities.all())


@admin.register(Member)
class MemberAdmin(BodysAdmin):
    group = "councils"
    description = _("Who takes part, by role. A member is replaced on the desk, which ends the one before.")
    list_display = ["role", "kind", "of", "agency", "name", "valid_from", "valid_to"]
    list_filter = [CurrentFilter, "kind", "agency", "is_elected"]
    search_fields = ["role", "name", "body__name"]
    search_help_text = _("Role, name or body")
    list_select_related = ["body"]

    def get_fieldsets(self, request, obj=None):
        return [
            (None, {"fields": ["of" if obj else "body", "role", "kind", "agency", "is_elected"]}),
            (_("Who has it"), {"fields": ["name", "name_is_public"]}),
            (_("When"), {"fields": ["valid_from", "valid_to", "confirmed_on"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        return ["of", "confirmed_on"] if obj else ["confirmed_on"]


@admin.register(Agreement)
class AgreementAdmin(RecordsAdmin):
    group = "councils"
    description = _("The cooperation agreements. Their files are attached on the desk.")
    list_display = ["parties", "council", "status", "valid_from", "valid_to", "is_public"]
    list_filter = ["status"]
    search_fields = ["parties", "council__name"]
    search_help_text = _("Parties or council")
    list_select_related = ["council"]

    def get_fields(self, request, obj=None):
        return ["of" if obj else "council", "parties", "status", "valid_from", "valid_to", "is_public"]

    def get_readonly_fields(self, request, obj=None):
        return ["of"] if obj else []

    @admin.display(description=_("police council"))
    def of(self, agreement):
        return agreement.council.name


class OfABody(RecordsAdmin):
    group = "councils"
    list_select_related = ["body"]

    def get_fields(self, request, obj=None):
        return ["of" if obj else "body", *self.own_fields]

    def get_readonly_fields(self, request, obj=None):
        return ["of"] if obj else []


@admin.register(StandingItem)
class StandingItemAdmin(OfABody):
    description = _("What stands on the agenda of every meeting.")
    list_display = ["title", "of", "theme", "visibility", "position"]
    list_filter = ["theme"]
    search_fields = ["title", "body__name"]
    search_help_text = _("Title or body")
    own_fields = ["title", "theme", "presenter", "visibility", "position"]


@admin.register(YearWheelTask)
class YearWheelTaskAdmin(OfABody):
    description = _("What a body does every year, by month. Meetings are made from it on the desk.")
    list_display = ["title", "of", "month", "is_meeting", "responsible"]
    list_filter = ["is_meeting"]
    search_fields = ["title", "body__name"]
    search_help_text = _("Task or body")
    own_fields = ["month", "title", "is_meeting", "items", "responsible"]


@admin.register(LegalBasis)
class LegalBasisAdmin(ScopedModelAdmin):
    """Items have it for ever: it is taken out of the choice, never deleted."""

    group = "records"
    description = _("The provisions by which a document may be exempt from public access.")
    list_display = ["code", "text_nb", "text_nn", "is_current"]
    list_filter = ["is_current"]
    search_fields = ["code", "text_nb", "text_nn"]
    search_help_text = _("Provision or text")
    fields = ["code", "text_nb", "text_nn", "is_current"]
