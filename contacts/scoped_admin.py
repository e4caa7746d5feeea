"""The one base of every admin class: what somebody may reach holds at every door of the admin.

A row outside the scope answers exactly as one that does not exist. The rules themselves are in permissions.py and in
the querysets (`visible_to`, `editable_by`); here they are only asked. scoped_checks.py refuses whatever would go round
them, and contacts/tests/test_admin_doors.py has a test for each door.
"""

from functools import wraps

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters, ShowFacets
from django.contrib.admin.utils import NestedObjects
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.db import DataError, models, router
from django.http import Http404
from django.utils.translation import gettext as _

from contacts import permissions
from contacts.date_inputs import DateInput, DateTimeInput
from contacts.history_admin import HistoryAdmin
from contacts.querysets import ScopedQuerySet
from contacts.scoped_checks import ScopedInlineChecks, ScopedModelAdminChecks
from contacts.scoped_forms import ScopedForm
from contacts.versioned_admin import VersionedAdmin, VersionedInline

LOOKUPS = {"exact", "isnull", "gte", "lt"}
DATES = {"year", "month", "day"}


class OutOfScope(PermissionDenied):
    """What was saved lies where whoever saved it may not edit. Nothing is kept of it."""


class Scoped:
    """What the admin class of a model and an inline have in common."""

    form = ScopedForm
    formfield_overrides = {
        models.URLField: {"widget": forms.URLInput},  # Django's own says the address twice
        models.DateField: {"widget": DateInput},
        models.DateTimeField: {"form_class": forms.DateTimeField, "widget": DateTimeInput},
    }

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.access)

    def has_module_permission(self, request):
        return permissions.can_see_any(request.access, self.model)

    @property
    def media(self):
        """None of Django's scripts: the admin's templates need only static/js/admin.js, and work without it."""
        return forms.Media()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A choice without links and windows for changing what may be chosen: that is done from its own list."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["queryset"] = self.choices_of(db_field, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["queryset"] = self.choices_of(db_field, request)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def choices_of(self, db_field, request):
        """The rows that may be chosen in a field: those offered, those found by typing, those accepted when sent.

        A class that offers fewer narrows this; none may offer more.
        """
        queryset = db_field.remote_field.model._default_manager.all()
        return queryset.visible_to(request.access) if isinstance(queryset, ScopedQuerySet) else queryset.none()


class ScopedChangeList(ChangeList):
    """A list that answers what cannot be looked up, such as the year 0, like any other filter that makes no sense."""

    def get_results(self, request):
        try:
            super().get_results(request)
        except (ValueError, OverflowError, DataError) as error:
            raise IncorrectLookupParameters(error) from error


class ScopedModelAdmin(HistoryAdmin, VersionedAdmin, Scoped, admin.ModelAdmin):
    """For every model of every app.

    What was saved must still lie within the scope, or nothing is saved and the form says so at the field. `group` and
    `description` say where the model stands on the first page of the admin, and what it is for.
    """

    checks_class = ScopedModelAdminChecks
    group = None
    description = ""
    actions_selection_counter = True
    show_facets = ShowFacets.NEVER
    show_full_result_count = False

    def has_view_permission(self, request, obj=None):
        if not permissions.can_see_any(request.access, self.model):
            return False
        return is_new(obj) or permissions.can_see(request.access, obj)

    def has_change_permission(self, request, obj=None):
        if is_new(obj):
            return permissions.can_edit_any(request.access, self.model)
        return permissions.can_edit(request.access, obj)

    def has_add_permission(self, request):
        return permissions.can_add(request.access, self.model)

    def has_delete_permission(self, request, obj=None):
        return not is_new(obj) and permissions.can_delete(request.access, obj)

    def view_on_site(self, obj):
        """The address itself: Django's own link goes by the type and number of any row at all."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None

    def get_view_on_site_url(self, obj=None):
        return self.view_on_site(obj) if obj and self.view_on_site else None

    def to_field_allowed(self, request, to_field):
        """A row is referred to by its primary key and by nothing else, which could be asked for one by one."""
        return to_field == self.opts.pk.name

    # Lists

    def get_changelist(self, request, **kwargs):
        return ScopedChangeList

    def lookup_allowed(self, lookup, value, request):
        """Only what the filters beside the list ask themselves. Django allows every field of the row, and so lets
        whoever sees a list find out, letter by letter, what is in fields they are not shown."""
        return "\0" not in str(value) and lookup in self.filter_parameters(request)

    def filter_parameters(self, request):
        names = {f"{self.date_hierarchy}__{part}" for part in DATES}
        for item in self.get_list_filter(request):
            if hasattr(item, "parameter_name"):
                names.add(item.parameter_name)
            else:
                names |= self._parameters_of(item if isinstance(item, str) else item[0])
        return names

    def _parameters_of(self, field_name):
        field = self.opts.get_field(field_name)
        target = {f"{field_name}__{field.target_field.name}__exact"} if field.is_relation else set()
        return target | {field_name} | {f"{field_name}__{lookup}" for lookup in LOOKUPS}

    def get_actions(self, request):
        """Of the rows that were ticked, an action that changes them gets those that may be changed."""
        actions = super().get_actions(request)
        return {name: (on_editable(function), name, text) for name, (function, _, text) in actions.items()}

    def response_action(self, request, queryset):
        """What is ticked and is no key at all is left out, as a key of no row is."""
        sent = request.POST.copy()
        ticked = [key for key in sent.getlist(admin.helpers.ACTION_CHECKBOX_NAME) if self.is_key(key)]
        sent.setlist(admin.helpers.ACTION_CHECKBOX_NAME, ticked)
        request.POST = sent
        return super().response_action(request, queryset)

    def is_key(self, text):
        try:
            return "\0" not in text and self.opts.pk.run_validators(self.opts.pk.to_python(text)) is None
        except ValidationError:
            return False

    # Forms

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.is_out_of_scope = getattr(request, "is_out_of_scope", False)
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if "_saveasnew" in request.POST and not self.save_as:
            raise SuspiciousOperation("Saving as new is not offered here")
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except OutOfScope:  # and so all is rolled back; now the same again, with the message in the form
            request.is_out_of_scope = True
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """A row that is not there, or not for whoever asks: not found. Django would lead to the first page."""
        raise Http404

    def save_model(self, request, obj, form, change):
        """`change` also from a list in which rows are edited, and that shows rows which may only be read."""
        if change and not permissions.can_edit(request.access, obj):
            raise PermissionDenied
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        saved = [form.instance, *rows_saved_in(formsets)]
        if not all(permissions.can_edit(request.access, row) for row in saved):
            raise OutOfScope

    # History is kept by django-simple-history, which can clear what is personal when its time has come; Django's own
    # log would keep the names of people for ever, and show them to whoever has lost the scope since.

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass

    def log_deletions(self, request, queryset):
        pass

    def history_view(self, request, object_id, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)

    # Deleting

    def get_deleted_objects(self, objs, request):
        """What would go, or stands in the way, is listed; but nothing is deleted, nor listed, if somebody may not see
        all of it."""
        if not all(permissions.can_see(request.access, row) for row in touched_by_deleting(objs)):
            return [], {}, {_("something that you cannot see")}, []
        return super().get_deleted_objects(objs, request)


class ScopedInline(VersionedInline, Scoped):
    """The rows of one parent, reached by whoever reaches the parent. `obj` is the parent, None for a new one."""

    checks_class = ScopedInlineChecks
    extra = 1

    def has_view_permission(self, request, obj=None):
        if not permissions.can_see_any(request.access, self.model):
            return False
        return is_new(obj) or permissions.can_see(request.access, obj)

    def has_change_permission(self, request, obj=None):
        return permissions.can_edit_any(request.access, self.model) and self.can_edit_parent(request, obj)

    def has_add_permission(self, request, obj=None):
        return permissions.can_add(request.access, self.model) and self.can_edit_parent(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False

    def can_edit_parent(self, request, obj):
        return is_new(obj) or permissions.can_edit(request.access, obj)


class ScopedTabularInline(ScopedInline, admin.TabularInline):
    pass


class ScopedStackedInline(ScopedInline, admin.StackedInline):
    pass


def is_new(obj):
    return obj is None or obj._state.adding


def on_editable(action):
    """An action that says `permissions=["change"]` is handed only rows that may be changed."""
    if "change" not in getattr(action, "allowed_permissions", ()):
        return action

    @wraps(action)
    def act(model_admin, request, queryset):
        return action(model_admin, request, queryset.editable_by(request.access))

    return act


def rows_saved_in(formsets):
    return [row for formset in formsets for row in [*formset.new_objects, *(row for row, _ in formset.changed_objects)]]


def touched_by_deleting(objs):
    if not objs:
        return set()
    collector = NestedObjects(using=router.db_for_write(type(objs[0])))
    collector.collect(objs)
    return {row for rows in collector.model_objs.values() for row in rows} | collector.protected
