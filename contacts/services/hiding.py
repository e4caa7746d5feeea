"""A person's name is to be gone from every page now; or it may be shown again, once somebody decides so anew."""

from django.db import transaction

from contacts.models import AuditEvent, Person, Publication
from contacts.recording import recording


@transaction.atomic
def hide_person(*, person, reason, by=None):
    """Whatever anyone else is saving at the same time, this is done: it reads the newest rows itself.

    The decisions to publish the name are withdrawn as well, so that it does not come back by itself when the person may
    be shown again.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    with recording(reason=reason):
        person.never_publish = True
        person.save(update_fields=["never_publish"])
        for held in person.assignments.select_for_update().exclude(publication=Publication.FUNCTION_ONLY):
            _withdraw_publication(held)
    AuditEvent.objects.create(
        kind=AuditEvent.Kind.PERSON_HIDDEN,
        user=by,
        district=person.owner_district,
        municipality=person.owner_municipality,
        reason=reason,
        details=f"{Person._meta.label} {person.pk}",
    )


@transaction.atomic
def allow_showing(*, person, reason):
    """Nothing is shown by this alone: each publication has to be decided again."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    with recording(reason=reason):
        person.never_publish = False
        person.save(update_fields=["never_publish"])


def _withdraw_publication(held):
    held.publication = Publication.FUNCTION_ONLY
    held.publication_decided_on = None
    held.publication_decided_by = ""
    held.save(update_fields=["publication", "publication_decided_on", "publication_decided_by"])
