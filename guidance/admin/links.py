from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from contacts.admin.leading import ToRead
from contacts.scoped_admin import ScopedModelAdmin
from guidance.models import CheckedLink


@admin.register(CheckedLink)
class CheckedLinkAdmin(ToRead, ScopedModelAdmin):
    """Written by the link check; what is to be done about it, editors see on the desk."""

    group = "guidance"
    description = _("The web addresses that the library leads to, and whether they work.")
    list_display = ["url", "status", "said", "checked_at", "worked_on", "next_check_on"]
    list_filter = ["status"]
    search_fields = ["url", "moved_to"]
    search_help_text = _("Web address")
    date_hierarchy = "checked_at"
    list_per_page = 50
    view_on_site = False
    fields = readonly_fields = [*list_display, "moved_to", "failures"]

    @admin.display(description=_("answer"), ordering="answer")
    def said(self, link):
        return link.said
