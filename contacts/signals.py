"""What happens by itself when a row changes: the content version is renewed, a national number refuses to go."""

from django.apps import apps
from django.db.models import ProtectedError
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils.translation import gettext as _

# Rows of these kinds never show on a public page, so a change of theirs is no change of content.
NOT_CONTENT = {
    *(
        "User",
        "RoleGrant",
        "AuditEvent",
        "PersonDataDecision",
        "ContentVersion",
        "Snapshot",
        "OutgoingMail",
        "DailyRun",
        "VerificationRequest",
    ),
    *("OrganisationalChange", "ChangedUnit", "Successor", "Allotment"),
}
# Rows of these kinds say who is where; all the others are places and national numbers, which the gazetteer keeps.
NOT_PLACES = {"Person", "ContactPoint", "Coverage", "Assignment", "Absence"}


def renew_content_version(sender, **kwargs):
    apps.get_model("contacts", "ContentVersion").objects.renew(places=sender.__name__ not in NOT_PLACES)


def refuse_to_delete(sender, instance, **kwargs):
    raise ProtectedError(_("A national number cannot be deleted. Correct it instead."), {instance})


def renew_content_on_changes(app, *, except_for):
    """For `AppConfig.ready` of an app whose rows show on public pages; `except_for` names the models that do not."""
    for model in apps.get_app_config(app).get_models():
        if model.__name__ not in except_for and not is_history(model):
            post_save.connect(renew_content, sender=model)
            post_delete.connect(renew_content, sender=model)


def renew_content(sender, **kwargs):
    apps.get_model("contacts", "ContentVersion").objects.renew()


def is_history(model):
    return hasattr(model, "history_id")


def connect():
    for model in apps.get_app_config("contacts").get_models():
        if model.__name__ not in NOT_CONTENT and not is_history(model):
            post_save.connect(renew_content_version, sender=model)
            post_delete.connect(renew_content_version, sender=model)
    pre_delete.connect(refuse_to_delete, sender=apps.get_model("contacts", "NationalNumber"))
