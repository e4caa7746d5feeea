from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = _("Guidance")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from contacts import examples, organisational_changes, permissions, signals
        from guidance import daily
        from guidance import examples as our_examples
        from guidance.following import Guidance
        from guidance.permissions import RULES

        permissions.register(RULES)
        organisational_changes.register(Guidance())
        examples.register(our_examples)
        # The link check says itself when a reader sees something else; what was not found no reader sees.
        signals.renew_content_on_changes("guidance", except_for=("CheckedLink", "MissedWord"))
        daily.add_jobs()
