from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from contacts.admin.leading import LeadsToDesk
from contacts.scoped_admin import ScopedModelAdmin


class SltAdmin(LeadsToDesk, ScopedModelAdmin):
    """For what belongs to a scheme, and stays there. It is made and taken away on the desk."""

    group = "slt"
    list_per_page = 50
    view_on_site = False
    readonly_fields = ["of"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("SLT scheme"))
    def of(self, row):
        return row.scheme.name


class OfYearAdmin(SltAdmin):
    """For what belongs to a working year."""

    list_select_related = ["cycle__scheme"]

    @admin.display(description=_("working year"), ordering="cycle")
    def of(self, row):
        return str(row.cycle)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("cycle__scheme")
