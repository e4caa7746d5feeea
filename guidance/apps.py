from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = _("Guidance")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_delete

        from contacts import examples, organisational_changes, permissions, signals
        from guidance import clearing, daily, histories
        from guidance import examples as our_examples
        from guidance.following import Guidance
        from guidance.models import Picture
        from guidance.permissions import RULES
        from guidance.services.pictures import forget_file

        permissions.register(RULES)
        organisational_changes.register(Guidance())
        examples.register(our_examples)
        clearing.connect()
        histories.connect()
        post_delete.connect(forget_file, sender=Picture)
        # The link check says itself when a reader sees something else; what was not found no reader sees.
        signals.renew_content_on_changes("guidance", except_for=("CheckedLink", "MissedWord"))
        daily.add_jobs()
