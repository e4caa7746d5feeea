"""The minutes of a meeting: held, written, checked for personal data, approved, published, corrected.

Which state may follow which is said in lifecycle.py. Texts are written on the items; what is published is a copy that
never changes, so a correction is written on the items as well and published as a new version with its reason.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.recording import recording
from councils.choices import Visibility
from councils.lifecycle import WRITABLE, move
from councils.models import Attendance, Meeting, Member, MinutesText, MinutesVersion
from councils.person_data_check import undecided_in
from councils.services.meetings import lock

Status = Meeting.Status
FROZEN = ("title", "description", "discussion", "conclusion")
# Deputies are not expected: whoever they stand in for is "represented by a deputy".
NOT_EXPECTED = {Member.Kind.DEPUTY}


@transaction.atomic
def hold(*, meeting, today=None):
    """The meeting has been. Everybody who was a member on its day is put down as present, to be corrected."""
    _move(meeting, Status.HELD, today)
    there = set(meeting.attendance.values_list("member", flat=True))
    for member in expected_at(meeting):
        if member.pk not in there:
            Attendance.objects.create(meeting=meeting, member=member)
    return meeting


def expected_at(meeting):
    return meeting.body.members.current(meeting.date).exclude(kind__in=NOT_EXPECTED)


@transaction.atomic
def begin_writing(*, meeting):
    """For whoever is about to save something of the minutes: they can be written now, and nobody publishes them while
    this is being saved. The first text makes a draft of a meeting that was held."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.status not in WRITABLE:
        raise ValidationError(
            _("The minutes are “%(state)s” and cannot be written now."),
            code="not_writable",
            params={"state": meeting.get_status_display()},
        )
    if meeting.status == Status.HELD:
        _move(meeting, Status.DRAFT)
    return meeting


@transaction.atomic
def save_while_writing(*, item, fields):
    """What is saved by itself every few seconds. In the history it is one change, for as long as the same person goes
    on writing; whoever had the page open meanwhile is told of it like of any other."""
    reason = _("Saved while writing")
    with recording(reason=reason):
        item.save(update_fields=fields)
    newest, *before = item.history.order_by("-history_id")[:2]
    if before and _is_the_same_writing(before[0], newest):
        before[0].delete()


def _is_the_same_writing(before, newest):
    return (before.history_user_id, before.history_change_reason, before.version + 1) == (
        newest.history_user_id,
        newest.history_change_reason,
        newest.version,
    )


@transaction.atomic
def check(*, meeting):
    """Somebody has looked at every finding of the person-data check, and none is left undecided."""
    refuse_findings(meeting)
    return _move(meeting, Status.CHECKED)


@transaction.atomic
def back_to_draft(*, meeting):
    meeting.approved_on, meeting.approved_by = None, ""
    return _move(meeting, Status.DRAFT)


@transaction.atomic
def approve(*, meeting, by, on=None):
    """`by` is a role: "leder", or "rådet i møtet 24. november"."""
    on = on or timezone.localdate()
    if not by.strip():
        raise ValidationError({"approved_by": _("Say by which role the minutes were approved.")})
    if not meeting.date <= on <= timezone.localdate():
        raise ValidationError({"approved_on": _("Minutes are approved after the meeting, and not in the future.")})
    meeting.approved_by, meeting.approved_on = by, on
    return _move(meeting, Status.APPROVED)


@transaction.atomic
def publish(*, meeting, by=None, reason=""):
    """The first version, or after a correction the next one, with the reason for it. Checked once more: a file or a
    title may have been changed since. While it is, nobody writes, and no item becomes exempt that is being frozen."""
    lock(meeting)
    is_correction = meeting.status == Status.CORRECTING
    if is_correction and not reason.strip():
        raise ValidationError({"reason": _("Say what is corrected, and why.")})
    refuse_findings(meeting)
    _move(meeting, Status.PUBLISHED)
    version = MinutesVersion.objects.create(
        meeting=meeting,
        number=meeting.versions.count() + 1,
        reason=reason if is_correction else "",
        attendance=attendance_of(meeting),
        published_by=by,
    )
    for item in meeting.items.exclude(visibility=Visibility.EXEMPT):
        MinutesText.objects.create(version=version, item=item, **{name: getattr(item, name) for name in FROZEN})
    return version


@transaction.atomic
def correct(*, meeting):
    """The published version stays, and is shown, until the next one is published."""
    return _move(meeting, Status.CORRECTING)


@transaction.atomic
def abandon_correction(*, meeting):
    """The texts are again those of the version that is published."""
    newest = meeting.versions.last()
    for text in newest.texts.exclude(item__visibility=Visibility.EXEMPT).select_related("item__meeting"):
        if any(getattr(text.item, name) != getattr(text, name) for name in FROZEN):
            for name in FROZEN:
                setattr(text.item, name, getattr(text, name))
            text.item.save()
    return _move(meeting, Status.PUBLISHED)


def attendance_of(meeting):
    """By role, as it is frozen in a version: [role, on behalf of, attendance, [numbers of the only items]].

    On behalf of whom and attendance as they are stored, so that they can be read in every language; a guest has nobody
    they act for.
    """
    rows = meeting.attendance.select_related("member").prefetch_related("items")
    return [
        [
            row.member.role if row.member else row.guest,
            row.member.agency if row.member else "",
            row.presence,
            [item.number or str(item.position) for item in row.items.all()],
        ]
        for row in rows
    ]


def refuse_findings(meeting):
    """Nothing is published, nor said to be checked, while the person-data check has something undecided."""
    open_now = undecided_in(meeting)
    if open_now:
        raise ValidationError(
            _("The check for personal data is not finished: %(where)s."),
            code="undecided",
            params={"where": ", ".join(dict.fromkeys(str(found.row) for found in open_now))},
        )


def _move(meeting, status, today=None):
    move(meeting, status, today=today or timezone.localdate())
    meeting.save()
    return meeting
