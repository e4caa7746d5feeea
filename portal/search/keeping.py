"""How search is kept in step with what is public.

Whenever a row that shows on a public page is saved or deleted, what search has of its owner goes in the same
transaction: nothing that was hidden is found for a moment longer. Once that is committed, what is public of the owner
now is written again. Until then, and should the process die between, it is missing, which the daily job repairs.
"""

import threading

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from portal.search import indexing
from portal.search.models import Document

# More owners than these at once are a load of data: then all is looked through together.
MANY = 200


def body_owners(key):
    return [f"body:{key}", f"group:{key}"]


# What each row belongs to. A row of a model that is not here shows nothing that is searched.
OWNERS = {
    "councils.Body": lambda row: body_owners(row.pk),
    "councils.Council": lambda row: body_owners(row.pk),
    "councils.BodyMunicipality": lambda row: body_owners(row.body_id),
    "councils.Agreement": lambda row: body_owners(row.council_id),
    "councils.Meeting": lambda row: [f"meeting:{row.pk}"],
    "councils.AgendaItem": lambda row: [f"meeting:{row.meeting_id}"],
    "councils.ActionItem": lambda row: [f"meeting:{row.item.meeting_id}"] if row.item_id else [],
    "councils.MinutesVersion": lambda row: [f"meeting:{row.meeting_id}"],
    "councils.MinutesText": lambda row: [f"meeting:{row.version.meeting_id}"],
    "councils.Strategy": lambda row: [f"strategy:{row.pk}"],
    "councils.Objective": lambda row: [f"strategy:{row.strategy_id}"],
    "councils.Plan": lambda row: [f"plan:{row.pk}"],
    "councils.Measure": lambda row: [f"plan:{row.plan_id}"],
    "councils.Knowledge": lambda row: [f"plan:{row.plan_id}"],
    "councils.YearlyReport": lambda row: [f"report:{row.pk}"],
    "slt.Scheme": lambda row: [f"scheme:{row.pk}"],
    "slt.SchemeMunicipality": lambda row: [f"scheme:{row.scheme_id}"],
    "slt.Group": lambda row: body_owners(row.pk),
    "slt.CycleYear": lambda row: [f"year:{row.pk}"],
    "slt.Finding": lambda row: [f"year:{row.cycle_id}"],
    "slt.Measure": lambda row: [f"year:{row.cycle_id}"],
    "slt.DialogueProcess": lambda row: [f"dialogue:{row.pk}"],
    "slt.Party": lambda row: [f"dialogue:{row.process_id}"],
    "slt.DialogueEvent": lambda row: [f"dialogue:{row.process_id}"],
    "guidance.Resource": lambda row: [f"resource:{row.pk}"],
    "guidance.Edition": lambda row: [f"resource:{row.resource_id}"],
    "guidance.Text": lambda row: [f"resource:{row.edition.resource_id}"],
    "guidance.Publisher": lambda row: [f"publisher:{row.pk}"],
}
# Those whose change changes what else is told of what belongs to them: it is written again, but hides nothing.
WITH_FAMILY = {
    "councils.Body",
    "councils.Council",
    "councils.BodyMunicipality",
    "slt.Scheme",
    "slt.SchemeMunicipality",
    "slt.Group",
}

_waiting = threading.local()


def connect():
    """For `AppConfig.ready`."""
    for label in OWNERS:
        model = apps.get_model(label)
        post_save.connect(changed, sender=model, dispatch_uid=f"search {label} saved")
        post_delete.connect(changed, sender=model, dispatch_uid=f"search {label} deleted")


def changed(sender, instance, **kwargs):
    owners = OWNERS[sender._meta.label](instance)
    documents = Document.objects.of_owners(owners)
    _stems().update(word for counted in documents.values_list("counted", flat=True) for word in stems_of(counted))
    documents.delete()
    _owners().update(owners)
    if sender._meta.label in WITH_FAMILY:
        _families().update(owners)
    if sender._meta.label == "guidance.Publisher":
        _owners().update(f"resource:{key}" for key in instance.resources.values_list("pk", flat=True))
    transaction.on_commit(write_again, robust=True)


def write_again():
    """Once for all that a transaction has changed; what another of this thread took back is written as it is."""
    owners, families, stems = (set(kept) for kept in (_owners(), _families(), _stems()))
    for kept in (_owners(), _families(), _stems()):
        kept.clear()
    if families:
        owners |= set(Document.objects.filter(family__in=families).values_list("owner", flat=True))
    if len(owners) > MANY:
        indexing.rebuild()
    elif owners:
        indexing.reindex(sorted(owners))
        indexing.forget_words(stems)


def _owners():
    return _waiting.__dict__.setdefault("owners", set())


def _stems():
    """Those of what went: a word that no document has any longer is forgotten."""
    return _waiting.__dict__.setdefault("stems", set())


def stems_of(counted):
    return (part.partition(":")[0] for part in counted.split() if ":" in part)


def _families():
    return _waiting.__dict__.setdefault("families", set())
