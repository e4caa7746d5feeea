from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from contacts.admin.filters import RelatedFilter
from contacts.models import AuditEvent, PersonDataDecision
from contacts.scoped_admin import ScopedModelAdmin


@admin.register(AuditEvent)
class AuditEventAdmin(ScopedModelAdmin):
    """What must be seen afterwards. Read by the auditor, changed by nobody."""

    group = "logs"
    description = _("Exports of names, roles granted and ended, and use of the emergency account.")
    list_display = ["at", "kind", "user", "place", "reason", "details"]
    list_filter = ["kind", ("district", RelatedFilter)]
    search_fields = ["user__email", "reason", "details"]
    search_help_text = _("E-mail, reason or details")
    date_hierarchy = "at"
    list_select_related = ["user", "district", "municipality"]
    list_per_page = 50
    fields = readonly_fields = ["at", "kind", "who", "place", "reason", "details"]

    @admin.display(description=_("who"))
    def who(self, event):
        return event.user

    @admin.display(description=_("where"))
    def place(self, event):
        return event.district or event.municipality or _("the whole country")


@admin.register(PersonDataDecision)
class PersonDataDecisionAdmin(ScopedModelAdmin):
    """Who let through what the guard had held up. Read by the auditor, changed by nobody."""

    group = "logs"
    description = _("Texts that were held up because they might point at a person, and let through by somebody.")
    list_display = ["at", "user", "row_label", "row_key", "field", "kinds"]
    search_fields = ["user__email", "row_label", "field", "kinds"]
    search_help_text = _("E-mail, kind of row, field or what was held up")
    date_hierarchy = "at"
    list_select_related = ["user"]
    list_per_page = 50
    fields = readonly_fields = ["at", "who", "row_label", "row_key", "form", "field", "kinds"]

    @admin.display(description=_("who"))
    def who(self, decision):
        return decision.user
