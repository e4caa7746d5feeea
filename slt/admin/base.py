from copy import copy

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from contacts.admin.leading import LeadsToDesk
from contacts.scoped_admin import ScopedModelAdmin
from slt.desk.readers import WHO_MAY_READ


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


class ReadersFilter(admin.ChoicesFieldListFilter):
    """In the words of a scheme: what is internal has no members here."""

    def __init__(self, field, *args, **kwargs):
        field = copy(field)
        field.choices = WHO_MAY_READ
        super().__init__(field, *args, **kwargs)


class ShowsReaders:
    @admin.display(description=_("who may read it"), ordering="visibility")
    def readers(self, row):
        return dict(WHO_MAY_READ)[row.visibility]
