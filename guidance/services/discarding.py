"""A draft is thrown away, and with it a resource of which there is nothing else."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from guidance.models import Edition, Text
from guidance.services.editions import keep_addresses, name_after_newest
from guidance.services.pictures import used_in

Status = Edition.Status


@dataclass(frozen=True)
class Loss:
    """What goes with a draft: all of its resource, or its texts and the pictures that no other text shows."""

    texts: list
    pictures: list
    sources: int
    is_whole: bool


def loss_of(edition):
    resource, texts = edition.resource, list(edition.texts.all())
    pictures = list(resource.pictures.all())
    if not resource.editions.exclude(pk=edition.pk).exists():
        return Loss(texts, pictures, resource.sources.count(), is_whole=True)
    only_here = used_in(texts) - used_in(Text.objects.filter(edition__resource=resource).exclude(edition=edition))
    return Loss(texts, [picture for picture in pictures if picture.pk in only_here], 0, is_whole=False)


def refusal_for(resource, edition):
    """Why there is nothing to throw away, in a sentence; or "". `edition`: the open one, or None."""
    if edition is None:
        return _of_what_is_approved(resource)
    if edition.status == Status.REVIEW:
        return _("It is in review, and somebody may be reading it. Take it back from review first.")
    return ""


def _of_what_is_approved(resource):
    if scheduled := resource.editions.scheduled(timezone.localdate()).first():
        day = date_format(scheduled.publish_on)
        return _("It is approved, and readers have it from %s. Take it back first, and it is a draft again.") % day
    return _(
        "There is no draft here. What is or was published is not deleted: people may have read it, and its address "
        "must lead somewhere. Archive it instead when it is no longer of use."
    )


@transaction.atomic
def discard(*, edition):
    """What was lost. The edition first: it goes only as it was seen, so nothing that somebody wrote or sent to review
    meanwhile."""
    resource = edition.resource
    if refusal := refusal_for(resource, edition):
        raise ValidationError(refusal)
    loss = loss_of(edition)
    edition.delete()
    if loss.is_whole:
        resource.delete()
        return loss
    for picture in loss.pictures:
        picture.delete()
    keep_addresses(resource=resource)
    name_after_newest(resource.editions.order_by("-number").first())
    return loss
