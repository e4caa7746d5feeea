from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilsConfig(AppConfig):
    name = "councils"
    verbose_name = _("Police councils")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from contacts import examples, permissions, signals
        from councils import examples as our_examples
        from councils.models import NOT_PUBLIC
        from councils.permissions import RULES

        permissions.register(RULES)
        examples.register(our_examples)
        signals.renew_content_on_changes("councils", except_for=NOT_PUBLIC)
