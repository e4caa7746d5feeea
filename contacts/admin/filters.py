from django.contrib import admin
from django.contrib.admin.filters import RelatedOnlyFieldListFilter
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models import Freshness


class RelatedFilter(RelatedOnlyFieldListFilter):
    """The places of the rows that somebody may see; no choice for those without one."""

    include_empty_choice = False


class FreshnessFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "freshness"

    def lookups(self, request, model_admin):
        return Freshness.choices

    def queryset(self, request, queryset):
        return queryset.of_freshness(self.value(), timezone.localdate()) if self.value() in Freshness else queryset


class CurrentFilter(admin.SimpleListFilter):
    """What holds today, what came before, what comes later. Of rows from a day to a day."""

    title = _("time")
    parameter_name = "time"

    def lookups(self, request, model_admin):
        return [("now", _("now")), ("ended", _("ended")), ("later", _("later"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "now":
            return queryset.current(today)
        if self.value() == "ended":
            return queryset.filter(valid_to__lt=today)
        return queryset.filter(valid_from__gt=today) if self.value() == "later" else queryset
