from django.contrib import admin
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from contacts.admin.clearing import ClearingAdmin
from contacts.admin.filters import CurrentFilter
from contacts.admin.forms import AbsenceForm
from contacts.admin.owned import OwnedAdmin
from contacts.models import Absence, Assignment, Person
from contacts.querysets import not_ended_before
from contacts.scoped_admin import ScopedModelAdmin

HIDE_NOW, SHOW_AGAIN = _("Hide this person now"), _("Allow the name to be shown again")


@admin.register(Person)
class PersonAdmin(ClearingAdmin, OwnedAdmin):
    group = "people"
    description = _("Public employees who can hold a function: work contact details, and nothing else about anyone.")
    list_display = ["called", "work_title", "holds", "owner", "protection"]
    list_filter = ["never_publish"]
    search_fields = ["name", "work_title", "work_email", "direct_phone"]
    search_help_text = _("Name, work title, e-mail or number")
    list_select_related = ["owner_district", "owner_municipality"]
    list_per_page = 50

    def get_queryset(self, request):
        current = Assignment.objects.current(timezone.localdate()).select_related("contact_point")
        return super().get_queryset(request).prefetch_related(Prefetch("assignments", current, to_attr="current"))

    def get_fieldsets(self, request, obj=None):
        owner = ["owner"] if obj else self.owner_fields(request)
        return [
            (None, {"fields": ["name", "work_title", *owner]}),
            (_("At work"), {"fields": ["direct_phone", "work_email"]}),
            (_("Protection"), {"fields": ["never_publish"], "description": self.way_to_hide(request, obj)}),
        ]

    def get_readonly_fields(self, request, obj=None):
        """Whoever is registered already is hidden, and shown again, on the page that does all that belongs to it."""
        return ["owner", "never_publish"] if obj else []

    def way_to_hide(self, request, person):
        if person is None or not self.has_change_permission(request, person):
            return ""
        route, text = ("show_person", SHOW_AGAIN) if person.never_publish else ("hide_person", HIDE_NOW)
        return format_html('<a href="{}">{}</a>', reverse(route, args=[person.pk]), text)

    @admin.display(description=_("name"), ordering="name")
    def called(self, person):
        return str(person)

    @admin.display(description=_("protection"), ordering="never_publish")
    def protection(self, person):
        return _("never publish") if person.never_publish else ""

    @admin.display(description=_("holds today"))
    def holds(self, person):
        return ", ".join(str(assignment.contact_point.get_function_display()) for assignment in person.current)


@admin.register(Assignment)
class AssignmentAdmin(ScopedModelAdmin):
    """Who holds or held what. A new one is made on the contact point, where what goes before it is seen."""

    group = "people"
    description = _("Who holds which function, and who did. A new one is made on the contact point.")
    list_display = ["person", "function", "role", "share", "valid_from", "valid_to", "publication"]
    list_filter = [CurrentFilter, "role", "publication"]
    search_fields = ["person__name", "contact_point__key"]
    search_help_text = _("Name, or key of the contact point")
    list_select_related = ["person", "contact_point"]
    list_per_page = 50
    fieldsets = [
        (None, {"fields": ["holder", "function", "role", "share", "valid_from", "valid_to"]}),
        (
            _("What the public sees"),
            {"fields": ["publication", "publication_decided_on", "publication_decided_by"]},
        ),
    ]
    readonly_fields = ["holder", "function"]

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("person"))
    def holder(self, assignment):
        return str(assignment.person)

    @admin.display(description=_("function"), ordering="contact_point__function")
    def function(self, assignment):
        return assignment.contact_point


@admin.register(Absence)
class AbsenceAdmin(ScopedModelAdmin):
    group = "people"
    description = _("Who is away from when to when, and who stands in. They come back by themselves.")
    form = AbsenceForm
    list_display = ["holder", "function", "valid_from", "valid_to", "stands_in"]
    list_filter = [CurrentFilter]
    search_fields = ["assignment__person__name", "assignment__contact_point__key"]
    search_help_text = _("Name, or key of the contact point")
    list_select_related = ["assignment__person", "assignment__contact_point", "deputy__person"]
    list_per_page = 50

    def get_fields(self, request, obj=None):
        return ["holder" if obj else "assignment", "valid_from", "valid_to", "deputy"]

    def get_readonly_fields(self, request, obj=None):
        return ["holder"] if obj else []

    def choices_of(self, db_field, request):
        assignments = super().choices_of(db_field, request).editable_by(request.access)
        assignments = assignments.filter(not_ended_before(timezone.localdate()))
        if db_field.name == "deputy":
            assignments = assignments.filter(role=Assignment.Role.DEPUTY)
        return assignments.select_related("person", "contact_point")

    @admin.display(description=_("who"), ordering="assignment__person__name")
    def holder(self, absence):
        return str(absence.assignment.person)

    @admin.display(description=_("function"))
    def function(self, absence):
        return absence.assignment.contact_point

    @admin.display(description=_("deputy"))
    def stands_in(self, absence):
        return str(absence.deputy.person) if absence.deputy else ""
