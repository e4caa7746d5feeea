from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class PortalConfig(AppConfig):
    name = "portal"


class StaticFiles(StaticFilesConfig):
    """Leaves the sources of the bundles out of collectstatic: pages link to static/build only."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "css/*", "js/*"]
