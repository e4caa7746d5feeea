from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from contacts.admin.leading import InlineToRead, LeadsToDesk, ToRead
from contacts.scoped_admin import ScopedModelAdmin, ScopedTabularInline
from contacts.scoped_forms import ScopedForm
from guidance.desk.review_days import ReviewDays
from guidance.models import Edition, MissedWord, Picture, Publisher, Resource, Source, Text
from guidance.models.searches import MISSED_AT_LEAST, MISSED_FOR

FACTS = ("owner", "publisher", "country", "themes", "audiences", "arenas", "levels")
OF_REFERENCES = ("url", "year", "languages")
OF_ACTIVITIES = ("age_from", "age_to", "minutes_from", "minutes_to", "group_from", "group_to")


class LibraryAdmin(LeadsToDesk, ScopedModelAdmin):
    """It is begun on the desk, and stays: what is of no use any more is archived there."""

    group = "guidance"
    list_per_page = 50
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def desk_url(self, row):
        return reverse("resource_desk", args=[row.resource_id])


class ToReadHere(ToRead, LibraryAdmin):
    pass


class ResourceAdminForm(ReviewDays, ScopedForm):
    class Meta:
        model = Resource
        fields = [*FACTS, *OF_REFERENCES, *OF_ACTIVITIES, "reviewed_on", "review_on"]


class SourceInline(ScopedTabularInline):
    model = Source
    extra = 0
    fields = ["title", "publisher", "year", "url", "note", "place"]


@admin.register(Resource)
class ResourceAdmin(LibraryAdmin):
    description = _("What is in the library: who has published it, where it applies, when it is to be reviewed.")
    form = ResourceAdminForm
    list_display = ["__str__", "kind", "where", "owner", "review_on", "archived_on"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "owner"]
    search_help_text = _("Title, or who keeps it")
    date_hierarchy = "review_on"
    readonly_fields = ["name", "kind", "where", "archived_on", "instead"]
    inlines = [SourceInline]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("district", "municipality", "superseded_by")

    def get_fields(self, request, obj=None):
        of_kind = OF_REFERENCES if obj and obj.is_reference else OF_ACTIVITIES if obj and obj.is_activity else ()
        first = ["name", "kind", "where", *FACTS]
        return [*first, *of_kind, "reviewed_on", "review_on", "instead", "archived_on"]

    def desk_url(self, resource):
        return reverse("resource_desk", args=[resource.pk])

    @admin.display(description=_("applies in"))
    def where(self, resource):
        return str(resource.place or _("the whole country"))

    @admin.display(description=Resource._meta.get_field("superseded_by").verbose_name)
    def instead(self, resource):
        return resource.superseded_by.title_for_all if resource.superseded_by else "–"


class TextInline(InlineToRead):
    model = Text
    fields = readonly_fields = ["language", "title", "slug", "summary"]


@admin.register(Edition)
class EditionAdmin(ToReadHere):
    """Written and approved on the desk; what is published is never changed."""

    description = _("What resources say, and said: drafts, what waits to be approved, and what was published.")
    list_display = ["title", "number", "status", "publish_on"]
    list_filter = ["status"]
    search_fields = ["resource__name"]
    search_help_text = _("Title")
    list_select_related = ["resource"]
    fields = readonly_fields = ["title", "number", "status", "change_note", "remark", "submitted_at", "publish_on"]
    inlines = [TextInline]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("resource")

    @admin.display(description=_("resource"), ordering="resource__name")
    def title(self, edition):
        return str(edition.resource)


@admin.register(Publisher)
class PublisherAdmin(LibraryAdmin):
    description = _("Who has published what, whether they are still there, and who took over.")
    list_display = ["name", "country", "ended_on", "successor"]
    list_filter = ["country"]
    search_fields = ["name", "name_nn", "name_en"]
    search_help_text = _("Name")
    list_select_related = ["successor"]
    readonly_fields = ["slug"]
    fields = [
        *("name", "name_nn", "name_en", "slug", "country", "url", "about", "about_nn", "ended_on", "successor"),
    ]

    def desk_url(self, publisher):
        return reverse("edit_publisher", args=[publisher.pk])

    def get_fieldsets(self, request, obj=None):
        """The desk's page is for those who may change them."""
        if obj and not self.has_change_permission(request, obj):
            return ScopedModelAdmin.get_fieldsets(self, request, obj)
        return super().get_fieldsets(request, obj)


@admin.register(Picture)
class PictureAdmin(ToReadHere):
    description = _("The pictures of the resources, with who made them.")
    list_display = ["__str__", "title", "credit"]
    search_fields = ["resource__name", "credit"]
    search_help_text = _("Title of the resource, or who made it")
    list_select_related = ["resource"]
    fields = readonly_fields = ["title", "credit", "size"]

    def desk_url(self, picture):
        return reverse("resource_pictures", args=[picture.resource_id])

    @admin.display(description=_("resource"), ordering="resource__name")
    def title(self, picture):
        return str(picture.resource)

    @admin.display(description=_("size"))
    def size(self, picture):
        return f"{picture.width} × {picture.height}"


@admin.register(MissedWord)
class MissedWordAdmin(ToRead, ScopedModelAdmin):
    """Words, and how often; never who searched. As on the desk, not what hardly anybody has asked for."""

    group = "guidance"
    description = _("Words that readers searched for, and that nothing was found for.")
    list_display = ["word", "day", "count"]
    search_fields = ["word"]
    search_help_text = capfirst(MissedWord._meta.get_field("word").verbose_name)
    date_hierarchy = "day"
    fields = readonly_fields = ["word", "day", "count"]
    list_per_page = 50

    def get_queryset(self, request):
        wanted = MissedWord.objects.summed(timezone.localdate() - MISSED_FOR, MISSED_AT_LEAST)
        return super().get_queryset(request).filter(word__in=wanted.order_by().values("word"))
