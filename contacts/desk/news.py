"""What others did to rows since somebody looked at them: a line each, with who, when and what."""

from django.utils.translation import gettext as _

from contacts.conflicts import in_one_line, who_and_when
from contacts.desk.tokens import MODELS
from contacts.models import Assignment, ContactPoint
from contacts.wording import moment


def news_about(differing, access):
    """`differing`: as tokens.differing gives it. The ids come with the form: what is told of a row that lies elsewhere,
    or did, is what is told of one that never was."""
    return [_line(MODELS[kind], pk, seen, access) for (kind, pk), seen in sorted(differing.items(), reverse=True)]


def _line(model, pk, seen, access):
    row = model.objects.visible_to(access).filter(pk=pk).first()
    return in_one_line(row, seen, access) if row else _gone(model, pk, access)


def _gone(model, pk, access):
    """The last that history knows of the row. One that never was, nobody did anything to."""
    records = _deletions(access).filter(id=pk)[:1] if model is Assignment else ()
    if not records:
        return _("Changed meanwhile: %(what)s") % {"what": _("Somebody else")}
    by, at = who_and_when(records, access)
    return _("Deleted meanwhile: %(what)s") % {"what": f"{records[0].instance} – {by} – {moment(at)}"}


def _deletions(access):
    """Of assignments; contact points are never deleted."""
    points = ContactPoint.objects.visible_to(access).order_by().values("pk")
    return Assignment.history.filter(history_type="-", contact_point__in=points)
