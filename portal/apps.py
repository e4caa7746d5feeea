from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.core import checks
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    default = True
    name = "portal"

    def ready(self):
        from contacts import daily
        from portal.admin_site import every_admin_class_is_scoped
        from portal.login import break_glass, forgetting, second_factor, sessions
        from portal.search import indexing, keeping, tables

        checks.register(every_admin_class_is_scoped, checks.Tags.admin)
        break_glass.connect()
        forgetting.connect()
        second_factor.connect()
        sessions.connect()
        post_migrate.connect(tables.install, sender=self)
        keeping.connect()
        daily.JOBS.append(daily.Job("repair-search", "rows of the search mended", indexing.repair))


class StaticFiles(StaticFilesConfig):
    """Leaves the sources of the bundles out of collectstatic: pages link to static/build only."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "css/*", "js/*"]


class Admin(admin_apps.AdminConfig):
    default = False
    default_site = "portal.admin_site.PortalAdminSite"
