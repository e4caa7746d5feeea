from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.scoped_admin import ScopedStackedInline, ScopedTabularInline
from slt.admin.base import OfYearAdmin, ReadersFilter, ShowsReaders, SltAdmin
from slt.admin.forms import DialogueAdminForm, FindingAdminForm, MeasureAdminForm, PriorityAdminForm
from slt.models import (
    CycleYear,
    DialogueEvent,
    DialogueProcess,
    Finding,
    Measure,
    Party,
    Priority,
    Scheme,
    SchemeMunicipality,
)


def year_on_desk(cycle):
    return reverse("cycle_desk", args=[cycle.scheme.slug, cycle.year])


@admin.register(CycleYear)
class CycleYearAdmin(SltAdmin):
    """That a year is evaluated or documented is said on the desk: then its summary is public."""

    description = _("The working years of the schemes, with their evaluation.")
    list_display = ["year", "of", "evaluated_on", "documented_on"]
    list_filter = ["year"]
    search_fields = ["scheme__name", "year"]
    search_help_text = _("Name of the scheme, or year")
    list_select_related = ["scheme"]
    fields = ["of", "year", "evaluation", "evaluated_on", "summary", "documented_on"]
    readonly_fields = ["of", "year", "evaluated_on", "documented_on"]

    def desk_url(self, cycle):
        return year_on_desk(cycle)


class OfTheCycle(ShowsReaders, OfYearAdmin):
    def desk_url(self, row):
        return year_on_desk(row.cycle)


@admin.register(Finding)
class FindingAdmin(OfTheCycle):
    description = _("What was found when mapping, with its source: about groups and places, never about one person.")
    form = FindingAdminForm
    list_display = ["__str__", "of", "source", "found_on", "theme", "readers"]
    list_filter = ["theme", ("visibility", ReadersFilter)]
    search_fields = ["text", "source", "cycle__scheme__name"]
    search_help_text = _("Text, source or name of the scheme")
    fields = ["of", "text", "source", "found_on", "theme", "municipality", "visibility"]

    def choices_of(self, db_field, request):
        """The municipalities of one's own schemes."""
        schemes = Scheme.objects.kept_by(request.access)
        areas = SchemeMunicipality.objects.filter(scheme__in=schemes.values("pk"))
        return db_field.remote_field.model.objects.filter(pk__in=areas.values("municipality"))


@admin.register(Priority)
class PriorityAdmin(OfTheCycle):
    """It is put to the steering group on the desk, and there it is written what they made of it."""

    description = _("What is proposed to the steering groups, and what they made of it.")
    form = PriorityAdminForm
    list_display = ["title", "of", "position", "theme", "outcome", "readers"]
    list_filter = ["outcome", "theme", ("visibility", ReadersFilter)]
    search_fields = ["title", "cycle__scheme__name"]
    search_help_text = _("Title or name of the scheme")
    fields = ["of", "position", "title", "reason", "theme", "findings", "visibility", "outcome", "decided_on"]
    readonly_fields = ["of", "outcome", "decided_on"]


@admin.register(Measure)
class MeasureAdmin(OfTheCycle):
    description = _("What is done, on behalf of which agency, by when, and how it went.")
    form = MeasureAdminForm
    list_display = ["text", "of", "agency", "due", "status", "readers"]
    list_filter = ["status", "agency", "theme", ("visibility", ReadersFilter)]
    search_fields = ["text", "responsible", "cycle__scheme__name"]
    search_help_text = _("What, who or name of the scheme")
    date_hierarchy = "due"
    fields = [
        *("of", "priority", "text", "agency", "responsible", "group", "theme", "due", "status", "done_on"),
        *("effect", "evaluation", "visibility"),
    ]


class PartyInline(ScopedTabularInline):
    model = Party
    extra = 0
    fields = ["sector", "name", "part"]


class EventInline(ScopedStackedInline):
    model = DialogueEvent
    extra = 0
    fields = ["title", "date", "starts_at", "place", "is_open", "status", "people", "outcome"]


@admin.register(DialogueProcess)
class DialogueProcessAdmin(ShowsReaders, SltAdmin):
    """What it comes from is chosen on the desk, which offers what whoever asks may read."""

    description = _("The dialogue processes with their parties and events. No lists of participants.")
    form = DialogueAdminForm
    list_display = ["title", "of", "status", "valid_from", "valid_to", "is_open", "readers"]
    list_filter = ["status", "theme", ("visibility", ReadersFilter)]
    search_fields = ["title", "scheme__name"]
    search_help_text = _("Title or name of the scheme")
    list_select_related = ["scheme"]
    fields = [
        *("of", "title", "slug", "aim", "theme", "status", "valid_from", "valid_to", "is_open"),
        *("outcome", "visibility"),
    ]
    readonly_fields = ["of", "slug"]
    inlines = [PartyInline, EventInline]

    def desk_url(self, process):
        return reverse("edit_dialogue", args=[process.scheme.slug, process.slug])
