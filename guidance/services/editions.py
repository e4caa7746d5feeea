"""An edition is begun, written, sent to review, sent back or approved; and what was published is taken out of use."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.models import Overtaken
from guidance.choices import TextLanguage, stand_in
from guidance.models import Address, Edition, Resource, Text

Status = Edition.Status
COPIED = ("language", "title", "slug", "summary", *Text.MARKDOWN)


@transaction.atomic
def begin(*, resource, user=None):
    """The edition to write in: the open one, or a new one with the texts of the newest.

    Its versions go on from those of all before it, of one that was thrown away too: a page that is still open from then
    has never seen this one.
    """
    if open_one := resource.editions.open().first():
        return open_one
    newest = resource.editions.order_by("-number").first()
    last = Edition.history.filter(resource=resource.pk).aggregate(version=Max("version"))["version"] or 0
    number, version = Edition.objects.next_number(resource), last + 1
    edition = Edition.objects.create(resource=resource, number=number, version=version, written_by=user)
    for text in newest.texts.all() if newest else ():
        Text.objects.create(edition=edition, **{name: getattr(text, name) for name in COPIED})
    return edition


@transaction.atomic
def keep_texts(*, edition, texts, emptied=()):
    """Saves texts that a form has cleaned, and keeps their addresses for this resource. Those that somebody emptied
    are gone: the edition is not in that language any more."""
    for text in emptied:
        text.delete()
    for text in texts:
        text.edition = edition
        text.save()
    keep_addresses(resource=edition.resource)
    name_after_newest(edition)


@transaction.atomic
def write(*, edition, texts, emptied=()):
    """What somebody wrote in a draft. Nothing is written in what a reviewer is reading: asked of the newest row.

    It is a new version of the edition too, so that nobody sends to review what they have not seen: else whoever wrote
    it could be the one who approves it.
    """
    _refuse_unless(_newest_row_of(edition), Status.DRAFT)
    keep_texts(edition=edition, texts=texts, emptied=emptied)
    if texts or emptied:
        edition.save()


def _newest_row_of(edition):
    """As it is now, for as long as the transaction lasts."""
    row = Edition.objects.select_for_update().filter(pk=edition.pk).first()
    if row is None:
        raise Overtaken(edition)
    return row


def keep_addresses(*, resource):
    """Those of its texts, published or being written. One that was only in a draft and is no more is free again."""
    texts = Text.objects.filter(edition__resource=resource).order_by("edition__number", "pk")
    wanted = dict(texts.values_list("slug", "language"))
    resource.addresses.exclude(slug__in=wanted).delete()
    for slug, language in wanted.items():
        Address.objects.update_or_create(slug=slug, resource=resource, defaults={"language": language})


def name_after_newest(edition):
    """What it is called on the desk; no change of the resource, so no version of it either."""
    name = stand_in(dict(edition.texts.values_list("language", "title")), TextLanguage.BOKMAL) or ""
    Resource.objects.filter(pk=edition.resource_id).update(name=name)
    edition.resource.name = name


@transaction.atomic
def submit(*, edition, user):
    """To review. From the second edition on it says what is new."""
    _refuse_unless(edition, Status.DRAFT)
    if not edition.texts.exists():
        raise ValidationError(_("There is no text yet. Write one in at least one language first."))
    if edition.number > 1 and not edition.change_note:
        raise ValidationError({"change_note": _("Say in a sentence what is new: readers are shown it.")})
    edition.status, edition.remark = Status.REVIEW, ""
    edition.submitted_by, edition.submitted_at = user, timezone.now()
    edition.save()


@transaction.atomic
def withdraw(*, edition):
    """From review, to write on. Nobody has said anything about it."""
    _refuse_unless(edition, Status.REVIEW)
    edition.status, edition.remark = Status.DRAFT, ""
    edition.save()


@transaction.atomic
def send_back(*, edition, remark):
    """To whoever wrote it, with what must be mended."""
    _refuse_unless(edition, Status.REVIEW)
    if not remark.strip():
        raise ValidationError({"remark": _("Say what must be mended before it can be published.")})
    edition.status, edition.remark = Status.DRAFT, remark
    edition.save()


@transaction.atomic
def approve(*, edition, user, publish_on=None):
    """Public from a day, today unless another is given. Who may: permissions.can_approve."""
    _refuse_unless(edition, Status.REVIEW)
    today = timezone.localdate()
    if publish_on and publish_on < today:
        raise ValidationError({"publish_on": _("This day has been. Choose today or a day to come.")})
    edition.status, edition.publish_on = Status.APPROVED, publish_on or today
    edition.approved_by, edition.approved_at = user, timezone.now()
    edition.save()


@transaction.atomic
def take_back(*, edition):
    """An approved edition whose day has not come is a draft again."""
    if not edition.is_scheduled(timezone.localdate()):
        raise ValidationError(_("It is published already. Begin a new edition instead."))
    edition.status, edition.publish_on = Status.DRAFT, None
    edition.approved_by = edition.approved_at = None
    edition.save()


def _refuse_unless(edition, status):
    if edition.status != status:
        raise ValidationError(_("Somebody was here before you: it is “%s” now.") % edition.get_status_display())
