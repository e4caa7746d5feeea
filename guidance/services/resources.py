"""A resource is begun, seen to be still right, taken out of use, and taken into use again."""

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.slugs import free_slug
from guidance.models import Address, Text
from guidance.models.editions import RESERVED
from guidance.services import editions

# How long a text is trusted before somebody must look at it again.
BETWEEN_REVIEWS = relativedelta(years=1)


@transaction.atomic
def begin(*, resource, language, title, user):
    """A new one, with its first edition to write in."""
    text = Text(language=language, title=title, slug=address_for(title, resource))
    resource.save()
    edition = editions.begin(resource=resource, user=user)
    editions.keep_texts(edition=edition, texts=[text])
    return resource


def address_for(title, resource):
    """Made of the title, and no other resource's: "Når du er bekymret" -> "nar-du-er-bekymret"."""
    others = Address.objects.exclude(resource=resource.pk)
    return free_slug(title, others, otherwise="ressurs", reserved=RESERVED)


def reviewed(*, resource, today):
    """Somebody has read it, and it holds: until the same day next year."""
    if resource.archived_on:
        raise ValidationError(_("It is archived. Take it into use again first."))
    resource.reviewed_on, resource.review_on = today, today + BETWEEN_REVIEWS
    resource.save()


def archive(*, resource, superseded_by, today):
    """Readers find it no more; its address says what to use instead. What was being written is a draft still."""
    if resource.archived_on:
        raise ValidationError(_("It was archived on %s already.") % date_format(resource.archived_on))
    resource.archived_on, resource.superseded_by = today, superseded_by
    resource.full_clean(validate_unique=False, validate_constraints=False)
    resource.save()


def restore(*, resource):
    if not resource.archived_on:
        raise ValidationError(_("It is in use already."))
    resource.archived_on = None
    resource.save()
