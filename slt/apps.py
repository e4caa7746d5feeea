from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SltConfig(AppConfig):
    name = "slt"
    verbose_name = _("SLT")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from contacts import bodies, permissions, signals
        from slt.models import Scheme
        from slt.permissions import RULES

        permissions.register(RULES)
        bodies.register(Scheme)
        signals.renew_content_on_changes("slt", except_for=())
