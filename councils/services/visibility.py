"""Who may read an item, changed: from public to internal, to exempt, and back.

Pages read the visibility of today, also of minutes that were published earlier: so an item that becomes internal is
gone from every public page at once. What becomes exempt is not hidden but gone: from the item and all rows of its
history, from every published version, from the files, and from the action items that came of it. Nobody can have it
back from here; the body's archive has it.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.recording import recording
from councils.choices import Visibility
from councils.models import ActionItem, AgendaItem, Attachment, MinutesText
from councils.services import attachments, reports
from councils.services.meetings import lock

NO_TEXT = {"description": "", "discussion": "", "conclusion": ""}
# What the portal keeps of an exempt item is in its docstring: who presented it is not among it.
EMPTIED = {**NO_TEXT, "presenter": ""}


NOT_DELIBERATE = gettext_lazy("Everyone will be able to read this. Confirm that it is meant to be public.")


def is_raised(before, after):
    """Everyone could not read it, and now they could."""
    return after == Visibility.PUBLIC and before != Visibility.PUBLIC


@transaction.atomic
def change_visibility(*, item, to, is_deliberate=False, reason=""):
    """To public or internal. What everyone could not read before, they can only after a deliberate act: published
    versions show at once what was frozen in them.

    Of an item that was exempt there is nothing to be read: it begins empty. Whatever anyone else is saving at the same
    time, lowering is done: it reads the newest row itself.
    """
    if to == Visibility.EXEMPT:
        raise ValidationError(_("An exempt item needs a legal basis and a reason. Use the form for that."))
    if is_raised(item.visibility, to) and not is_deliberate:
        raise ValidationError(NOT_DELIBERATE, code="deliberate")
    item = _newest(item) if to == Visibility.INTERNAL else item
    item.visibility = to
    item.legal_basis, item.exempt_reason, item.access_contact = None, "", ""
    _save(item, reason)
    return item


@transaction.atomic
def make_exempt(*, item, legal_basis, reason, access_contact, title=None):
    """`reason` is about this document and public; so is the title, which may be replaced by a neutral one.

    Action items keep who is to do something and by when, so that they are not forgotten; what is to be done is said
    by the number of the item alone, and for the members alone. Like every lowering, it reads the newest row itself.
    """
    item = _newest(item)
    titles = _titles_of(item)
    _remove_files(item)
    for field, value in EMPTIED.items():
        setattr(item, field, value)
    item.title = title or item.title
    item.visibility, item.has_files = Visibility.EXEMPT, False
    item.legal_basis, item.exempt_reason, item.access_contact = legal_basis, reason, access_contact
    _save(item, reason)
    _clear_history(item)
    _clear_published(item)
    reports.rename_item(item=item, titles=titles - {item.title})
    for action in item.action_items.all():
        _reword(action, item)
    return item


def _newest(item):
    """Nobody publishes it, or writes in its minutes, before this transaction ends."""
    lock(item.meeting)
    return AgendaItem.objects.select_for_update(of=["self"]).select_related("meeting__body").get(pk=item.pk)


def _save(item, reason):
    """`full_clean` leaves out the number, which nobody fills in."""
    item.full_clean(exclude=["body", "case_year", "case_number"])
    with recording(reason=reason):
        item.save()


def _titles_of(item):
    """All that it was ever called."""
    published = MinutesText.objects.filter(item=item).values_list("title", flat=True)
    return {*item.history.values_list("title", flat=True), *published}


def _remove_files(item):
    for attachment in Attachment.objects.filter(item=item):
        attachments.remove(attachment=attachment)


def _clear_history(item):
    """Every row, and what was given as a reason for earlier changes: people write there what it was about."""
    history = item.history.all()
    history.update(**EMPTIED, title=item.title, has_files=False)
    newest = item.history.latest().history_id
    history.exclude(history_id=newest).update(history_change_reason=None)


def _clear_published(item):
    """An exempt item has no text in any version: number, title and legal basis are read from the item."""
    MinutesText.objects.filter(item=item).forget()


def _reword(action, item):
    with translation.override(item.meeting.body.language):
        action.what = _("Follow up item %(number)s") % {"number": item.number or item.position}
    action.note, action.visibility = "", Visibility.INTERNAL
    with recording(reason=""):
        action.save()
    ActionItem.history.filter(id=action.pk).update(what=action.what, note="", history_change_reason=None)
