from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from contacts.scoped_admin import ScopedModelAdmin, ScopedTabularInline
from councils.models import Body


class BodysAdmin(ScopedModelAdmin):
    """For what belongs to a body: made only for one that somebody keeps, and it stays there."""

    list_per_page = 50

    def choices_of(self, db_field, request):
        choices = super().choices_of(db_field, request)
        return choices.editable_by(request.access) if issubclass(choices.model, Body) else choices

    @admin.display(description=_("body"), ordering="body__name")
    def of(self, row):
        return row.body.name


class RecordsAdmin(BodysAdmin):
    """For what the secretary keeps, and whoever keeps the frame only does not."""

    group = "records"

    def choices_of(self, db_field, request):
        choices = super().choices_of(db_field, request)
        return choices.kept_by(request.access) if issubclass(choices.model, Body) else choices


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
