from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate
from django.utils.translation import gettext_lazy as _


class CouncilsConfig(AppConfig):
    name = "councils"
    verbose_name = _("Police councils")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from contacts import bodies, examples, organisational_changes, permissions, signals
        from councils import daily, histories, kinds, triggers
        from councils import examples as our_examples
        from councils.following import Bodies
        from councils.models import NOT_PUBLIC, Attachment, Body, Council
        from councils.permissions import RULES
        from councils.services import attachments

        permissions.register(RULES)
        bodies.register(Body)
        kinds.register(Body.Kind.COUNCIL, model=Council, page="council", prefix="", on_desk=kinds.council_on_desk)
        organisational_changes.register(Bodies())
        examples.register(our_examples)
        signals.renew_content_on_changes("councils", except_for=NOT_PUBLIC)
        post_migrate.connect(triggers.install, sender=self)
        post_delete.connect(attachments.forget_file, sender=Attachment)
        daily.add_jobs()
        histories.connect()
