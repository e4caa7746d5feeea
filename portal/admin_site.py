from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    """The editing pages: for whoever has a role now. Which rows and acts, the scoped admin classes decide."""

    site_header = site_title = _("Local prevention")
    index_title = _("Editing")
    enable_nav_sidebar = False

    def has_permission(self, request):
        return bool(request.access)
