from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from contacts.scoped_admin import ScopedModelAdmin
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
