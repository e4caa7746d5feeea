from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.admin.leading import InlineToRead, LeadsToDesk, ToRead
from contacts.scoped_admin import ScopedTabularInline
from councils.admin.base import RecordsAdmin
from councils.models import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Knowledge,
    Measure,
    Meeting,
    MinutesVersion,
    Objective,
    Plan,
    SelfEvaluation,
    Strategy,
    YearlyReport,
)


def address_of(meeting):
    return reverse("meeting_desk", args=[meeting.body.slug, meeting.date])


class ItemInline(InlineToRead):
    model = AgendaItem
    fk_name = "meeting"
    verbose_name_plural = _("Agenda")
    fields = readonly_fields = ["number", "title", "kind", "visibility"]

    @admin.display(description=_("case number"))
    def number(self, item):
        return item.number or "–"


class AttendanceInline(InlineToRead):
    model = Attendance
    fields = readonly_fields = ["who", "presence"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("member")

    @admin.display(description=_("who"))
    def who(self, row):
        return str(row.member or row.guest)


@admin.register(Meeting)
class MeetingAdmin(LeadsToDesk, ToRead, RecordsAdmin):
    description = _("All meetings and their state. They are planned, called and written on the desk.")
    list_display = ["date", "of", "kind", "status", "visibility"]
    list_filter = ["status", "kind", "visibility"]
    search_fields = ["body__name", "place"]
    search_help_text = _("Body or place")
    date_hierarchy = "date"
    list_select_related = ["body"]
    fields = readonly_fields = [
        *("of", "date", "starts_at", "ends_at", "place", "kind", "status", "visibility"),
        *("called_at", "approved_on", "approved_by", "archived_at"),
    ]
    inlines = [ItemInline, AttendanceInline]
    view_on_site = False

    def desk_url(self, meeting):
        return address_of(meeting)


@admin.register(AgendaItem)
class AgendaItemAdmin(LeadsToDesk, RecordsAdmin):
    """Its theme sorts it among decisions, and is corrected here; all else is part of the agenda or of the minutes."""

    description = _("All items with their case numbers. Only the theme is changed here.")
    list_display = ["number", "title", "of", "day", "theme", "visibility"]
    list_filter = ["theme", "kind", "visibility"]
    search_fields = ["title", "body__name"]
    search_help_text = _("Title or body")
    list_select_related = ["body", "meeting"]
    fields = ["of", "day", "number", "title", "theme", "visibility", "legal_basis_code"]
    readonly_fields = ["of", "day", "number", "title", "visibility", "legal_basis_code"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def desk_url(self, item):
        return address_of(item.meeting)

    @admin.display(description=_("case number"))
    def number(self, item):
        return item.number or "–"

    @admin.display(description=_("meeting"), ordering="meeting__date")
    def day(self, item):
        return item.meeting.date

    @admin.display(description=_("legal basis"))
    def legal_basis_code(self, item):
        return str(item.legal_basis or "–")


@admin.register(MinutesVersion)
class MinutesVersionAdmin(ToRead, RecordsAdmin):
    """A published text never changes."""

    description = _("The minutes as they were published, and each correction with its reason.")
    list_display = ["meeting", "number", "published_at", "published_by", "reason"]
    search_fields = ["meeting__body__name", "reason"]
    search_help_text = _("Body or reason")
    list_select_related = ["meeting__body", "published_by"]
    fields = readonly_fields = ["of", "number", "published_at", "by", "reason"]

    @admin.display(description=_("meeting"))
    def of(self, version):
        return str(version.meeting)

    @admin.display(description=_("published by"))
    def by(self, version):
        return version.published_by or "–"


@admin.register(Attachment)
class AttachmentAdmin(LeadsToDesk, ToRead, RecordsAdmin):
    """Without its file: that is read through the page that asks who asks."""

    description = _("All files. They are attached and taken away on the desk.")
    list_display = ["title", "of", "belongs_to", "size", "uploaded_at"]
    search_fields = ["title", "body__name"]
    search_help_text = _("Title or body")
    list_select_related = ["body", "item__meeting__body", "agreement__council"]
    fields = readonly_fields = ["title", "of", "belongs_to", "size", "sha256", "uploaded_at"]
    view_on_site = False

    def desk_url(self, attachment):
        if attachment.item_id:
            return address_of(attachment.item.meeting)
        return reverse("agreements", args=[attachment.body.slug])

    @admin.display(description=_("belongs to"))
    def belongs_to(self, attachment):
        return str(attachment.item or attachment.agreement)


@admin.register(ActionItem)
class ActionItemAdmin(RecordsAdmin):
    description = _("What was agreed to be done, by which role and when. New ones come from the minutes.")
    list_display = ["what", "of", "responsible", "due", "status"]
    list_filter = ["status", "visibility"]
    search_fields = ["what", "responsible", "body__name"]
    search_help_text = _("What, who or body")
    date_hierarchy = "due"
    list_select_related = ["body"]
    fields = ["of", "comes_from", "what", "responsible", "due", "status", "done_on", "note", "visibility"]
    readonly_fields = ["of", "comes_from", "visibility"]

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("comes from"))
    def comes_from(self, action):
        return str(action.item or "–")


class ObjectiveInline(InlineToRead):
    model = Objective
    fields = readonly_fields = ["position", "text"]


@admin.register(Strategy)
class StrategyAdmin(LeadsToDesk, ToRead, RecordsAdmin):
    description = _("All strategies. They are written, adopted and revised on the desk.")
    list_display = ["title", "of", "status", "valid_from", "valid_to", "review_on"]
    list_filter = ["status"]
    search_fields = ["title", "body__name"]
    search_help_text = _("Title or body")
    list_select_related = ["body"]
    fields = readonly_fields = [
        *("of", "title", "status", "problem_understanding", "routines", "concern"),
        *("valid_from", "valid_to", "review_on"),
    ]
    inlines = [ObjectiveInline]
    view_on_site = False

    def desk_url(self, strategy):
        return reverse("body_strategy", args=[strategy.body.slug, strategy.slug])


class MeasureInline(ScopedTabularInline):
    model = Measure
    extra = 0
    fields = [
        *("position", "focus_area", "objective", "text", "theme", "responsible"),
        *("deadline", "status", "evaluation"),
    ]


class KnowledgeInline(ScopedTabularInline):
    model = Knowledge
    extra = 0
    formfield_overrides = ScopedTabularInline.formfield_overrides | {models.URLField: {"assume_scheme": "https"}}
    fields = ["text", "source", "year", "url"]


@admin.register(Plan)
class PlanAdmin(RecordsAdmin):
    """New ones are made on the desk; there it is said, too, when one is in force and who may read it."""

    description = _("All plans with their measures and knowledge base.")
    list_display = ["title", "of", "status", "visibility", "valid_from", "valid_to"]
    list_filter = ["status", "visibility"]
    search_fields = ["title", "body__name"]
    search_help_text = _("Title or body")
    list_select_related = ["body"]
    fields = ["of", "title", "status", "visibility", "valid_from", "valid_to"]
    readonly_fields = ["of", "status", "visibility"]
    inlines = [MeasureInline, KnowledgeInline]
    view_on_site = False

    def has_add_permission(self, request):
        return False


class YearsAdmin(LeadsToDesk, ToRead, RecordsAdmin):
    list_display = ["year", "of"]
    search_fields = ["body__name", "year"]
    search_help_text = _("Body or year")
    list_select_related = ["body"]


@admin.register(YearlyReport)
class YearlyReportAdmin(YearsAdmin):
    description = _("The reports of each year. They are drafted and edited on the desk.")
    list_display = ["year", "of", "status"]
    list_filter = ["status"]
    fields = readonly_fields = ["of", "year", "status", "text_nb", "text_nn"]

    def desk_url(self, report):
        return reverse("yearly_report", args=[report.body.slug, report.year])


@admin.register(SelfEvaluation)
class SelfEvaluationAdmin(YearsAdmin):
    description = _("How each body finds that it works. They are answered on the desk.")
    fields = readonly_fields = ["of", "year", "improve"]

    def desk_url(self, evaluation):
        return reverse("evaluation", args=[evaluation.body.slug, evaluation.year])
