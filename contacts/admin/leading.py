"""For admin classes whose acts are done on the desk: they show, and lead there."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from contacts.scoped_admin import ScopedTabularInline


class LeadsToDesk:
    """A link, above the fields, to the page on the desk that does what is not done here: `desk_url(row)`."""

    def get_fieldsets(self, request, obj=None):
        first, *others = super().get_fieldsets(request, obj)
        if obj is None:
            return [first, *others]
        link = format_html('<a href="{}">{}</a>', self.desk_url(obj), _("Open on the desk"))
        return [(first[0], {**first[1], "description": link}), *others]


class ToRead:
    """Nothing is added or changed here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class InlineToRead(ToRead, ScopedTabularInline):
    extra = 0


class AreaInline(InlineToRead):
    """The municipalities of a body or of a scheme. Whether one may have it is asked on the desk."""

    verbose_name_plural = _("Municipalities it is or was of")
    fields = readonly_fields = ["municipality_name", "valid_from", "valid_to"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("municipality", self.fk_name)

    @admin.display(description=_("municipality"))
    def municipality_name(self, area):
        return area.municipality.name
