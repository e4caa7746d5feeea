"""The one base of every admin class: what somebody may reach holds in every door of the admin.

A row outside the scope answers exactly as one that does not exist. The rules themselves are in permissions.py and in
the querysets (`visible_to`, `editable_by`).
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied

from contacts import permissions
from contacts.conflicts import VersionedModelForm
from contacts.querysets import ScopedQuerySet
from contacts.versioned_admin import VersionedAdmin, VersionedInline


class Scoped:
    """What the admin class of a model and an inline have in common."""

    form = VersionedModelForm

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.access)

    def has_module_permission(self, request):
        return permissions.can_see_any(request.access, self.model)

    def has_view_permission(self, request, obj=None):
        if not permissions.can_see_any(request.access, self.model):
            return False
        return obj is None or obj.pk is None or permissions.can_see(request.access, obj)

    def has_change_permission(self, request, obj=None):
        if obj is None or obj.pk is None:
            return permissions.can_see_any(request.access, self.model)
        return permissions.can_edit(request.access, obj)

    def has_add_permission(self, request, obj=None):
        return permissions.can_add(request.access, self.model)

    def has_delete_permission(self, request, obj=None):
        return False

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["queryset"] = self.choices_of(db_field, request, kwargs.get("queryset"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["queryset"] = self.choices_of(db_field, request, kwargs.get("queryset"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def choices_of(self, db_field, request, queryset=None):
        queryset = db_field.remote_field.model._default_manager.all() if queryset is None else queryset
        return queryset.visible_to(request.access) if isinstance(queryset, ScopedQuerySet) else queryset.none()


class ScopedModelAdmin(VersionedAdmin, Scoped, admin.ModelAdmin):
    """For every model of every app. What was saved must still lie within the scope, or nothing is saved."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not permissions.can_edit(request.access, form.instance):
            raise PermissionDenied


class ScopedTabularInline(VersionedInline, Scoped, admin.TabularInline):
    pass


class ScopedStackedInline(VersionedInline, Scoped, admin.StackedInline):
    pass
