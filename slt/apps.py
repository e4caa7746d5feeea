from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SltConfig(AppConfig):
    name = "slt"
    verbose_name = _("SLT")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from contacts import bodies, examples, organisational_changes, permissions, signals
        from councils import kinds
        from councils.models import Body
        from slt import clearing, histories
        from slt import examples as our_examples
        from slt.desk.addresses import group_on_desk
        from slt.following import Schemes
        from slt.models import Group, Scheme
        from slt.permissions import RULES

        permissions.register(RULES)
        bodies.register(Scheme, is_coordinated=True)
        organisational_changes.register(Schemes())
        examples.register(our_examples)
        clearing.connect()
        kinds.register(Body.Kind.GROUP, model=Group, page="group", prefix="group_", on_desk=group_on_desk)
        histories.connect()
        signals.renew_content_on_changes("slt", except_for=())
