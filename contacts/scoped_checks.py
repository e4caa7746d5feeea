"""System checks: an admin class, of whatever app, that goes round the scope stops the portal from starting."""

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.checks import InlineModelAdminChecks, ModelAdminChecks
from django.contrib.admin.filters import RelatedOnlyFieldListFilter
from django.contrib.admin.utils import flatten, flatten_fieldsets
from django.core import checks

from contacts.querysets import ScopedQuerySet


def problem(number, message, obj):
    return checks.Error(message, obj=obj.__class__, id=f"scoped_admin.E{number:03}")


class _OfBoth:
    """What holds for an admin class and for an inline."""

    def check(self, admin_obj, **kwargs):
        return [*super().check(admin_obj, **kwargs), *self.check_scope(admin_obj)]

    def check_scope(self, admin_obj):
        return [
            *self._check_queryset(admin_obj),
            *self._check_form(admin_obj),
            *self._check_raw_ids(admin_obj),
            *self._check_choices(admin_obj),
        ]

    def _check_queryset(self, admin_obj):
        if not is_scoped(admin_obj.model):
            yield problem(1, f"{admin_obj.model.__name__} needs a ScopedQuerySet.", admin_obj)

    def _check_form(self, admin_obj):
        from contacts.scoped_forms import ScopedForm

        if not issubclass(admin_obj.form, ScopedForm):
            yield problem(2, f"{admin_obj.form.__name__} must be a ScopedForm.", admin_obj)

    def _check_raw_ids(self, admin_obj):
        if admin_obj.raw_id_fields:
            yield problem(3, "raw_id_fields names any row whose number is typed.", admin_obj)

    def _check_choices(self, admin_obj):
        """Of the relations that a form may show: all that are not read-only, not left out, and not the parent's."""
        shown_otherwise = {*admin_obj.readonly_fields, *(admin_obj.exclude or ())}
        parent = getattr(admin_obj, "parent_model", None)
        for field in [*admin_obj.opts.fields, *admin_obj.opts.many_to_many]:
            if not field.is_relation or not field.editable or field.related_model is parent:
                continue
            is_in_form = field.name not in shown_otherwise and is_named(admin_obj, field.name)
            if is_in_form and not is_scoped(field.related_model):
                yield problem(4, f"{field.name}: {field.related_model.__name__} needs a ScopedQuerySet.", admin_obj)


def is_scoped(model):
    return isinstance(model._default_manager.all(), ScopedQuerySet)


def is_named(admin_obj, name):
    if admin_obj.fieldsets:
        return name in flatten_fieldsets(admin_obj.fieldsets)
    return not admin_obj.fields or name in flatten(admin_obj.fields)


class ScopedInlineChecks(_OfBoth, InlineModelAdminChecks):
    pass


class ScopedModelAdminChecks(_OfBoth, ModelAdminChecks):
    def check_scope(self, admin_obj):
        return [
            *super().check_scope(admin_obj),
            *self._check_inlines_are_scoped(admin_obj),
            *self._check_filters(admin_obj),
            *self._check_actions(admin_obj),
            *self._check_its_place(admin_obj),
        ]

    def _check_inlines_are_scoped(self, admin_obj):
        from contacts.scoped_admin import ScopedInline

        for inline in admin_obj.inlines:
            if not issubclass(inline, ScopedInline):
                yield problem(5, f"{inline.__name__} must be a ScopedInline.", admin_obj)

    def _check_filters(self, admin_obj):
        for item in admin_obj.list_filter:
            if isinstance(item, type) and issubclass(item, SimpleListFilter):
                continue
            name, kind = item if isinstance(item, tuple | list) else (item, None)
            if "__" in name:
                yield problem(6, f"list_filter {name} leads into another table.", admin_obj)
            elif admin_obj.opts.get_field(name).is_relation and not (
                kind and issubclass(kind, RelatedOnlyFieldListFilter)
            ):
                yield problem(7, f"list_filter {name} needs RelatedOnlyFieldListFilter.", admin_obj)

    def _check_actions(self, admin_obj):
        for function, name, _ in admin_obj._get_base_actions():
            if not hasattr(function, "allowed_permissions"):
                yield problem(8, f"The action {name} must say which permissions it needs.", admin_obj)

    def _check_its_place(self, admin_obj):
        """Only where the site has groups at all: a site made for a test has none."""
        groups = getattr(admin_obj.admin_site, "groups", None)
        if groups is not None and (admin_obj.group not in groups or not admin_obj.description):
            yield problem(9, "group and description say where it stands on the admin's first page.", admin_obj)
