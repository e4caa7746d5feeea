"""Two people at once: the second is told by whom, when and what, and loses nothing they typed.

Every form that edits a `Versioned` row is a `VersionedModelForm` and carries the version somebody saw. When the row
has a newer one, nothing is saved: the form comes back with a `Conflict`, which says who changed what meanwhile, beside
what was typed. Fields that only the others changed show the new value. For a field that both changed there is a
choice; whoever has made it saves on top of the newest version, knowingly.

A version that was tampered with can only lead to a conflict: the row is written from the newest version or not at all.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext as _

from contacts.access import NOBODY
from contacts.editors import Editors
from contacts.models import Overtaken
from contacts.models.versions import Versioned
from contacts.person_data.forms import GuardedForm
from contacts.wording import Names, in_words, label_of, moment

logger = logging.getLogger(__name__)

THEIRS, MINE = "theirs", "mine"
TRIES = 3


@dataclass(frozen=True)
class Difference:
    """One field: as it was when the form was opened, as the others left it, and as it was typed ("" if untouched)."""

    name: str
    label: str
    before: str
    theirs: str
    mine: str = ""
    needs_choice: bool = False
    choice: str = ""


@dataclass(frozen=True)
class Conflict:
    """What happened to a row after somebody had opened it. `prefix` goes before the names of what the page sends back.

    `newest` is the version the page tells of; 0 when the row is gone.
    """

    title: str
    by: str
    at: datetime | None
    newest: int
    differences: tuple = ()
    prefix: str = ""

    @property
    def is_gone(self):
        return not self.newest

    @property
    def needs_choice(self):
        return any(difference.needs_choice for difference in self.differences)

    def __str__(self):
        happened = (
            _("%(who)s deleted this after you had opened it.")
            if self.is_gone
            else _("%(who)s changed this after you had opened it. Nothing is saved yet.")
        )
        return happened % {"who": self.by}


def again_when_overtaken(view):
    """For views: when somebody else was faster between reading and saving, everything is read and checked anew.

    The first attempt was undone; the next one sees the newest version, and its forms tell of the conflict. The same for
    two who make what there can only be one of: the next attempt finds the other's. What no check finds is told as such.
    """

    @wraps(view)
    def attempt(*args, **kwargs):
        for _attempt in range(TRIES):
            try:
                return view(*args, **kwargs)
            except (Overtaken, IntegrityError) as error:
                reason = error
        logger.warning("Not saved after %s attempts: %s", TRIES, type(reason).__name__)
        request = next(argument for argument in args if isinstance(argument, HttpRequest))
        return render(request, "contacts/overtaken.html", status=409)

    return attempt


def version_of(row):
    """0 for rows of a kind that nobody edits."""
    return getattr(row, "version", 0)


def changes_since(row, seen):
    """The rows of history after the version `seen`, newest first; and the row as it was then, or None if unknown.

    Of a row whose history has no versions (see models/users.py), and of a version that never was, only the last change.
    """
    records = row.history.order_by("-history_date", "-history_id")
    if not isinstance(row, Versioned) or not seen:
        return list(records[:1]), None
    records = list(records.filter(version__gte=seen))
    before = next((record.instance for record in records if record.version == seen), None)
    return [record for record in records if record.version > seen], before


def who_and_when(records, access):
    """Everybody who changed the row, the last one first, and when that was."""
    if not records:
        return _("Somebody else"), None
    editors = Editors({record.history_user_id for record in records}, access)
    names = dict.fromkeys(editors.name(record.history_user_id) for record in records)
    return ", ".join(names), records[0].history_date


def in_one_line(row, seen, access):
    """For messages and reports of imports: by whom a row was changed after somebody saw it, when and what."""
    records, before = changes_since(row, seen)
    by, at = who_and_when(records, access)
    columns = [column for column in type(row)._meta.fields if column.editable]
    moved = [label_of(column) for column in columns if before and differs(column, before, row)]
    parts = [str(row), by, at and moment(at), ", ".join(moved)]
    return _("Changed meanwhile: %(what)s") % {"what": " – ".join(part for part in parts if part)}


def differs(column, one, other):
    return column.value_from_object(one) != column.value_from_object(other)


class VersionedModelForm(GuardedForm, forms.ModelForm):
    """A form that saves only what somebody has seen. `access`: who fills it in, for the names in a conflict.

    For the form's author: render the hidden field `seen`, and `components/conflict.html` where there is a `conflict`
    (the form pack in templates/designsystemet and the admin do both by themselves).
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    access = NOBODY

    def __init__(self, *args, access=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.access = self.access if access is None else access
        self.conflict = None
        self.taken = set()
        self.is_new = self.instance._state.adding
        self.initial["seen"] = None if self.is_new else version_of(self.instance)
        self._is_compared = not self.is_bound or self.is_new or self.seen_version == version_of(self.instance)

    @property
    def seen_version(self):
        """The version that the form showed; 0 when it carries none that can be read."""
        return number(self.sent("seen"))

    @property
    def is_gone(self):
        """Filled in for a row that is not there any more. `FormSetOfVersioned` tells of it."""
        return self.is_bound and self.is_new and self.seen_version > 0

    def sent(self, name):
        return self.data.get(self.add_prefix(name), "")

    @cached_property
    def changed_data(self):
        self._compare()
        return [name for name in super().changed_data if name != "seen"]

    def full_clean(self):
        if self.is_gone and self.sent("gone"):
            self._errors, self.cleaned_data = ErrorDict(), {}  # they were told, and it stays deleted
            return
        self._compare()
        super().full_clean()

    def _post_clean(self):
        super()._post_clean()
        if self.is_gone:
            self._errors.pop(self._meta.model._meta.pk.name, None)
        if self.conflict:
            self.add_error(None, ValidationError(str(self.conflict), code="overtaken"))
        self._show_what_is_taken()

    def _compare(self):
        """Fields that only the others changed take their value, and those chosen so. The rest is a conflict.

        Not before it is asked for: subclasses put their own fields in place first.
        """
        if self._is_compared:
            return
        self._is_compared = True
        records, before = changes_since(self.instance, self.seen_version)
        fields = [ComparedField(self, name, before) for name in self._own_fields]
        is_settled = self._has_seen_the_newest() and all(field.choice for field in fields if field.needs_choice)
        self.taken = {field.name for field in fields if not field.touched or (is_settled and field.choice == THEIRS)}
        for name in self.taken:
            self.fields[name].disabled = True
        if not is_settled and (self.vouches_for_the_row() or any(field.touched for field in fields)):
            self.conflict = self._conflict(records, before, fields)

    def vouches_for_the_row(self):
        """Whether something is done to the row as a whole, as it was seen: then any change of it matters."""
        return bool(self.sent("DELETE"))

    @property
    def _own_fields(self):
        """The fields of the row that somebody can fill in here."""
        return [name for name in self.columns if name in self.fields and not self.fields[name].disabled]

    @cached_property
    def columns(self):
        return {field.name: field for field in self._meta.model._meta.fields if field.editable}

    def _has_seen_the_newest(self):
        return number(self.sent("newest")) == version_of(self.instance)

    def _conflict(self, records, before, fields):
        by, at = who_and_when(records, self.access)
        names = Names(self.access)
        differences = [field.difference(names) for field in fields if field.moved]
        differences += self._changes_elsewhere(before, names)
        title, prefix = str(self.instance), f"{self.prefix}-" if self.prefix else ""
        return Conflict(title, by, at, version_of(self.instance), tuple(differences), prefix)

    def _changes_elsewhere(self, before, names):
        """Of fields that are not in this form, for whoever wonders what the others did."""
        for name, column in self.columns.items():
            if before and name not in self.fields and differs(column, before, self.instance):
                texts = [in_words(column, column.value_from_object(row), names) for row in (before, self.instance)]
                yield Difference(name, label_of(column), *texts)

    def _show_what_is_taken(self):
        """If the form is shown again, then with what is stored now in the place of what was typed."""
        self.changed_data  # noqa: B018 (worked out while these fields are still disabled)
        for name in self.taken:
            self.fields[name].disabled = False
            self.fields[name].bound_data = lambda data, initial: initial


class ComparedField:
    """A field of a form whose row was changed meanwhile. `touched`: by whoever filled it in; `moved`: by the others."""

    def __init__(self, form, name, before):
        self.form, self.name, self.field = form, name, form.fields[name]
        self.now = form.get_initial_for_field(self.field, name)
        self.was = before and to_the_second(form.columns[name].value_from_object(before), self.field)
        self.moved = not before or self.was != self.now
        self.touched = self.field.has_changed(self.was if before else self.now, form[name].data)
        self.needs_choice = self.moved and self.touched and self.field.has_changed(self.now, form[name].data)
        self.choice = form.sent(f"choice-{name}") if form.sent(f"choice-{name}") in {THEIRS, MINE} else ""

    def difference(self, names):
        column = self.form.columns[self.name]
        return Difference(
            self.name,
            label=str(self.field.label or label_of(column)),
            before=in_words(column, self.was, names) if self.was is not None else "",
            theirs=in_words(column, self.now, names),
            mine=self._typed(column, names) if self.touched else "",
            needs_choice=self.needs_choice,
            choice=self.choice,
        )

    def _typed(self, column, names):
        """What cannot be read as a value of the field is shown as it was typed."""
        typed = self.form[self.name].data
        try:
            value = self.field.clean(typed)
            value = column.to_python(getattr(value, "pk", value))
        except ValidationError:
            return str(typed or "")
        return in_words(column, value, names)


class FormSetOfVersioned:
    """For formsets of `VersionedModelForm`: rows that are to be deleted, and rows that somebody else deleted."""

    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        if form.is_gone and not form.sent("gone") and not form.sent("DELETE"):
            form.conflict = self._deletion(form)
        return form

    def _deletion(self, form):
        """Who deleted it is told only of a row that was here: the number in the form may have been made up."""
        key = self.model._meta.pk.name
        records = self.history_here().filter(**{key: number(form.sent(key)), "history_type": "-"})
        by, at = who_and_when(list(records[:1]), form.access)
        return Conflict(str(self.model._meta.verbose_name), by, at, 0, prefix=f"{form.prefix}-")

    def history_here(self):
        return self.model.history.none()

    def clean(self):
        super().clean()
        for form in self.initial_forms:
            if form.conflict and self.can_delete and self._should_delete_form(form):
                raise ValidationError(str(form.conflict), code="overtaken")

    @property
    def conflicts(self):
        return [form.conflict for form in self.initial_forms if form.conflict]


class InlineFormSetOfVersioned(FormSetOfVersioned, forms.BaseInlineFormSet):
    """The rows of one parent."""

    def history_here(self):
        return self.model.history.filter(**{self.fk.attname: self.instance.pk})


def to_the_second(value, field):
    """As the widget showed it, which knows no microseconds."""
    if isinstance(value, datetime) and not field.widget.supports_microseconds:
        return value.replace(microsecond=0)
    return value


def number(text):
    """Of what a form carries; 0 for whatever is no number."""
    try:
        return max(int(text or 0), 0)
    except ValueError:
        return 0
