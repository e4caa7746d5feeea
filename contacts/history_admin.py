"""The history of a row on the editing pages, and setting a row back to what it was.

In the place of Django's own history page, which shows to whoever lost the scope what they may not see any more, and of
simple_history's, which pass by the scope altogether.
"""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.forms import CharField, Form, Textarea, model_to_dict
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts import permissions
from contacts.conflicts import again_when_overtaken, differs, version_of
from contacts.histories import Change, HistoryOf, parts_of
from contacts.models import Absence, Assignment, ContactPoint, Coverage, Person
from contacts.person_data.forms import GuardedForm, record_decisions
from contacts.reasons import LONGEST_REASON
from contacts.recording import recording
from contacts.wording import Names, in_words, label_of

ENTRIES_A_PAGE = 25
REVERTIBLE = {ContactPoint, Coverage, Assignment, Absence, Person}
# Somebody has verified, or has not: that is not made true by setting a row back.
NEVER_SET_BACK = {"verified_on"}


class ReasonForm(GuardedForm, Form):
    reason = CharField(
        label=gettext_lazy("Reason"),
        max_length=LONGEST_REASON,
        widget=Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Stays in the history. Do not name people."),
    )


class HistoryAdmin:
    """For every admin class whose model has a history."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_revert"
        route = "<path:object_id>/history/<slug:kind>/<int:history_id>/"
        return [path(route, self.admin_site.admin_view(self.revert_view), name=name), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row) or not hasattr(row, "history"):
            raise PermissionDenied
        paginator = Paginator(HistoryOf(row, request.access), ENTRIES_A_PAGE)
        page = paginator.get_page(request.GET.get("p"))
        context = {
            "title": _("History"),
            "subtitle": str(row),
            "page": page,
            "pages": paginator.get_elided_page_range(page.number),
            "revertible": self._revertible_kinds(request, row),
        }
        return self._page_about(request, row, "admin/object_history.html", context | (extra_context or {}))

    def _revertible_kinds(self, request, row):
        """The kinds of rows on this page that whoever reads it can change here."""
        inlines = self.get_inline_instances(request, row)
        kinds = {inline.model for inline in inlines if inline.has_change_permission(request, row)}
        if self.has_change_permission(request, row):
            kinds.add(self.model)
        return {model._meta.model_name: model for model in kinds & REVERTIBLE}

    @again_when_overtaken
    def revert_view(self, request, object_id, kind, history_id):
        with transaction.atomic():
            row = self.get_object(request, unquote(object_id))
            if row is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            revert = self._revert_of(request, row, kind, history_id)
            if request.method == "POST" and revert.is_valid():
                return self._set_back(request, row, revert)
            context = {"title": _("Set back to this version"), "subtitle": str(row), "revert": revert}
            return self._page_about(request, row, "admin/revert.html", context)

    def _revert_of(self, request, row, kind, history_id):
        kinds = self._revertible_kinds(request, row)
        if kind not in kinds:
            raise Http404
        record = self._record(request, row, kinds[kind], history_id)
        target = kinds[kind].objects.editable_by(request.access).filter(pk=record.instance.pk).first()
        if target is None:
            raise Http404
        form_class = self._form_class(request, row, kinds[kind])
        return Revert(form_class, target, record, request.access, request.POST if request.method == "POST" else None)

    def _record(self, request, row, model, history_id):
        """Of this row, or of what belongs to it; others are not there."""
        own = type(row).history.filter(**{row._meta.pk.attname: row.pk})
        for history in [own, *parts_of(row, request.access)]:
            if history.model.instance_type is model:
                record = history.filter(history_id=history_id).first()
                if record:
                    return record
        raise Http404

    def _form_class(self, request, row, model):
        """That of the page itself, so that the same is checked."""
        if model is self.model:
            return self.get_form(request, row, change=True)
        inline = next(one for one in self.get_inline_instances(request, row) if one.model is model)
        return inline.get_formset(request, row).form

    def _set_back(self, request, row, revert):
        with recording(reason=revert.reason_form.cleaned_data["reason"]):
            saved = revert.form.save()
            record_decisions(revert.reason_form, saved)
        if not permissions.can_edit(request.access, saved):
            raise PermissionDenied
        self.message_user(request, _("It is set back."), messages.SUCCESS)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_history"
        return HttpResponseRedirect(reverse(name, args=[row.pk], current_app=self.admin_site.name))

    def _page_about(self, request, row, template, context):
        own = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "module_name": str(capfirst(self.opts.verbose_name_plural)),
            "object": row,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, own | context)


class Revert:
    """Setting a row back: through the form of its page, with what was stored then in the place of what is typed."""

    def __init__(self, form_class, target, record, access, data):
        self.target, self.record, self.access = target, record, access
        self.reason_form = ReasonForm(data)
        then = model_to_dict(record.instance)
        columns = [column for column in target._meta.fields if column.name in form_class.base_fields]
        self.columns = [column for column in columns if column.name in then and column.name not in NEVER_SET_BACK]
        self.changes = self._changes()
        initial = {column.name: then[column.name] for column in self.columns}
        # Always bound, so that the page can say beforehand that it cannot be done.
        sent = {"seen": version_of(target)} if data is None else data
        self.form = form_class(sent, instance=target, initial=initial)
        self.form.vouches_for_the_row = lambda: True  # whatever was changed meanwhile, they have not seen it
        for column in self.form.columns:
            if column in self.form.fields:
                self.form.fields[column].disabled = True

    @property
    def is_personal_data_gone(self):
        person = getattr(self.record.instance, "person", None) if isinstance(self.target, Assignment) else self.target
        return bool(getattr(person, "cleared_on", None) or getattr(self.record, "cleared_on", None))

    @property
    def is_possible(self):
        return bool(self.changes) and not self.is_personal_data_gone and self.form.is_valid()

    def is_valid(self):
        return self.reason_form.is_valid() and self.is_possible

    def _changes(self):
        names, then = Names(self.access), self.record.instance
        moved = [column for column in self.columns if differs(column, self.target, then)]
        words = {
            column: [in_words(column, column.value_from_object(row), names) for row in (self.target, then)]
            for column in moved
        }
        return [Change(label_of(column), before, after) for column, (before, after) in words.items()]
