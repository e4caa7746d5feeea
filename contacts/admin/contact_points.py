from itertools import chain, count

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from contacts import phones
from contacts.admin.filters import FreshnessFilter, RelatedFilter
from contacts.admin.forms import AssignmentFormSet, ContactPointForm, CoverageFormSet
from contacts.admin.owned import OwnedAdmin
from contacts.models import Assignment, ContactPoint, Coverage
from contacts.querysets import not_ended_before
from contacts.scoped_admin import ScopedStackedInline, ScopedTabularInline
from contacts.services.verification import verify


class CoverageInline(ScopedTabularInline):
    """Whom the contact point serves. A row is added or taken away, never made into another."""

    model = Coverage
    formset = CoverageFormSet
    fields = ["municipality"]
    verbose_name_plural = _("Municipalities served")

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return super().has_change_permission(request, obj)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("municipality", "contact_point")

    def choices_of(self, db_field, request):
        choices = super().choices_of(db_field, request)
        return choices.served_by(request.access).current(timezone.localdate())


class AssignmentInline(ScopedStackedInline):
    """Who holds the function now or later. Who held it before is in the list of assignments."""

    model = Assignment
    formset = AssignmentFormSet
    verbose_name_plural = _("Who holds it")
    fieldsets = [
        (None, {"fields": [("person", "role", "share"), ("valid_from", "valid_to")]}),
        (
            _("What the public sees"),
            {"fields": [("publication", "publication_decided_on", "publication_decided_by")]},
        ),
    ]
    parent = None

    def get_formset(self, request, obj=None, **kwargs):
        self.parent = obj
        return super().get_formset(request, obj, **kwargs)

    def get_queryset(self, request):
        queryset = super().get_queryset(request).filter(not_ended_before(timezone.localdate()))
        return queryset.select_related("person", "contact_point")

    def choices_of(self, db_field, request):
        people = super().choices_of(db_field, request).known()
        return people.of_unit(self.parent) if self.parent else people


def new_key(point):
    """Of what it is and whose, as "police-contact-agder"; with a number where there is one already."""
    stem = f"{point.function.replace('_', '-')}-{point.owner.slug}"[:40]
    taken = set(ContactPoint.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for key in chain([stem], (f"{stem}-{number}" for number in count(2))) if key not in taken)


@admin.register(ContactPoint)
class ContactPointAdmin(OwnedAdmin):
    group = "contacts"
    description = _("Functions that can be contacted: number, mailbox, whom they serve, and who holds them.")
    form = ContactPointForm
    list_display = ["function_shown", "serves", "holder", "number", "state", "verified_on"]
    list_filter = [
        "function",
        FreshnessFilter,
        "is_published",
        ("owner_district", RelatedFilter),
        ("owner_municipality", RelatedFilter),
    ]
    search_fields = ["key", "phone", "email", "municipalities__name", "assignments__person__name"]
    search_help_text = _("Municipality, person, number or mailbox")
    list_per_page = 50
    inlines = [CoverageInline, AssignmentInline]
    actions = ["confirm"]

    def get_queryset(self, request):
        return super().get_queryset(request).for_list(timezone.localdate())

    def get_inlines(self, request, obj):
        """Who holds it is asked once there is something to hold: only people of its own unit can."""
        return self.inlines if obj else [CoverageInline]

    def get_fieldsets(self, request, obj=None):
        function = ["function_shown", "owner", "key"] if obj else ["function", *self.owner_fields(request)]
        return [
            (None, {"fields": [*function, "is_published"]}),
            (_("How to reach it"), {"fields": ["phone", "use_shared_number", "email", "opening_hours"]}),
            (_("Verification"), {"fields": [*["verified_on"] * bool(obj), "verification_interval"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        """What a contact point is, and whose, stays; an organisational change moves it. Verifying is an act."""
        return ["function_shown", "owner", "key", "verified_on"] if obj else []

    def save_model(self, request, obj, form, change):
        """Whoever enters a contact point vouches for it, and it gets a key that stays."""
        if not change:
            obj.key = new_key(obj)
            obj.verified_on = timezone.localdate()
        super().save_model(request, obj, form, change)

    def response_post_save_add(self, request, obj):
        """On to who holds it."""
        return redirect("admin:contacts_contactpoint_change", obj.pk)

    @admin.action(description=_("Confirm: still right today"), permissions=["change"])
    def confirm(self, request, queryset):
        points = list(queryset)
        for point in points:
            verify(point=point, on=timezone.localdate())
        text = ngettext("%(count)s contact point is confirmed.", "%(count)s contact points are confirmed.", len(points))
        self.message_user(request, text % {"count": len(points)}, messages.SUCCESS)

    @admin.display(description=_("function"), ordering="function")
    def function_shown(self, point):
        return point.get_function_display()

    @admin.display(description=_("serves"))
    def serves(self, point):
        if point.covers_whole_district:
            return point.owner_district
        return ", ".join(sorted(municipality.name for municipality in point.municipalities.all()))

    @admin.display(description=_("holder today"))
    def holder(self, point):
        names = [assignment.person.name for assignment in point.current_assignments]
        return ", ".join(names) or _("Vacant")

    @admin.display(description=_("number"), ordering="phone")
    def number(self, point):
        return phones.display(point.phone) or "02800"

    @admin.display(description=_("state"))
    def state(self, point):
        return point.freshness(timezone.localdate()).label if point.is_published else _("not published")
