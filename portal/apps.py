from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.staticfiles.apps import StaticFilesConfig


class PortalConfig(AppConfig):
    default = True
    name = "portal"


class StaticFiles(StaticFilesConfig):
    """Leaves the sources of the bundles out of collectstatic: pages link to static/build only."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "css/*", "js/*"]


class Admin(admin_apps.AdminConfig):
    default = False
    default_site = "portal.admin_site.PortalAdminSite"
