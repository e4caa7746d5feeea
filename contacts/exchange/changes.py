"""Who changed a contact point after it was exported, and what: for the line that would have overwritten it."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.editors import Editors
from contacts.models import ContactPoint
from contacts.wording import Names, in_words, label_of


def changes_since(versions, access):
    """{contact point: what to tell} of {contact point: version in the file}. No more queries for all than for one."""
    if not versions:
        return {}
    records = {}
    for record in ContactPoint.history.filter(id__in=[point.pk for point in versions]).order_by("history_id"):
        records.setdefault(record.id, []).append(record)
    authors = {record.history_user_id for several in records.values() for record in several}
    editors, names = Editors(authors, access), Names(access)
    return {point: _told(version, records.get(point.pk, []), editors, names) for point, version in versions.items()}


def _told(version, records, editors, names):
    if not version:
        return _("There is a contact point with this key already. To change it, export it and change that file.")
    seen = [record for record in records if str(record.version) == version]
    later = records[records.index(seen[-1]) + 1 :] if seen else []
    if not later:
        return _("The contact point has never had this version. Export it again, and make your change there.")
    what = _what(seen[-1], later[-1], names)
    return " ".join([_who_and_when(later, editors), *what, _("Export it again, and make your change there.")])


def _who_and_when(later, editors):
    who = ", ".join(dict.fromkeys(editors.name(record.history_user_id) for record in reversed(later)))
    when = date_format(timezone.localtime(later[-1].history_date), "SHORT_DATETIME_FORMAT")
    return _("Changed after it was exported, by %(who)s, last at %(when)s.") % {"who": who, "when": when}


def _what(before, now, names):
    for field in ContactPoint._meta.concrete_fields:
        old, new = getattr(before, field.attname), getattr(now, field.attname)
        if old != new and field.name != "version":
            yield f"{label_of(field)}: “{in_words(field, old, names)}” → “{in_words(field, new, names)}”."
