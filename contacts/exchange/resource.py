"""What becomes of a line of a file: django-import-export, with the portal's scopes, versions and words for errors."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from import_export import instance_loaders, resources, results

from contacts import permissions
from contacts.exchange import columns
from contacts.exchange.changes import changes_since
from contacts.models import Assignment, ContactPoint, Coverage
from contacts.person_data.guard import refused_in

A_KEY = re.compile(r"[-a-zA-Z0-9_]{1,50}")
# The column of whatever stands to the right of the last heading.
BEYOND = ""
OWNERS = {"owner_district", "owner_municipality"}
# What stays with a contact point for ever: see columns.py.
WHOSE = {"function", "covers_whole_district", *OWNERS}


class RowResult(results.RowResult):
    """With what the line is about, and what it changes: [(column, before, after)]."""

    title = ""
    changes = ()
    note = ""


class LoadedBefore(instance_loaders.BaseInstanceLoader):
    """The contact points of all lines, fetched at once."""

    def get_instance(self, row):
        return self.resource.points.get(row["key"])


class ContactPointResource(resources.ModelResource):
    """Contact points as lines of text.

    Only rows that `access` may see are exported, and only those are found by a key: a key of another scope is answered
    as one that does not exist.
    """

    version = columns.VersionColumn("version")
    key = columns.KeyColumn("key")
    function = columns.FunctionColumn("function")
    owner = columns.OwnerColumn("owner", columns.OWNER)
    municipalities = columns.ServesColumn("municipalities")
    phone = columns.PhoneColumn("phone")
    email = columns.Column("email")
    opening_hours = columns.Column("opening_hours")
    verified_on = columns.DayColumn("verified_on")
    verification_interval = columns.NumberColumn("verification_interval")
    is_published = columns.YesOrNoColumn("is_published")
    holders = columns.HeldColumn("holders", columns.HOLDERS, Assignment.Role.HOLDER)
    deputies = columns.HeldColumn("deputies", columns.DEPUTIES, Assignment.Role.DEPUTY)

    class Meta:
        model = ContactPoint
        fields = import_order = export_order = (
            "key",
            "function",
            "owner",
            "municipalities",
            "phone",
            "email",
            "opening_hours",
            "verified_on",
            "verification_interval",
            "is_published",
            "holders",
            "deputies",
            "version",
        )
        import_id_fields = ("key",)
        instance_loader_class = LoadedBefore
        # Without it nothing is validated.
        clean_model_instances = True
        # The differences are ours: see `skip_row`.
        skip_diff = True

    def __init__(self, access):
        super().__init__()
        self.access = access

    # Out

    def get_queryset(self):
        return ContactPoint.objects.visible_to(self.access)

    def for_export(self, *, with_names):
        """Three queries, four with names; each contact point knows what it serves and who holds it."""
        points = with_places(self.get_queryset())
        if with_names:
            held = Assignment.objects.visible_to(self.access).for_card(timezone.localdate())
            points = points.prefetch_related(Prefetch("assignments", held, to_attr="current_assignments"))
        return [serving(point) for point in points]

    # In

    def before_import(self, dataset, **context):
        """Everything that lines refer to, fetched at once however many there are."""
        keys = {row["key"] for row in dataset.dict if A_KEY.fullmatch(row["key"])}
        points = with_places(self.get_queryset().filter(key__in=keys))
        self.points = {point.key: serving(point) for point in points}
        editable = ContactPoint.objects.editable_by(self.access).filter(key__in=keys)
        self.editable = set(editable.values_list("pk", flat=True))
        self.since = changes_since(self._versions_seen(dataset.dict), self.access)
        self.keys_so_far = {}

    def _versions_seen(self, rows):
        """{contact point: the version in the file} of those that have another version now."""
        pairs = [(self.points.get(row["key"]), row["version"]) for row in rows]
        return {point: version for point, version in pairs if point and version != str(point.version)}

    def get_row_result_class(self):
        return RowResult

    def import_row(self, row, instance_loader, **context):
        self.before, self.after, self.note = {}, {}, ""
        result = super().import_row(row, instance_loader, **context)
        result.title = self._title(row["key"])
        result.changes = self._differences()
        result.note = self.note
        return result

    def _title(self, key):
        """What the contact point is called now, or will be; a line that is wrong may have no more than its key."""
        function = self.before.get("function") or self.after.get("function")
        shown = "" if refused_in(key) else key[:50]
        return f"{function} ({shown})" if function else shown

    def heading(self, name):
        """Of a column, by its name or by that of a field of the model."""
        name = "owner" if name in OWNERS else name
        return self.fields[name].heading if name in self.fields else ""

    def _differences(self):
        return [
            (self.heading(name), self.before.get(name, ""), text)
            for name, text in self.after.items()
            if text != self.before.get(name, "")
        ]

    def before_import_row(self, row, **context):
        self._refuse_identity_numbers(row)
        key = row["key"]
        if row[BEYOND]:
            raise ValidationError(_("There is text to the right of the last heading."))
        if not key:
            raise ValidationError({"key": _("Every line needs a key.")})
        if first := self.keys_so_far.get(key):
            raise ValidationError({"key": _("The key also stands in line %(line)d.") % {"line": first}})
        self.keys_so_far[key] = context["lines"][context["row_number"] - 1]
        if row["version"] and key not in self.points:
            problem = _("There is no contact point with this key. Leave the version empty for a new one.")
            raise ValidationError({"key": problem})

    def _refuse_identity_numbers(self, row):
        """Before anything else is said, since other messages repeat what stands in a cell."""
        found = {name: refused_in(text) for name, text in row.items() if isinstance(text, str)}
        if any(found.values()):
            raise ValidationError({name: refusals[0].advice() for name, refusals in found.items() if refusals})

    def after_init_instance(self, instance, new, row, **context):
        if new:
            instance.serves = set()
            if not permissions.can_add(self.access, ContactPoint):
                raise ValidationError({"key": _("There is no contact point with this key, and you cannot add any.")})
        else:
            self.before = self._texts(instance)

    def import_instance(self, instance, row, **context):
        """Every column that is wrong is named, not only the first."""
        errors = {}
        for field in self.get_import_fields():
            try:
                self.import_field(field, instance, row, **context)
            except ValidationError as error:
                errors[field.column_name] = error.error_list
        self.after = self._texts(instance)
        if errors:
            raise ValidationError(errors)

    def _texts(self, instance):
        """What stands in each column of this contact point now."""
        shown = [field for field in self.get_import_fields() if field.is_imported and field.column_name != "version"]
        return {field.column_name: field.text(instance) for field in shown}

    def skip_row(self, instance, original, row, import_validation_errors=None):
        """Nothing to change: whatever has happened to the row since it was exported, nothing is overwritten."""
        return not import_validation_errors and self.before == self.after

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """Adds what the model finds to what the cells said; `validate_unique` is always asked for."""
        errors = dict(import_validation_errors or {})
        if not instance._state.adding:
            self._refuse_if_not_editable(instance)
            if instance in self.since:
                errors["version"] = self.since[instance]
        if not (errors or instance.serves or instance.covers_whole_district):
            errors["municipalities"] = _("Say at least one municipality that it serves, or nobody will find it.")
        try:
            instance.full_clean(exclude={*errors, *(OWNERS if "owner" in errors else ()), *self._kept()})
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def _kept(self):
        """Fields that stay as they are were valid when they were saved; each would cost a query or two a line."""
        return {name for name, text in self.before.items() if text == self.after[name]} | WHOSE if self.before else ()

    def _refuse_if_not_editable(self, instance):
        if instance.pk not in self.editable:
            raise ValidationError(_("You can see this contact point, but not change it."))

    def save_instance(self, instance, is_create, row, **context):
        """In a savepoint of its own, since import-export keeps what a line wrote before it failed.

        Whoever is overtaken between reading and saving begins anew: see views.py.
        """
        with transaction.atomic():
            instance.save(force_insert=is_create)
            self._save_coverages(instance)
            if is_create and not permissions.can_edit(self.access, instance):
                raise ValidationError({"owner": _("You cannot have contact points of this owner.")})

        self.note = self._number_of_another(instance)

    def _number_of_another(self, instance):
        """Only of a published one: what is not public is not told to whoever types numbers here."""
        if not instance.phone or self.before.get("phone") == self.after["phone"]:
            return ""
        other = ContactPoint.objects.published().filter(phone=instance.phone).exclude(pk=instance.pk)
        if not (found := other.select_related("owner_district", "owner_municipality").first()):
            return ""
        return _(
            "The number also belongs to “%(function)s” of %(owner)s. Import it only if both are reached there."
        ) % {
            "function": found.get_function_display(),
            "owner": found.owner,
        }

    def _save_coverages(self, instance):
        served = {coverage.municipality_id: coverage for coverage in instance.coverages.all()}
        for municipality in instance.serves:
            if municipality.pk not in served:
                coverage = Coverage(contact_point=instance, municipality=municipality)
                coverage.clean()
                coverage.save()
        for coverage in served.values():
            if coverage.municipality not in instance.serves:
                coverage.delete()


def with_places(points):
    coverages = Coverage.objects.select_related("municipality")
    return points.select_related("owner_district", "owner_municipality").prefetch_related(
        Prefetch("coverages", coverages)
    )


def serving(point):
    point.serves = {coverage.municipality for coverage in point.coverages.all()}
    return point
