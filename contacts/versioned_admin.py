"""The admin's part in conflicts.py: forms, inlines, lists and actions carry the versions that somebody saw."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.forms import BaseModelFormSet, HiddenInput, IntegerField
from django.forms.formsets import INITIAL_FORM_COUNT
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _

from contacts.conflicts import (
    FormSetOfVersioned,
    InlineFormSetOfVersioned,
    again_when_overtaken,
    in_one_line,
    number,
    version_of,
)
from contacts.recording import recording

MOST_ROWS_TOLD = 100


class VersionsInManagementForm:
    """The admin's templates put no hidden fields of a row on the page that may not be changed, or that lies in a list;
    but they do put those of the management form."""

    @cached_property
    def management_form(self):
        management_form = super().management_form
        for index, version in enumerate(self._versions(management_form)):
            field = IntegerField(initial=version, widget=HiddenInput)
            management_form.fields[f"{index}-seen"] = field
        return management_form

    def _versions(self, management_form):
        """Of a page that comes back, those that were sent: also of rows that are gone meanwhile."""
        if self.is_bound:
            return [None] * min(management_form.cleaned_data[INITIAL_FORM_COUNT], self.absolute_max)
        return [version_of(row) for row in self.get_queryset()]


class InlineFormSet(VersionsInManagementForm, InlineFormSetOfVersioned):
    """The formset of every inline; subclasses are as well."""


class ListFormSet(VersionsInManagementForm, FormSetOfVersioned, BaseModelFormSet):
    pass


class Versioned:
    """What the admin class of a model and an inline have in common."""

    def get_fieldsets(self, request, obj=None):
        """Without the version and the reason: they belong to the whole page (see templates/admin/change_form.html)."""
        fieldsets = super().get_fieldsets(request, obj)
        return [(name, {**options, "fields": others(options["fields"])}) for name, options in fieldsets]


class VersionedInline(Versioned):
    formset = InlineFormSet

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.access = request.access
        return formset


@method_decorator(again_when_overtaken, name="changeform_view")
@method_decorator(again_when_overtaken, name="changelist_view")
@method_decorator(again_when_overtaken, name="delete_view")
class VersionedAdmin(Versioned):
    """For every admin class. A page is saved in one transaction: if one of its rows was overtaken, nothing is."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.access = request.access
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or object_id is None or not self.has_change_permission(request):
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic(), recording(reason=request.POST.get("reason", "").strip()):
            row = self.get_object(request, unquote(object_id))
            if row is None:
                return self.tell_that_it_is_gone(request)
            self.wait_for_others([row.pk])
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """A page of which only inlines were changed leaves its own row, and the row's history, as they were."""
        if not change or {*form.changed_data} & {field.name for field in self.opts.fields}:
            super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, **options):
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        own = context["adminform"].form.conflict
        conflicts = [own] if own else []
        context["conflicts"] = conflicts + [conflict for formset in formsets for conflict in formset.conflicts]
        return super().render_change_form(request, context, **options)

    def tell_that_it_is_gone(self, request):
        """Deleted meanwhile, or moved out of the area; or it never was there: the answer is the same."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("This is not here any more"),
            "opts": self.opts,
            "typed": list(self._typed(request)),
        }
        return render(request, "admin/gone.html", context, status=404)

    def _typed(self, request):
        form = self.get_form(request, change=True)(request.POST)
        yield from _labels_and_texts(form)
        for inline in self.get_inline_instances(request):
            formset = inline.get_formset(request)
            prefix = formset.get_default_prefix()
            for index in range(min(number(request.POST.get(f"{prefix}-TOTAL_FORMS")), MOST_ROWS_TOLD)):
                yield from _labels_and_texts(formset.form(request.POST, prefix=f"{prefix}-{index}"))

    def wait_for_others(self, keys):
        """Whoever saves one of these rows now goes first; what is checked afterwards stays true until we have saved."""
        list(self.model._base_manager.filter(pk__in=keys).order_by("pk").select_for_update().values_list("pk"))

    # Deleting one row.

    def delete_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, unquote(object_id))
        seen = number(request.POST.get("seen"))
        # What others did to it is told to whoever may delete it; everyone else is refused.
        may = row and self.has_delete_permission(request, row)
        if request.method == "POST" and may and seen != version_of(row):
            self.message_user(request, in_one_line(row, seen, request.access), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        return super().delete_view(request, object_id, {**(extra_context or {}), "seen": version_of(row)})

    def delete_queryset(self, request, queryset):
        for row in queryset:
            row.delete()

    # Lists: editing in the list, and actions on several rows.

    def get_changelist_form(self, request, **kwargs):
        form = super().get_changelist_form(request, **{"form": self.form} | kwargs)
        form.access = request.access
        return form

    def get_changelist_formset(self, request, **kwargs):
        return super().get_changelist_formset(request, **{"formset": ListFormSet} | kwargs)

    def action_checkbox(self, obj):
        seen = format_html('<input type="hidden" name="seen-{}" value="{}">', obj.pk, version_of(obj))
        return super().action_checkbox(obj) + seen

    def changelist_view(self, request, extra_context=None):
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        with transaction.atomic():
            return super().changelist_view(request, extra_context)

    def response_action(self, request, queryset):
        """Refused, for all the rows, when one of them is not as it was on the page on which it was chosen.

        And so only rows of that page can be chosen, whatever `select_across` says.
        """
        request.POST = request.POST.copy()
        request.POST["select_across"] = "0"
        chosen = queryset.filter(pk__in=request.POST.getlist(ACTION_CHECKBOX_NAME))
        self.wait_for_others([row.pk for row in chosen])
        seen = {row: number(request.POST.get(f"seen-{row.pk}")) for row in chosen.all()}
        overtaken = [row for row in seen if seen[row] != version_of(row)]
        return self._refuse(request, overtaken, seen) if overtaken else super().response_action(request, queryset)

    def _refuse(self, request, overtaken, seen):
        for row in overtaken:
            self.message_user(request, in_one_line(row, seen[row], request.access), messages.ERROR)
        self.message_user(request, _("Nothing was done. Look at the rows, and choose again."), messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())


def others(fields):
    return [field for field in fields if field not in {"seen", "reason"}]


def _labels_and_texts(form):
    for bound in form.visible_fields():
        typed = bound.data
        if typed not in (None, "", False):
            choices = {str(key): str(text) for key, text in getattr(bound.field, "choices", ())}
            yield bound.label, choices.get(str(typed), typed)
