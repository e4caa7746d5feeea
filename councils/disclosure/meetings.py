"""Meetings, and the decisions that were made in them."""

import datetime
from dataclasses import dataclass

from councils import kinds
from councils.choices import Agency, Visibility
from councils.disclosure.files import disclose_file
from councils.models import Attendance, Meeting
from councils.querysets import WITH_APPROVED_MINUTES


@dataclass(frozen=True)
class SeenAction:
    """Something that was agreed to be done, and how far it has come."""

    what: str
    responsible: str
    due: datetime.date | None
    status: str
    is_open: bool


@dataclass(frozen=True)
class SeenItem:
    """`state`: "open"; "internal" (only its number is filled in); or "exempt" (no text is stored, and it says why)."""

    number: str
    state: str
    title: str = ""
    kind: str = ""
    theme: str = ""
    presenter: str = ""
    description: str = ""
    discussion: str = ""
    conclusion: str = ""
    files: tuple = ()
    actions: tuple = ()
    is_withdrawn: bool = False
    legal_basis: str = ""
    legal_text: str = ""
    legal_language: str = ""
    reason: str = ""
    access_contact: str = ""

    @property
    def anchor(self):
        """Where on the page of its meeting it is: "sak-17-26"."""
        return f"sak-{self.number.replace('/', '-')}"


@dataclass(frozen=True)
class SeenAttendance:
    """`items`: the numbers of the only items for which they were there; empty for the whole meeting."""

    role: str
    agency: str
    presence: str
    items: tuple


@dataclass(frozen=True)
class SeenVersion:
    """A version of the minutes as it was published. `reason` says why an earlier one was replaced by it."""

    url: str
    number: int
    published_at: datetime.datetime
    reason: str
    is_newest: bool


@dataclass(frozen=True)
class SeenMeeting:
    """`state` is what it means to readers: "called", "cancelled", "held" (no minutes yet) or "minutes"."""

    body: str
    language: str
    date: datetime.date
    starts_at: datetime.time | None
    ends_at: datetime.time | None
    place: str
    kind: str
    state: str
    is_internal: bool
    is_example: bool
    url: str
    file_url: str
    items: tuple = ()
    attendance: tuple = ()
    version: SeenVersion | None = None
    versions: tuple = ()
    approved_on: datetime.date | None = None
    approved_by: str = ""

    @property
    def exempt(self):
        return tuple(item for item in self.items if item.state == "exempt")


def disclose_meeting(meeting, *, version=None, for_members=False):
    """A meeting that was fetched `for_page()`; of its minutes the newest version, or the one with this number.

    KeyError: there is no such version.
    """
    shown = _version(meeting, version)
    read = _Reading(meeting, shown, for_members)
    return SeenMeeting(
        **_heading(meeting),
        items=tuple(read.item(item) for item in meeting.numbered_items),
        attendance=read.attendance(),
        version=shown and _seen_version(meeting, shown),
        versions=tuple(_seen_version(meeting, row) for row in meeting.published_versions),
        approved_on=meeting.approved_on if read.has_minutes else None,
        approved_by=meeting.approved_by if read.has_minutes else "",
    )


def disclose_in_list(meeting):
    """A meeting without its items, that was fetched `for_list()`."""
    return SeenMeeting(**_heading(meeting))


def _heading(meeting):
    return {
        "body": meeting.body.name,
        "language": meeting.body.language,
        "date": meeting.date,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "place": meeting.place,
        "kind": meeting.get_kind_display(),
        "state": STATES.get(meeting.status, "held"),
        "is_internal": meeting.visibility == Visibility.INTERNAL,
        "is_example": meeting.is_example,
        "url": meeting.get_absolute_url(),
        "file_url": kinds.meeting_url(meeting.body, "meeting_file", meeting.date),
    }


# How far the minutes have come is nobody's business but the secretary's: until they are published, it was held.
STATES = {
    Meeting.Status.CALLED: "called",
    Meeting.Status.CANCELLED: "cancelled",
    Meeting.Status.PUBLISHED: "minutes",
    Meeting.Status.CORRECTING: "minutes",
}


def _version(meeting, number):
    if number is None:
        return next(iter(meeting.published_versions), None)
    return {version.number: version for version in meeting.published_versions}[number]


def _seen_version(meeting, version):
    newest = meeting.published_versions[0]
    return SeenVersion(
        url=kinds.meeting_url(meeting.body, "meeting_version", meeting.date, version.number),
        number=version.number,
        published_at=version.published_at,
        reason=version.reason,
        is_newest=version.number == newest.number,
    )


class _Reading:
    """One meeting as one reader sees it: by which version of the minutes, and whether as a member."""

    def __init__(self, meeting, version, for_members):
        self.meeting = meeting
        self.version = version
        self.for_members = for_members
        self.texts = {text.item_id: text for text in version.texts.all()} if version else {}

    @property
    def has_minutes(self):
        """Published; or approved, for members."""
        return bool(self.version) or (self.for_members and self.meeting.status in WITH_APPROVED_MINUTES)

    def attendance(self):
        rows = self.version.attendance if self.version else []
        return tuple(
            SeenAttendance(role, _label(Agency, agency), _label(PRESENCE, was), tuple(items))
            for role, agency, was, items in rows
        )

    def item(self, item):
        if item.visibility == Visibility.EXEMPT:
            return _exempt(item)
        if item.visibility == Visibility.INTERNAL and not self.for_members:
            return SeenItem(item.number, "internal")
        return SeenItem(
            number=item.number,
            state="open",
            kind=item.get_kind_display(),
            theme=item.get_theme_display(),
            presenter=item.presenter,
            files=tuple(self.file(file) for file in item.files.all()),
            actions=tuple(map(_action, self.actions(item))),
            is_withdrawn=item.is_withdrawn,
            **self.wording(item),
        )

    def wording(self, item):
        """As it was published; until then, as the notice says. Never what is being written or corrected."""
        if not self.version:
            minutes = ("discussion", "conclusion") if self.has_minutes else ()
            return {name: getattr(item, name) for name in ("title", "description", *minutes)}
        text = self.texts.get(item.pk)
        if text is None:
            return {"title": item.title}
        return {name: getattr(text, name) for name in ("title", "description", "discussion", "conclusion")}

    def actions(self, item):
        if not self.has_minutes:
            return []
        rows = [row for row in item.action_items.all() if not self.is_being_corrected(row)]
        return [row for row in rows if self.for_members or row.visibility == Visibility.PUBLIC]

    def is_being_corrected(self, row):
        """Agreed on in a correction that is not published yet."""
        if self.meeting.status != Meeting.Status.CORRECTING or row.written_at is None:
            return False
        return row.written_at > self.meeting.published_versions[0].published_at

    def file(self, row):
        return disclose_file(row, "attachment_desk" if self.for_members else "attachment")


PRESENCE = Attendance.Presence


def _label(choices, value):
    """As the page's language has it; what was written otherwise stays as it is."""
    return str(choices(value).label) if value in choices.values else value


def _exempt(item):
    """Its own title of today, which is neutral: never one from a time when it was not exempt."""
    return SeenItem(
        number=item.number,
        state="exempt",
        title=item.title,
        is_withdrawn=item.is_withdrawn,
        legal_basis=item.legal_basis.code,
        legal_text=item.legal_basis.text,
        legal_language=item.legal_basis.text_language,
        reason=item.exempt_reason,
        access_contact=item.access_contact,
    )


def _action(row):
    return SeenAction(row.what, row.responsible, row.due, row.get_status_display(), row.is_open)


@dataclass(frozen=True)
class Decision:
    """The conclusion of a public item, in a list across bodies."""

    body: str
    language: str
    date: datetime.date
    number: str
    title: str
    theme: str
    conclusion: str
    url: str
    is_example: bool


def disclose_decision(text):
    """Of a published text that was fetched by `MinutesText.objects.decisions()`."""
    meeting = text.item.meeting
    item = SeenItem(text.item.number, "open", text.title)
    return Decision(
        body=meeting.body.name,
        language=meeting.body.language,
        date=meeting.date,
        number=item.number,
        title=item.title,
        theme=text.item.get_theme_display(),
        conclusion=text.conclusion,
        url=f"{meeting.get_absolute_url()}#{item.anchor}",
        is_example=meeting.is_example,
    )
