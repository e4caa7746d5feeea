"""What somebody outside may see of a body's records today: the rules of visibility in one place.

Every page, file, feed and list shows these, never the rows. There is nothing confidential in them at all, so a template
cannot show too much. Three rules:
 - What was said stands in the newest published version of the minutes, as it was published; drafts are nobody's.
 - Whether it is shown, the item's visibility of today decides, also in older versions.
 - No item is silently absent. Of an internal one the public sees the number, of an exempt one everybody sees why there
   is no text, and where to ask.

`for_members=True`: the members of the body, who also read internal items, and approved minutes before they are
published. Rows are fetched by `for_page()` or `for_list()`, so that a page costs the same however much is in it.
"""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from councils.choices import Agency, Visibility
from councils.models import Attendance, Measure, Meeting, Member
from councils.querysets import WITH_APPROVED_MINUTES


@dataclass(frozen=True)
class SeenFile:
    title: str
    url: str
    size: int


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
    return SeenVersion(version.number, version.published_at, version.reason, version.number == newest.number)


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
        return _file(row, "attachment_desk" if self.for_members else "attachment")


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


def _file(row, route):
    return SeenFile(row.title, reverse(route, args=[row.key]), row.size)


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


@dataclass(frozen=True)
class SeenMember:
    role: str
    kind: str
    agency: str
    municipality: str
    name: str
    is_leader: bool
    is_secretary: bool


ORDER_OF_MEMBERS = {kind: position for position, kind in enumerate(Member.Kind.values)}


def disclose_members(members):
    """Leader first, guests last. The name only where its publication was decided."""
    ordered = sorted(members, key=lambda member: (ORDER_OF_MEMBERS[member.kind], member.pk))
    return tuple(
        SeenMember(
            role=member.role,
            kind=member.get_kind_display(),
            agency=member.get_agency_display(),
            municipality=member.municipality.name if member.municipality else "",
            name=member.public_name,
            is_leader=member.kind == Member.Kind.LEADER,
            is_secretary=member.kind == Member.Kind.SECRETARY,
        )
        for member in ordered
    )


@dataclass(frozen=True)
class SeenAgreement:
    parties: str
    status: str
    is_ended: bool
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    files: tuple


def disclose_agreement(agreement):
    return SeenAgreement(
        parties=agreement.parties,
        status=agreement.get_status_display(),
        is_ended=agreement.status == agreement.Status.ENDED,
        valid_from=agreement.valid_from,
        valid_to=agreement.valid_to,
        files=tuple(_file(row, "attachment") for row in agreement.files.all()),
    )


@dataclass(frozen=True)
class Adoption:
    """In which meeting something was adopted; of an internal meeting only the day."""

    date: datetime.date
    number: str = ""
    url: str = ""


@dataclass(frozen=True)
class Document:
    """A strategy or a plan, as it is named elsewhere."""

    title: str
    url: str
    status: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None


def disclose_document(row):
    return Document(row.title, row.get_absolute_url(), row.get_status_display(), row.valid_from, row.valid_to)


@dataclass(frozen=True)
class SeenStrategy:
    """An adopted strategy, under the three headings that councils are for."""

    document: Document
    language: str
    state: str
    problem_understanding: str
    routines: str
    concern: str
    objectives: tuple
    adopted: Adoption
    review_on: datetime.date | None
    predecessor: Document | None
    successors: tuple
    plans: tuple
    is_example: bool


def disclose_strategy(strategy):
    """One that was fetched `public().for_page()`."""
    before = strategy.predecessor
    return SeenStrategy(
        document=disclose_document(strategy),
        language=strategy.body.language,
        state=strategy.status,
        problem_understanding=strategy.problem_understanding,
        routines=strategy.routines,
        concern=strategy.concern,
        objectives=tuple(objective.text for objective in strategy.objectives.all()),
        adopted=_adoption(strategy),
        review_on=strategy.review_on,
        predecessor=disclose_document(before) if before and before.status != before.Status.DRAFT else None,
        successors=tuple(map(disclose_document, strategy.public_successors)),
        plans=tuple(map(disclose_document, strategy.public_plans)),
        is_example=strategy.is_example,
    )


def _adoption(strategy):
    item = strategy.adopted_in
    if not strategy.was_adopted_publicly:
        return Adoption(item.meeting.date)
    anchor = SeenItem(item.number, "open").anchor
    return Adoption(item.meeting.date, item.number, f"{item.meeting.get_absolute_url()}#{anchor}")


@dataclass(frozen=True)
class SeenMeasure:
    text: str
    theme: str
    responsible: str
    deadline: datetime.date | None
    state: str
    status: str
    evaluation: str
    is_late: bool


@dataclass(frozen=True)
class SeenObjective:
    text: str
    measures: tuple


@dataclass(frozen=True)
class FocusArea:
    name: str
    objectives: tuple


@dataclass(frozen=True)
class Progress:
    """How many of the measures have come so far."""

    state: str
    status: str
    count: int


@dataclass(frozen=True)
class SeenKnowledge:
    text: str
    source: str
    year: int
    url: str


@dataclass(frozen=True)
class SeenPlan:
    document: Document
    language: str
    state: str
    strategy: Document | None
    areas: tuple
    progress: tuple
    knowledge: tuple
    is_example: bool

    @property
    def count(self):
        return sum(step.count for step in self.progress)


def disclose_plan(plan, on):
    """One that was fetched `public().for_page()`, with its measures under focus areas and objectives in their order."""
    measures = plan.measures.all()
    strategy = plan.strategy
    return SeenPlan(
        document=disclose_document(plan),
        language=plan.body.language,
        state=plan.status,
        strategy=disclose_document(strategy) if strategy and strategy.status != strategy.Status.DRAFT else None,
        areas=tuple(_areas(measures, on)),
        progress=tuple(_progress(measures)),
        knowledge=tuple(SeenKnowledge(row.text, row.source, row.year, row.url) for row in plan.knowledge.all()),
        is_example=plan.is_example,
    )


def _areas(measures, on):
    for name, of_area in _grouped(measures, "focus_area"):
        objectives = _grouped(of_area, "objective")
        yield FocusArea(
            name, tuple(SeenObjective(text, tuple(_measure(row, on) for row in rows)) for text, rows in objectives)
        )


def _grouped(rows, field):
    """[(value, rows)] in the order in which each value comes first; a later row of the same value joins it there."""
    groups = {}
    for row in rows:
        groups.setdefault(getattr(row, field), []).append(row)
    return groups.items()


def _measure(row, on):
    is_open = row.status in (Measure.Status.PLANNED, Measure.Status.ONGOING)
    return SeenMeasure(
        text=row.text,
        theme=row.get_theme_display(),
        responsible=row.responsible,
        deadline=row.deadline,
        state=row.status,
        status=row.get_status_display(),
        evaluation=row.evaluation,
        is_late=is_open and row.deadline is not None and row.deadline < on,
    )


MOST_DONE_FIRST = (Measure.Status.DONE, Measure.Status.ONGOING, Measure.Status.PLANNED, Measure.Status.STOPPED)


def _progress(measures):
    counts = Counter(row.status for row in measures)
    return [Progress(status.value, str(status.label), counts[status]) for status in MOST_DONE_FIRST]


def report_text(report):
    """The text of a published yearly report in the written form of the page, or else in the other, and which it is."""
    first, second = ("nn", "nb") if get_language() == "nn" else ("nb", "nn")
    texts = {"nb": report.text_nb, "nn": report.text_nn}
    return next(((texts[form], form) for form in (first, second) if texts[form]), ("", first))
