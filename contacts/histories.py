"""The history of a row and of what belongs to it, in words: who changed what, when, why and from where.

Whoever may see a row may read its history; of what belongs to it, that which they may see. Names of people who were
cleared are gone from it (see services/clearing.py).
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.utils.translation import gettext_lazy as _

from contacts.editors import Editors
from contacts.models import (
    Absence,
    Assignment,
    ContactPoint,
    Coverage,
    DistrictMembership,
    Municipality,
    Person,
    RoleGrant,
    User,
)
from contacts.wording import Names, in_words, label_of

ADDED, CHANGED, DELETED = "+", "~", "-"
KINDS = {ADDED: _("Added"), CHANGED: _("Changed"), DELETED: _("Deleted")}
# What a part of a row is known by, among others of its kind.
KNOWN_BY = {Coverage: "municipality", Assignment: "person", DistrictMembership: "district", RoleGrant: "role"}


# Of the rows of other apps: the histories that are told with theirs.
PARTS = {}


def register(model, parts, known_by):
    """For `AppConfig.ready` of an app with parts of its own: `parts(row, access)`, and what each kind is known by."""
    PARTS[model] = parts
    KNOWN_BY.update(known_by)


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One change of one row. `is_newest`: the row is as it was after this change, or gone with it."""

    at: datetime
    who: str
    what: str
    kind: str
    changes: tuple
    reason: str
    origin: str
    model_name: str
    history_id: int
    is_newest: bool

    @property
    def is_addition(self):
        return self.kind == ADDED

    @property
    def is_deletion(self):
        return self.kind == DELETED

    @property
    def kind_label(self):
        return KINDS[self.kind]


def parts_of(row, access):
    """The histories that are told with that of the row."""
    match row:
        case ContactPoint():
            held = Assignment.history.filter(contact_point=row.pk)
            absences = Absence.history.filter(assignment__in=held.order_by().values("id"))
            return [Coverage.history.filter(contact_point=row.pk), held, absences]
        case Person():
            reached = ContactPoint.objects.visible_to(access).order_by().values("pk")
            return [Assignment.history.filter(person=row.pk, contact_point__in=reached)]
        case Municipality():
            return [DistrictMembership.history.filter(municipality=row.pk)]
        case User():
            reached = RoleGrant.objects.visible_to(access).order_by().values("pk")
            return [RoleGrant.history.filter(user=row.pk, id__in=reached)]
    return PARTS[type(row)](row, access) if type(row) in PARTS else []


class HistoryOf:
    """The entries of a row, the newest first, for a Paginator: a page takes the same number of queries however long."""

    def __init__(self, row, access):
        self.row, self.access = row, access
        own = type(row).history.filter(**{row._meta.pk.attname: row.pk})
        self.histories = [own, *parts_of(row, access)]

    def count(self):
        return self._keys().count()

    def __len__(self):
        return self.count()

    def __getitem__(self, part):
        keys = list(self._keys()[part])
        records = {}
        for place, history in enumerate(self.histories):
            ids = [history_id for _at, where, history_id in keys if where == place]
            records |= {(place, record.history_id): record for record in with_what_was_before(history.model, ids)}
        found = [records[where, history_id] for _at, where, history_id in keys]
        return in_entries(found, self.row, self.access)

    def _keys(self):
        first, *others = [
            history.order_by()
            .annotate(history_of=Value(place, IntegerField()))
            .values_list("history_date", "history_of", "history_id")
            for place, history in enumerate(self.histories)
        ]
        return first.union(*others, all=True).order_by("-history_date", "-history_of", "-history_id")


def with_what_was_before(model, ids):
    """Records of history, each with `before`: the record of the same row that came before it, or None."""
    if not ids:
        return []
    key = model.instance_type._meta.pk.attname
    same = model.objects.filter(**{key: OuterRef(key)})
    at, number = OuterRef("history_date"), OuterRef("history_id")
    older = same.filter(Q(history_date__lt=at) | Q(history_date=at, history_id__lt=number))
    newer = same.filter(Q(history_date__gt=at) | Q(history_date=at, history_id__gt=number))
    newest_before = older.order_by("-history_date", "-history_id").values("history_id")[:1]
    records = list(
        model.objects.filter(history_id__in=ids).annotate(before_id=Subquery(newest_before), newer=Exists(newer))
    )
    before = model.objects.in_bulk([record.before_id for record in records if record.before_id])
    for record in records:
        record.before = before.get(record.before_id)
    return records


def in_entries(records, row, access):
    editors = Editors({record.history_user_id for record in records}, access)
    names = Names(access, keys_in(records))
    return [entry_of(record, row, editors, names) for record in records]


def keys_in(records):
    for record in records:
        for column in columns_of(record.instance_type):
            yield column, column.value_from_object(record)
            if record.before:
                yield column, column.value_from_object(record.before)


def columns_of(model):
    """What can be changed by people and is kept in the history: passwords are not."""
    return [column for column in model.history.model.tracked_fields if column.editable and not column.auto_created]


def entry_of(record, row, editors, names):
    return Entry(
        at=record.history_date,
        who=editors.name(record.history_user_id),
        what=what_it_is(record, row, names),
        kind=record.history_type,
        changes=tuple(changes_in(record, type(row), names)),
        reason=record.history_change_reason or "",
        origin=record.get_origin_display(),
        model_name=record.instance_type._meta.model_name,
        history_id=record.history_id,
        is_newest=not record.newer,
    )


def what_it_is(record, row, names):
    model = record.instance_type
    if isinstance(row, model) or model not in KNOWN_BY:
        return str(model._meta.verbose_name)
    column = model._meta.get_field(KNOWN_BY[model])
    return f"{model._meta.verbose_name}: {in_words(column, column.value_from_object(record), names)}"


def changes_in(record, parent, names):
    """Of a row that was added, what is filled in; of one that was deleted, nothing: it is as it was before."""
    if record.history_type == DELETED:
        return
    for column in columns_of(record.instance_type):
        before, after = (column.value_from_object(row) if row else None for row in (record.before, record))
        is_told_by_the_page = column.remote_field and issubclass(parent, column.remote_field.model)
        if before != after and not is_told_by_the_page and (record.before or after != ""):
            was = in_words(column, before, names) if record.before else ""
            yield Change(label_of(column), was, in_words(column, after, names))
