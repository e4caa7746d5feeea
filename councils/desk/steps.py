"""Where a meeting stands between the plan and the published minutes, and the one thing to do next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from councils.models import Meeting

Status = Meeting.Status
# As steps on the way, each with the states in which a meeting stands there.
WAY = [
    (_("Planned"), {Status.PLANNED}),
    (_("Called"), {Status.CALLED}),
    (_("Held"), {Status.HELD}),
    (_("Minutes written"), {Status.DRAFT, Status.CHECKED}),
    (_("Approved"), {Status.APPROVED}),
    (_("Published"), {Status.PUBLISHED, Status.CORRECTING}),
]


@dataclass(frozen=True)
class Step:
    label: str
    state: str


@dataclass(frozen=True)
class Action:
    label: str
    url: str
    text: str = ""


def way_of(meeting):
    """Each step is "done", "now" or "ahead"; nothing of a meeting that was cancelled."""
    here = next((place for place, (_label, states) in enumerate(WAY) if meeting.status in states), None)
    if here is None:
        return []
    states = ["done" if place < here else "now" if place == here else "ahead" for place in range(len(WAY))]
    return [Step(label, state) for (label, _states), state in zip(WAY, states, strict=True)]


MINUTES = {
    Status.HELD: (_("Write the minutes"), _("The meeting has been held.")),
    Status.DRAFT: (_("Go on with the minutes"), _("The minutes are a draft that only you can read.")),
    Status.CHECKED: (_("Approve the minutes"), _("The minutes are checked for personal data.")),
    Status.APPROVED: (_("Publish the minutes"), _("The minutes are approved. The members can read them.")),
    Status.PUBLISHED: (_("Read the minutes"), _("The minutes are published.")),
    Status.CORRECTING: (_("Go on with the correction"), _("The published version stands until you have finished.")),
}


def next_action(meeting, has_items, today):
    """For whoever keeps the records; None when there is nothing to do."""
    if meeting.status == Status.PLANNED:
        return _to_the_notice(meeting, has_items)
    if meeting.status == Status.CALLED and meeting.date > today:
        return _to("notice", meeting, _("Read the notice"), _("The members are called. Next come the minutes."))
    if meeting.status == Status.CALLED:
        return _to("minutes", meeting, _("Begin the minutes"), _("The day of the meeting has come."))
    if meeting.status in MINUTES:
        return _to("minutes", meeting, *MINUTES[meeting.status])
    return None


def _to_the_notice(meeting, has_items):
    if not has_items:
        return _to("add_item", meeting, _("Add the first item"), _("Nothing is on the agenda yet."))
    text = _("Look at it as the members will see it. Nothing is sent before you say so.")
    return _to("call_meeting", meeting, _("Preview the notice"), text)


def _to(route, meeting, label, text):
    return Action(label, reverse(route, args=[meeting.body.slug, meeting.date]), text)
